/**
 * Exposures that still go on: of one service or one visitor (the owner), by who perceives what. Kept as lists by owner, and
 * found by owner, kind and witness in a hash table: hundreds walk past a service in a large hall.
 */
import { KIND_IDS } from '../statistics/scopes.ts';
import { reach } from '../statistics/sheet.ts';
import type { Conflict } from './conflict.ts';

/** One go of perceiving something, in a stay or on a way. Written over for the next, since a number that is passed is boxed. */
export class Stretch {
  /** When it began and ended; with so many seconds of exposure between. */
  from = Number.NaN;
  to = Number.NaN;
  seconds = Number.NaN;
  /** Those times people and probabilities; and of them, what is understood. */
  exposure = Number.NaN;
  understood = Number.NaN;
  /** That at least one of those who perceive it is such as must not. */
  probability = Number.NaN;
  strength = Number.NaN;
  /** What is multiplied by the seconds of the tally: 1, or the length where that is of each second. */
  scale = Number.NaN;
}

/** An entry is named by where its two rows begin. Positions in that of whole numbers. */
export const INTEGER = {
  /** The next entry of the owner, or -1. */
  next: 0,
  kind: 1,
  /** The serial number of a visitor, or -1. */
  witness: 2,
  /** -1 once it is closed. */
  owner: 3,
  persons: 4,
  /** From which vantage its longest stretch was perceived, or -1. */
  vantage: 5,
  /** Whose matter it is (a serial number, or -1), and which; for owners that can expose more than one. */
  subject: 6,
  matter: 7,
} as const;
/** Positions in that of times and shares. */
export const ENTRY = {
  /** Seconds of exposure so far, the first and last moment of it. */
  seconds: 0,
  from: 1,
  to: 2,
  probability: 3,
  /** How long its longest stretch was, and how strong. */
  longest: 4,
  strength: 5,
} as const;
/** Both rows are as long as the longer, so that they begin at the same place. */
const ROW = Math.max(Object.keys(INTEGER).length, Object.keys(ENTRY).length);
/** A power of 2. */
const FIRST_SLOTS = 128;
/** As many as tell apart all kinds. */
const KIND_BITS = 32 - Math.clz32(KIND_IDS.length - 1);
/** Odd numbers that spread neighbours, of which the first is near 2^32 over the golden ratio (Knuth, volume 3, 6.4). */
const SPREAD = 0x9e3779b1;
const SPREAD_WITNESS = 0x85ebca6b;

export class OpenExposures {
  /** By owner: its first entry, or -1. */
  private first = new Int32Array(64).fill(-1);
  /** Of all entries, by INTEGER and by ENTRY. */
  integers = new Int32Array(64 * ROW);
  rows = new Float64Array(64 * ROW);
  private freed = -1;
  private used = 0;
  /**
   * A hash table with linear probing: entries, or -1. What is closed stays in it, and is known by its owner, until so many
   * slots are filled that the table is made anew.
   */
  private slots = new Int32Array(FIRST_SLOTS).fill(-1);
  /** The slots before they were tidied. */
  private former = new Int32Array(0);
  /** Of a hash of 32 bits, those that are no part of a slot. */
  private shift = Math.clz32(this.slots.length - 1);
  private filled = 0;

  clear(): void {
    this.first.fill(-1);
    this.slots.fill(-1);
    this.freed = -1;
    this.used = this.filled = 0;
  }

  firstOf(owner: number): number {
    return owner < this.first.length ? this.first[owner] : -1;
  }

  /** The owner's entry for this kind and witness, or -1. */
  find(owner: number, kind: number, witness: number): number {
    return this.slots[this.seek(owner, kind, witness)];
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
    const { integers, rows } = this;
    integers[entry + INTEGER.next] = this.first[owner];
    integers[entry + INTEGER.kind] = kind;
    integers[entry + INTEGER.witness] = witness;
    integers[entry + INTEGER.owner] = owner;
    rows[entry + ENTRY.seconds] = 0;
    rows[entry + ENTRY.probability] = 0;
    this.first[owner] = entry;
    return entry;
  }

  /** Adds seconds to an entry, of which the highest probability counts. */
  lengthen(entry: number, { seconds, probability }: Stretch): void {
    const { rows } = this;
    rows[entry + ENTRY.seconds] += seconds;
    if (probability > rows[entry + ENTRY.probability]) rows[entry + ENTRY.probability] = probability;
  }

  /**
   * When a stretch was, how many people perceived it and from where, for who is to be told of it. To be called before
   * `lengthen`: the first of an entry is known by its having no seconds yet.
   */
  trace(entry: number, stretch: Stretch, persons: number, vantage: number): void {
    const { integers, rows } = this;
    integers[entry + INTEGER.persons] = persons;
    rows[entry + ENTRY.to] = stretch.to;
    if (rows[entry + ENTRY.seconds] === 0) {
      rows[entry + ENTRY.from] = stretch.from;
      rows[entry + ENTRY.longest] = rows[entry + ENTRY.strength] = 0;
      integers[entry + INTEGER.vantage] = -1;
    }
    if (stretch.seconds <= rows[entry + ENTRY.longest]) return;
    rows[entry + ENTRY.longest] = stretch.seconds;
    rows[entry + ENTRY.strength] = stretch.strength;
    integers[entry + INTEGER.vantage] = vantage;
  }

  /** What a conflict is to say of an entry. */
  told(
    entry: number,
  ): Pick<Conflict, 'from' | 'to' | 'seconds' | 'witness' | 'persons' | 'probability' | 'vantage'> {
    const { integers, rows } = this;
    return {
      from: rows[entry + ENTRY.from],
      to: rows[entry + ENTRY.to],
      seconds: rows[entry + ENTRY.seconds],
      witness: integers[entry + INTEGER.witness],
      persons: integers[entry + INTEGER.persons],
      probability: rows[entry + ENTRY.probability],
      vantage: integers[entry + INTEGER.vantage],
    };
  }

  /** Forgets the owner's entries. */
  close(owner: number): void {
    const first = this.firstOf(owner);
    if (first < 0) return;
    const { integers } = this;
    let last = first;
    for (let entry = first; entry >= 0; entry = integers[entry + INTEGER.next]) {
      integers[entry + INTEGER.owner] = -1;
      last = entry;
    }
    integers[last + INTEGER.next] = this.freed;
    this.freed = first;
    this.first[owner] = -1;
  }

  /** The slot of such an entry, or else the free one for it. */
  private seek(owner: number, kind: number, witness: number): number {
    const { integers, slots } = this;
    const last = slots.length - 1;
    let slot = this.slotOf(owner, kind, witness);
    for (let at = slots[slot]; at >= 0; at = slots[slot]) {
      if (
        integers[at + INTEGER.witness] === witness &&
        integers[at + INTEGER.owner] === owner &&
        integers[at + INTEGER.kind] === kind
      )
        break;
      slot = (slot + 1) & last;
    }
    return slot;
  }

  private slotOf(owner: number, kind: number, witness: number): number {
    const mixed = Math.imul(owner, SPREAD) ^ Math.imul((witness << KIND_BITS) + kind, SPREAD_WITNESS);
    return Math.imul(mixed ^ (mixed >>> 15), SPREAD) >>> this.shift;
  }

  /** Makes the table anew with what is still open, at most a quarter full. */
  private tidy(): void {
    const { integers } = this;
    if (this.former.length < this.slots.length) this.former = new Int32Array(this.slots.length);
    const { former } = this;
    const count = this.slots.length;
    former.set(this.slots);
    let open = 0;
    for (let k = 0; k < count; k++) if (former[k] >= 0 && integers[former[k] + INTEGER.owner] >= 0) open++;
    let length = count;
    while (4 * open > length) length *= 2;
    if (count === length) this.slots.fill(-1);
    else this.slots = new Int32Array(length).fill(-1);
    this.shift = Math.clz32(length - 1);
    this.filled = 0;
    for (let k = 0; k < count; k++)
      if (former[k] >= 0 && integers[former[k] + INTEGER.owner] >= 0) this.keep(former[k]);
  }

  /** Puts an entry into the table; once, though it may have been there twice, closed and made use of anew. */
  private keep(entry: number): void {
    const { integers, slots } = this;
    const last = slots.length - 1;
    let slot = this.slotOf(
      integers[entry + INTEGER.owner],
      integers[entry + INTEGER.kind],
      integers[entry + INTEGER.witness],
    );
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
      this.freed = this.integers[entry + INTEGER.next];
      return entry;
    }
    const entry = this.used;
    this.used += ROW;
    if (this.used > this.rows.length) {
      this.integers = reach(this.integers, this.used - 1, 0);
      this.rows = reach(this.rows, this.used - 1, 0);
    }
    return entry;
  }
}
