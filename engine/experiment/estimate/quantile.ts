/**
 * A quantile of all observations of all replications together, such as the wait that nine visitors in ten do
 * not exceed. (A mean of daily quantiles would be a quantile of nothing.)
 *
 * The interval is Woodruff's (R. S. Woodruff, "Confidence intervals for medians and other position measures",
 * Journal of the American Statistical Association 47(260), 1952), with replications, or rows of them, as his clusters: how far the
 * share of observations at or below the estimate varies over replications, carried back to the scale of
 * the observations through their pooled order statistics. Observations within a replication may depend on one
 * another in any way.
 */
import { type Estimate, NOTHING } from './estimate.ts';
import { estimateRatio } from './ratio.ts';

/** Observations in the order of clusters, with where each cluster's begin and, last, where all end. */
export interface Clusters {
  readonly values: Float64Array;
  readonly starts: ArrayLike<number>;
}

/** What is known of the observations of all replications together, and of each cluster's. */
export interface Distribution {
  /** Observations. */
  readonly size: number;
  /** Replications with an observation. */
  readonly n: number;
  quantile(probability: number): number;
  /** By cluster: how many observations there are, and how many of them at or below the quantile. */
  below(probability: number): { readonly below: readonly number[]; readonly counts: readonly number[] };
}

/** The quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan, 1996; as in R and NumPy). */
export function quantileOfSorted(sorted: Float64Array, probability: number): number {
  const at = (sorted.length - 1) * probability;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (at - below) * (high - low);
}

/** What is known where all observations are; `n` is the number of replications with any. */
export function exactly(clusters: Clusters, n: number): Distribution {
  let known: Float64Array | null = null;
  // Sorting is most of the work, and the median and p90 of the same observations need it once.
  const sorted = () => {
    known ??= clusters.values.slice().sort();
    return known;
  };
  return {
    size: clusters.values.length,
    n,
    quantile: (probability) => quantileOfSorted(sorted(), probability),
    below: (probability) => sharesBelow(clusters, quantileOfSorted(sorted(), probability)),
  };
}

export function estimateQuantile(
  distribution: Distribution,
  probability: number,
  confidence: number,
): Estimate {
  if (distribution.size === 0) return NOTHING;
  const quantile = distribution.quantile(probability);
  const { below, counts } = distribution.below(probability);
  const share = estimateRatio(below, counts, confidence, distribution.n);
  const undetermined = { mean: quantile, halfWidth: null, n: share.n, influence: null };
  if (share.influence === null || share.halfWidth === null) return undetermined;
  const from = probability - share.halfWidth;
  const to = probability + share.halfWidth;
  // Beyond the largest or smallest observation the data say nothing of where the interval ends.
  if (from < 0 || to > 1) return undetermined;
  const halfWidth = (distribution.quantile(to) - distribution.quantile(from)) / 2;
  // Seconds a unit of share: the slope of the quantile function, as the interval has it (after Bahadur, 1966).
  const slope = share.halfWidth > 0 ? halfWidth / share.halfWidth : 0;
  const centre = share.mean ?? 0;
  const influence = share.influence.map((value) => quantile - slope * (value - centre));
  return { mean: quantile, halfWidth, n: share.n, influence };
}

/** By cluster: how many observations are at or below the value, and how many there are. */
function sharesBelow({ values, starts }: Clusters, limit: number) {
  const below: number[] = [];
  const counts: number[] = [];
  for (let cluster = 0; cluster + 1 < starts.length; cluster++) {
    const start = starts[cluster] ?? 0;
    const end = starts[cluster + 1] ?? start;
    let count = 0;
    for (let k = start; k < end; k++) if ((values[k] ?? 0) <= limit) count++;
    below.push(count);
    counts.push(end - start);
  }
  return { below, counts };
}
