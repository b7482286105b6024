import { describe, expect, it } from 'vitest';
import { growthExponent } from '../../../bench/scaling/growth.ts';
import { hall } from '../../../bench/scaling/hall.ts';

describe('the exponent of growth', () => {
  it('is the power of a power law', () => {
    const sizes = [1, 3, 10, 30, 100];
    expect(
      growthExponent(
        sizes,
        sizes.map((size) => 7 * size ** 1.25),
      ),
    ).toBeCloseTo(1.25, 12);
  });
});

describe('the hall', () => {
  it('has places, clerks and visitors in proportion', () => {
    for (const times of [1, 3, 10]) {
      const { spaces, roles, arrivals } = hall({ times, hasFloor: false });
      expect(Object.keys(spaces)).toHaveLength(10 * times);
      expect(Object.values(roles).reduce((sum, { count }) => sum + count, 0)).toBe(10 * times);
      expect(Object.values(arrivals).reduce((sum, { perDay = 0 }) => sum + perDay, 0)).toBe(1000 * times);
    }
  });

  it('has floor in proportion, with nothing outside of it', () => {
    for (const times of [1, 3, 10]) {
      const { spaces, floor } = hall({ times, hasFloor: true });
      const outer = floor?.walls.outer.line ?? [];
      const [width, depth] = outer[2];
      expect(Object.keys(spaces)).toHaveLength(11 * times);
      for (const { at, size } of Object.values(spaces)) {
        expect((at?.[0] ?? Infinity) + (size?.[0] ?? 0)).toBeLessThan(width);
        expect((at?.[1] ?? Infinity) + (size?.[1] ?? 0)).toBeLessThan(depth);
      }
      expect((width - 6) * (depth - 6)).toBeGreaterThanOrEqual(120 * times);
      expect((width - 6) * (depth - 6)).toBeLessThan(120 * (times + 4));
    }
  });
});
