import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateRatio } from '../../../engine/experiment/estimate/ratio.ts';

describe('a ratio', () => {
  /*
   * Seconds waited 10, 30, 50 of 1, 2, 3 visitors: 90 / 6 = 15.
   * Without the first 80 / 5 = 16, without the second 60 / 4 = 15, without the third 40 / 3 = 13 1/3.
   * Pseudo-values 3 × 15 − 2 × that: 13, 15, 18 1/3. Their mean is 15 4/9, deviations −22/9, −4/9, 26/9,
   * squares 484 + 16 + 676 = 1176 / 81, s² = 588 / 81, standard error √(588 / 243); t of 2 degrees of freedom 4.3027.
   * Cubes −10648 − 64 + 17576 = 6864 / 729: γ² = (6864 / 3)² / (1176 / 3)³ = 0.0869067, which widens by
   * 1.959964 × 0.0869067 × 19.439725 / 54 = 0.061319.
   */
  it('has the jackknife interval that can be worked out by hand', () => {
    const { mean, halfWidth, n, influence } = estimateRatio([10, 30, 50], [1, 2, 3], 0.95);
    expect(mean).toBe(15);
    expect(influence?.map((value) => value * 3)).toEqual([39, 45, expect.closeTo(55, 10)]);
    expect(halfWidth).toBeCloseTo((4.302653 + 0.061319) * Math.sqrt(588 / 243), 5);
    expect(n).toBe(3);
  });

  it('weighs visitors, not days: a quiet day with a long wait counts little', () => {
    expect(estimateRatio([100, 1000], [1, 100], 0.95).mean).toBeCloseTo(1100 / 101, 12);
  });

  it('is that of the days on which there was something', () => {
    const some = estimateRatio([10, 0, 30, 0, 50], [1, 0, 2, 0, 3], 0.95);
    expect(some.mean).toBe(15);
    expect(some.n).toBe(3);
    expect(some.halfWidth).not.toBeNull();
  });

  it('has no interval where one day alone has something, and is nothing where none has', () => {
    expect(estimateRatio([0, 10, 0], [0, 2, 0], 0.95)).toMatchObject({ mean: 5, halfWidth: null, n: 1 });
    expect(estimateRatio([0, 0], [0, 0], 0.95)).toMatchObject({ mean: null, halfWidth: null, n: 0 });
  });

  it('with the same number below on every day is the mean, with its interval', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 30 }), (values) => {
        const ratio = estimateRatio(
          values,
          values.map(() => 1),
          0.95,
        );
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(ratio.mean).toBeCloseTo(mean, 9);
        ratio.influence?.forEach((value, k) => {
          expect(value).toBeCloseTo(values[k] ?? Number.NaN, 6);
        });
      }),
    );
  });
});
