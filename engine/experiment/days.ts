/**
 * The figures of consecutive days, packed: what travels between threads, is kept on disk, and is added to a sample. Nothing
 * but flat columns, so that sending them copies no object and reading them needs no model.
 */
import type { Observations } from '../statistics/observations.ts';
import type { DayFigures } from '../statistics/statistics.ts';

/** One column of numbers of all days, and where each day's begin and, last, where all end. */
export interface Ragged {
  /** Length: days + 1. */
  readonly starts: Int32Array;
  readonly values: Float64Array;
  /** By value: what it belongs to, as a dense index; of figures the offset in the row (`Layout`). */
  readonly owners: Int32Array;
}

export interface Days {
  /** The replication of the first of them. */
  readonly first: number;
  readonly count: number;
  /** The figures of each day other than zero, in the order of their offsets. */
  readonly figures: Ragged;
  /** Each wait, and each stay, as in `DayFigures`. */
  readonly waits: Ragged;
  readonly stays: Ragged;
}

/** Packs days, and keeps its memory for those that come after. */
export class DaysPacker {
  private first: number;
  private count = 0;
  private readonly figures = new RaggedPacker();
  private readonly waits = new RaggedPacker();
  private readonly stays = new RaggedPacker();

  constructor(first: number) {
    this.first = first;
  }

  /** Begins anew, with the day of this number. */
  begin(first: number): void {
    this.first = first;
    this.count = 0;
    this.figures.begin();
    this.waits.begin();
    this.stays.begin();
  }

  /** Adds the next day; copies what it keeps. */
  add({ row, waits, stays }: DayFigures): void {
    for (let offset = 0; offset < row.length; offset++)
      if (row[offset] !== 0) this.figures.add(row[offset], offset);
    this.figures.endDay();
    this.waits.addAll(waits);
    this.stays.addAll(stays);
    this.count++;
  }

  pack(): Days {
    const { first, count, figures, waits, stays } = this;
    return { first, count, figures: figures.pack(), waits: waits.pack(), stays: stays.pack() };
  }
}

function buffersOf({ figures, waits, stays }: Days): ArrayBuffer[] {
  return [figures, waits, stays].flatMap(({ starts, values, owners }) =>
    [starts, values, owners].map(({ buffer }) => buffer as ArrayBuffer),
  );
}

/**
 * Gives up the memory of packed days, which cannot be used any more. A thread that only takes days in has little other garbage,
 * and would keep some 60 MB of them before it looks.
 */
export function giveUp(days: Days): void {
  // Not in every Node that runs this.
  for (const buffer of buffersOf(days)) buffer.transfer?.(0);
}

class RaggedPacker {
  private starts = new Int32Array(64);
  private days = 0;
  private values = new Float64Array(1024);
  private owners = new Int32Array(1024);
  private length = 0;

  begin(): void {
    this.days = this.length = 0;
  }

  add(value: number, owner: number): void {
    if (this.length === this.values.length) this.reach(this.length + 1);
    this.values[this.length] = value;
    this.owners[this.length++] = owner;
  }

  addAll({ values, owners, length }: Observations): void {
    this.reach(this.length + length);
    this.values.set(values.subarray(0, length), this.length);
    this.owners.set(owners.subarray(0, length), this.length);
    this.length += length;
    this.endDay();
  }

  endDay(): void {
    if (++this.days === this.starts.length) this.starts = copyOf(this.starts, new Int32Array(2 * this.days));
    this.starts[this.days] = this.length;
  }

  pack(): Ragged {
    return {
      starts: this.starts.slice(0, this.days + 1),
      values: this.values.slice(0, this.length),
      owners: this.owners.slice(0, this.length),
    };
  }

  private reach(length: number): void {
    if (length <= this.values.length) return;
    const room = Math.max(length, 2 * this.values.length);
    this.values = copyOf(this.values, new Float64Array(room));
    this.owners = copyOf(this.owners, new Int32Array(room));
  }
}

function copyOf<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
