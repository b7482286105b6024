import { describe, expect, it } from 'vitest';
import { expectedArrivals } from '../../engine/experiment/expected-arrivals.ts';
import { compile } from '../../engine/model/compile.ts';
import { smallScenario } from '../statistics/small-house.ts';

const ARRIVALS = {
  'walk-in': { profiles: 'all', matters: { tax: 1 }, perDay: 20, rate: '1 /min' },
  booked: {
    profiles: 'all',
    matters: { name: 1 },
    appointments: { from: '09:00', to: '11:00', every: '1 h', places: 2, filled: '50 %', noShow: '20 %' },
  },
};
const PEAKS = { letters: { name: 'Letters', probability: '10 %', factor: 2, arrivals: ['walk-in'] } };
const DAY = { doors: { open: '09:00', close: '12:00' }, busyness: { gamma: { mean: 1, cv: 0.25 } } };

const expectedOf = (change: Record<string, unknown>) =>
  expectedArrivals(
    compile(smallScenario({ day: DAY, arrivals: ARRIVALS, peaks: PEAKS, ...change }), { traces: {} }),
  );

describe('arrivals to be expected', () => {
  /*
   * 20 walk-ins, 40 on one day in ten: 22. Four slots, each with a visitor by 0.5 × 0.8: 1.6.
   * Variance on an ordinary day: 20 of Poisson, 20² × 0.25² of busyness, 4 × 0.4 × 0.6 of bookings: 45.96; on a day of
   * letters 40 + 100 + 0.96. Between the two 0.1 × 0.9 × 20² = 36.
   */
  it('are those of rates, busyness, peaks and bookings', () => {
    const expected = expectedOf({});
    expect(expected?.mean).toBeCloseTo(23.6, 9);
    expect(expected?.variance).toBeCloseTo(0.9 * 45.96 + 0.1 * 140.96 + 36, 9);
  });

  it('come in groups', () => {
    const pairs = { ...ARRIVALS['walk-in'], group: 2 };
    const expected = expectedOf({ arrivals: { pairs }, peaks: {}, day: { doors: DAY.doors } });
    // Ten parties of two: each party is counted twice, its variance four times.
    expect(expected?.mean).toBeCloseTo(20, 9);
    expect(expected?.variance).toBeCloseTo(40, 9);
  });

  it('are not swayed by busyness where a source is not', () => {
    const steady = { ...ARRIVALS['walk-in'], busyness: false };
    expect(expectedOf({ arrivals: { steady }, peaks: {} })?.variance).toBeCloseTo(20, 9);
  });

  it.each([
    ['a warm-up', { day: { ...DAY, warmUp: '10 min' } }],
    ['a hard end', { day: { ...DAY, end: '13:00' } }],
    ['busyness that is cut off at nothing', { day: { ...DAY, busyness: { normal: { mean: 1, sd: 0.5 } } } }],
    [
      'groups of random size',
      { arrivals: { 'walk-in': { ...ARRIVALS['walk-in'], group: { uniform: { min: 1, max: 3 } } } } },
    ],
  ])('are not known with %s', (_, change) => {
    expect(expectedOf(change)).toBeNull();
  });
});
