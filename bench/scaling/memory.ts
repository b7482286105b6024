/**
 * The most memory that a run of many replications takes, as the operating system counts it: `aula run` in a process of its
 * own, with as many threads as it takes by itself.
 */
import { spawnSync } from 'node:child_process';
import { type Figure, figureOf } from '../result.ts';
import type { Scaling } from './scaling.ts';

const SIZES = [1_000, 10_000];
/** Takes minutes. */
const LARGER = [100_000];
const WRAPPER = `process.on('exit', () => console.error('maxRSS ' + process.resourceUsage().maxRSS));
process.argv.splice(1, 0, 'aula');
await import(process.cwd() + '/engine/cli/aula.js');`;

export const memory: Scaling = {
  name: 'Memory',
  measure: async ({ long }) => [...SIZES, ...(long ? LARGER : [])].map(peakOf),
};

function peakOf(days: number): Figure {
  const command = ['run', 'scenarios/pori.yaml', '-n', String(days), '--no-why', '--quiet'];
  const began = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', WRAPPER, ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kilobytes = Number(/maxRSS (\d+)/.exec(stderr)?.[1]);
  if (!(kilobytes > 0)) throw new Error(`aula run has failed (${status}): ${stderr}`);
  const seconds = (performance.now() - began) / 1000;
  return figureOf(
    {
      work: `Memory, ${days.toLocaleString('en')} days`,
      unit: 'MB',
      kind: 'size',
      note: `of Pori, in ${seconds.toFixed(0)} s`,
    },
    [(kilobytes * 1024) / 1e6],
  );
}
