import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../engine/kernel/distribution.ts';
import { meanOf, varianceOf } from '../../engine/kernel/moments.ts';
import { type Source, sampler } from '../../engine/kernel/sampler.ts';
import { Stream } from '../../engine/kernel/stream.ts';
import {
  incompleteGamma,
  KOLMOGOROV_999,
  kolmogorovSmirnov,
  mean,
  normalCdf,
  variance,
} from './goodness-of-fit.ts';

const MIXTURE: Distribution = {
  family: 'mixture',
  weights: [3, 1],
  parts: [
    { family: 'uniform', min: 0, max: 4 },
    { family: 'exponential', mean: 10 },
  ],
};

/** The continuous ones, each with its distribution function, written down from a textbook. */
const CONTINUOUS: [Distribution, (x: number) => number][] = [
  [{ family: 'exponential', mean: 300 }, (x) => -Math.expm1(-x / 300)],
  [{ family: 'gamma', mean: 10, cv: 0.5 }, (x) => incompleteGamma(4, x / 2.5)],
  [{ family: 'gamma', mean: 10, cv: 2 }, (x) => incompleteGamma(0.25, x / 40)],
  [{ family: 'gamma', mean: 2, cv: 1 }, (x) => -Math.expm1(-x / 2)],
  [{ family: 'erlang', mean: 6, stages: 3 }, (x) => incompleteGamma(3, x / 2)],
  [{ family: 'erlang', mean: 6, stages: 1 }, (x) => -Math.expm1(-x / 6)],
  [{ family: 'lognormal', mu: 1, sigma: 0.7 }, (x) => normalCdf((Math.log(x) - 1) / 0.7)],
  [{ family: 'weibull', shape: 1.5, scale: 20 }, (x) => -Math.expm1(-((x / 20) ** 1.5))],
  [{ family: 'normal', mean: -4, sd: 3 }, (x) => normalCdf((x + 4) / 3)],
  [
    { family: 'triangular', min: 1, mode: 2, max: 6 },
    (x) => (x < 2 ? (x - 1) ** 2 / 5 : 1 - (6 - x) ** 2 / 20),
  ],
  [{ family: 'triangular', min: 0, mode: 0, max: 2 }, (x) => 1 - (2 - x) ** 2 / 4],
  [{ family: 'triangular', min: 0, mode: 2, max: 2 }, (x) => x ** 2 / 4],
  [{ family: 'uniform', min: 2, max: 8 }, (x) => (x - 2) / 6],
  [
    { family: 'quantiles', probabilities: [0, 0.5, 1], values: [0, 2, 10] },
    (x) => (x < 2 ? x / 4 : 0.5 + (x - 2) / 16),
  ],
  [MIXTURE, (x) => (3 * Math.min(1, x / 4) - Math.expm1(-x / 10)) / 4],
];

const DISCRETE: Distribution[] = [
  { family: 'deterministic', value: 7 },
  { family: 'empirical', values: [10, 2, 5], weights: [1, 3, 2] },
];

const text = (distribution: Distribution) => JSON.stringify(distribution);

function draw(distribution: Distribution, count: number): number[] {
  const [sample, stream] = [sampler(distribution), new Stream('sampler', text(distribution))];
  return Array.from({ length: count }, () => sample(stream));
}

/** A source of one number. */
const always = (u: number): Source => ({ next: () => u });

/** How many numbers the sampler asks for, per draw, in 1,000 draws: each count that occurs. */
function draws(distribution: Distribution): number[] {
  let asked = 0;
  const stream = new Stream('draws', text(distribution));
  const source = {
    next() {
      asked++;
      return stream.next();
    },
  };
  const sample = sampler(distribution);
  const counts = new Set<number>();
  for (let k = 0; k < 1000; k++) {
    asked = 0;
    sample(source);
    counts.add(asked);
  }
  return [...counts].sort((a, b) => a - b);
}

describe('sampler', () => {
  it.each(CONTINUOUS)('draws from the distribution function of %j', (distribution, cdf) => {
    expect(kolmogorovSmirnov(draw(distribution, 20_000), cdf)).toBeLessThan(KOLMOGOROV_999);
  });

  it('would be found out: a mean 5 % off fails the same test', () => {
    const drawn = draw({ family: 'exponential', mean: 315 }, 20_000);
    expect(kolmogorovSmirnov(drawn, (x) => -Math.expm1(-x / 300))).toBeGreaterThan(KOLMOGOROV_999);
  });

  it.each([...CONTINUOUS.map(([distribution]) => distribution), ...DISCRETE])(
    'has the mean and the variance of %j',
    (distribution) => {
      const n = 100_000;
      const drawn = draw(distribution, n);
      const expected = varianceOf(distribution);
      const fourth = mean(drawn.map((x) => (x - meanOf(distribution)) ** 4));
      expect(Math.abs(mean(drawn) - meanOf(distribution))).toBeLessThanOrEqual(4 * Math.sqrt(expected / n));
      expect(Math.abs(variance(drawn) - expected)).toBeLessThanOrEqual(
        4 * Math.sqrt(Math.max(0, fourth - expected ** 2) / n),
      );
    },
  );

  it('draws empirical values as often as they weigh', () => {
    const drawn = draw({ family: 'empirical', values: [10, 2, 5], weights: [1, 3, 2] }, 60_000);
    for (const [value, share] of [
      [10, 1 / 6],
      [2, 3 / 6],
      [5, 2 / 6],
    ]) {
      const seen = drawn.filter((x) => x === value).length / 60_000;
      expect(Math.abs(seen - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 60_000));
    }
  });

  it('draws a lognormal with the median and the 90 % quantile that its parameters were made from', () => {
    // Median 9 min and p90 25 min: mu = ln 9, sigma = ln(25 / 9) / 1.2815515655446004.
    const sigma = Math.log(25 / 9) / 1.2815515655446004;
    const drawn = draw({ family: 'lognormal', mu: Math.log(9), sigma }, 100_000);
    const below = (limit: number) => drawn.filter((x) => x <= limit).length / drawn.length;
    expect(Math.abs(below(9) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 1e5));
    expect(Math.abs(below(25) - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / 1e5));
  });

  it('asks its source for a fixed number of draws, the gamma family apart', () => {
    const fixed = (distribution: Distribution) => draws(distribution);
    expect(fixed({ family: 'deterministic', value: 1 })).toEqual([0]);
    for (const [distribution] of CONTINUOUS) {
      if (['gamma', 'erlang'].includes(distribution.family)) continue;
      expect(fixed(distribution), distribution.family).toEqual(distribution.family === 'mixture' ? [2] : [1]);
    }
    expect(fixed({ family: 'empirical', values: [1, 2], weights: [1, 1] })).toEqual([1]);
    expect(fixed({ family: 'gamma', mean: 1, cv: 0.5 })[0]).toBe(2);
    expect(fixed({ family: 'gamma', mean: 1, cv: 2 })[0]).toBe(3);
  });

  it('rises with the uniform number, where it takes one', () => {
    for (const [distribution] of CONTINUOUS) {
      if (['gamma', 'erlang', 'mixture'].includes(distribution.family)) continue;
      const sample = sampler(distribution);
      const rising = Array.from({ length: 1001 }, (_, k) => sample(always(Math.min(k / 1000, 1 - 2 ** -53))));
      expect(rising.every((x, k) => Number.isFinite(x) && (k === 0 || x > rising[k - 1]))).toBe(true);
    }
  });

  it('keeps nothing of the last replication when its source is seated anew', () => {
    for (const [distribution] of CONTINUOUS) {
      const stream = new Stream('anew', 'work');
      const sample = sampler(distribution);
      const first = [sample(stream), sample(stream)];
      for (const before of [0, 1, 2, 3]) {
        stream.reseat(1);
        for (let k = 0; k < before; k++) sample(stream);
        stream.reseat(0);
        expect([sample(stream), sample(stream)], distribution.family).toEqual(first);
      }
    }
  });

  it('stays finite at both ends of its source, and gives the ends of bounded families', () => {
    const at = (distribution: Distribution, u: number) => sampler(distribution)(always(u));
    for (const u of [0, 1 - 2 ** -32, 1 - 2 ** -53]) {
      for (const [distribution] of CONTINUOUS) {
        // A constant source may never satisfy a rejection method.
        if (['gamma', 'erlang'].includes(distribution.family)) continue;
        expect(Number.isFinite(at(distribution, u)), `${distribution.family} at ${u}`).toBe(true);
      }
    }
    expect(at({ family: 'triangular', min: 1, mode: 2, max: 6 }, 0)).toBe(1);
    expect(at({ family: 'triangular', min: 1, mode: 2, max: 6 }, 0.2)).toBe(2);
    expect(at({ family: 'triangular', min: 4, mode: 4, max: 4 }, 0.5)).toBe(4);
    expect(at({ family: 'uniform', min: 3, max: 3 }, 0.5)).toBe(3);
    expect(at({ family: 'quantiles', probabilities: [0, 0.4, 0.4, 1], values: [1, 2, 5, 8] }, 0.4)).toBe(5);
    expect(at({ family: 'exponential', mean: 0 }, 0.7)).toBe(0);
  });
});
