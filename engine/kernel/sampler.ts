/**
 * Samplers of the families of distributions. None keeps anything between two draws but its source, so that
 * sources may be seated anew or exchanged under it, and all but the gamma family draw a fixed number of times.
 */
import { randomExponential, randomUniform, randomWeibull } from 'd3-random';
import { chooser } from './choice.ts';
import type { Distribution } from './distribution.ts';
import { normalQuantile } from './normal.ts';
import { lastAtMost } from './search.ts';

type Source = () => number;

/** Below half a step of any source, it keeps 0 and 1 out of the normal quantile and moves no other number. */
const ABOVE_ZERO = 2 ** -55;

/**
 * A function that draws from the distribution, by numbers in [0, 1) from `source`. Parameters are trusted.
 *
 * From one uniform number each, and rising with it (so that common and antithetic numbers work): all but
 * `deterministic`, which draws nothing; `mixture`, one to choose the part and then what the part draws;
 * `gamma` and `erlang`, two for each try of their rejection method, mostly one try, and one more for a cv
 * above 1. An `exponential` from a source of 32 bits ends at 22 means, with the probability of 2^-32.
 *
 * `normal` is not cut off: a caller who wants no negative duration sees to that.
 */
export function sampler(distribution: Distribution, source: Source): () => number {
  switch (distribution.family) {
    case 'deterministic': {
      const { value } = distribution;
      return () => value;
    }
    case 'exponential':
      return randomExponential.source(source)(1 / distribution.mean);
    case 'gamma': {
      const { mean, cv } = distribution;
      return gamma(1 / (cv * cv), mean * cv * cv, source);
    }
    case 'erlang': {
      const { mean, stages } = distribution;
      return gamma(stages, mean / stages, source);
    }
    // d3's normal, and with it its lognormal and gamma, keeps every second number for the next call: after
    // a new seating it would still hold one of the last replication.
    case 'lognormal': {
      const { mu, sigma } = distribution;
      return () => Math.exp(mu + sigma * normalQuantile(source() + ABOVE_ZERO));
    }
    case 'normal': {
      const { mean, sd } = distribution;
      return () => mean + sd * normalQuantile(source() + ABOVE_ZERO);
    }
    case 'weibull':
      return randomWeibull.source(source)(distribution.shape, 0, distribution.scale);
    case 'triangular':
      return triangular(distribution.min, distribution.mode, distribution.max, source);
    case 'uniform':
      return randomUniform.source(source)(distribution.min, distribution.max);
    case 'empirical':
      return empirical(distribution.values, distribution.weights, source);
    case 'quantiles':
      return quantiles(distribution.probabilities, distribution.values, source);
    case 'mixture': {
      const choose = chooser(distribution.weights);
      const parts = distribution.parts.map((part) => sampler(part, source));
      return () => parts[choose(source())]();
    }
  }
}

/**
 * Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000); a shape below 1
 * is reached from the next higher one, as in its section 6. More than 95 % of the tries succeed.
 */
function gamma(shape: number, scale: number, source: Source): () => number {
  if (shape < 1) {
    const higher = gamma(shape + 1, scale, source);
    return () => higher() * source() ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return () => {
    for (;;) {
      const x = normalQuantile(source() + ABOVE_ZERO);
      const u = 1 - source();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const square = x * x;
      // Most tries pass the first test, which needs no logarithm.
      if (u < 1 - 0.0331 * square * square) return d * v * scale;
      if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v * scale;
    }
  };
}

/** By the inverse of its distribution function. */
function triangular(min: number, mode: number, max: number, source: Source): () => number {
  const belowMode = (mode - min) / (max - min);
  return () => {
    const u = source();
    if (u < belowMode) return min + Math.sqrt(u * (max - min) * (mode - min));
    return max - Math.sqrt((1 - u) * (max - min) * (max - mode));
  };
}

function empirical(values: readonly number[], weights: readonly number[], source: Source): () => number {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const rising = order.map((k) => values[k]);
  const choose = chooser(order.map((k) => weights[k]));
  return () => rising[choose(source())];
}

function quantiles(
  probabilities: readonly number[],
  values: readonly number[],
  source: Source,
): () => number {
  const starts = probabilities.slice(0, -1);
  return () => {
    const u = source();
    const k = lastAtMost(starts, u);
    const share = (u - probabilities[k]) / (probabilities[k + 1] - probabilities[k]);
    return values[k] + share * (values[k + 1] - values[k]);
  };
}
