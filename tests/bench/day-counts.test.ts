import { describe, expect, it } from 'vitest';
import { DayCounts, differenceInErrors, meanWait } from '../../bench/day-counts.ts';
import { OUTCOME } from '../../engine/simulation/observer.ts';
import type { Visitors } from '../../engine/simulation/visitors.ts';

const nobody = {} as Visitors;

describe('the counts of a day', () => {
  it('are of who came, who left in vain, and who was served after what wait', () => {
    const counts = new DayCounts();
    for (const wait of [60, 180]) {
      counts.begin(0, nobody);
      counts.arrived(0, 0);
      counts.arrived(10, 5000);
      counts.serviceStarts(10 + wait, 5000);
      counts.left(400, 0, OUTCOME.reneged);
      counts.left(500, 5000, OUTCOME.served);
      counts.end();
    }
    expect(counts.totals).toEqual({
      days: 2,
      arrived: 4,
      left: 2,
      served: 2,
      waited: 4,
      servedSquared: 2,
      waitedSquared: 10,
      product: 4,
    });
  });

  it('give the mean over the served, not over days, with the error of a ratio', () => {
    // Days of (served, minutes waited): (1, 4), (3, 6), (2, 8); the ratio is 3, residuals 1, -3, 2.
    const totals = {
      days: 3,
      arrived: 6,
      left: 0,
      served: 6,
      waited: 18,
      servedSquared: 14,
      waitedSquared: 116,
      product: 38,
    };
    const { mean, error } = meanWait(totals);
    expect(mean).toBe(3);
    expect(error).toBeCloseTo(Math.sqrt(14 / 2 / 3) / 2, 12);
  });

  it('differ in terms of both errors', () => {
    expect(differenceInErrors({ mean: 5, error: 3 }, { mean: 15, error: 4 })).toBe(-2);
  });
});
