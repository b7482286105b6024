import { sampleVariance } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { pairedDifference, studentHalfWidth, tFactor } from '../../../engine/experiment/estimate/estimate.ts';
import { estimateMean } from '../../../engine/experiment/estimate/mean.ts';
import { estimateRatio } from '../../../engine/experiment/estimate/ratio.ts';

describe('the factor on the standard error', () => {
  it("is Student's, as in printed tables", () => {
    expect(tFactor(0.95, 1)).toBeCloseTo(12.706, 3);
    expect(tFactor(0.95, 9)).toBeCloseTo(2.262, 3);
    expect(tFactor(0.99, 30)).toBeCloseTo(2.75, 3);
    expect(tFactor(0.999, 120)).toBeCloseTo(3.373, 3);
  });
});

describe('a mean', () => {
  it('has the interval that can be worked out by hand', () => {
    // 1, 2, 3, 4: mean 2.5, s² = 5/3, standard error √(5/12) = 0.6455; t of 3 degrees of freedom is 3.1824.
    const estimate = estimateMean([1, 2, 3, 4], 0.95);
    expect(estimate.mean).toBe(2.5);
    expect(estimate.halfWidth).toBeCloseTo(3.182446 * Math.sqrt(5 / 12), 5);
    expect(estimate.n).toBe(4);
  });

  it('from one replication has no interval', () => {
    expect(estimateMean([7], 0.95)).toEqual({ mean: 7, halfWidth: null, n: 1, influence: null });
  });

  it('from none is nothing', () => {
    expect(estimateMean([], 0.95).mean).toBeNull();
  });

  it('from clusters of two replications is that of their means', () => {
    const byClusters = estimateMean([3, 7, 12, 4], 0.95, [2, 2, 2, 2]);
    const ofMeans = estimateMean([1.5, 3.5, 6, 2], 0.95);
    expect(byClusters.mean).toBe(ofMeans.mean);
    expect(byClusters.halfWidth).toBeCloseTo(ofMeans.halfWidth ?? Number.NaN, 12);
    expect(byClusters.n).toBe(8);
  });

  it('weighs replications the same, also those of a smaller last cluster', () => {
    expect(estimateMean([3, 7, 5], 0.95, [2, 2, 1]).mean).toBe(3);
  });

  it('is sure where nothing varies', () => {
    expect(estimateMean([3, 3, 3], 0.95).halfWidth).toBe(0);
  });
});

describe('a half-width', () => {
  it('needs two values that count', () => {
    expect(studentHalfWidth([1, 2, 3], 1, 0.95)).toBeNull();
    expect(studentHalfWidth([1], 1, 0.95)).toBeNull();
  });

  /*
   * 0, 0, 0, 1: mean 1/4, deviations −1/4 (three times) and 3/4; second moment 3/16, third 3/32, so that γ² = 4/3, and
   * s² = 1/4. With z = 1.959964, z⁴ + 2z² − 3 = 19.439725: 1.959964 × 4/3 × 19.439725 / 72 = 0.705577.
   */
  it("is wider than Student's where values are skewed", () => {
    expect(studentHalfWidth([0, 0, 0, 1], 4, 0.95)).toBeCloseTo((3.182446 + 0.705577) / 4, 5);
    expect(studentHalfWidth([1, 1, 1, 0], 4, 0.95)).toBeCloseTo((3.182446 + 0.705577) / 4, 5);
  });

  it('does not change much for many values, and with their scale as it should', () => {
    const values = Array.from({ length: 1000 }, (_, k) => -Math.log((k + 0.5) / 1000));
    const half = studentHalfWidth(values, 1000, 0.95) ?? Number.NaN;
    const student = tFactor(0.95, 999) * Math.sqrt(sampleVariance(values) / 1000);
    // Exponential values: γ = 2, so that it is 0.43 % wider.
    expect(half / student).toBeCloseTo(1.0043, 3);
    const tenfold = values.map((value) => 10 * value);
    expect(studentHalfWidth(tenfold, 1000, 0.95)).toBeCloseTo(10 * half, 9);
  });
});

describe('a paired difference', () => {
  it('is that of the differences by replication', () => {
    const one = estimateMean([10, 20, 30, 40], 0.95);
    const other = estimateMean([11, 22, 31, 42], 0.95);
    // Differences 1, 2, 1, 2: mean 1.5, s² = 1/3, standard error √(1/12).
    const difference = pairedDifference(other, one, 0.95);
    expect(difference.mean).toBeCloseTo(1.5, 12);
    expect(difference.halfWidth).toBeCloseTo(3.182446 * Math.sqrt(1 / 12), 5);
  });

  it('of an estimate from itself is surely nothing', () => {
    const ratio = estimateRatio([3, 9, 4, 1], [1, 4, 2, 2], 0.95);
    expect(pairedDifference(ratio, ratio, 0.95)).toMatchObject({ mean: 0, halfWidth: 0 });
  });

  it('of estimates by different clusters is that by the larger ones', () => {
    const values = [3, 9, 4, 1, 6, 2, 8, 5, 7];
    const other = [1, 4, 2, 2, 5, 1, 3, 3, 4];
    const byTwo = (of: readonly number[]) => [0, 2, 4, 6, 8].map((k) => (of[k] ?? 0) + (of[k + 1] ?? 0));
    const sizes = [2, 2, 2, 2, 1];
    const [fine, coarse] = [estimateMean(values, 0.95), estimateMean(byTwo(values), 0.95, sizes)];
    const less = estimateMean(byTwo(other), 0.95, sizes);
    const mixed = pairedDifference(fine, less, 0.95);
    const alike = pairedDifference(coarse, less, 0.95);
    expect(mixed.mean).toBeCloseTo(alike.mean ?? Number.NaN, 12);
    expect(mixed.influence?.length).toBe(5);
    // Nearly so: the jackknife's pseudo-values of clusters that differ in size are not quite their means.
    expect(Math.abs((mixed.halfWidth ?? 0) / (alike.halfWidth ?? 1) - 1)).toBeLessThan(0.15);
    expect(pairedDifference(less, fine, 0.95).halfWidth).toBeCloseTo(mixed.halfWidth ?? Number.NaN, 12);
  });

  it('has no interval where one of the two has none, and is nothing where one is nothing', () => {
    const one = estimateMean([7], 0.95);
    expect(pairedDifference(one, one, 0.95)).toMatchObject({ mean: 0, halfWidth: null });
    expect(pairedDifference(one, estimateMean([], 0.95), 0.95).mean).toBeNull();
  });
});
