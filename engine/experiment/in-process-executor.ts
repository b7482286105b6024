/**
 * Runs days in this thread, here and in a browser. Every so often it lets the event loop have its turn, so that signals,
 * timers and progress are served.
 */
import { DayMaker } from './day-maker.ts';
import { modelOf } from './design.ts';
import { type Executor, ReplicationError, type Work } from './executor.ts';

/** Milliseconds of work between two turns of the event loop; one day, if that takes longer. */
const SLICE = 50;

export class InProcessExecutor implements Executor {
  async run(work: Work): Promise<void> {
    const { design, seed, from, to, signal, onDays } = work;
    if (from >= to || signal?.aborted) return;
    const maker = new DayMaker(modelOf(design), seed);
    for (let next = from; next < to && !signal?.aborted; ) {
      const days = slice(maker, work, next);
      next += days.count;
      onDays(days);
      if (next < to) await turn();
    }
  }

  async close(): Promise<void> {}
}

/** Some days from `from` on. */
function slice(maker: DayMaker, work: Work, from: number) {
  const end = performance.now() + SLICE;
  try {
    return maker.make(from, work.to, () => performance.now() >= end);
  } catch (thrown) {
    throw new ReplicationError(work, maker.replication, thrown);
  }
}

/** Resolves after the event loop has served what was waiting. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}
