/** Mean and variance of the distributions, exact, from their parameters. */
import { gammaln } from 'simple-statistics';
import type { Distribution } from './distribution.ts';

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

export function meanOf(distribution: Distribution): number {
  return momentsOf(distribution).mean;
}

export function varianceOf(distribution: Distribution): number {
  return momentsOf(distribution).variance;
}

function momentsOf(distribution: Distribution): Moments {
  switch (distribution.family) {
    case 'deterministic':
      return { mean: distribution.value, variance: 0 };
    case 'exponential':
      return { mean: distribution.mean, variance: distribution.mean ** 2 };
    case 'gamma':
      return { mean: distribution.mean, variance: (distribution.mean * distribution.cv) ** 2 };
    case 'erlang':
      return { mean: distribution.mean, variance: distribution.mean ** 2 / distribution.stages };
    case 'lognormal': {
      const { mu, sigma } = distribution;
      const mean = Math.exp(mu + sigma ** 2 / 2);
      return { mean, variance: mean ** 2 * Math.expm1(sigma ** 2) };
    }
    case 'weibull': {
      const { shape, scale } = distribution;
      const gamma1 = Math.exp(gammaln(1 + 1 / shape));
      const gamma2 = Math.exp(gammaln(1 + 2 / shape));
      return { mean: scale * gamma1, variance: scale ** 2 * (gamma2 - gamma1 ** 2) };
    }
    case 'normal':
      return { mean: distribution.mean, variance: distribution.sd ** 2 };
    case 'triangular': {
      const { min, mode, max } = distribution;
      const [low, high] = [mode - min, max - mode];
      return { mean: (min + mode + max) / 3, variance: (low ** 2 + low * high + high ** 2) / 18 };
    }
    case 'uniform':
      return stretch(distribution.min, distribution.max);
    case 'empirical':
      return mixed(
        distribution.weights,
        distribution.values.map((mean) => ({ mean, variance: 0 })),
      );
    case 'quantiles': {
      const { probabilities, values } = distribution;
      return mixed(
        probabilities.slice(1).map((probability, k) => probability - probabilities[k]),
        values.slice(1).map((value, k) => stretch(values[k], value)),
      );
    }
    case 'mixture':
      return mixed(distribution.weights, distribution.parts.map(momentsOf));
  }
}

function stretch(min: number, max: number): Moments {
  return { mean: (min + max) / 2, variance: (max - min) ** 2 / 12 };
}

/** The law of total variance: that within the parts, and that between their means. */
function mixed(weights: readonly number[], parts: readonly Moments[]): Moments {
  const average = (of: (part: Moments) => number) => {
    let sum = 0;
    let total = 0;
    for (let k = 0; k < parts.length; k++) {
      sum += weights[k] * of(parts[k]);
      total += weights[k];
    }
    return sum / total;
  };
  const mean = average((part) => part.mean);
  return { mean, variance: average((part) => part.variance + (part.mean - mean) ** 2) };
}
