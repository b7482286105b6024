/**
 * Exposures that still go on: of one service or one visitor (the owner), by who perceives what. Kept as lists by owner, and
 * in buckets by owner, kind and witness: hundreds walk past a service in a large hall. All of an entry is in one row of
 * numbers, since it is looked at together.
 */
import { KIND_IDS } from '../statistics/scopes.ts';
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
  /** The next entry in the bucket, or -1; UNLISTED where it is in none. */
  chain: 13,
  owner: 14,
} as const;
const ENTRIES = Object.keys(ENTRY).length;
const UNLISTED = -2;
/** How many bits of a hash there are buckets for, at first. */
const BUCKET_BITS = 6;
/** Odd numbers that spread neighbours, of which the first is near 2^32 over the golden ratio (Knuth, volume 3, 6.4). */
const SPREAD = 0x9e3779b1;
const SPREAD_WITNESS = 0x85ebca6b;

export class OpenExposures {
  /** By owner: its first entry, or -1. */
  private first = new Int32Array(64).fill(-1);
  /** Of all entries, each named by where its row begins. */
  rows = new Float64Array(64 * ENTRIES);
  private freed = -1;
  private used = 0;
  /** The first entry in each bucket, or -1; and how many are in buckets. */
  private buckets = new Int32Array(2 ** BUCKET_BITS).fill(-1);
  private bits = BUCKET_BITS;
  private listed = 0;

  clear(): void {
    this.first.fill(-1);
    this.buckets.fill(-1);
    this.freed = -1;
    this.used = this.listed = 0;
  }

  firstOf(owner: number): number {
    return owner < this.first.length ? this.first[owner] : -1;
  }

  /** The owner's entry for this kind and witness, made where there is none. */
  entry(owner: number, kind: number, witness: number): number {
    const { rows } = this;
    for (let at = this.buckets[this.bucketOf(owner, kind, witness)]; at >= 0; at = rows[at + ENTRY.chain]) {
      if (
        rows[at + ENTRY.witness] === witness &&
        rows[at + ENTRY.owner] === owner &&
        rows[at + ENTRY.kind] === kind
      )
        return at;
    }
    const entry = this.add(owner, kind, witness);
    if (++this.listed > this.buckets.length) this.spread();
    this.list(entry);
    return entry;
  }

  /** A further entry, which `entry` does not find. */
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
    rows[entry + ENTRY.owner] = owner;
    rows[entry + ENTRY.chain] = UNLISTED;
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
    for (let entry = first; entry >= 0; entry = rows[entry + ENTRY.next]) {
      if (rows[entry + ENTRY.chain] !== UNLISTED) this.unlist(entry);
      last = entry;
    }
    rows[last + ENTRY.next] = this.freed;
    this.freed = first;
    this.first[owner] = -1;
  }

  private bucketOf(owner: number, kind: number, witness: number): number {
    const mixed = Math.imul(owner, SPREAD) ^ Math.imul(witness * KIND_IDS.length + kind, SPREAD_WITNESS);
    return Math.imul(mixed ^ (mixed >>> 15), SPREAD) >>> (32 - this.bits);
  }

  private bucket(entry: number): number {
    const { rows } = this;
    return this.bucketOf(rows[entry + ENTRY.owner], rows[entry + ENTRY.kind], rows[entry + ENTRY.witness]);
  }

  private list(entry: number): void {
    const bucket = this.bucket(entry);
    this.rows[entry + ENTRY.chain] = this.buckets[bucket];
    this.buckets[bucket] = entry;
  }

  private unlist(entry: number): void {
    const { rows, buckets } = this;
    const bucket = this.bucket(entry);
    const next = rows[entry + ENTRY.chain];
    this.listed--;
    if (buckets[bucket] === entry) {
      buckets[bucket] = next;
      return;
    }
    let before = buckets[bucket];
    while (rows[before + ENTRY.chain] !== entry) before = rows[before + ENTRY.chain];
    rows[before + ENTRY.chain] = next;
  }

  /** Twice as many buckets. */
  private spread(): void {
    const { buckets, rows } = this;
    this.buckets = new Int32Array(2 ** ++this.bits).fill(-1);
    for (const first of buckets) {
      let next = first;
      while (next >= 0) {
        const entry = next;
        next = rows[entry + ENTRY.chain];
        this.list(entry);
      }
    }
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
