/**
 * Progress on the error output: a bar for a person at a terminal, nothing in a pipe. It says how many days are done, how fast,
 * how long it will take, and how well the mean wait, or the figure that the run is for, is known by now.
 */
import type { SingleBar } from 'cli-progress';
import type { Measure } from '../experiment/results.ts';
import type { RunProgress } from '../experiment/run.ts';
import { type Pace, PaceMeter, progressLine } from './progress-line.ts';

export interface Progress {
  update(progress: RunProgress): void;
  stop(): void;
}

export interface ProgressOptions {
  /** What the bar calls the design. */
  readonly name: string;
  /** The figure whose half-width is shown, as it stands; it is asked for twice a second. */
  readonly figureOf: (progress: RunProgress) => Measure | null;
  readonly isRelative: boolean;
}

const SILENT: Progress = { update: () => {}, stop: () => {} };
/** A run that is over before this many milliseconds shows no bar. */
const PATIENCE = 300;
/** Milliseconds between two looks at the figure, and at the speed. */
const LOOK_EVERY = 500;

export function progressFor(options: ProgressOptions, isShown: boolean): Progress {
  return isShown ? new Bar(options) : SILENT;
}

class Bar implements Progress {
  private readonly options: ProgressOptions;
  private readonly meter = new PaceMeter();
  private readonly began = performance.now();
  private bar: SingleBar | null = null;
  private isLoading = false;
  private isStopped = false;
  private looked = Number.NEGATIVE_INFINITY;
  private pace: Pace = { rate: null };
  private figure: Measure | null = null;
  private last: RunProgress | null = null;

  constructor(options: ProgressOptions) {
    this.options = options;
  }

  update(progress: RunProgress): void {
    const now = performance.now();
    this.last = progress;
    if (this.isStopped) return;
    if (now - this.began <= PATIENCE) return;
    if (now - this.looked >= LOOK_EVERY) {
      this.looked = now;
      this.pace = this.meter.note(progress.done, now);
      this.figure = this.options.figureOf(progress);
    }
    this.bar?.update(progress.done);
    if (!this.isLoading) void this.start();
  }

  stop(): void {
    if (!this.isStopped) this.bar?.stop();
    this.isStopped = true;
  }

  /** The bar's library is loaded when there is something to show. */
  private async start(): Promise<void> {
    this.isLoading = true;
    const { SingleBar } = await import('cli-progress');
    if (this.isStopped) return;
    const { stderr } = process;
    this.bar = new SingleBar({
      stream: stderr,
      format: () => progressLine(this.state(), (stderr.columns ?? 80) - 1),
      clearOnComplete: true,
      // Neither the lines nor the signals of the terminal are touched, so that it can be left at any moment.
      linewrap: true,
      gracefulExit: false,
    });
    this.bar.start(this.last?.expected ?? 1, this.last?.done ?? 0);
  }

  private state() {
    const { done, expected } = this.last ?? { done: 0, expected: 1 };
    const { name, isRelative } = this.options;
    return { name, isRelative, done, expected, pace: this.pace, figure: this.figure };
  }
}
