import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: '.',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/validation/**'],
          // A busy machine is no failure; what hangs still ends.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'validation',
          root: '.',
          include: ['tests/validation/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
