/**
 * An estimate over replications, and the interval that goes with it. Replications are independent, so whatever
 * is correlated within a day (each visitor's wait with the next one's) does no harm: a day is one observation.
 */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { mean, sampleVariance } from 'simple-statistics';

export interface Estimate {
  /** Null where nothing was observed. */
  readonly mean: number | null;
  /** Half the width of the confidence interval; null where the observations don't determine one. */
  readonly halfWidth: number | null;
  /** Replications in which something was observed. */
  readonly n: number;
  /**
   * One number a replication, or a cluster of replications, whose mean has the variance of the estimate; null where
   * halfWidth is. Two estimates from the same replications are compared by the differences of these.
   */
  readonly influence: readonly number[] | null;
}

export const NOTHING: Estimate = { mean: null, halfWidth: null, n: 0, influence: null };

const known = new Map<string, number>();

/** The factor on the standard error: the quantile of Student's t that leaves out half of the rest on each side. */
export function tFactor(confidence: number, degreesOfFreedom: number): number {
  const key = `${confidence} ${degreesOfFreedom}`;
  let factor = known.get(key);
  if (factor === undefined) {
    factor = tQuantile((1 + confidence) / 2, degreesOfFreedom);
    known.set(key, factor);
  }
  return factor;
}

/** Half the width of Student's interval for the mean of independent values; `n` of them count, or of what they are made of. */
export function studentHalfWidth(values: readonly number[], n: number, confidence: number): number | null {
  if (n < 2 || values.length < 2) return null;
  return (
    tFactor(confidence, Math.min(n, values.length) - 1) * Math.sqrt(sampleVariance(values) / values.length)
  );
}

/** The interval for a difference of two estimates from the same replications: Student's for paired differences. */
export function pairedDifference(of: Estimate, less: Estimate, confidence: number): Estimate {
  if (of.mean === null || less.mean === null) return NOTHING;
  const n = Math.min(of.n, less.n);
  const difference = of.mean - less.mean;
  if (of.influence === null || less.influence === null) {
    return { mean: difference, halfWidth: null, n, influence: null };
  }
  const [one, other] = alike(of.influence, less.influence);
  const differences = one.map((value, k) => value - (other[k] ?? 0));
  return {
    mean: difference,
    halfWidth: studentHalfWidth(differences, n, confidence),
    n,
    influence: differences,
  };
}

/** Influences of the same replications by the same clusters: the coarser of the two. */
function alike(one: readonly number[], other: readonly number[]): [readonly number[], readonly number[]] {
  let [finer, coarser] = one.length >= other.length ? [one, other] : [other, one];
  while (finer.length > coarser.length) finer = byTwo(finer);
  return one.length >= other.length ? [finer, coarser] : [coarser, finer];
}

/** The influences of clusters twice as large: the mean of those of two; one left over counts half. */
function byTwo(influence: readonly number[]): number[] {
  const centre = mean([...influence]);
  return Array.from({ length: Math.ceil(influence.length / 2) }, (_, k) => {
    const [first, second = centre] = influence.slice(2 * k, 2 * k + 2);
    return ((first ?? centre) + second) / 2;
  });
}
