/**
 * Exposures that still go on: of one service or one visitor (the owner), by who perceives what. Kept as lists in columns,
 * since each owner has few.
 */
import { reach } from '../statistics/sheet.ts';

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
} as const;
export const newStretch = (): Stretch => new Float64Array(Object.keys(STRETCH).length);

export class OpenExposures {
  /** By owner: its first entry, or -1. */
  private first = new Int32Array(64).fill(-1);
  next = new Int32Array(64).fill(-1);
  /** By entry. The witness is the serial number of a visitor, or -1. */
  kind = new Int32Array(64);
  witness = new Float64Array(64);
  persons = new Float64Array(64);
  probability = new Float64Array(64);
  /** Seconds of exposure so far, the first and last moment of it. */
  seconds = new Float64Array(64);
  from = new Float64Array(64);
  to = new Float64Array(64);
  /** How long its longest stretch was, how strong, and from where. */
  private longest = new Float64Array(64);
  strength = new Float64Array(64);
  vantage = new Int32Array(64);
  /** Whose matter it is (a serial number, or -1), and which; for owners that can expose more than one. */
  subject = new Float64Array(64);
  matter = new Int32Array(64);
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
    if (owner >= this.first.length) this.first = reach(this.first, owner, -1);
    for (let entry = this.first[owner]; entry >= 0; entry = this.next[entry]) {
      if (this.witness[entry] === witness && this.kind[entry] === kind) return entry;
    }
    return this.add(owner, kind, witness);
  }

  /** A further entry. */
  add(owner: number, kind: number, witness: number): number {
    if (owner >= this.first.length) this.first = reach(this.first, owner, -1);
    const entry = this.take();
    this.kind[entry] = kind;
    this.witness[entry] = witness;
    this.seconds[entry] = 0;
    this.longest[entry] = this.strength[entry] = this.probability[entry] = 0;
    this.vantage[entry] = -1;
    this.next[entry] = this.first[owner];
    this.first[owner] = entry;
    return entry;
  }

  /** Adds a stretch to an entry, with where it was perceived from. */
  lengthen(entry: number, stretch: Stretch, vantage: number): void {
    const seconds = stretch[STRETCH.seconds];
    if (this.seconds[entry] === 0) this.from[entry] = stretch[STRETCH.from];
    this.seconds[entry] += seconds;
    this.to[entry] = stretch[STRETCH.to];
    this.probability[entry] = Math.max(this.probability[entry], stretch[STRETCH.probability]);
    if (seconds <= this.longest[entry]) return;
    this.longest[entry] = seconds;
    this.strength[entry] = stretch[STRETCH.strength];
    this.vantage[entry] = vantage;
  }

  /** Forgets the owner's entries. */
  close(owner: number): void {
    let entry = this.firstOf(owner);
    if (entry < 0) return;
    this.first[owner] = -1;
    while (entry >= 0) {
      const next = this.next[entry];
      this.next[entry] = this.freed;
      this.freed = entry;
      entry = next;
    }
  }

  private take(): number {
    if (this.freed >= 0) {
      const entry = this.freed;
      this.freed = this.next[entry];
      return entry;
    }
    const entry = this.used++;
    if (entry >= this.next.length) this.grow(entry);
    return entry;
  }

  private grow(entry: number): void {
    this.next = reach(this.next, entry, -1);
    this.kind = reach(this.kind, entry, 0);
    this.witness = reach(this.witness, entry, 0);
    this.persons = reach(this.persons, entry, 0);
    this.probability = reach(this.probability, entry, 0);
    this.seconds = reach(this.seconds, entry, 0);
    this.from = reach(this.from, entry, 0);
    this.to = reach(this.to, entry, 0);
    this.longest = reach(this.longest, entry, 0);
    this.strength = reach(this.strength, entry, 0);
    this.vantage = reach(this.vantage, entry, 0);
    this.subject = reach(this.subject, entry, 0);
    this.matter = reach(this.matter, entry, 0);
  }
}
