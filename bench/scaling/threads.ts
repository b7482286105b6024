/**
 * Days a second of Pori in full, through the executor that `aula run` uses, with one thread and with all: by the clock on
 * the wall, as waiting does. Both are warm, and both run the modules of the sources, so that only threads differ; rounds take turns.
 */
import { availableParallelism } from 'node:os';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { type Design, designOf } from '../../engine/experiment/design.ts';
import type { Executor } from '../../engine/experiment/executor.ts';
import { ThreadExecutor } from '../../engine/experiment/threads/thread-executor.ts';
import { load } from '../../engine/scenario/load.ts';
import { type Figure, figureOf, ratioOf } from '../result.ts';
import type { Scaling } from './scaling.ts';

const SCENARIO = 'scenarios/pori.yaml';
const DAYS = 2000;

export const threads: Scaling = {
  name: 'Threads',
  async measure({ rounds }) {
    const loaded = load(SCENARIO, nodeReader);
    if (!loaded.ok) throw new Error(`${SCENARIO} has errors; run aula check on it`);
    const design = designOf(loaded.scenario, { traces: loaded.traces });
    const counts = [...new Set([1, 2, availableParallelism()])];
    // Workers start at once: what is measured is how fast they are, not when it is worth to have them.
    const subjects = counts.map((count) => ({
      count,
      executor: new ThreadExecutor({ threads: count, isAtOnce: true }),
      rates: [] as number[],
    }));
    for (let round = 0; round <= rounds; round++) {
      for (const { executor, rates } of subjects) {
        const seconds = await secondsOf(executor, design, round);
        if (round > 0) rates.push(DAYS / seconds);
      }
    }
    for (const { executor } of subjects) await executor.close();
    const figures = subjects.map(({ count, rates }) => row(count, rates));
    return [...figures, ...figures.slice(1).map((figure, k) => gain(counts[k + 1], figure, figures[0]))];
  },
};

async function secondsOf(executor: Executor, design: Design, round: number): Promise<number> {
  const began = performance.now();
  let done = 0;
  await executor.run({
    design,
    seed: 'threads',
    from: round * DAYS,
    to: (round + 1) * DAYS,
    onDays: ({ count }) => {
      done += count;
    },
  });
  if (done !== DAYS) throw new Error(`${done} days of ${DAYS} were handed over`);
  return (performance.now() - began) / 1000;
}

function row(count: number, rates: readonly number[]): Figure {
  const note = 'Pori in full, handed over in order';
  return figureOf({ work: `Threads, ${count}`, unit: 'days/s', kind: 'speed', note }, rates);
}

function gain(count: number, figure: Figure, alone: Figure): Figure {
  const times = ratioOf(figure, alone);
  const note = `efficiency ${((100 * times) / count).toFixed(0)} %`;
  const work = `Threads, gain of ${count === 2 ? 'two' : count}`;
  return figureOf({ work, unit: 'times', kind: 'gain', note }, [times]);
}
