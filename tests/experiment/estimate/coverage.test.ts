/**
 * Whether 95 % intervals hold the truth in 95 % of experiments, where visitors of a day wait long or short
 * together. The truth is known: the waits of a day are exponential with a mean that is the day's own.
 */
import { randomExponential, randomGamma, randomPoisson } from 'd3-random';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { estimateQuantile, exactly } from '../../../engine/experiment/estimate/quantile.ts';
import { estimateRatio } from '../../../engine/experiment/estimate/ratio.ts';

const EXPERIMENTS = 400;
const DAYS = 30;

/*
 * A day's busyness B is gamma with shape 16 and mean 1, so that days differ by a quarter. The day has a Poisson
 * number of visitors with mean 40 B, each waiting exponentially with mean 10 B: busy days have more visitors and
 * longer waits, and the mean of daily means would be wrong.
 *
 * Over visitors, B is weighted by itself: gamma with shape 17 and scale 1/16. The mean wait is
 * 10 E[B²] / E[B] = 10 × 17/16, and the share that waits no longer than x is the integral of 1 - exp(-x / (10 b))
 * over that density, taken numerically below.
 */
const SHAPE = 16;
const MEAN_WAIT = (10 * (SHAPE + 1)) / SHAPE;

function shareWithin(limit: number): number {
  let [weight, share] = [0, 0];
  for (let b = 0.0005; b < 4; b += 0.001) {
    const density = b ** SHAPE * Math.exp(-SHAPE * (b - 1));
    weight += density;
    share += density * (1 - Math.exp(-limit / (10 * b)));
  }
  return share / weight;
}

function trueQuantile(probability: number): number {
  let [low, high] = [0, 1000];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (shareWithin(middle) < probability) low = middle;
    else high = middle;
  }
  return low;
}

function experiment(seed: string) {
  const random = seedrandom(seed);
  const busyness = randomGamma.source(random)(SHAPE, 1 / SHAPE);
  const poisson = randomPoisson.source(random);
  const exponential = randomExponential.source(random);
  const starts = [0];
  const values: number[] = [];
  const sums: number[] = [];
  const counts: number[] = [];
  for (let day = 0; day < DAYS; day++) {
    const b = busyness();
    const count = poisson(40 * b)();
    const wait = exponential(1 / (10 * b));
    const waits = Array.from({ length: count }, wait);
    values.push(...waits);
    starts.push(values.length);
    sums.push(waits.reduce((sum, value) => sum + value, 0));
    counts.push(count);
  }
  return { clusters: { values: Float64Array.from(values), starts }, sums, counts };
}

/** Between which numbers of hits the middle 99.9 % of so many throws lie, each missing with that probability. */
function binomialBounds(throws: number, miss: number): [number, number] {
  let mass = (1 - miss) ** throws;
  let sum = mass;
  let fewest = -1;
  for (let misses = 0; misses < throws; misses++) {
    if (fewest < 0 && sum > 0.0005) fewest = misses;
    if (sum >= 0.9995) return [throws - misses, throws - fewest];
    mass *= (((throws - misses) / (misses + 1)) * miss) / (1 - miss);
    sum += mass;
  }
  throw new Error('the tail of the binomial distribution was not reached');
}

describe('95 % intervals over correlated days', () => {
  const experiments = Array.from({ length: EXPERIMENTS }, (_, k) => experiment(`coverage/${k}`));
  const [least, most] = binomialBounds(EXPERIMENTS, 0.05);
  const holds = (truth: number, { mean, halfWidth }: { mean: number | null; halfWidth: number | null }) =>
    mean !== null && halfWidth !== null && Math.abs(mean - truth) <= halfWidth;

  it('hold the mean wait, which is a ratio', () => {
    const held = experiments.filter(({ sums, counts }) =>
      holds(MEAN_WAIT, estimateRatio(sums, counts, 0.95)),
    );
    expect(held.length).toBeGreaterThanOrEqual(least);
    expect(held.length).toBeLessThanOrEqual(most);
  });

  it.each([0.5, 0.9])('hold the quantile %f of waits', (probability) => {
    const truth = trueQuantile(probability);
    const held = experiments.filter(({ clusters }) =>
      holds(truth, estimateQuantile(exactly(clusters, DAYS), probability, 0.95)),
    );
    expect(held.length).toBeGreaterThanOrEqual(least);
    expect(held.length).toBeLessThanOrEqual(most);
  });

  it('would not, if visitors were taken as independent', () => {
    const held = experiments.filter(({ clusters: { values } }) =>
      holds(
        MEAN_WAIT,
        estimateRatio(
          [...values],
          [...values].map(() => 1),
          0.95,
        ),
      ),
    );
    expect(held.length).toBeLessThan(least);
  });

  it('would not, if daily means were averaged', () => {
    const daily = experiments.map(({ sums, counts }) =>
      estimateRatio(
        sums.map((sum, k) => sum / (counts[k] ?? 1)),
        sums.map(() => 1),
        0.95,
      ),
    );
    expect(daily.filter((estimate) => holds(MEAN_WAIT, estimate)).length).toBeLessThan(least);
  });
});
