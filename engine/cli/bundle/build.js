/**
 * `npm run bundle`, which installing does as well. Without a bundle, or when the sources have changed since, aula and its workers
 * start from the sources, more slowly; so it is no failure, whatever is not there to make it with.
 */
try {
  if (!process.features.typescript || import.meta.url.includes('/node_modules/')) {
    const { register } = await import('tsx/esm/api');
    register();
  }
  const { makeBundles } = await import('./make.ts');
  await makeBundles();
} catch (thrown) {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  process.stderr.write(
    `aula, or its workers, will start from the sources, more slowly, as a bundle could not be made: ${why}\n`,
  );
}
