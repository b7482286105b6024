/**
 * One work of ours in a process of its own, as the peers are: for each line on standard input it runs a round, and prints
 * what it did as one line of JSON. So no work is compiled with the habits of another. The argument is its name.
 */
import '../engine/cli/v8-flags.js';
import { createInterface } from 'node:readline';
import { WORKS } from './works.ts';

const [name] = process.argv.slice(2);
const work = WORKS.find((one) => one.name === name);
if (work === undefined) throw new Error(`there is no work called '${name}'`);
createInterface({ input: process.stdin }).on('line', () => {
  process.stdout.write(`${JSON.stringify(work.run())}\n`);
});
