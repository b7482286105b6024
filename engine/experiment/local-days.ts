/**
 * Days made in this very thread, a slice at a time, so that the event loop can have its turn in between: signals, timers
 * and progress are then served.
 */
import { DayMaker } from './day-maker.ts';
import type { Days } from './days.ts';
import { type Design, modelOf } from './design.ts';
import { ReplicationError, type Work } from './executor.ts';

/** Milliseconds of work between two turns of the event loop; one day, if that takes longer. */
const SLICE = 50;

/** Calls what it is given, and may end it early by an error, as when it takes too long. */
export type Guard = <T>(act: () => T) => T;

export class LocalDays {
  private readonly guard: Guard;
  /** The last design that days were made of, since it is asked for again and again. */
  private last: { readonly design: Design; readonly seed: string; readonly maker: DayMaker } | null = null;

  constructor(guard: Guard = (act) => act()) {
    this.guard = guard;
  }

  /** Some days of the work from `from` on. Null where they were cut short because the work is to end. */
  slice(work: Work, from: number): Days | null {
    const maker = this.makerFor(work);
    const end = performance.now() + SLICE;
    try {
      return this.guard(() => maker.make(from, work.to, () => performance.now() >= end));
    } catch (thrown) {
      this.last = null;
      if (work.signal?.aborted) return null;
      throw new ReplicationError(work, maker.replication, thrown);
    }
  }

  private makerFor({ design, seed }: Work): DayMaker {
    if (this.last?.design !== design || this.last.seed !== seed) {
      this.last = { design, seed, maker: new DayMaker(modelOf(design), seed) };
    }
    return this.last.maker;
  }
}

/** Resolves after the event loop has served what was waiting. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
}
