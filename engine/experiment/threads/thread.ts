/**
 * A worker thread as the main thread sees it: what it has been asked for and not yet answered, whether it is still alive,
 * and of what it died.
 */
import { Worker } from 'node:worker_threads';
import { messageOf } from '../executor.ts';
import { type Order, Pulse, type Report } from './messages.ts';

export interface ThreadOptions {
  /** The file that a worker starts with. */
  readonly entry: URL;
  /** Mebibytes that the heap of a worker may take. */
  readonly memory: number;
  readonly onReport: (report: Report) => void;
  /** Called once, and not where the thread is ended by `end`. `reason` goes on after "a worker thread". */
  readonly onDeath: (reason: string) => void;
}

/** Longest time that counts between two looks, so that a machine that slept has not been busy meanwhile. */
const LONGEST_LOOK = 2000;

export class Thread {
  isReady = false;
  private readonly worker: Worker;
  private readonly pulse = new Pulse();
  private readonly options: ThreadOptions;
  private isOver = false;
  private beats = -1;
  private looked = performance.now();
  /** Milliseconds without a beat. */
  private still = 0;

  constructor(options: ThreadOptions) {
    this.options = options;
    this.worker = new Worker(options.entry, {
      workerData: this.pulse.memory,
      resourceLimits: { maxOldGenerationSizeMb: options.memory },
    });
    this.worker.on('message', (report: Report) => {
      if (this.isOver) return;
      this.rest();
      if (report.kind === 'ready') this.isReady = true;
      options.onReport(report);
    });
    this.worker.on('messageerror', () => this.die('could not say what it has done'));
    this.worker.on('error', (thrown: NodeJS.ErrnoException) =>
      this.die(
        thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `has run out of memory (${options.memory} MB)`
          : `has failed (${messageOf(thrown)})`,
      ),
    );
    this.worker.on('exit', (code) => this.die(`has ended by itself (${code})`));
    // What is waited for keeps the program running, not the threads.
    this.worker.unref();
  }

  /** Where it is, or was last. */
  get replication(): number {
    return this.pulse.replication;
  }

  send(order: Order): void {
    this.worker.postMessage(order);
  }

  /** Begins to count anew how long it has been still. */
  rest(): void {
    this.still = 0;
    this.looked = performance.now();
  }

  /** Ends it where it has been busy with one day, or with starting, for longer than so many milliseconds. */
  look(limit: number): void {
    const now = performance.now();
    const { beats } = this.pulse;
    if (beats !== this.beats) this.still = 0;
    else this.still += Math.min(now - this.looked, LONGEST_LOOK);
    this.beats = beats;
    this.looked = now;
    if (this.still <= limit) return;
    this.die(`has not come to the end of a day within ${Math.round(limit / 1000)} s`);
    void this.worker.terminate();
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.worker.terminate();
  }

  private die(reason: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.options.onDeath(reason);
  }
}
