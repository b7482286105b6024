import { describe, expect, it } from 'vitest';
import { DayColumns } from '../../../viz/days/day-columns.ts';
import { inOrderOf, standing, typicalDay, worstDay } from '../../../viz/days/standing.ts';

function daysWith(meanWait: readonly number[], exposure: readonly number[]): DayColumns {
  const columns = new DayColumns();
  const zeros = () => new Float64Array(meanWait.length);
  columns.add({
    first: 0,
    count: meanWait.length,
    visits: zeros(),
    left: zeros(),
    p90Wait: zeros(),
    conflicts: zeros(),
    meanWait: Float64Array.from(meanWait),
    exposure: Float64Array.from(exposure),
  });
  return columns;
}

describe('a day among others', () => {
  it('is higher than a share of the others, and lower than another; equals are neither', () => {
    expect(standing([1, 2, 3, 4, 5], 3)).toEqual({ lower: 0.75, higher: 0.25 });
    expect(standing([2, 2, 3], 0)).toEqual({ lower: 0, higher: 0.5 });
  });

  it('is compared with days that have the figure, and not at all where it has none or is alone', () => {
    expect(standing([1, Number.NaN, 3], 2)).toEqual({ lower: 1, higher: 0 });
    expect(standing([1, Number.NaN, 3], 1)).toBeNull();
    expect(standing([1], 0)).toBeNull();
    expect(standing([1, 2], 2)).toBeNull();
  });

  it('is the worst of equals where it is the first, and never for a wait that nobody had', () => {
    expect(worstDay(daysWith([3, 9, 9, Number.NaN], [0, 0, 0, 0]), 'meanWait')).toBe(1);
    expect(worstDay(daysWith([], []), 'meanWait')).toBeNull();
  });

  it('is typical where it is nearest to the medians, each measured by its own spread', () => {
    // Medians 5 and 500; spreads 4 and 400: the third is off by 0 and 0.25, the fourth by 0.5 and 0.
    const days = daysWith([1, 3, 5, 7, 9], [100, 300, 600, 500, 900]);
    expect(typicalDay(days, ['meanWait', 'exposure'])).toBe(2);
    expect(typicalDay(daysWith([4, 4, 4], [1, 1, 1]), ['meanWait', 'exposure'])).toBe(0);
    expect(typicalDay(daysWith([Number.NaN, 4], [1, 1]), ['meanWait', 'exposure'])).toBe(1);
  });

  it('is followed by the next in the order of a figure, and by itself at the end', () => {
    const values = [5, 1, Number.NaN, 3];
    expect(inOrderOf(values, 1, 1)).toBe(3);
    expect(inOrderOf(values, 3, 1)).toBe(0);
    expect(inOrderOf(values, 0, 1)).toBe(0);
    expect(inOrderOf(values, 1, -1)).toBe(1);
  });

  it('follows on the days before it', () => {
    const days = daysWith([1], [1]);
    expect(() => days.add({ first: 5, count: 1 } as never)).toThrow('day 5 does not follow on 1 days');
  });
});
