import { randomExponential, randomLogNormal } from 'd3-random';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { Clustering } from '../../engine/experiment/clustering.ts';
import { estimateQuantile, exactly } from '../../engine/experiment/estimate/quantile.ts';
import { binOf } from '../../engine/experiment/log-bins.ts';
import { ENOUGH, Tally } from '../../engine/experiment/tally.ts';

/** Days whose waits are long or short together, `ahead` as many of them of twice the usual length. */
function daysOf(count: number, perDay: number, ahead = 0): number[][] {
  const random = seedrandom(`tally/${count}`);
  const busyness = randomLogNormal.source(random)(0, 0.3);
  return Array.from({ length: count }, (_, day) => {
    const wait = randomExponential.source(random)(1 / ((day < ahead ? 1200 : 600) * busyness()));
    return Array.from({ length: perDay }, () => (random() < 0.2 ? 0 : wait()));
  });
}

function tallied(days: readonly (readonly number[])[], mergeAt: number): Tally {
  const clustering = new Clustering();
  const tally = new Tally([0.5, 0.9], clustering);
  for (const [replication, day] of days.entries()) {
    if (replication >= mergeAt * clustering.size) {
      tally.merge();
      clustering.size *= 2;
    }
    clustering.replications++;
    for (const wait of day) tally.add(wait, binOf(wait), replication);
    tally.settle();
  }
  return tally;
}

function kept(days: readonly (readonly number[])[]) {
  const starts = [0];
  for (const day of days) starts.push((starts.at(-1) ?? 0) + day.length);
  return exactly({ values: Float64Array.from(days.flat()), starts }, days.length);
}

describe('a tally', () => {
  it('is exact while there are few', () => {
    const days = daysOf(40, 100);
    expect(days.flat().length).toBeLessThan(ENOUGH);
    const exact = estimateQuantile(kept(days), 0.9, 0.95);
    expect(estimateQuantile(tallied(days, 1024).distribution(), 0.9, 0.95)).toEqual(exact);
  });

  it.each([0.5, 0.9])('has the quantile %f within 0.2 %, and its interval within 5 %', (probability) => {
    const days = daysOf(2000, 50);
    const exact = estimateQuantile(kept(days), probability, 0.95);
    const estimate = estimateQuantile(tallied(days, 4096).distribution(), probability, 0.95);
    expect(Math.abs((estimate.mean ?? 0) / (exact.mean ?? 0) - 1)).toBeLessThan(0.002);
    expect(Math.abs((estimate.halfWidth ?? 0) / (exact.halfWidth ?? 0) - 1)).toBeLessThan(0.05);
    expect(estimate.n).toBe(2000);
  });

  it('has them with clusters in the place of replications', () => {
    const days = daysOf(2000, 50);
    const exact = estimateQuantile(kept(days), 0.9, 0.95);
    const estimate = estimateQuantile(tallied(days, 512).distribution(), 0.9, 0.95);
    expect(estimate.influence?.length).toBe(500);
    // From 500 clusters a standard error is known within 1 / √1000 of itself.
    expect(Math.abs((estimate.halfWidth ?? 0) / (exact.halfWidth ?? 0) - 1)).toBeLessThan(0.1);
  });

  it('does not depend on where its limits were set: not on days unlike the others', () => {
    const days = daysOf(2000, 50, 100);
    const exact = estimateQuantile(kept(days), 0.9, 0.95);
    const estimate = estimateQuantile(tallied(days, 4096).distribution(), 0.9, 0.95);
    expect(Math.abs((estimate.mean ?? 0) / (exact.mean ?? 0) - 1)).toBeLessThan(0.002);
    expect(Math.abs((estimate.halfWidth ?? 0) / (exact.halfWidth ?? 0) - 1)).toBeLessThan(0.15);
  });

  it('of waits that are mostly nothing is surely nothing', () => {
    const days = Array.from({ length: 500 }, () => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5]);
    const estimate = estimateQuantile(tallied(days, 1024).distribution(), 0.5, 0.95);
    expect(estimate).toMatchObject({ mean: 0, halfWidth: 0, n: 500 });
  });

  it('knows only quantiles that it was asked to count', () => {
    expect(() => tallied(daysOf(100, 50), 1024).distribution().below(0.75)).toThrow('0.75 was not counted');
  });
});
