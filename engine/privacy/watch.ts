/**
 * The spaces with services of which not all may be perceived by everybody, while they go on; and of which of them one may have
 * perceived something in a stay, at the place or on the way there. Spaces are bits, many in a word.
 */
import { type ImpressionTable, WORD, WORD_BITS } from './impressions.ts';
import type { Stay } from './presence.ts';

/** What it asks of the table. */
type Impressions = Pick<ImpressionTable, 'words' | 'mask'>;

/** The space of the lowest of the bits, which are not 0. */
export const lowestSpace = (bits: number, word: number): number =>
  (word << WORD_BITS) + 31 - Math.clz32(bits & -bits);

export class Watch {
  private readonly table: Impressions;
  /** The bits of all spaces with a service under watch. */
  private readonly live: Int32Array;

  constructor(table: Impressions) {
    this.table = table;
    this.live = new Int32Array(table.words);
  }

  begin(): void {
    this.live.fill(0);
  }

  begins(space: number): void {
    this.live[space >> WORD_BITS] |= 1 << (space % WORD);
  }

  ends(space: number): void {
    this.live[space >> WORD_BITS] &= ~(1 << (space % WORD));
  }

  get words(): number {
    return this.live.length;
  }

  /** The bits of this word: the spaces from `word` × WORD on with services that one may have perceived in the stay. */
  perceptible({ spotAt, spotOn }: Stay, word: number): number {
    const live = this.live[word];
    return live === 0 ? 0 : live & (this.table.mask(spotAt, word) | this.table.mask(spotOn, word));
  }
}
