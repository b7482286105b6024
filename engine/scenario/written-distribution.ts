/** The ways to write a distribution. A lognormal one keeps neither mean nor median: they are found again from what is kept. */
import type { Distribution } from '../kernel/distribution.ts';
import { Z90 } from './distribution.ts';
import { numberText, texts } from './quantity-texts.ts';
import type { Plain } from './tree.ts';

/** And not a map in which an id is `family`. */
export const isDistribution = (value: unknown): value is Distribution =>
  typeof value === 'object' && value !== null && 'family' in value && typeof value.family === 'string';

export interface Reading {
  /** What a form means; undefined where it means nothing. */
  reads(form: Plain): unknown;
  /** A distribution within a mixture. Throws where it cannot be written. */
  part(distribution: Distribution): Plain;
}

/** Parameters that are numbers whatever the distribution is over. */
const NUMBERS = new Set(['cv', 'shape', 'stages']);

export function* distributionForms(given: Distribution, reading: Reading): Generator<Plain> {
  const { family } = given;
  switch (family) {
    case 'deterministic': {
      const text = quantity(given.value, reading);
      if (text !== null) yield text;
      return;
    }
    case 'lognormal':
      yield* lognormalForms(given, reading);
      return;
    case 'mixture': {
      const parts = given.parts.map((part, k) => ({ weight: given.weights[k] ?? 0, of: reading.part(part) }));
      yield { mixture: parts };
      return;
    }
    case 'empirical': {
      const values = quantities(given.values, reading);
      if (values === null) return;
      yield { empirical: { values } };
      yield { empirical: { values, weights: [...given.weights] } };
      return;
    }
    case 'quantiles': {
      const values = quantities(given.values, reading);
      if (values !== null) yield { empirical: { quantiles: quantiles(given.probabilities, values) } };
      return;
    }
    default: {
      const { family: name, ...parameters } = given;
      const texts: { [key: string]: Plain } = {};
      for (const [key, value] of Object.entries(parameters)) {
        const text = NUMBERS.has(key) ? value : quantity(value, reading);
        if (text === null) return;
        texts[key] = text;
      }
      yield { [name]: texts };
    }
  }
}

/** One probability twice is a jump: the second has a nought more at its end. */
function quantiles(probabilities: readonly number[], values: readonly Plain[]): Plain {
  const map: { [key: string]: Plain } = {};
  probabilities.forEach((probability, k) => {
    let key = numberText(probability);
    while (Object.hasOwn(map, key)) key = key.includes('.') ? `${key}0` : `${key}.0`;
    map[key] = values[k] ?? null;
  });
  return map;
}

function quantities(values: readonly number[], reading: Reading): Plain[] | null {
  const found = values.map((value) => quantity(value, reading));
  return found.some((text) => text === null) ? null : found;
}

/** As the constant of this value is written; null where there is none. */
function quantity(value: number, reading: Reading): Plain | null {
  for (const text of texts(value)) {
    const read = reading.reads(text);
    if (isDistribution(read) && read.family === 'deterministic' && Object.is(read.value, value)) return text;
  }
  return null;
}

/** How many of the numbers next to one are tried: arithmetic moves a result by no more. */
const NEAR = 40;

type Lognormal = Extract<Distribution, { family: 'lognormal' }>;

/** By mean and cv, or by median and p90: with few digits first, as people write them, then to the last. */
function* lognormalForms({ mu, sigma }: Lognormal, { reads }: Reading): Generator<Plain> {
  const read = (form: Plain): Lognormal | null => {
    const found = reads({ lognormal: form });
    return isDistribution(found) && found.family === 'lognormal' ? found : null;
  };
  const isConstant = (text: Plain) => isDistribution(reads(text));
  const mean = Math.exp(mu + (sigma * sigma) / 2);
  const cv = Math.sqrt(Math.expm1(sigma * sigma));
  const median = Math.exp(mu);
  const p90 = Math.exp(mu + Z90 * sigma);
  const unit = ['s', 'm/s'].find((one) => isConstant(`1 ${one}`));
  const exact = function* (value: number): Generator<Plain> {
    for (const one of near(value)) yield unit === undefined ? one : `${one} ${unit}`;
  };
  for (const [quantities, numbers] of [
    [texts, rounded],
    [exact, near],
  ] as const) {
    const someMean = firstOf(quantities(mean), isConstant);
    for (const spread of someMean === null ? [] : numbers(cv)) {
      if (read({ mean: someMean, cv: spread })?.sigma !== sigma) continue;
      // Several may give the same sigma, and each its own means.
      const text = firstOf(quantities(mean), (one) => read({ mean: one, cv: spread })?.mu === mu);
      if (text !== null) yield { lognormal: { mean: text, cv: spread } };
    }
    const someHigh = firstOf(quantities(p90), isConstant);
    const middle =
      someHigh === null
        ? null
        : firstOf(quantities(median), (one) => read({ median: one, p90: someHigh })?.mu === mu);
    const high =
      middle === null
        ? null
        : firstOf(quantities(p90), (one) => read({ median: middle, p90: one })?.sigma === sigma);
    if (middle !== null && high !== null) yield { lognormal: { median: middle, p90: high } };
  }
}

function firstOf<T>(some: Iterable<T>, fits: (one: T) => boolean): T | null {
  for (const one of some) if (fits(one)) return one;
  return null;
}

function* rounded(value: number): Generator<number> {
  for (const digits of [3, 6, 9, 12, 15]) yield Number(value.toPrecision(digits));
}

function* near(value: number): Generator<number> {
  const step = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
  for (let k = 0; k <= NEAR; k++) {
    yield value + k * step;
    yield value - k * step;
  }
}
