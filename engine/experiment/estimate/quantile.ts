/**
 * A quantile of all observations of all replications together, such as the wait that nine visitors in ten do
 * not exceed. (A mean of daily quantiles would be a quantile of nothing.)
 *
 * The interval is Woodruff's (R. S. Woodruff, "Confidence intervals for medians and other position measures",
 * Journal of the American Statistical Association 47(260), 1952), with replications as his clusters: how far the
 * share of observations at or below the estimate varies over replications, carried back to the scale of
 * the observations through their pooled order statistics. Observations within a replication may depend on one
 * another in any way.
 */
import { type Estimate, NOTHING } from './estimate.ts';
import { estimateRatio } from './ratio.ts';

/** Observations in the order of replications, with where each replication's begin and, last, where all end. */
export interface Clusters {
  readonly values: Float64Array;
  readonly starts: ArrayLike<number>;
}

/** The quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan, 1996; as in R and NumPy). */
export function quantileOfSorted(sorted: Float64Array, probability: number): number {
  const at = (sorted.length - 1) * probability;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (at - below) * (high - low);
}

export function estimateQuantile(clusters: Clusters, probability: number, confidence: number): Estimate {
  const { values } = clusters;
  if (values.length === 0) return NOTHING;
  const sorted = sortedOnce(values);
  const quantile = quantileOfSorted(sorted, probability);
  const { below, counts } = sharesBelow(clusters, quantile);
  const share = estimateRatio(below, counts, confidence);
  const undetermined = { mean: quantile, halfWidth: null, n: share.n, influence: null };
  if (share.influence === null || share.halfWidth === null) return undetermined;
  const from = probability - share.halfWidth;
  const to = probability + share.halfWidth;
  // Beyond the largest or smallest observation the data say nothing of where the interval ends.
  if (from < 0 || to > 1) return undetermined;
  const halfWidth = (quantileOfSorted(sorted, to) - quantileOfSorted(sorted, from)) / 2;
  // Seconds a unit of share: the slope of the quantile function, as the interval has it (after Bahadur, 1966).
  const slope = share.halfWidth > 0 ? halfWidth / share.halfWidth : 0;
  const centre = share.mean ?? 0;
  const influence = share.influence.map((value) => quantile - slope * (value - centre));
  return { mean: quantile, halfWidth, n: share.n, influence };
}

/** Sorting is most of the work, and the median and p90 of the same observations need it once. */
const sortedValues = new WeakMap<Float64Array, Float64Array>();

function sortedOnce(values: Float64Array): Float64Array {
  const known = sortedValues.get(values);
  if (known !== undefined) return known;
  const sorted = values.slice().sort();
  sortedValues.set(values, sorted);
  return sorted;
}

/** By replication: how many observations are at or below the value, and how many there are. */
function sharesBelow({ values, starts }: Clusters, limit: number) {
  const below: number[] = [];
  const counts: number[] = [];
  for (let replication = 0; replication + 1 < starts.length; replication++) {
    const start = starts[replication] ?? 0;
    const end = starts[replication + 1] ?? start;
    let count = 0;
    for (let k = start; k < end; k++) if ((values[k] ?? 0) <= limit) count++;
    below.push(count);
    counts.push(end - start);
  }
  return { below, counts };
}
