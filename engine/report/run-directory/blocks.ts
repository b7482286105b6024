/**
 * Days gathered into the blocks that the parts of a run directory hold. Where a block ends depends on the days alone, so
 * that the same run has the same parts, however it was run and however often it was interrupted.
 */
import type { Days } from '../../experiment/days.ts';
import { cutDays, joinDays } from '../../experiment/days-parts.ts';

/** Days in a block, and numbers in it: a day that would bring more begins the next block. */
export const BLOCK_DAYS = 100;
const BLOCK_NUMBERS = 1_000_000;

export class Blocks {
  private readonly onBlock: (days: Days) => void;
  private pieces: Days[] = [];
  private days = 0;
  private numbers = 0;

  /** `onBlock` takes the blocks as they become full. */
  constructor(onBlock: (days: Days) => void) {
    this.onBlock = onBlock;
  }

  /** Adds the days that follow; keeps them until their block is full. */
  add(days: Days): void {
    let from = 0;
    for (let day = 0; day < days.count; day++) {
      const numbers = numbersOf(days, day);
      if (this.days > 0 && this.numbers + numbers > BLOCK_NUMBERS) {
        this.keep(days, from, day);
        this.flush();
        from = day;
      }
      this.days++;
      this.numbers += numbers;
      if (this.days === BLOCK_DAYS) {
        this.keep(days, from, day + 1);
        this.flush();
        from = day + 1;
      }
    }
    this.keep(days, from, days.count);
  }

  /** Hands over what there is of a block that is not full. */
  flush(): void {
    const { pieces } = this;
    this.pieces = [];
    this.days = 0;
    this.numbers = 0;
    if (pieces.length > 0) this.onBlock(joinDays(pieces));
  }

  private keep(days: Days, from: number, to: number): void {
    if (to > from) this.pieces.push(cutDays(days, from, to));
  }
}

function numbersOf({ figures, waits, stays }: Days, day: number): number {
  return [figures, waits, stays].reduce((sum, { starts }) => sum + starts[day + 1] - starts[day], 0);
}
