import { defineConfig } from 'vitest/config';

/**
 * Node itself reads TypeScript, and loads modules as it does for users. As Vite's runner loads them, each use of what one has
 * of another is a call, which simulating pays for with half as much time again.
 */
const AS_NODE_DOES = { viteModuleRunner: false };

export default defineConfig({
  test: {
    // By default one core is left idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          experimental: AS_NODE_DOES,
          root: '.',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/validation/**', 'tests/viz/browser/**'],
          // No test leaves anything behind in the modules; to load them anew for each file takes as long as the tests.
          isolate: false,
          // A busy machine is no failure; what hangs still ends.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          experimental: AS_NODE_DOES,
          root: '.',
          include: ['tests/viz/browser/**/*.test.ts'],
          globalSetup: 'tests/viz/browser/setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'validation',
          experimental: AS_NODE_DOES,
          root: '.',
          include: ['tests/validation/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
