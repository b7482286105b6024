/**
 * The mean of one number a replication, such as visitors served in a day, with Student's t interval
 * (Student, Biometrika 6(1), 1908).
 */
import { mean, sum } from 'simple-statistics';
import { type Estimate, NOTHING, studentHalfWidth } from './estimate.ts';
import { estimateRatio } from './ratio.ts';

/** From the sums of clusters of so many replications each; all of one where their sizes are not given. */
export function estimateMean(
  values: readonly number[],
  confidence: number,
  sizes: readonly number[] = [],
): Estimate {
  // Clusters are alike but for the last, which may be smaller: their mean is a quotient of sums.
  if (sizes.some((size) => size > 1)) return estimateRatio(values, sizes, confidence, sum(sizes));
  const n = values.length;
  if (n === 0) return NOTHING;
  const halfWidth = studentHalfWidth(values, n, confidence);
  return { mean: mean(values), halfWidth, n, influence: halfWidth === null ? null : values };
}
