/**
 * Random numbers by name: what a stream gives depends on the seed, the replication and its own name, and on
 * nothing else that was drawn. Two designs that ask the same streams meet the same chance.
 *
 * The generator is Baagøe's Alea, number for number as `seedrandom` has it (a test holds one against the other). It is
 * written out here since a simulation seats some dozens of streams a day: without a text and three closures for each
 * seating, that takes a third of the time.
 */
import alea from 'seedrandom/lib/alea.js';

const UNIT = 2 ** -32;
/** Baagøe's hash before anything, and after each of the three blanks with which a seating begins. */
const HASH_SEED = 0xefc8249d;
const BLANK = ' '.charCodeAt(0);
const BLANK_ONCE = stirred(HASH_SEED, BLANK);
const BLANK_TWICE = stirred(BLANK_ONCE, BLANK);
const BLANK_THRICE = stirred(BLANK_TWICE, BLANK);

/**
 * A source of numbers in [0, 1), multiples of 2^-32, by Baagøe's Alea.
 *
 * @param replication a whole number from 0 on
 */
export function streamOf(seed: string, replication: number, name: string): () => number {
  return alea(seedOf(seed, replication, name));
}

/** The name comes last: what sets neighbours apart is then stirred most. */
const seedOf = (seed: string, replication: number, name: string) => `${seed}/${replication}/${name}`;

/**
 * A stream that is seated anew at each replication, at first at replication 0: the numbers of `streamOf`. Seating
 * costs nothing until the first draw, so that streams may be many and few of them used on a day.
 */
export class Stream {
  readonly name: string;
  private replication = 0;
  private isSeated = false;
  private readonly before: Uint16Array;
  private readonly after: Uint16Array;
  /** Three lagged fractions and a carry. */
  private first = 0.5;
  private second = 0.5;
  private third = 0.5;
  private carry = 1;

  constructor(seed: string, name: string) {
    this.name = name;
    this.before = lettersOf(`${seed}/`);
    this.after = lettersOf(`/${name}`);
  }

  /** Goes to the beginning of the stream of this name in the given replication. */
  reseat(replication: number): void {
    this.replication = replication;
    this.isSeated = false;
  }

  /** The next number, in [0, 1). */
  next(): number {
    if (!this.isSeated) this.seat();
    const t = 2091639 * this.first + this.carry * UNIT;
    this.first = this.second;
    this.second = this.third;
    const carry = t | 0;
    this.carry = carry;
    this.third = t - carry;
    return this.third;
  }

  private seat(): void {
    this.isSeated = true;
    this.carry = 1;
    let hash = this.hash(BLANK_THRICE);
    this.first = lag(BLANK_ONCE, hash);
    hash = this.hash(hash);
    this.second = lag(BLANK_TWICE, hash);
    hash = this.hash(hash);
    this.third = lag(BLANK_THRICE, hash);
  }

  /** Stirs seed, replication and name into the hash. */
  private hash(start: number): number {
    const { before, after, replication } = this;
    let hash = start;
    for (let k = 0; k < before.length; k++) hash = stirred(hash, before[k]);
    let unit = 1;
    while (unit * 10 <= replication) unit *= 10;
    for (; unit >= 1; unit /= 10) hash = stirred(hash, ZERO + (Math.floor(replication / unit) % 10));
    for (let k = 0; k < after.length; k++) hash = stirred(hash, after[k]);
    return hash;
  }
}

const ZERO = '0'.charCodeAt(0);

const lettersOf = (text: string) => Uint16Array.from({ length: text.length }, (_, k) => text.charCodeAt(k));

/** The hash with one letter more. */
function stirred(hash: number, letter: number): number {
  const sum = hash + letter;
  const scaled = 0.02519603282416938 * sum;
  // All are below 2^32, where this is the whole part that Baagøe takes.
  const whole = Math.floor(scaled);
  const product = (scaled - whole) * whole;
  const rest = Math.floor(product);
  return rest + (product - rest) * 2 ** 32;
}

/** A lagged fraction: what the hash was less what it is, in [0, 1). */
function lag(before: number, hash: number): number {
  const fraction = (before >>> 0) * UNIT - (hash >>> 0) * UNIT;
  return fraction < 0 ? fraction + 1 : fraction;
}
