/**
 * Samplers of the families of distributions. None keeps anything between two draws, so that each may draw from any source;
 * and all but the gamma family draw a fixed number of times.
 */
import { chooser } from './choice.ts';
import type { Distribution } from './distribution.ts';
import { exponentialQuantile } from './exponential.ts';
import { normalQuantile } from './normal.ts';
import { lastAtMost } from './search.ts';

/** Where uniform numbers in [0, 1) come from. */
export interface Source {
  next(): number;
}

/** Draws a number of its distribution from a source. */
export type Sampler = (source: Source) => number;

/** Below half a step of any source, it keeps 0 and 1 out of the normal quantile and moves no other number. */
const ABOVE_ZERO = 2 ** -55;

/**
 * The sampler of a distribution. Parameters are trusted.
 *
 * From one uniform number each, and rising with it (so that common and antithetic numbers work): all but
 * `deterministic`, which draws nothing; `mixture`, one to choose the part and then what the part draws;
 * `gamma` and `erlang`, two for each try of their rejection method, mostly one try, and one more for a cv
 * above 1. An `exponential` from a source of 32 bits ends at 22 means, with the probability of 2^-32.
 *
 * `normal` is not cut off: a caller who wants no negative duration sees to that.
 */
export function sampler(distribution: Distribution): Sampler {
  switch (distribution.family) {
    case 'deterministic': {
      const { value } = distribution;
      return () => value;
    }
    case 'exponential': {
      const { mean } = distribution;
      return (source) => mean * exponentialQuantile(source.next());
    }
    case 'gamma': {
      const { mean, cv } = distribution;
      return gamma(1 / (cv * cv), mean * cv * cv);
    }
    case 'erlang': {
      const { mean, stages } = distribution;
      return gamma(stages, mean / stages);
    }
    case 'lognormal': {
      const { mu, sigma } = distribution;
      return (source) => Math.exp(mu + sigma * normalQuantile(source.next() + ABOVE_ZERO));
    }
    case 'normal': {
      const { mean, sd } = distribution;
      return (source) => mean + sd * normalQuantile(source.next() + ABOVE_ZERO);
    }
    case 'weibull': {
      const { scale } = distribution;
      const power = 1 / distribution.shape;
      return (source) => scale * exponentialQuantile(source.next()) ** power;
    }
    case 'triangular':
      return triangular(distribution.min, distribution.mode, distribution.max);
    case 'uniform': {
      const { min, max } = distribution;
      return (source) => min + source.next() * (max - min);
    }
    case 'empirical':
      return empirical(distribution.values, distribution.weights);
    case 'quantiles':
      return quantiles(distribution.probabilities, distribution.values);
    case 'mixture': {
      const choose = chooser(distribution.weights);
      const parts = distribution.parts.map(sampler);
      return (source) => parts[choose(source.next())](source);
    }
  }
}

/**
 * Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26 (2000); a shape below 1
 * is reached from the next higher one, as in its section 6. More than 95 % of the tries succeed.
 */
function gamma(shape: number, scale: number): Sampler {
  if (shape < 1) {
    const higher = gamma(shape + 1, scale);
    return (source) => higher(source) * source.next() ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return (source) => {
    for (;;) {
      const x = normalQuantile(source.next() + ABOVE_ZERO);
      const u = 1 - source.next();
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
function triangular(min: number, mode: number, max: number): Sampler {
  const belowMode = (mode - min) / (max - min);
  return (source) => {
    const u = source.next();
    if (u < belowMode) return min + Math.sqrt(u * (max - min) * (mode - min));
    return max - Math.sqrt((1 - u) * (max - min) * (max - mode));
  };
}

function empirical(values: readonly number[], weights: readonly number[]): Sampler {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const rising = order.map((k) => values[k]);
  const choose = chooser(order.map((k) => weights[k]));
  return (source) => rising[choose(source.next())];
}

function quantiles(probabilities: readonly number[], values: readonly number[]): Sampler {
  const starts = probabilities.slice(0, -1);
  return (source) => {
    const u = source.next();
    const k = lastAtMost(starts, u);
    const share = (u - probabilities[k]) / (probabilities[k + 1] - probabilities[k]);
    return values[k] + share * (values[k + 1] - values[k]);
  };
}
