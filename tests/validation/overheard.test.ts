/**
 * Exposure against a known answer: talks and stays that begin by independent Poisson processes, each for a fixed time.
 * The pairs of them that overlap, and for how long, follow from the two rates and durations alone.
 */
import { describe, expect, it } from 'vitest';
import { figure, holds, relativeWidth, simulate, theory } from './simulate.ts';

/** In minutes. */
const OPEN = 480;
const TALK = 12;
const STAY = 5;
const TALKS = 0.25;
const STAYS = 0.5;
/** From the door to a place and out again, each 4.5 m at 12.5 m/s; all of it is in hearing. */
const WAY = (2 * Math.hypot(2, 4)) / 12.5 / 60;

/** How long a talk and a stay overlap that begins `later` than it. */
const overlap = (later: number, stay: number): number =>
  Math.max(0, Math.min(TALK, later + stay) - Math.max(0, later));

/** The expected sum over all pairs in a day: the pairs that lie `later` apart have room for it OPEN - |later| times. */
function pairs(rate: number, stay: number, worth: (overlap: number) => number): number {
  const step = 0.001;
  let sum = 0;
  for (let later = -stay; later < TALK; later += step)
    sum += worth(overlap(later + step / 2, stay)) * (OPEN - Math.abs(later + step / 2)) * step;
  return TALKS * rate * sum;
}

describe('talk overheard in M/G/∞', async () => {
  const results = await simulate(theory('overheard'), 400);

  it('lasts as long as talks and stays overlap', () => {
    const exposure = figure(results, 'privacy.exposure');
    // Those who stay, and all who walk by, to talk themselves or not.
    const stays = pairs(STAYS, STAY, (seconds) => seconds);
    const ways = (TALKS + STAYS) * WAY * TALKS * TALK * OPEN;
    expect(relativeWidth(exposure)).toBeLessThan(0.04);
    expect(holds(exposure, stays + ways)).toBe(true);
    // It can fail: with talks half a minute shorter it would not hold.
    expect(holds(exposure, (stays + ways) * (1 - 0.5 / TALK))).toBe(false);
  });

  it('is a conflict for each pair that overlaps for two minutes', () => {
    const conflicts = figure(results, 'privacy.conflicts');
    expect(relativeWidth(conflicts)).toBeLessThan(0.04);
    expect(
      holds(
        conflicts,
        pairs(STAYS, STAY, (minutes) => (minutes >= 2 ? 1 : 0)),
      ),
    ).toBe(true);
  });

  it('is for every hundred visits what it is for all', () => {
    const perVisit = figure(results, 'privacy.per100Visits');
    const visits = figure(results, 'arrived.count');
    expect(perVisit.mean).toBeCloseTo((100 * figure(results, 'privacy.exposure').mean) / visits.mean, 6);
  });
});
