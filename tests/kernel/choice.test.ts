import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooser } from '../../engine/kernel/choice.ts';

describe('chooser', () => {
  it.each([
    [0, 1],
    [0.249, 1],
    [0.25, 3],
    [0.999, 3],
  ])('picks by weights 0, 1, 0, 3, 0 from %d index %i', (uniform, index) => {
    expect(chooser([0, 1, 0, 3, 0])(uniform)).toBe(index);
  });

  it('gives each its share of the unit interval, and never what weighs nothing', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 })
      .filter((some) => some.some((weight) => weight > 0));
    fc.assert(
      fc.property(weights, (some) => {
        const choose = chooser(some);
        const total = some.reduce((sum, weight) => sum + weight, 0);
        const counts = some.map(() => 0);
        for (let k = 0; k < total; k++) counts[choose((k + 0.5) / total)]++;
        expect(counts).toEqual(some);
      }),
    );
  });

  it('stays in range for the largest number below 1, even where rounding reaches the total', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 1 }), (some) => {
        fc.pre(some.some((weight) => weight > 0));
        expect(some[chooser(some)(1 - 2 ** -53)]).toBeGreaterThan(0);
      }),
    );
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]]])(
    'refuses %j',
    (weights) => {
      expect(() => chooser(weights)).toThrow(RangeError);
    },
  );
});
