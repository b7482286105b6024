import { describe, expect, it } from 'vitest';
import { studentHalfWidth, tFactor } from '../../../engine/experiment/estimate/estimate.ts';
import {
  type Clusters,
  type Distribution,
  estimateQuantile,
  exactly,
  quantileOfSorted,
} from '../../../engine/experiment/estimate/quantile.ts';

/** Observations by replication. */
function clusters(...days: readonly (readonly number[])[]): Distribution {
  const starts = [0];
  for (const day of days) starts.push((starts.at(-1) ?? 0) + day.length);
  const grouped: Clusters = { values: Float64Array.from(days.flat()), starts };
  return exactly(grouped, days.filter(({ length }) => length > 0).length);
}

const upTo = (count: number, step = 1) => Array.from({ length: count }, (_, k) => (k + 1) * step);

describe('the quantile of sorted values', () => {
  it('interpolates as R and NumPy do', () => {
    const sorted = Float64Array.of(3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20);
    expect(quantileOfSorted(sorted, 0.5)).toBe(9);
    expect(quantileOfSorted(sorted, 0)).toBe(3);
    expect(quantileOfSorted(sorted, 1)).toBe(20);
    expect(quantileOfSorted(Float64Array.of(0, 10), 0.9)).toBeCloseTo(9, 12);
    expect(quantileOfSorted(Float64Array.of(4), 0.9)).toBe(4);
  });
});

describe('a quantile', () => {
  it('is that of all observations together, not a mean of daily ones', () => {
    // The days' medians are 1 and 100; the median of all is 1.
    expect(estimateQuantile(clusters([1, 1, 1, 1, 1, 1, 1], [100, 100]), 0.5, 0.95).mean).toBe(1);
  });

  /*
   * Four days hold the numbers 1 to 100: day A 1-20 and 51-55, B 21-40 and 56-60, C 41-50 and 61-75, D 76-100.
   * Better by hand: days of 25 with 15, 10, 15 and 10 observations at or below the median 50.5, so that the shares are
   * .6, .4, .6, .4 of equal days: mean .5, s² = .04/3, standard error √(.04/12) = .057735. With t of 3 degrees
   * of freedom h = .183739. The interval goes from quantile .316261 to .683739 of 1 … 100, by type 7
   * 1 + 99p: from 32.3098 to 68.6902; half of it is 18.1902.
   */
  it('has the interval that can be worked out by hand', () => {
    const low = upTo(50);
    const high = upTo(50).map((value) => value + 50);
    const days = [
      [...low.slice(0, 15), ...high.slice(0, 10)],
      [...low.slice(15, 25), ...high.slice(10, 25)],
      [...low.slice(25, 40), ...high.slice(25, 35)],
      [...low.slice(40), ...high.slice(35)],
    ];
    const estimate = estimateQuantile(clusters(...days), 0.5, 0.95);
    expect(estimate.mean).toBe(50.5);
    expect(estimate.n).toBe(4);
    const h = tFactor(0.95, 3) * Math.sqrt(0.04 / 12);
    expect(estimate.halfWidth).toBeCloseTo(99 * h, 9);
    expect(estimate.halfWidth).toBeCloseTo(18.1902, 3);
  });

  it('has influences that give back its half-width', () => {
    const days = [upTo(25), upTo(25, 1.1), upTo(25, 1.3), upTo(25, 0.8), upTo(25, 1.2), upTo(25, 0.9)];
    const { halfWidth, influence } = estimateQuantile(clusters(...days), 0.5, 0.95);
    const values = influence ?? [];
    expect(studentHalfWidth(values, 6, 0.95)).toBeCloseTo(halfWidth ?? Number.NaN, 9);
  });

  it('of waits that are mostly nothing is surely nothing', () => {
    const day = [0, 0, 0, 0, 5];
    expect(estimateQuantile(clusters(day, day, day), 0.5, 0.95)).toMatchObject({ mean: 0, halfWidth: 0 });
  });

  it('skips days without observations', () => {
    const day = upTo(9);
    expect(estimateQuantile(clusters(day, [], day), 0.5, 0.95)).toMatchObject({
      mean: 5,
      n: 2,
      halfWidth: 0,
    });
  });

  it('from one day, or from none, has no interval', () => {
    expect(estimateQuantile(clusters(upTo(9)), 0.5, 0.95)).toMatchObject({ mean: 5, halfWidth: null, n: 1 });
    expect(estimateQuantile(clusters([], []), 0.5, 0.95)).toMatchObject({
      mean: null,
      halfWidth: null,
      n: 0,
    });
  });

  it('has no interval that would end beyond the observations', () => {
    // Two days that differ wildly say nothing about how far out the ninth in ten may be.
    expect(estimateQuantile(clusters(upTo(50), upTo(50, 10)), 0.9, 0.95).halfWidth).toBeNull();
  });
});
