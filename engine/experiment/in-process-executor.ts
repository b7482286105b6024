/** Runs days in this thread alone: here, in tests, and in a browser. */
import type { Executor, Work } from './executor.ts';
import { type Guard, LocalDays, turn } from './local-days.ts';

export class InProcessExecutor implements Executor {
  private readonly local: LocalDays;

  constructor(guard?: Guard) {
    this.local = new LocalDays(guard);
  }

  async run(work: Work): Promise<void> {
    const { from, to, signal, onDays } = work;
    for (let next = from; next < to && !signal?.aborted; ) {
      const days = this.local.slice(work, next);
      if (days === null) return;
      next += days.count;
      onDays(days);
      if (next < to) await turn();
    }
  }

  async close(): Promise<void> {}
}
