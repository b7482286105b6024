import { describe, expect, it } from 'vitest';
import { addByHour, hourOf } from '../../engine/statistics/hours.ts';
import { at } from './small-house.ts';

describe('hours of the day', () => {
  it('begin at the full hour', () => {
    expect([at(9), at(9, 59), at(10), 0, at(24), at(49, 30)].map(hourOf)).toEqual([9, 9, 10, 0, 0, 1]);
  });

  it('divide a stretch of time at the full hours', () => {
    const row = new Float64Array(25);
    addByHour(row, 1, at(9, 40), at(12, 10), 2);
    const expected = new Float64Array(25);
    expected.set([2 * 1200, 2 * 3600, 2 * 3600, 2 * 600], 1 + 9);
    expect(row).toEqual(expected);
  });

  it('add up the same hours of several days', () => {
    const row = new Float64Array(24);
    addByHour(row, 0, at(0), at(72), 1);
    expect(row).toEqual(new Float64Array(24).fill(3 * 3600));
  });

  it('are left alone by no time at all', () => {
    const row = new Float64Array(24);
    addByHour(row, 0, at(9), at(9), 1);
    expect(row).toEqual(new Float64Array(24));
  });
});
