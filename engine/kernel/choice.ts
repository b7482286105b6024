/** Choosing one of several by weight, from one uniform number. */
import { lastAtMost } from './search.ts';

/**
 * A function from a number in [0, 1) to an index, each as likely as its weight. Weights need not add up to
 * 1; what weighs 0 is never chosen; a larger number never gives a smaller index.
 *
 * @throws RangeError if a weight is negative or not finite, or none is above 0
 */
export function chooser(weights: readonly number[]): (uniform: number) => number {
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`a weight of ${weight}`);
  }
  // Without what weighs nothing at the end, so that rounding cannot reach it.
  const count = weights.findLastIndex((weight) => weight > 0) + 1;
  if (count === 0) throw new RangeError('no weight is above 0');
  const starts = new Float64Array(count);
  for (let k = 1; k < count; k++) starts[k] = starts[k - 1] + weights[k - 1];
  const total = starts[count - 1] + weights[count - 1];
  return (uniform) => lastAtMost(starts, uniform * total);
}
