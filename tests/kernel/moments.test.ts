import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../engine/kernel/distribution.ts';
import { meanOf, varianceOf } from '../../engine/kernel/moments.ts';

describe('meanOf and varianceOf', () => {
  // Worked out by hand from the textbook formulas.
  it.each<[Distribution, number, number]>([
    [{ family: 'deterministic', value: 7 }, 7, 0],
    [{ family: 'exponential', mean: 3 }, 3, 9],
    [{ family: 'gamma', mean: 4, cv: 0.5 }, 4, 4],
    [{ family: 'erlang', mean: 6, stages: 9 }, 6, 4],
    [{ family: 'lognormal', mu: 0, sigma: Math.sqrt(Math.log(4)) }, 2, 12],
    [{ family: 'weibull', shape: 1, scale: 5 }, 5, 25],
    [{ family: 'weibull', shape: 2, scale: 2 }, Math.sqrt(Math.PI), 4 - Math.PI],
    [{ family: 'weibull', shape: 0.5, scale: 1 }, 2, 20],
    [{ family: 'normal', mean: -2, sd: 3 }, -2, 9],
    [{ family: 'triangular', min: 1, mode: 2, max: 6 }, 3, 7 / 6],
    [{ family: 'triangular', min: 4, mode: 4, max: 4 }, 4, 0],
    [{ family: 'uniform', min: 2, max: 8 }, 5, 3],
    [{ family: 'empirical', values: [2, 10], weights: [3, 1] }, 4, 12],
    [{ family: 'quantiles', probabilities: [0, 1], values: [2, 8] }, 5, 3],
    // Half in 0…2, half in 2…10: means 1 and 6, variances 1/3 and 16/3, between them 25/4.
    [{ family: 'quantiles', probabilities: [0, 0.5, 1], values: [0, 2, 10] }, 3.5, 17 / 6 + 25 / 4],
    [
      {
        family: 'mixture',
        weights: [1, 3],
        parts: [
          { family: 'exponential', mean: 8 },
          { family: 'deterministic', value: 4 },
        ],
      },
      5,
      // Within: 64 / 4; between: (9 + 3 × 1) / 4.
      19,
    ],
  ])('of %j are %d and %d', (distribution, mean, variance) => {
    expect(meanOf(distribution)).toBeCloseTo(mean, 12);
    expect(varianceOf(distribution)).toBeCloseTo(variance, 11);
  });

  it('keep their digits for a lognormal that hardly varies', () => {
    // exp(σ²) - 1 would have lost all of them.
    expect(varianceOf({ family: 'lognormal', mu: 0, sigma: 1e-9 }) / 1e-18).toBeCloseTo(1, 12);
  });
});
