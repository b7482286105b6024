/** Where a worker starts, on whatever Node there is: hooks of the main thread are not passed on to every one. */
import module from 'node:module';

module.enableCompileCache?.();

const runsTypeScript = Boolean(process.features.typescript) && !import.meta.url.includes('/node_modules/');
if (!runsTypeScript) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { work } = await import('./worker.ts');
work();
