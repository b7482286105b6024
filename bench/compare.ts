/**
 * Compares two results as ratios: each figure that goes with the machine is first put in terms of the yardstick of its own
 * run, so that a slower machine is not a slower program. Peers are left out: they are not ours to make slower.
 */
import { type Figure, type Result, ratioOf } from './result.ts';
import { YARDSTICK } from './yardstick.ts';

export interface Change {
  readonly work: string;
  /** How many times as good as before, 1 for no change, 0.5 for half the speed, twice the time or twice the size. */
  readonly ratio: number;
  readonly isWorse: boolean;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** Works of the first result that the second lacks. */
  readonly missing: readonly string[];
}

/** `tolerance` is a share: 0.1 lets a figure be 10 % less good than before. Throws where a result has no yardstick. */
export function compareResults(before: Result, after: Result, tolerance: number): Comparison {
  const ours = before.figures.filter(({ work, peer }) => peer === undefined && work !== YARDSTICK);
  const [yardBefore, yardAfter] = [yardstickOf(before), yardstickOf(after)];
  const changes: Change[] = [];
  const missing: string[] = [];
  for (const one of ours) {
    const other = after.figures.find(({ work }) => work === one.work);
    if (other === undefined) missing.push(one.work);
    else {
      const ratio = goodness(other, yardAfter) / goodness(one, yardBefore);
      changes.push({ work: one.work, ratio, isWorse: ratio < 1 / (1 + tolerance) });
    }
  }
  return { changes, missing };
}

/** A number that is higher the better, and the same on any machine. */
function goodness(figure: Figure, yardstick: Figure): number {
  switch (figure.kind) {
    case 'speed':
      return ratioOf(figure, yardstick);
    case 'duration':
      return 1 / (figure.median * yardstick.median);
    case 'size':
      return 1 / figure.median;
    case 'gain':
      return figure.median;
  }
}

function yardstickOf({ figures, date }: Result): Figure {
  const yardstick = figures.find(({ work }) => work === YARDSTICK);
  if (yardstick === undefined) throw new Error(`the result of ${date} has no yardstick`);
  return yardstick;
}
