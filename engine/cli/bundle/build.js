/**
 * `npm run bundle`, which installing does as well. Without a bundle, or when the sources have changed since, aula runs from the
 * sources, and starts more slowly; so it is no failure, whatever is not there to make it with.
 */
try {
  if (!process.features.typescript) {
    const { register } = await import('tsx/esm/api');
    register();
  }
  const { makeBundles } = await import('./make.ts');
  await makeBundles();
} catch (thrown) {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  process.stderr.write(
    `aula will start from its sources, more slowly, as no bundles could be made: ${why}\n`,
  );
}
