/**
 * Exposures that still go on: of one service or one visitor (the owner), by who perceives what. Kept as lists, since each
 * owner has few; all of an entry in one row of numbers, since it is looked at together.
 */
import { reach } from '../statistics/sheet.ts';
import type { Conflict } from './conflict.ts';

/**
 * One go of perceiving something, in a stay or on a way: a row of numbers by STRETCH, so that none of them is passed, and
 * boxed, one by one.
 */
export type Stretch = Float64Array;
export const STRETCH = {
  /** When it began and ended; with so many seconds of exposure between. */
  from: 0,
  to: 1,
  seconds: 2,
  /** Those times people and probabilities; and of them, what is understood. */
  exposure: 3,
  understood: 4,
  /** That at least one of those who perceive it is such as must not. */
  probability: 5,
  strength: 6,
  /** What is multiplied by the seconds of the tally: 1, or the length where that is of each second. */
  scale: 7,
} as const;
export const newStretch = (): Stretch => new Float64Array(Object.keys(STRETCH).length);

/** Positions in the row of an entry. */
export const ENTRY = {
  /** The next entry of the owner, or -1. */
  next: 0,
  kind: 1,
  /** The serial number of a visitor, or -1. */
  witness: 2,
  persons: 3,
  probability: 4,
  /** Seconds of exposure so far, the first and last moment of it. */
  seconds: 5,
  from: 6,
  to: 7,
  /** How long its longest stretch was, how strong, and from which vantage. */
  longest: 8,
  strength: 9,
  vantage: 10,
  /** Whose matter it is (a serial number, or -1), and which; for owners that can expose more than one. */
  subject: 11,
  matter: 12,
} as const;
const ENTRIES = Object.keys(ENTRY).length;

export class OpenExposures {
  /** By owner: its first entry, or -1. */
  private first = new Int32Array(64).fill(-1);
  /** Of all entries, each named by where its row begins. */
  rows = new Float64Array(64 * ENTRIES);
  private freed = -1;
  private used = 0;

  clear(): void {
    this.first.fill(-1);
    this.freed = -1;
    this.used = 0;
  }

  firstOf(owner: number): number {
    return owner < this.first.length ? this.first[owner] : -1;
  }

  /** The owner's entry for this kind and witness, made where there is none. */
  entry(owner: number, kind: number, witness: number): number {
    const { rows } = this;
    for (let entry = this.firstOf(owner); entry >= 0; entry = rows[entry + ENTRY.next]) {
      if (rows[entry + ENTRY.witness] === witness && rows[entry + ENTRY.kind] === kind) return entry;
    }
    return this.add(owner, kind, witness);
  }

  /** A further entry. */
  add(owner: number, kind: number, witness: number): number {
    if (owner >= this.first.length) this.first = reach(this.first, owner, -1);
    const entry = this.take();
    const { rows } = this;
    rows[entry + ENTRY.next] = this.first[owner];
    rows[entry + ENTRY.kind] = kind;
    rows[entry + ENTRY.witness] = witness;
    rows[entry + ENTRY.probability] = rows[entry + ENTRY.seconds] = 0;
    rows[entry + ENTRY.longest] = rows[entry + ENTRY.strength] = 0;
    rows[entry + ENTRY.vantage] = -1;
    this.first[owner] = entry;
    return entry;
  }

  /** Adds a stretch to an entry, with where it was perceived from. */
  lengthen(entry: number, stretch: Stretch, vantage: number): void {
    const { rows } = this;
    const seconds = stretch[STRETCH.seconds];
    if (rows[entry + ENTRY.seconds] === 0) rows[entry + ENTRY.from] = stretch[STRETCH.from];
    rows[entry + ENTRY.seconds] += seconds;
    rows[entry + ENTRY.to] = stretch[STRETCH.to];
    if (stretch[STRETCH.probability] > rows[entry + ENTRY.probability])
      rows[entry + ENTRY.probability] = stretch[STRETCH.probability];
    if (seconds <= rows[entry + ENTRY.longest]) return;
    rows[entry + ENTRY.longest] = seconds;
    rows[entry + ENTRY.strength] = stretch[STRETCH.strength];
    rows[entry + ENTRY.vantage] = vantage;
  }

  /** What a conflict is to say of an entry. */
  told(
    entry: number,
  ): Pick<Conflict, 'from' | 'to' | 'seconds' | 'witness' | 'persons' | 'probability' | 'vantage'> {
    const { rows } = this;
    return {
      from: rows[entry + ENTRY.from],
      to: rows[entry + ENTRY.to],
      seconds: rows[entry + ENTRY.seconds],
      witness: rows[entry + ENTRY.witness],
      persons: rows[entry + ENTRY.persons],
      probability: rows[entry + ENTRY.probability],
      vantage: rows[entry + ENTRY.vantage],
    };
  }

  /** Forgets the owner's entries. */
  close(owner: number): void {
    const first = this.firstOf(owner);
    if (first < 0) return;
    const { rows } = this;
    let last = first;
    while (rows[last + ENTRY.next] >= 0) last = rows[last + ENTRY.next];
    rows[last + ENTRY.next] = this.freed;
    this.freed = first;
    this.first[owner] = -1;
  }

  private take(): number {
    if (this.freed >= 0) {
      const entry = this.freed;
      this.freed = this.rows[entry + ENTRY.next];
      return entry;
    }
    const entry = this.used;
    this.used += ENTRIES;
    if (this.used > this.rows.length) this.rows = reach(this.rows, this.used - 1, 0);
    return entry;
  }
}
