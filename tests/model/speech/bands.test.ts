import { describe, expect, it } from 'vitest';
import {
  addIntensities,
  atAWeightedLevel,
  aWeightedLevel,
  bandsOf,
  energeticSum,
  intensitiesOf,
  intensityOf,
  levelOf,
  levelsOf,
  reducedBy,
  shifted,
  sumOfSpectra,
} from '../../../engine/model/speech/bands.ts';

describe('bands', () => {
  it('adds two equal levels to 3 dB more, ten to 10 dB more, and silence to nothing', () => {
    expect(energeticSum([50, 50])).toBeCloseTo(53.0103, 4);
    expect(energeticSum(Array<number>(10).fill(40))).toBeCloseTo(50, 12);
    expect(energeticSum([40, Number.NEGATIVE_INFINITY])).toBeCloseTo(40, 12);
    expect(energeticSum([])).toBe(Number.NEGATIVE_INFINITY);
  });

  it('weighs a single band by the A-curve', () => {
    const only = (k: number): Float64Array =>
      new Float64Array(7).fill(Number.NEGATIVE_INFINITY).map((silence, j) => (j === k ? 60 : silence));
    const weighed = [0, 1, 2, 3, 4, 5, 6].map((k) => aWeightedLevel(only(k)));
    [43.9, 51.4, 56.8, 60, 61.2, 61, 58.9].forEach((level, k) => {
      expect(weighed[k]).toBeCloseTo(level, 10);
    });
  });

  it('sums spectra band by band; none are silence', () => {
    const one = bandsOf([10, 20, 30, 40, 50, 60, 70]);
    const sum = sumOfSpectra([one, one]);
    one.forEach((level, k) => {
      expect(sum[k]).toBeCloseTo(level + 3.0103, 4);
    });
    expect([...sumOfSpectra([])]).toEqual(Array<number>(7).fill(Number.NEGATIVE_INFINITY));
  });

  it('adds rows of tables of intensities', () => {
    const table = new Float64Array(14).fill(1);
    addIntensities(
      table,
      7,
      Float64Array.from({ length: 14 }, (_, k) => k),
      7,
    );
    expect([...table]).toEqual([1, 1, 1, 1, 1, 1, 1, 8, 9, 10, 11, 12, 13, 14]);
  });

  it('brings a shape to an A-weighted level without bending it', () => {
    const shape = bandsOf([3, 1, 4, 1, 5, 9, 2]);
    const scaled = atAWeightedLevel(shape, 45);
    expect(aWeightedLevel(scaled)).toBeCloseTo(45, 10);
    expect(scaled[5] - scaled[0]).toBeCloseTo(6, 10);
  });

  it('goes from levels to intensities and back', () => {
    expect(intensityOf(30)).toBeCloseTo(1000, 9);
    expect(levelOf(1000)).toBeCloseTo(30, 12);
    const levels = bandsOf([-20, 0, 10, 33, 57.4, 80, 100]);
    levelsOf(intensitiesOf(levels)).forEach((level, k) => {
      expect(level).toBeCloseTo(levels[k], 10);
    });
    expect([...shifted(levels, -10)].slice(0, 2)).toEqual([-30, -10]);
    expect([...reducedBy(levels, levels)]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('refuses other than seven numbers', () => {
    expect(() => bandsOf([1, 2, 3])).toThrow(
      'seven octave bands, 125 Hz to 8 kHz, are needed, got [1, 2, 3]',
    );
    expect(() => bandsOf([1, 2, 3, 4, 5, 6, Number.NaN])).toThrow(RangeError);
  });
});
