/**
 * Runs days on all cores, on Node's own `worker_threads`; not for browsers. A run begins in this thread at once, and only
 * when the rest of it would take long do workers start, and take over when they are ready. Days are handed over in their
 * order, so that any number of threads gives the same bytes.
 *
 * Why no pool library: piscina 5 and tinypool 2 were read. They start workers and queue tasks, but do not do a task again
 * whose worker died, watch no heartbeat, bound no results that wait for their turn, and keep nothing (a compiled design) in
 * a certain worker; all that would still be to be written, round an API that hides the worker which has to be ended.
 * What is left for them is the hundred lines of `Pool`.
 */
import os from 'node:os';
import type { Executor, Work } from '../executor.ts';
import { type Guard, LocalDays, turn } from '../local-days.ts';
import { Job } from './job.ts';
import { Pool, type PoolOptions } from './pool.ts';

export interface ThreadExecutorOptions extends Partial<PoolOptions> {
  /** All that the machine offers where not given. With 1 no worker is ever started. */
  readonly threads?: number;
  /** Round what is done in this thread. */
  readonly guard?: Guard;
  /** Milliseconds: how long a run must promise to be for workers to start; 0 for at once. */
  readonly patience?: number;
}

/** A day that takes longer, in milliseconds, is taken for endless. */
export const DAY_LIMIT = 60_000;
/** Milliseconds after which a run can be judged: until then code is not yet compiled, and days are slow. */
const JUDGED_AFTER = 200;
/** Of work for each worker, or it is not worth its start. */
const WORTH_A_START = 250;
const MEMORY_SHARE = 0.75;

export class ThreadExecutor implements Executor {
  readonly threads: number;
  private readonly local: LocalDays;
  private readonly pool: Pool;
  private readonly patience: number;
  /** Milliseconds that this thread has simulated, in all runs. */
  private spent = 0;

  constructor(options: ThreadExecutorOptions = {}) {
    this.threads = options.threads ?? os.availableParallelism();
    this.patience = options.patience ?? 500;
    this.local = new LocalDays(options.guard);
    this.pool = new Pool({
      entry: options.entry ?? new URL('./worker.js', import.meta.url),
      memory: options.memory ?? memoryFor(this.threads),
      dayLimit: options.dayLimit ?? DAY_LIMIT,
      onNotice: options.onNotice ?? (() => {}),
    });
  }

  async run(work: Work): Promise<void> {
    const { to, signal, onDays } = work;
    let next = work.from;
    let slices = 0;
    let pace = 0;
    while (next < to && !signal?.aborted) {
      if (this.isForThreads(work, slices, (to - next) * pace)) {
        this.local.letGo();
        const job = new Job(work, next, this.threads, pace);
        await this.pool.run(job);
        next = job.reached;
        continue;
      }
      const began = performance.now();
      const days = this.local.slice(work, next);
      if (days === null) return;
      const took = performance.now() - began;
      this.spent += took;
      slices++;
      pace = took / days.count;
      next += days.count;
      onDays(days);
      if (slices > 1) this.startFor((to - next) * pace);
      if (next < to) await turn();
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  /** Starts workers where it pays for so many milliseconds of work. */
  private startFor(rest: number): void {
    if (this.threads === 1 || this.spent < JUDGED_AFTER || this.spent + rest < this.patience) return;
    const worth = Math.floor(rest / WORTH_A_START);
    if (worth > 0) this.pool.start(Math.min(this.threads, worth));
  }

  /** Whether workers take over, of whose work so many milliseconds are left as far as is known after so many slices. */
  private isForThreads({ design, seed }: Work, slices: number, rest: number): boolean {
    if (this.threads === 1 || this.pool.isBroken) return false;
    if (this.patience === 0) {
      this.pool.start(this.threads);
      return true;
    }
    return this.pool.isReady && (this.pool.knows(design, seed) || (slices > 1 && rest > WORTH_A_START));
  }
}

/** As many mebibytes for each as leave a quarter of the memory to others: the machine's, or a container's, if that is less. */
function memoryFor(threads: number): number {
  const most = Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.max(256, Math.floor((MEMORY_SHARE * most) / threads / 2 ** 20));
}
