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
/**
 * Tells, at the end of the process, what it took at most, in kilobytes. Linux counts what who started it held at the time as the
 * most of a new process, too, but for the high-water mark of the memory that it has itself.
 */
const TELLS = `
import { readFileSync } from 'node:fs';
const mark = () => /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
const most = () => process.platform === 'linux' ? mark() : process.resourceUsage().maxRSS;
process.on('exit', () => process.stderr.write('most ' + most() + '\\n'));`;

export const memory: Scaling = {
  name: 'Memory',
  measure: async ({ long }) => [...SIZES, ...(long ? LARGER : [])].map(peakOf),
};

function peakOf(days: number): Figure {
  const command = ['run', 'scenarios/pori.yaml', '-n', String(days), '--no-why', '--quiet'];
  const began = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(TELLS)}`, 'engine/cli/aula.js', ...command],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // Threads tell it too, of the same process.
  const kilobytes = Math.max(...[...stderr.matchAll(/most (\d+)/g)].map(([, number]) => Number(number)));
  // Code 1 is of a missed target.
  if (!(kilobytes > 0) || status === null || status > 1)
    throw new Error(`aula run has failed (${status}): ${stderr}`);
  const seconds = (performance.now() - began) / 1000;
  return figureOf(
    {
      work: `Memory, ${days.toLocaleString('en')} days`,
      unit: 'MB',
      kind: 'size',
      note: `of Pori under each of its routings, in ${seconds.toFixed(0)} s`,
    },
    [(kilobytes * 1024) / 1e6],
  );
}
