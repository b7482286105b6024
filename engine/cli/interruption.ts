/**
 * Ctrl-C: the first ends what runs, cleanly and with what is known so far; the second ends the program at once, whatever
 * it is busy with, since from then on nobody catches the signal.
 */
import type { Io } from './io.ts';

export class Interruption {
  private readonly controller = new AbortController();
  private readonly io: Io;
  private readonly interrupt = () => this.now();

  constructor(io: Io) {
    this.io = io;
    process.once('SIGINT', this.interrupt);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** As if Ctrl-C had been pressed. */
  now(): void {
    process.off('SIGINT', this.interrupt);
    if (this.signal.aborted) return;
    this.controller.abort();
    this.io.err(
      `${this.io.interactive ? '\n' : ''}Stopping with what is known so far; Ctrl-C again ends at once.\n`,
    );
  }

  /** Lets Ctrl-C do again what it does elsewhere. */
  close(): void {
    process.off('SIGINT', this.interrupt);
  }
}
