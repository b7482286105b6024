import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../engine/model/speech/bands.ts';
import {
  compositeDifference,
  differenceOfRating,
  INSULATION_SHAPE,
  inSeries,
  weightedRating,
  withOpening,
} from '../../../engine/model/speech/sound-insulation.ts';

const flat = (value: number): Float64Array => new Float64Array(7).fill(value);

describe('rating after ISO 717-1, octave bands', () => {
  it('is where the deviations sum to at most 10 dB', () => {
    // Shifted to 42: 26 35 42 45 46. Below it lie 250 Hz by 5 and 2 kHz by 4: 9. At 43: 1 + 6 + 5 and more.
    expect(weightedRating(bandsOf([26, 30, 44, 50, 42, 40, 40]))).toBe(42);
    // Shifted to 44: 28 37 44 47 48: deviations 2 + 0 + 0 + 0 + 8 = 10, just enough; 500 Hz is at 60.
    expect(weightedRating(bandsOf([26, 37, 60, 47, 40, 0, 0]))).toBe(44);
    expect(weightedRating(bandsOf([25.9, 37, 60, 47, 40, 0, 0]))).toBe(43);
  });

  it('of the curve itself is 2 dB more than it is at 500 Hz', () => {
    expect(weightedRating(INSULATION_SHAPE.map((offset) => 40 + offset))).toBe(42);
  });

  it('comes back from the bands that are made of it', () => {
    for (let rating = 20; rating <= 65; rating += 1)
      expect(weightedRating(differenceOfRating(rating))).toBe(rating);
    expect([...differenceOfRating(40)]).toEqual([22, 31, 38, 41, 42, 42, 42]);
  });

  it('never makes a wall that amplifies', () => {
    expect([...differenceOfRating(10)]).toEqual([0, 1, 8, 11, 12, 12, 12]);
  });
});

describe('a wall of parts', () => {
  it('of 40 dB that is open by a tenth has 10 dB: the open door of the handbook', () => {
    for (const dB of withOpening(flat(40), 0.1)) expect(dB).toBeCloseTo(9.996, 3);
  });

  it('of 45 dB with a door of 30 dB and 2 m² in 10 m² has 36.5 dB', () => {
    const wall = compositeDifference([
      { area: 8, difference: flat(45) },
      { area: 2, difference: flat(30) },
    ]);
    // 10 lg(10 / (8 * 10^-4.5 + 2 * 10^-3)) = 10 lg(10 / 0.00225298)
    for (const dB of wall) expect(dB).toBeCloseTo(36.472, 3);
  });

  it('that is shut is as it was, that is wholly open is nothing', () => {
    for (const dB of withOpening(flat(33), 0)) expect(dB).toBeCloseTo(33, 10);
    for (const dB of withOpening(flat(33), 1)) expect(dB).toBeCloseTo(0, 10);
  });

  it('lets through more the more of it is open, never less than its worst part', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.double({ min: 0, max: 60, noNaN: true }), (a, b, dB) => {
        const less = withOpening(flat(dB), Math.min(a, b))[0];
        const more = withOpening(flat(dB), Math.max(a, b))[0];
        expect(more).toBeLessThanOrEqual(less + 1e-9);
        expect(less).toBeLessThanOrEqual(dB + 1e-9);
        expect(more).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  it('refuses a share beyond 0 to 1 and a wall of no area', () => {
    expect(() => withOpening(flat(40), 1.2)).toThrow('an open share is from 0 to 1, got 1.2');
    expect(() => withOpening(flat(40), Number.NaN)).toThrow(RangeError);
    expect(() => compositeDifference([])).toThrow('a wall needs an area above 0 m², got 0');
  });
});

describe('two partitions in series', () => {
  it('add, band by band', () => {
    expect([...inSeries(bandsOf([1, 2, 3, 4, 5, 6, 7]), flat(10))]).toEqual([11, 12, 13, 14, 15, 16, 17]);
  });
});
