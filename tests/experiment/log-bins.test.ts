import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOfSorted } from '../../engine/experiment/estimate/quantile.ts';
import { LogBins } from '../../engine/experiment/log-bins.ts';

function binsOf(values: readonly number[]): LogBins {
  const bins = new LogBins();
  for (const value of values) bins.add(value);
  return bins;
}

describe('narrow intervals', () => {
  it('have a quantile within 0.2 % of the two observations that it lies between', () => {
    const seconds = fc.double({ min: 0.02, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(seconds, { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, probability) => {
          const sorted = Float64Array.from(values).sort();
          const at = (sorted.length - 1) * probability;
          const quantile = binsOf(values).quantile(probability);
          expect(quantile).toBeGreaterThanOrEqual((sorted[Math.floor(at)] ?? 0) / 1.0021);
          expect(quantile).toBeLessThanOrEqual((sorted[Math.ceil(at)] ?? 0) * 1.0021);
        },
      ),
    );
  });

  it('keep nothing apart from little', () => {
    const bins = binsOf([0, 0, 0, 0.001, 5]);
    expect(bins.quantile(0.5)).toBe(0);
    expect(bins.shareUpTo(0)).toBe(0.6);
    expect(bins.shareUpTo(0.01)).toBe(0.8);
    expect(bins.shareUpTo(100)).toBe(1);
  });

  it('interpolate, so that many observations in one do not make a quantile jump', () => {
    // 1,000.0 to 1,000.999: all within one interval or two.
    const values = Array.from({ length: 1000 }, (_, k) => 1000 + k / 1000);
    const bins = binsOf(values);
    const steps = [0.1, 0.3, 0.5, 0.7, 0.9].map((probability) => bins.quantile(probability));
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(new Set(steps).size).toBe(5);
    expect(Math.abs((steps[2] ?? 0) / quantileOfSorted(Float64Array.from(values), 0.5) - 1)).toBeLessThan(
      0.002,
    );
  });
});
