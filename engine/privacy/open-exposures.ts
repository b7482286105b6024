/**
 * Exposures that still go on: of one service or one visitor (the owner), by who perceives what. Kept as lists by owner, and
 * found by owner, kind and witness in a hash table: hundreds walk past a service in a large hall. All of an entry is in one row of
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
  /** -1 once it is closed. */
  owner: 13,
} as const;
const ENTRIES = Object.keys(ENTRY).length;
/** How many bits of a hash the table has slots for, at first. */
const FIRST_BITS = 7;
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
  /**
   * A hash table with linear probing: entries, or -1. What is closed stays in it, and is known by its owner, until so many
   * slots are filled that the table is made anew.
   */
  private slots = new Int32Array(2 ** FIRST_BITS).fill(-1);
  /** The slots before they were tidied. */
  private former = new Int32Array(0);
  private bits = FIRST_BITS;
  private filled = 0;
  private readonly isTold: boolean;

  /** Where conflicts are not told one by one, when and where they were is not kept. */
  constructor(isTold = true) {
    this.isTold = isTold;
  }

  clear(): void {
    this.first.fill(-1);
    this.slots.fill(-1);
    this.freed = -1;
    this.used = this.filled = 0;
  }

  firstOf(owner: number): number {
    return owner < this.first.length ? this.first[owner] : -1;
  }

  /** Whether the owner has an entry for this kind and witness. */
  has(owner: number, kind: number, witness: number): boolean {
    return this.slots[this.seek(owner, kind, witness)] >= 0;
  }

  /** The owner's entry for this kind and witness, made where there is none. */
  entry(owner: number, kind: number, witness: number): number {
    const slot = this.seek(owner, kind, witness);
    const found = this.slots[slot];
    if (found >= 0) return found;
    const entry = this.add(owner, kind, witness);
    this.slots[slot] = entry;
    if (2 * ++this.filled > this.slots.length) this.tidy();
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
    rows[entry + ENTRY.owner] = owner;
    this.first[owner] = entry;
    if (!this.isTold) return entry;
    rows[entry + ENTRY.longest] = rows[entry + ENTRY.strength] = 0;
    rows[entry + ENTRY.vantage] = -1;
    return entry;
  }

  /** Adds a stretch to an entry, with where it was perceived from. */
  lengthen(entry: number, stretch: Stretch, vantage: number): void {
    const { rows } = this;
    const seconds = stretch[STRETCH.seconds];
    const isFirst = rows[entry + ENTRY.seconds] === 0;
    rows[entry + ENTRY.seconds] += seconds;
    if (stretch[STRETCH.probability] > rows[entry + ENTRY.probability])
      rows[entry + ENTRY.probability] = stretch[STRETCH.probability];
    if (!this.isTold) return;
    if (isFirst) rows[entry + ENTRY.from] = stretch[STRETCH.from];
    rows[entry + ENTRY.to] = stretch[STRETCH.to];
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
      rows[entry + ENTRY.owner] = -1;
      last = entry;
    }
    rows[last + ENTRY.next] = this.freed;
    this.freed = first;
    this.first[owner] = -1;
  }

  /** The slot of such an entry, or else the free one for it. */
  private seek(owner: number, kind: number, witness: number): number {
    const { rows, slots } = this;
    const last = slots.length - 1;
    let slot = this.slotOf(owner, kind, witness);
    for (let at = slots[slot]; at >= 0; at = slots[slot]) {
      if (
        rows[at + ENTRY.witness] === witness &&
        rows[at + ENTRY.owner] === owner &&
        rows[at + ENTRY.kind] === kind
      )
        break;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  private slotOf(owner: number, kind: number, witness: number): number {
    const mixed = Math.imul(owner, SPREAD) ^ Math.imul(witness * KIND_IDS.length + kind, SPREAD_WITNESS);
    return Math.imul(mixed ^ (mixed >>> 15), SPREAD) >>> (32 - this.bits);
  }

  /** Makes the table anew with what is still open, at most a quarter full. */
  private tidy(): void {
    const { rows } = this;
    if (this.former.length < this.slots.length) this.former = new Int32Array(this.slots.length);
    const { former } = this;
    const count = this.slots.length;
    former.set(this.slots);
    let open = 0;
    for (let k = 0; k < count; k++) if (former[k] >= 0 && rows[former[k] + ENTRY.owner] >= 0) open++;
    while (4 * open > 2 ** this.bits) this.bits++;
    if (count === 2 ** this.bits) this.slots.fill(-1);
    else this.slots = new Int32Array(2 ** this.bits).fill(-1);
    this.filled = 0;
    for (let k = 0; k < count; k++)
      if (former[k] >= 0 && rows[former[k] + ENTRY.owner] >= 0) this.keep(former[k]);
  }

  /** Puts an entry into the table; once, though it may have been there twice, closed and made use of anew. */
  private keep(entry: number): void {
    const { rows, slots } = this;
    const last = slots.length - 1;
    let slot = this.slotOf(rows[entry + ENTRY.owner], rows[entry + ENTRY.kind], rows[entry + ENTRY.witness]);
    while (slots[slot] >= 0) {
      if (slots[slot] === entry) return;
      slot = (slot + 1) & last;
    }
    slots[slot] = entry;
    this.filled++;
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
