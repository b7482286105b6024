/**
 * From the command to the first figure on the terminal: whole processes, by the clock on the wall, beside Node alone, which
 * no program on it can beat.
 */
import { spawn } from 'node:child_process';
import { makeBundles } from '../../engine/cli/bundle/make.ts';
import { type Figure, figureOf } from '../result.ts';
import type { Scaling } from './scaling.ts';

const RUNS = 10;
const COMMAND = ['engine/cli/aula.js', 'run', 'scenarios/pori.yaml', '-n', '1', '--no-why'];
const NOTHING = ['-e', 'console.log(0)'];

export const startUp: Scaling = {
  name: 'Start-up',
  async measure() {
    // As it is installed.
    await makeBundles();
    const [ours, node]: [number[], number[]] = [[], []];
    // The first run of each fills the caches of the disk, and is not counted.
    for (let run = 0; run <= RUNS; run++) {
      const [first, alone] = [await secondsToOutput(COMMAND), await secondsToOutput(NOTHING)];
      if (run === 0) continue;
      ours.push(first);
      node.push(alone);
    }
    const row = (work: string, note: string, seconds: readonly number[]): Figure =>
      figureOf({ work, unit: 's', kind: 'duration', note }, seconds);
    return [
      row('Start-up, first figure', 'one day of Pori, from the command to its waits', ours),
      row('Start-up, Node alone', 'printing a 0', node),
    ];
  },
};

/** Until it prints something. Throws where it prints nothing. */
function secondsToOutput(command: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
    let seconds = Number.NaN;
    child.stdout.once('data', () => {
      seconds = (performance.now() - began) / 1000;
    });
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', () =>
      Number.isNaN(seconds) ? reject(new Error(`${command.join(' ')} printed nothing`)) : resolve(seconds),
    );
  });
}
