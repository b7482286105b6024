import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RatePoint, RateProfile } from '../../engine/kernel/poisson-process.ts';
import { streamOf } from '../../engine/kernel/stream.ts';
import { chiSquare, KOLMOGOROV_999, kolmogorovSmirnov, mean, variance } from './goodness-of-fit.ts';

/** 0 until 10 s, then 2 a second until 20 s, none until 30 s, then 1 a second until 40 s. */
const STEPS = new RateProfile(
  'steps',
  [
    [10, 2],
    [20, 0],
    [30, 1],
  ],
  40,
);
/** From 0 at 0 s up to 4 a second at 8 s, down to 0 at 10 s, and none from then until 12 s. */
const LINEAR = new RateProfile(
  'linear',
  [
    [0, 0],
    [8, 4],
    [10, 0],
  ],
  12,
);

function arrivals(profile: RateProfile, exponential: () => number): number[] {
  const times: number[] = [];
  let position = exponential();
  for (let time = profile.inverse(position); time < Number.POSITIVE_INFINITY; ) {
    times.push(time);
    position += exponential();
    time = profile.inverse(position);
  }
  return times;
}

function days(profile: RateProfile, count: number): number[][] {
  return Array.from({ length: count }, (_, day) => {
    const draw = streamOf('poisson', day, 'arrivals');
    return arrivals(profile, () => -Math.log1p(-draw()));
  });
}

/** Times on a grid: where the rate ends, one last digit before it is worth the whole gap that follows. */
const timeUpTo = (max: number) => fc.integer({ min: 0, max: 64 * max }).map((ticks) => ticks / 64);

/** Any profile with up to eight points between 0 and 100 s, zero-rate stretches and jumps included. */
const profiles = fc
  .record({
    shape: fc.constantFrom('steps' as const, 'linear' as const),
    times: fc.array(timeUpTo(100), { minLength: 1, maxLength: 8 }),
    rates: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 50, noNaN: true })), {
      minLength: 8,
      maxLength: 8,
    }),
    until: fc.double({ min: 50, max: 150, noNaN: true }),
  })
  .map(({ shape, times, rates, until }) => {
    const points = times.sort((a, b) => a - b).map((time, k): RatePoint => [time, rates[k]]);
    return new RateProfile(shape, points, until);
  });

describe('RateProfile', () => {
  it.each([
    [0, 0, 0],
    [10, 2, 0],
    [15, 2, 10],
    [20, 0, 20],
    [29, 0, 20],
    [30, 1, 20],
    [35, 1, 25],
    [40, 0, 30],
    [99, 0, 30],
  ])('in steps has at %d s the rate %d and the integral %d', (time, rate, cumulative) => {
    expect([STEPS.rate(time), STEPS.cumulative(time)]).toEqual([rate, cumulative]);
  });

  it.each([
    [-1, 0, 0],
    [4, 2, 4],
    [8, 4, 16],
    [9, 2, 19],
    [10, 0, 20],
    [11, 0, 20],
  ])('in lines has at %d s the rate %d and the integral %d', (time, rate, cumulative) => {
    expect([LINEAR.rate(time), LINEAR.cumulative(time)]).toEqual([rate, cumulative]);
  });

  it.each([
    [STEPS, 5, 12.5],
    [STEPS, 19, 19.5],
    [STEPS, 20, 30],
    [STEPS, 30, 40],
    [STEPS, 30.001, Number.POSITIVE_INFINITY],
    [STEPS, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [LINEAR, 0, 0],
    [LINEAR, 1, 2],
    [LINEAR, 4, 4],
    [LINEAR, 19, 9],
    [LINEAR, 20, 10],
    [LINEAR, 20.5, Number.POSITIVE_INFINITY],
  ])('%# reaches an integral at the right time', (profile, expected, time) => {
    expect(profile.inverse(expected)).toBeCloseTo(time, 12);
  });

  it('holds the last rate until the end, which cuts what lies after it', () => {
    expect(new RateProfile('linear', [[5, 3]], 15).total).toBe(30);
    // Cut in the middle of a line that rises to 10 at 10 s.
    const points: RatePoint[] = [
      [0, 0],
      [10, 10],
      [20, 0],
    ];
    expect(new RateProfile('linear', points, 5).total).toBe(12.5);
    expect(new RateProfile('steps', [[50, 7]], 40).total).toBe(0);
  });

  it('without any rate has no arrival, not even after a step of 0', () => {
    for (const profile of [new RateProfile('steps', [[0, 0]], 10), new RateProfile('steps', [], 10)]) {
      expect([profile.total, profile.cumulative(5), profile.inverse(0)]).toEqual([
        0,
        0,
        Number.POSITIVE_INFINITY,
      ]);
    }
  });

  it('times a factor in an interval changes the rate there alone', () => {
    const peak = STEPS.times(3, 15, 35);
    expect([10, 14.9, 15, 19.9, 25, 30, 34.9, 35, 39].map((time) => peak.rate(time))).toEqual([
      2, 2, 6, 6, 0, 3, 3, 1, 1,
    ]);
    expect(peak.total).toBe(10 + 30 + 15 + 5);
    const hill = LINEAR.times(0.5, 4, 9);
    expect([2, 4, 6, 8.5, 9, 9.5].map((time) => hill.rate(time))).toEqual([1, 1, 1.5, 1.5, 2, 1]);
    expect(hill.total).toBe(4 + 6 + 1.5 + 1);
  });

  it('times a factor in an interval outside or empty is the same', () => {
    for (const [from, to] of [
      [0, 5],
      [41, 50],
      [15, 15],
      [35, 15],
    ]) {
      expect(STEPS.times(9, from, to).total).toBe(STEPS.total);
    }
  });

  it('stays finite and in order however short a stretch and however small a step', () => {
    const points: RatePoint[] = [
      [0, 0.001],
      [Number.MIN_VALUE, 50],
      [1, 0],
    ];
    for (const shape of ['steps', 'linear'] as const) {
      const profile = new RateProfile(shape, points, 2);
      expect(profile.total).toBeCloseTo(shape === 'steps' ? 50 : 25, 12);
      expect(profile.scaled(2).total).toBeCloseTo(2 * profile.total, 12);
      for (const expected of [0, Number.MIN_VALUE, 1e-300, 1e-12]) {
        expect(profile.inverse(expected)).toBeCloseTo(0, 11);
        expect(LINEAR.inverse(expected)).toBeCloseTo(2 * Math.sqrt(expected), 11);
      }
    }
  });

  it('times a factor keeps the borders to the last digit', () => {
    // 0.1 + (0.7 - 0.1) is more than 0.7.
    const points: RatePoint[] = [
      [0.1, 3],
      [0.7, 1],
    ];
    const twice = new RateProfile('steps', points, 2).scaled(2);
    expect([twice.rate(0.7 - 1e-15), twice.rate(0.7)]).toEqual([6, 2]);
  });

  it.each([
    [[[0, -1]], 10, 'a rate of -1 at 0 s'],
    [[[0, Number.NaN]], 10, 'a rate of NaN at 0 s'],
    [[[0, Number.POSITIVE_INFINITY]], 10, 'a rate of Infinity at 0 s'],
    [
      [
        [5, 1],
        [4, 1],
      ],
      10,
      'a rate at 4 s, after 5 s',
    ],
    [[[Number.NaN, 1]], 10, 'a rate at NaN s'],
    [[[0, 1]], Number.POSITIVE_INFINITY, 'a rate that ends at Infinity'],
  ] as [RatePoint[], number, string][])('refuses %j until %d', (points, until, message) => {
    expect(() => new RateProfile('steps', points, until)).toThrow(message);
  });

  it('has an inverse that undoes the integral wherever there is a rate', () => {
    fc.assert(
      fc.property(profiles, timeUpTo(150), (profile, time) => {
        const rate = profile.rate(time);
        fc.pre(rate > 0);
        const expected = profile.cumulative(time);
        // What a last digit of the integral is worth in time.
        const slack = (1e-13 * Math.max(1, profile.total)) / rate + 1e-11;
        fc.pre(slack < 1e-3);
        expect(Math.abs(profile.inverse(expected) - time)).toBeLessThan(slack);
      }),
      { numRuns: 500 },
    );
  });

  it('has an integral that undoes the inverse, and both only rise', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(profiles, share, share, (profile, a, b) => {
        fc.pre(profile.total > 0);
        const [low, high] = [Math.min(a, b) * profile.total, Math.max(a, b) * profile.total];
        const time = profile.inverse(low);
        expect(Math.abs(profile.cumulative(time) - low)).toBeLessThan(1e-12 * Math.max(1, profile.total));
        expect(profile.inverse(high)).toBeGreaterThanOrEqual(time);
        expect(time).toBeLessThanOrEqual(profile.until);
      }),
      { numRuns: 500 },
    );
  });

  it('is scaled as a whole by a factor, and steps of mean 1 / factor do the same', () => {
    fc.assert(
      fc.property(profiles, fc.double({ min: 0.1, max: 10, noNaN: true }), (profile, factor) => {
        const scaled = profile.scaled(factor);
        expect(scaled.total).toBeCloseTo(profile.total * factor, 6);
        // A share that meets no border, where the two may differ by a whole gap.
        const expected = profile.total * (Math.SQRT2 / 4);
        const [whole, byStep] = [scaled.inverse(expected * factor), profile.inverse(expected)];
        fc.pre(profile.rate(byStep) > 1e-2);
        expect(whole).toBeCloseTo(byStep, 6);
      }),
    );
  });

  it('gives counts in disjoint intervals that are Poisson with the right means, and independent', () => {
    const n = 2000;
    const sample = days(LINEAR, n);
    const counts = (from: number, to: number) =>
      sample.map((times) => times.filter((time) => from <= time && time < to).length);
    for (const [from, to] of [
      [0, 4],
      [4, 8],
      [8, 9],
      [9, 10],
    ]) {
      const expected = LINEAR.cumulative(to) - LINEAR.cumulative(from);
      const seen = counts(from, to);
      expect(Math.abs(mean(seen) - expected)).toBeLessThan(4 * Math.sqrt(expected / n));
      // The variance of a Poisson count's sample variance is (μ + 2 μ²) / n.
      const error = Math.sqrt((expected + 2 * expected ** 2) / n);
      expect(Math.abs(variance(seen) - expected)).toBeLessThan(4 * error);
    }
    // Independent: the variance of the sum is the sum of the variances.
    const error = Math.sqrt((20 + 2 * 20 ** 2) / n);
    expect(Math.abs(variance(counts(0, 12)) - 20)).toBeLessThan(4 * error);
    expect(counts(10, 12).every((count) => count === 0)).toBe(true);
  });

  it('gives Poisson counts, cell by cell', () => {
    // Mean 3 in the quarter hour: e^-3 3^k / k! for 0 … 8, and 9 or more.
    const n = 5000;
    const profile = new RateProfile('steps', [[0, 3 / 900]], 900);
    const seen = new Array(10).fill(0);
    for (const times of days(profile, n)) seen[Math.min(9, times.length)]++;
    const shares: number[] = [];
    for (let k = 0, share = Math.exp(-3); k < 9; k++, share *= 3 / k) shares.push(share);
    shares.push(1 - shares.reduce((sum, share) => sum + share, 0));
    // 0.999 quantile of chi-square with 9 degrees of freedom.
    expect(
      chiSquare(
        seen,
        shares.map((share) => n * share),
      ),
    ).toBeLessThan(27.88);
  });

  it('gives times that follow the rate', () => {
    for (const profile of [STEPS, LINEAR, LINEAR.times(0.2, 3, 9)]) {
      const times = days(profile, 500).flat();
      expect(kolmogorovSmirnov(times, (time) => profile.cumulative(time) / profile.total)).toBeLessThan(
        KOLMOGOROV_999,
      );
    }
  });
});
