/** Distributions as a scenario writes them, and the parameters that the kernel gets. */
import { describe, expect, it } from 'vitest';
import { distribution, FAMILIES } from '../../engine/scenario/distribution.ts';
import { duration } from '../../engine/scenario/quantity.ts';

const durations = distribution(duration());
const read = (given: unknown) => durations.parse(given);
const refused = (given: unknown): string => JSON.stringify(durations.safeParse(given).error?.issues ?? []);

describe('a distribution', () => {
  it('that is a plain quantity is that value always', () => {
    expect(read('12 min')).toEqual({ family: 'deterministic', value: 720 });
    expect(read({ deterministic: { value: 1 } })).toEqual({ family: 'deterministic', value: 60 });
  });

  it.each([
    [{ exponential: { mean: 2 } }, { family: 'exponential', mean: 120 }],
    [{ gamma: { mean: 2, cv: 0.5 } }, { family: 'gamma', mean: 120, cv: 0.5 }],
    [{ erlang: { mean: 2, stages: 3 } }, { family: 'erlang', mean: 120, stages: 3 }],
    [{ weibull: { shape: 2, scale: 2 } }, { family: 'weibull', shape: 2, scale: 120 }],
    [{ normal: { mean: 2, sd: 1 } }, { family: 'normal', mean: 120, sd: 60 }],
    [{ triangular: { min: 1, mode: 2, max: 3 } }, { family: 'triangular', min: 60, mode: 120, max: 180 }],
    [{ uniform: { min: 1, max: 1 } }, { family: 'uniform', min: 60, max: 60 }],
    [{ empirical: { values: [1, 2] } }, { family: 'empirical', values: [60, 120], weights: [1, 1] }],
    [
      { empirical: { values: [1, 2], weights: [3, 0] } },
      { family: 'empirical', values: [60, 120], weights: [3, 0] },
    ],
    [
      { empirical: { quantiles: { '100%': 3, '0': 1, '0.5': 2 } } },
      { family: 'quantiles', probabilities: [0, 0.5, 1], values: [60, 120, 180] },
    ],
    [
      {
        mixture: [
          { weight: 3, of: 1 },
          { weight: 1, of: { exponential: { mean: 2 } } },
        ],
      },
      {
        family: 'mixture',
        weights: [3, 1],
        parts: [
          { family: 'deterministic', value: 60 },
          { family: 'exponential', mean: 120 },
        ],
      },
    ],
  ])('%j', (given, expected) => {
    expect(read(given)).toEqual(expected);
    for (const name of Object.keys(given)) expect(FAMILIES.has(name)).toBe(true);
  });

  it('log-normal has the mean and the coefficient of variation that are given', () => {
    const read1 = read({ lognormal: { mean: 10, cv: 0.8 } });
    if (read1.family !== 'lognormal') throw new Error(read1.family);
    const { mu, sigma } = read1;
    // Mean and variance of a log-normal distribution: exp(mu + sigma²/2), (exp(sigma²) - 1) mean².
    expect(Math.exp(mu + sigma ** 2 / 2)).toBeCloseTo(600, 9);
    expect(Math.sqrt(Math.exp(sigma ** 2) - 1)).toBeCloseTo(0.8, 12);
  });

  it('log-normal has the median and the 90th percentile that are given', () => {
    const read1 = read({ lognormal: { median: 9, p90: 25 } });
    if (read1.family !== 'lognormal') throw new Error(read1.family);
    expect(Math.exp(read1.mu)).toBeCloseTo(540, 9);
    // The 0.9 quantile of the standard normal distribution is 1.2816.
    expect(Math.exp(read1.mu + 1.2815515655446004 * read1.sigma)).toBeCloseTo(1500, 9);
  });

  it.each([
    [{}, 'needs exactly one family of distributions, has none'],
    [{ exponential: { mean: 1 }, uniform: { min: 1, max: 2 } }, 'has exponential and uniform'],
    [{ lognormal: { mean: 0, cv: 1 } }, 'mean must be above 0'],
    [{ lognormal: { median: 9, p90: 8 } }, 'p90 must be above the median'],
    [{ triangular: { min: 2, mode: 1, max: 3 } }, 'needs min ≤ mode ≤ max'],
    [{ empirical: { quantiles: { 0: 2, 1: 1 } } }, 'must not fall'],
    [{ empirical: { quantiles: { 0: 2, x: 1 } } }, 'must go from 0 to 1'],
    [{ empirical: { values: [1], weights: [0] } }, 'not all 0'],
    [{ mixture: [] }, 'too_small'],
  ])('is not %j', (given, message) => {
    expect(refused(given)).toContain(message);
  });
});
