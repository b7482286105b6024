/**
 * Random numbers by name: what a stream gives depends on the seed, the replication and its own name, and on
 * nothing else that was drawn. Two designs that ask the same streams meet the same chance.
 */
import alea from 'seedrandom/lib/alea.js';

/**
 * A source of numbers in [0, 1), multiples of 2^-32, by Baagøe's Alea.
 *
 * @param replication a whole number from 0 on
 */
export function streamOf(seed: string, replication: number, name: string): () => number {
  // The name comes last: what sets neighbours apart is then stirred most.
  return alea(`${seed}/${replication}/${name}`);
}

/**
 * A stream that is seated anew at each replication, at first at replication 0. Seating costs nothing until
 * the first draw (some 2 µs), so that streams may be many and few of them used on a day.
 */
export class Stream {
  readonly name: string;
  private readonly seed: string;
  private replication = 0;
  private draw: (() => number) | null = null;

  constructor(seed: string, name: string) {
    this.seed = seed;
    this.name = name;
  }

  /** Goes to the beginning of the stream of this name in the given replication. */
  reseat(replication: number): void {
    this.replication = replication;
    this.draw = null;
  }

  /** The next number, in [0, 1). */
  next(): number {
    this.draw ??= streamOf(this.seed, this.replication, this.name);
    return this.draw();
  }
}
