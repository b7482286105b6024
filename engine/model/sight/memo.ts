/**
 * Answers that are worked out once and kept, in flat arrays: by an index, however large it grows, or by a pair, of
 * which there may be too many to keep all.
 */

/** Small whole numbers by index; 0 where nothing has been kept. */
export class Memo {
  private values = new Uint8Array(1024);

  at(index: number): number {
    return index < this.values.length ? this.values[index] : 0;
  }

  keep(index: number, value: number): void {
    if (index >= this.values.length) {
      const larger = new Uint8Array(Math.max(index + 1, 2 * this.values.length));
      larger.set(this.values);
      this.values = larger;
    }
    this.values[index] = value;
  }
}

const SLOTS = 2 ** 16;
/** Above every index of a pair; a pair is a whole number below 2^52. */
const INDEX_LIMIT = 2 ** 26;

/**
 * The same by an ordered pair. All are kept of which one is below `few`; of the others, of those that fall to the same
 * slot only the last.
 */
export class PairMemo {
  private readonly few: number;
  private readonly toFew = new Memo();
  private readonly fromFew = new Memo();
  private readonly pairs = new Float64Array(SLOTS).fill(-1);
  private readonly values = new Uint8Array(SLOTS);

  constructor(few: number) {
    this.few = few;
  }

  at(from: number, to: number): number {
    if (to < this.few) return this.toFew.at(from * this.few + to);
    if (from < this.few) return this.fromFew.at(to * this.few + from);
    const slot = slotOf(from, to);
    return this.pairs[slot] === from * INDEX_LIMIT + to ? this.values[slot] : 0;
  }

  keep(from: number, to: number, value: number): void {
    if (to < this.few) {
      this.toFew.keep(from * this.few + to, value);
    } else if (from < this.few) {
      this.fromFew.keep(to * this.few + from, value);
    } else {
      const slot = slotOf(from, to);
      this.pairs[slot] = from * INDEX_LIMIT + to;
      this.values[slot] = value;
    }
  }
}

/** By an odd number near 2^32 over the golden ratio, which spreads neighbours (Knuth, volume 3, 6.4). */
const SPREAD = 0x9e3779b1;
/** The upper bits, as many as count the slots. */
const slotOf = (from: number, to: number): number => Math.imul(Math.imul(from, SPREAD) + to, SPREAD) >>> 16;
