import { defineConfig } from 'vite';

/** One script, one style sheet and no other file, so that a page can also be a single file. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  // A page that is opened from a disk may make no module of a blob, but a plain script.
  worker: { format: 'iife' },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      output: { codeSplitting: false, entryFileNames: 'app.js', assetFileNames: 'app.[ext]' },
    },
  },
});
