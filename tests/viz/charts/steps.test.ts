import { describe, expect, it } from 'vitest';
import { binsOf, tableBins } from '../../../viz/charts/bins.ts';
import { runningMean } from '../../../viz/charts/running-mean.ts';
import { Steps, thinned } from '../../../viz/charts/steps.ts';

function stepsAt(...changes: readonly (readonly [time: number, by: number])[]): Steps {
  const steps = new Steps();
  for (const [time, by] of changes) steps.change(time, by);
  return steps;
}

describe('a number that changes in steps', () => {
  const steps = stepsAt([10, 1], [20, 1], [20, 1], [30, -2], [50, -1]);

  it('has the value of the last change, and 0 before the first', () => {
    expect([5, 10, 19, 20, 30, 49, 50, 99].map((time) => steps.at(time))).toEqual([0, 1, 1, 3, 1, 1, 0, 0]);
  });

  it('is added up between two times', () => {
    expect(steps.integral(0, 100)).toBe(10 + 30 + 20);
    expect(steps.integral(15, 25)).toBe(5 + 15);
    expect(steps.integral(60, 70)).toBe(0);
    expect(new Steps().integral(0, 100)).toBe(0);
  });

  it('is at most what lasts for any time', () => {
    expect(steps.most(0, 100)).toBe(3);
    expect(steps.most(30, 100)).toBe(1);
    expect(stepsAt([10, 5], [10, -5], [20, 1]).most(0, 30)).toBe(1);
  });

  it('keeps its highest values where it is thinned', () => {
    const many = new Steps();
    for (let k = 0; k < 1000; k++) many.change(k, k % 2 === 0 ? 1 : -1);
    many.change(1000, 7);
    many.change(1001, -7);
    const thin = thinned(many, 0, 1010, 10);
    expect(thin.times.length).toBeLessThanOrEqual(10);
    expect(thin.most(0, 1010)).toBe(7);
    expect(thinned(steps, 0, 100, 10)).toBe(steps);
  });
});

describe('bins', () => {
  it('begin at round times and cover the day', () => {
    expect(binsOf({ from: 610, to: 1801 }, 600)).toEqual([
      [600, 1200],
      [1200, 1800],
      [1800, 2400],
    ]);
  });

  it('of a table are not too many, however long the day', () => {
    for (const hours of [0, 1, 8, 24, 240, 10_000]) {
      const bins = tableBins({ from: 0, to: hours * 3600 });
      expect(bins.length).toBeGreaterThan(0);
      expect(bins.length).toBeLessThanOrEqual(61);
    }
  });
});

describe('a running mean', () => {
  it('is of what began within reach, both ends included, and none where nothing did', () => {
    const found = runningMean([30, 0, 10], [9, 1, 5], { from: 0, to: 60 }, 10, 20);
    expect(found).toEqual([
      { time: 0, mean: 3 },
      { time: 20, mean: 7 },
      { time: 40, mean: 9 },
      { time: 60, mean: null },
    ]);
  });
});
