#!/usr/bin/env node
/**
 * Starts aula: from its bundle, if that is of the sources as they are, or else from the sources, on whatever Node there is: one
 * that runs TypeScript by itself, or with tsx.
 */
import './v8-flags.js';
import module from 'node:module';
import { bundled } from './bundle/bundled.js';
import { FILE } from './bundle/layout.js';

const { main } = bundled(FILE)?.exports ?? (await fromSources());
await main();

async function fromSources() {
  // Compiled code is kept between runs.
  module.enableCompileCache?.();
  const runsTypeScript = Boolean(process.features.typescript) && !import.meta.url.includes('/node_modules/');
  if (!runsTypeScript) {
    const { register } = await import('tsx/esm/api');
    register();
  }
  return await import('./main.ts');
}
