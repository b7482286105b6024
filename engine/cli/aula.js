#!/usr/bin/env node
/**
 * Starts aula on whatever Node there is: one that runs TypeScript by itself, or else with tsx.
 */
import './v8-flags.js';
import module from 'node:module';

// Compiled code is kept between runs, which halves the time until the first figure.
module.enableCompileCache?.();

const runsTypeScript = Boolean(process.features.typescript) && !import.meta.url.includes('/node_modules/');
if (!runsTypeScript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./main.ts');
