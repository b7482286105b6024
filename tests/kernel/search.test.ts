import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastAtMost } from '../../engine/kernel/search.ts';

describe('lastAtMost', () => {
  it.each([
    [0, -1],
    [1, 0],
    [2, 3],
    [2.5, 3],
    [7, 4],
    [8, 4],
  ])('finds for %d index %i in 1, 2, 2, 2, 7', (x, index) => {
    expect(lastAtMost([1, 2, 2, 2, 7], x)).toBe(index);
  });

  it('is what a walk from the end finds', () => {
    const small = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(small), small, (numbers, x) => {
        const rising = numbers.sort((a, b) => a - b);
        expect(lastAtMost(rising, x)).toBe(rising.findLastIndex((number) => number <= x));
      }),
    );
  });
});
