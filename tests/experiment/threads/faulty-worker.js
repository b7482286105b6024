/** A worker with a fault, for tests; it starts as the real one does. */
import module from 'node:module';

if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
module.enableCompileCache?.();
await import('./faulty-worker.ts');
