/** How well numbers fit a distribution, for tests from fixed seeds. */
import { gammaln } from 'simple-statistics';

/** The 0.999 quantile of Kolmogorov's distribution: what √n times the distance may come to. */
export const KOLMOGOROV_999 = 1.9495;

/** √n times the largest distance between the empirical distribution of the numbers and `cdf`. */
export function kolmogorovSmirnov(numbers: readonly number[], cdf: (x: number) => number): number {
  const sorted = Float64Array.from(numbers).sort();
  const n = sorted.length;
  let distance = 0;
  sorted.forEach((x, k) => {
    const p = cdf(x);
    distance = Math.max(distance, (k + 1) / n - p, p - k / n);
  });
  return Math.sqrt(n) * distance;
}

/** Pearson's statistic of counts against what was expected of each. */
export function chiSquare(counts: readonly number[], expected: readonly number[]): number {
  return counts.reduce((sum, count, k) => sum + (count - expected[k]) ** 2 / expected[k], 0);
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

export function variance(numbers: readonly number[]): number {
  const centre = mean(numbers);
  return numbers.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (numbers.length - 1);
}

export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const together = a.reduce((sum, x, k) => sum + (x - meanA) * (b[k] - meanB), 0);
  return together / (a.length - 1) / Math.sqrt(variance(a) * variance(b));
}

/** The regularised lower incomplete gamma function P(a, x), by its series (all terms are positive). */
export function incompleteGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  let term = Math.exp(a * Math.log(x) - x - gammaln(a + 1));
  let sum = term;
  for (let k = 1; term > sum * 1e-16; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

export function normalCdf(z: number): number {
  return 0.5 + (Math.sign(z) * incompleteGamma(0.5, (z * z) / 2)) / 2;
}
