/**
 * How many visitors come to the doors in a day, and the square of that, as expected from the scenario alone: the days of an
 * experiment were busier than that or quieter by chance, which is then known, and can be made up for.
 *
 * Given busyness and peaks, walk-ins are Poisson and bookings binomial, all independent.
 */
import type { Distribution } from '../kernel/distribution.ts';
import { meanOf, varianceOf } from '../kernel/moments.ts';
import { RateProfile } from '../kernel/poisson-process.ts';
import type { Model, Source } from '../model/model.ts';
import { LEAST_REPLICATIONS } from './estimate/adjusted.ts';

export interface ExpectedArrivals {
  readonly mean: number;
  /** The variance from day to day. */
  readonly variance: number;
}

/** Why estimates cannot be adjusted for the arrivals: too few days, nothing known beforehand, or the same number every day. */
export type Unadjusted = 'few' | 'unknown' | 'constant';

/** Null where they can. */
export function unadjusted(expected: ExpectedArrivals | null, replications: number): Unadjusted | null {
  if (expected === null) return 'unknown';
  if (expected.variance <= 0) return 'constant';
  return replications < LEAST_REPLICATIONS ? 'few' : null;
}

/** All combinations of peaks are gone through. */
const MOST_PEAKS = 10;

/** Null where it is not known exactly: with a warm-up or a hard end, groups of random size, or busyness of some other kinds. */
export function expectedArrivals(model: Model): ExpectedArrivals | null {
  const { day } = model.scenario;
  const groups = model.sources.map(groupOf);
  const isKnown =
    day.warmUp === 0 &&
    day.end === undefined &&
    isNeverNegative(day.busyness) &&
    model.peaks.length <= MOST_PEAKS &&
    groups.every((size) => size !== null);
  if (!isKnown) return null;
  let [mean, square] = [0, 0];
  for (const { probability, happening } of combinations(model)) {
    const given = momentsGiven(model, happening, groups);
    mean += probability * given.mean;
    square += probability * (given.variance + given.mean ** 2);
  }
  return { mean, variance: square - mean ** 2 };
}

/** Mean and variance of the arrivals of a day on which just these peaks happen. */
function momentsGiven(model: Model, happening: readonly number[], groups: readonly (number | null)[]) {
  const { busyness } = model.scenario.day;
  // Walk-ins that busyness multiplies, and all others; and what varies though busyness is known.
  let [swayed, steady, inner] = [0, 0, 0];
  for (const [index, source] of model.sources.entries()) {
    const size = groups[index] ?? 1;
    const parties = partiesOf(model, index, happening);
    if (source.busyness) swayed += parties * size;
    else steady += parties * size;
    inner += parties * size ** 2 * (source.busyness ? meanOf(busyness) : 1);
    steady += source.trace?.length ?? 0;
    const booked = bookedOf(source);
    steady += booked.slots * booked.share;
    inner += booked.slots * booked.share * (1 - booked.share);
  }
  return {
    mean: swayed * meanOf(busyness) + steady,
    variance: inner + swayed ** 2 * varianceOf(busyness),
  };
}

/** Parties of walk-ins of the source on such a day, were busyness 1. */
function partiesOf(model: Model, index: number, happening: readonly number[]): number {
  const { rate } = model.sources[index];
  if (rate === null) return 0;
  const plain = new RateProfile(rate.shape, rate.points, model.scenario.day.doors.close);
  return happening
    .map((peak) => model.peaks[peak])
    .filter(({ sources }) => sources.includes(index))
    .reduce((profile, { factor, from, to }) => profile.times(factor, from, to), plain).total;
}

/** Slots, and the share of them that somebody has booked and comes to. */
function bookedOf({ appointments }: Source): { slots: number; share: number } {
  if (!appointments) return { slots: 0, share: 0 };
  const { from, to, every, places, filled, noShow } = appointments;
  let times = 0;
  while (from + times * every < to) times++;
  return { slots: times * places, share: filled * (1 - noShow) };
}

/** How many walk in at once, where that is always the same. */
function groupOf({ group }: Source): number | null {
  return group.family === 'deterministic' && Number.isInteger(group.value) ? group.value : null;
}

/** So that it is drawn as it is, and not cut off at 0. */
function isNeverNegative(distribution: Distribution): boolean {
  switch (distribution.family) {
    case 'deterministic':
      return distribution.value >= 0;
    case 'uniform':
    case 'triangular':
      return distribution.min >= 0;
    case 'empirical':
    case 'quantiles':
      return distribution.values.every((value) => value >= 0);
    case 'normal':
      return false;
    case 'mixture':
      return distribution.parts.every(isNeverNegative);
    default:
      return true;
  }
}

/** Which of the peaks may happen together, and how probably. */
function combinations({ peaks }: Model): { probability: number; happening: number[] }[] {
  return peaks.reduce(
    (before, { probability }, peak) =>
      before.flatMap((one) => [
        { probability: one.probability * (1 - probability), happening: one.happening },
        { probability: one.probability * probability, happening: [...one.happening, peak] },
      ]),
    [{ probability: 1, happening: [] as number[] }],
  );
}
