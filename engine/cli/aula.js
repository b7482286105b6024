#!/usr/bin/env node
/**
 * Starts aula on whatever Node there is: one that runs TypeScript by itself, or else with tsx.
 */
import module from 'node:module';
import v8 from 'node:v8';

// Loading would make the young generation of every thread grow to 48 MB, which simulating, whose garbage is little and
// dies at once, never makes use of. It takes no longer without.
v8.setFlagsFromString('--semi-space-growth-factor=1');

// Compiled code is kept between runs, which halves the time until the first figure.
module.enableCompileCache?.();

const runsTypeScript = Boolean(process.features.typescript) && !import.meta.url.includes('/node_modules/');
if (!runsTypeScript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./main.ts');
