/**
 * Runs a command from a bundle and writes down what V8 has compiled for it: `node warm.js BUNDLE OUTPUT COMMAND …`. With the
 * flags of the program, or V8 would not take it later.
 */
import '../v8-flags.js';
import { writeFileSync } from 'node:fs';
import { bundled } from './bundled.js';

const [, , file, output] = process.argv;
process.argv.splice(2, 2);
const bundle = bundled(file);
if (bundle === null) throw new Error(`${file} is not a bundle of the sources`);
await bundle.exports.main();
writeFileSync(output, bundle.script.createCachedData());
