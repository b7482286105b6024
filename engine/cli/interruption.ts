/**
 * Ctrl-C, and the SIGTERM by which service managers and batch systems ask a program to end: the first ends what runs,
 * cleanly and with what is known so far; the second ends the program at once, whatever it is busy with, since from then on
 * nobody catches the signals. SIGHUP is left alone, so that `nohup` keeps its meaning.
 */
import type { Io } from './io.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export class Interruption {
  private readonly controller = new AbortController();
  private readonly io: Io;
  private readonly interrupt = () => this.now();

  constructor(io: Io) {
    this.io = io;
    for (const signal of SIGNALS) process.on(signal, this.interrupt);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** As if Ctrl-C had been pressed. */
  now(): void {
    this.close();
    if (this.signal.aborted) return;
    this.controller.abort();
    this.io.err(
      `${this.io.interactive ? '\n' : ''}Stopping with what is known so far; Ctrl-C again ends at once.\n`,
    );
  }

  /** Lets the signals do again what they do elsewhere. */
  close(): void {
    for (const signal of SIGNALS) process.off(signal, this.interrupt);
  }
}
