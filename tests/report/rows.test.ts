import { describe, expect, it } from 'vitest';
import { written } from '../../engine/report/rows.ts';

describe('a number in a file', () => {
  it('does not show the last bits of an addition', () => {
    expect(written(0.1 + 0.2)).toBe(0.3);
    expect(written(1 / 3)).toBe(0.3333333333);
    expect(written(123_456_789.125)).toBe(123_456_789.1);
  });

  it('is never minus zero', () => {
    expect(Object.is(written(-0), 0)).toBe(true);
  });

  it('is finite or nothing', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, null].map(written)).toEqual([null, null, null]);
  });
});
