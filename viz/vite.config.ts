import path from 'node:path';
import { defineConfig } from 'vite';
import { pack } from '../engine/cli/pack.ts';
import { parcelPlugin } from './serve/development.ts';

/** What `npm run viz` shows: $AULA_SCENARIO, as seen from where it is called, or Pori. */
const scenario = process.env.AULA_SCENARIO ?? path.join(import.meta.dirname, '../scenarios/pori.yaml');

/** One script, one style sheet and no other file, so that a page can also be a single file. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [parcelPlugin(() => pack([path.resolve(scenario)], {}))],
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
