/**
 * Runs days on all cores, on Node's own `worker_threads`; not for browsers. A run begins in this thread at once, and only
 * when the rest of it would take long do workers start, and help when they are ready. Days are handed over in their
 * order, so that any number of threads gives the same bytes.
 *
 * This thread goes on with days of its own meanwhile: its code is compiled by then, and a worker takes seconds of a
 * processor until it is as fast.
 *
 * Why no pool library: piscina 5 and tinypool 2 were read. They start workers and queue tasks, but do not do a task again
 * whose worker died, watch no heartbeat, bound no results that wait for their turn, and keep nothing (a compiled design) in
 * a certain worker; all that would still be to be written, round an API that hides the worker which has to be ended.
 * What is left for them is the hundred lines of `Pool`.
 */
import os from 'node:os';
import { type Executor, messageOf, ReplicationError, type Work } from '../executor.ts';
import { type Guard, LocalDays, turn } from '../local-days.ts';
import { Job } from './job.ts';
import type { Shard } from './messages.ts';
import { Pool, type PoolOptions } from './pool.ts';

export interface ThreadExecutorOptions extends Partial<PoolOptions> {
  /** All that the machine offers where not given. With 1 no worker is ever started. */
  readonly threads?: number;
  /** Round what is done in this thread. */
  readonly guard?: Guard;
  /** Whether workers start at once, and not only for a run that promises to be long. */
  readonly isAtOnce?: boolean;
  /** Whether all is left to workers, so that this thread only waits for them. */
  readonly isLeftToWorkers?: boolean;
}

/** A day that takes longer, in milliseconds, is taken for endless. */
export const DAY_LIMIT = 60_000;
/** Milliseconds after which a run can be judged, and surely: until then code is not yet compiled, and days are slow. */
const JUDGED_AFTER = 800;
const SURE_AFTER = 1500;
/**
 * Milliseconds of work that are left for each worker, or it is not worth its start; for those on the last processor, which V8
 * compiles on meanwhile for all of them, and beyond; or its learning of another design.
 */
const WORTH_A_START = 1000;
const WORTH_THE_LAST = 4000;
const WORTH_A_DESIGN = 200;
const MEMORY_SHARE = 0.75;

export class ThreadExecutor implements Executor {
  readonly threads: number;
  private readonly local: LocalDays;
  private readonly pool: Pool;
  private readonly workers: number;
  private readonly isAtOnce: boolean;
  private readonly isLeftToWorkers: boolean;
  /** Milliseconds that this thread has simulated, in all runs. */
  private spent = 0;

  constructor(options: ThreadExecutorOptions = {}) {
    this.threads = options.threads ?? os.availableParallelism();
    this.isAtOnce = options.isAtOnce ?? false;
    this.isLeftToWorkers = options.isLeftToWorkers ?? false;
    this.workers = this.threads - (this.isLeftToWorkers ? 0 : 1);
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
        const job = new Job(work, next, this.threads, pace);
        await Promise.all([this.pool.run(job), this.isLeftToWorkers ? null : this.help(job)]);
        next = job.reached;
        continue;
      }
      const began = performance.now();
      const days = this.local.slice(work, next);
      if (days === null) return;
      const took = performance.now() - began;
      this.spent += took;
      slices++;
      const now = took / days.count;
      // The first slice has compiled the design; any other may be a single day, and that the longest.
      pace = slices <= 2 ? now : pace + (now - pace) / 4;
      next += days.count;
      onDays(days);
      if (slices > 1) this.startFor((to - next) * pace);
      if (next < to) await turn();
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  /** Makes days of the job in this thread, as long as there are any. */
  private async help(job: Job): Promise<void> {
    while (!job.isOver) {
      const shard = job.take();
      if (shard === null) await job.moved();
      else await this.make(job, shard);
    }
  }

  private async make(job: Job, shard: Shard): Promise<void> {
    let left = shard;
    while (!job.isOver) {
      const began = performance.now();
      try {
        const days = this.local.slice({ ...job.work, to: left.to }, left.from);
        if (days === null) return;
        const reached = left.from + days.count;
        const [done, rest] = reached < left.to ? job.split(left, reached) : [left, null];
        job.deliver(done, days, performance.now() - began);
        if (rest === null) break;
        left = rest;
      } catch (thrown) {
        if (!(thrown instanceof ReplicationError)) throw thrown;
        const { cause } = thrown;
        const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
        job.fail(left, thrown.replication, { message: messageOf(cause), stack });
        return;
      }
      await turn();
    }
    await turn();
  }

  /** Starts workers where it pays for so many milliseconds of work. */
  private startFor(rest: number): void {
    if (this.workers === 0 || this.spent < JUDGED_AFTER) return;
    const spare = Math.max(0, os.availableParallelism() - 2);
    const beside = Math.min(spare, Math.floor(rest / WORTH_A_START));
    const last = beside < spare || this.spent < SURE_AFTER ? 0 : Math.floor(rest / WORTH_THE_LAST);
    const size = Math.min(this.workers, beside + last);
    if (size > 0) this.pool.start(size);
  }

  /** Whether workers help, of whose work so many milliseconds are left as far as is known after so many slices. */
  private isForThreads({ design, seed }: Work, slices: number, rest: number): boolean {
    if (this.workers === 0 || this.pool.isBroken) return false;
    if (this.isAtOnce) {
      this.pool.start(this.workers);
      return true;
    }
    return this.pool.isReady && (this.pool.knows(design, seed) || (slices > 1 && rest > WORTH_A_DESIGN));
  }
}

/** As many mebibytes for each as leave a quarter of the memory to others: the machine's, or a container's, if that is less. */
function memoryFor(threads: number): number {
  const most = Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.max(256, Math.floor((MEMORY_SHARE * most) / threads / 2 ** 20));
}
