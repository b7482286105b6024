/**
 * A quotient of two sums over replications, such as seconds waited over visitors served: each visitor weighs the
 * same, whether the day was busy or quiet. (The mean of daily means would weigh quiet days too much.)
 *
 * The interval is by the jackknife: leave out each replication in turn, and take Student's interval of the
 * pseudo-values (R. G. Miller, "The jackknife: a review", Biometrika 61(1), 1974; against other intervals for
 * ratios from simulations, D. L. Iglehart, Naval Research Logistics Quarterly 22, 1975, pp. 553-565). The
 * estimate itself is the plain quotient, since that is what a reader recomputes from the sums.
 */
import { sum } from 'simple-statistics';
import { type Estimate, NOTHING, studentHalfWidth } from './estimate.ts';

/**
 * The quotient of the sums of `of` and `per` by replication, or by cluster of replications, where `per` is never negative. A
 * replication with nothing in `per` has observed nothing: it is no evidence against the others, and gives no degree of
 * freedom; `n` have something.
 */
export function estimateRatio(
  of: readonly number[],
  per: readonly number[],
  confidence: number,
  n = countPositive(per),
): Estimate {
  if (n === 0) return NOTHING;
  const whole = sum(of);
  const base = sum(per);
  const ratio = whole / base;
  if (n === 1 || countPositive(per) === 1) return { mean: ratio, halfWidth: null, n, influence: null };
  const influence = of.map((value, k) => {
    const without = (whole - value) / (base - (per[k] ?? 0));
    return of.length * ratio - (of.length - 1) * without;
  });
  return { mean: ratio, halfWidth: studentHalfWidth(influence, n, confidence), n, influence };
}

const countPositive = (values: readonly number[]): number =>
  values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
