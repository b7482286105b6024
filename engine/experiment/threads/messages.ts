/** What the main thread and its workers say to each other. Days come back as copies: see `serve`. */
import type { Days } from '../days.ts';
import type { PortableDesign } from '../design.ts';

/** Consecutive replications [from, to), done in one go by one worker. */
export interface Shard {
  readonly from: number;
  readonly to: number;
}

export type Order =
  | { readonly kind: 'design'; readonly id: number; readonly design: PortableDesign; readonly seed: string }
  | { readonly kind: 'forget'; readonly id: number }
  /** `design` is the id of one that was sent before. */
  | { readonly kind: 'shard'; readonly design: number; readonly shard: Shard };

export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'days'; readonly days: Days; readonly milliseconds: number }
  /** The engine has thrown. */
  | { readonly kind: 'failed'; readonly replication: number; readonly thrown: Thrown };

/** What of an error is carried over. */
export interface Thrown {
  readonly message: string;
  readonly stack: string;
}

/**
 * Memory that both see, by which the main thread knows, without a message, that a worker is alive and where it is: it
 * counts a beat and writes the replication at the beginning of each day.
 */
export class Pulse {
  readonly memory: SharedArrayBuffer;
  private readonly numbers: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.memory = memory;
    this.numbers = new Int32Array(memory);
  }

  beat(replication: number): void {
    Atomics.store(this.numbers, 1, replication);
    Atomics.add(this.numbers, 0, 1);
  }

  get beats(): number {
    return Atomics.load(this.numbers, 0);
  }

  /** Where the worker is, or was last. */
  get replication(): number {
    return Atomics.load(this.numbers, 1);
  }
}
