import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bands, bandsOf, intensitiesOf, shifted } from '../../../engine/model/speech/bands.ts';
import { noiseSpectrum } from '../../../engine/model/speech/noise.ts';
import { ISO_3382_3_SPEECH, ISO_9921_SPEECH } from '../../../engine/model/speech/speech-spectrum.ts';
import {
  auditoryMasking,
  MODULATION_FREQUENCIES,
  roomModulation,
  speechTransmissionIndex,
  stiAtMost,
  stiFromModulation,
  stiFromSignalToNoise,
  stiFromTransferIndices,
  stiLetter,
  stiOfIntensities,
  stiOfReverberantIntensities,
} from '../../../engine/model/speech/sti.ts';

const uniform = (value: number): Float64Array => new Float64Array(7).fill(value);
const at = (distance: number): Float64Array => shifted(ISO_3382_3_SPEECH, -20 * Math.log10(distance));

/** ISO 9921, Table H.1: ambient noise of the worked example. */
const ISO_9921_AMBIENT = bandsOf([41, 43, 50, 47, 42, 42, 39]);

describe('weights of the bands (IEC 60268-16:2020, A.2.2)', () => {
  it.each([
    [0, 0.127],
    [1, 0.279],
    [2, 0.398],
    [3, 0.531],
    [4, 0.486],
    [5, 0.302],
  ])('two adjacent bands from number %i on, and no others, make %d', (k, expected) => {
    const indices = uniform(0).fill(1, k, k + 2);
    expect(stiFromTransferIndices(indices)).toBeCloseTo(expected, 10);
  });

  it('sum to 1', () => {
    expect(stiFromTransferIndices(uniform(1))).toBeCloseTo(1, 12);
    expect(stiFromTransferIndices(uniform(0.25))).toBeCloseTo(0.25, 12);
  });

  it('would make 1.036 without 250 Hz, and are capped at 1 (note on Table A.1)', () => {
    const without250 = bandsOf([1, 0, 1, 1, 1, 1, 1]);
    expect(stiFromTransferIndices(without250)).toBe(1);
    // 0.9 of it is not capped: the formula is of the first degree.
    expect(stiFromTransferIndices(without250.map((index) => 0.9 * index))).toBeCloseTo(0.9 * 1.036, 10);
  });

  it('make 0.64 of the MTI of a measured room', () => {
    const measured = bandsOf([0.58, 0.64, 0.63, 0.64, 0.65, 0.63, 0.63]);
    expect(stiFromTransferIndices(measured)).toBeCloseTo(0.63595, 5);
  });
});

describe('modulation transfer (IEC 60268-16:2020, A.3.1.2)', () => {
  it.each([
    [0, 0],
    [0.059351, 0.1],
    [0.11182, 0.2],
    [0.20076, 0.3],
    [0.33386, 0.4],
    [0.5, 0.5],
    [0.66614, 0.6],
    [0.79924, 0.7],
    [0.88818, 0.8],
    [0.94065, 0.9],
    [1, 1],
  ])('of %d in every band is STI %d', (m, expected) => {
    expect(stiFromModulation(new Float64Array(98).fill(m))).toBeCloseTo(expected, 4);
  });

  it.each([
    [0.4, 0.778],
    [0.6, 0.7],
    [0.8, 0.639],
    [1, 0.588],
    [1.5, 0.498],
  ])('of a diffuse decay of %d s alone is STI %d', (reverberation, expected) => {
    expect(stiFromModulation(roomModulation(uniform(reverberation)))).toBeCloseTo(expected, 3);
  });

  it('follows the decay at each modulation frequency', () => {
    const modulation = roomModulation(bandsOf([0, 1, 1, 1, 1, 1, 2]));
    expect([...modulation.subarray(0, 14)]).toEqual(Array<number>(14).fill(1));
    // 2 pi 12.5 Hz 2 s / 13.8 = 11.3826
    expect(MODULATION_FREQUENCIES.at(-1)).toBe(12.5);
    expect(modulation[97]).toBeCloseTo(1 / Math.sqrt(1 + 11.3826 ** 2), 6);
  });

  it('needs all 98 values', () => {
    expect(() => stiFromModulation(new Float64Array(7))).toThrow(
      '7 bands by 14 frequencies has 98 values, got 7',
    );
  });
});

describe('signal-to-noise ratio', () => {
  it('without masking and threshold is STI (SNR + 15)/30, from 0 to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (ratio) => {
        const expected = Math.min(1, Math.max(0, (ratio + 15) / 30));
        expect(stiFromSignalToNoise(uniform(ratio))).toBeCloseTo(expected, 10);
      }),
    );
    expect(stiFromSignalToNoise(uniform(-15))).toBe(0);
  });
});

describe('auditory masking (IEC 60268-16:2020, Table A.2)', () => {
  it.each([
    [60, -35],
    [65, -29.9],
    [80, -19.8],
    [100, -10],
    [120, -10],
  ])('of %d dB is %d dB', (level, expected) => {
    expect(auditoryMasking(level)).toBeCloseTo(expected, 10);
  });

  // The step inside the sum works on intensities; this is the same in levels, written as the standard has it.
  it('acts in the index as it is tabulated, at any level', () => {
    const threshold = [46, 27, 12, 6.5, 7.5, 8, 12];
    const power = (level: number): number => 10 ** (level / 10);
    const byTheBook = (speech: Bands, noise: Bands): number =>
      stiFromSignalToNoise(
        speech.map((level, k) => {
          const belowLevel = 10 * Math.log10(power(speech[k - 1]) + power(noise[k - 1]));
          const masking = k === 0 ? 0 : power(belowLevel + auditoryMasking(belowLevel));
          const m = power(level) / (power(level) + power(noise[k]) + masking + power(threshold[k]));
          return 10 * Math.log10(m / (1 - m));
        }),
      );
    const spectrum = fc.array(fc.double({ min: 0, max: 105, noNaN: true }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(spectrum, spectrum, (speech, noise) => {
        const [s, n] = [bandsOf(speech), bandsOf(noise)];
        expect(speechTransmissionIndex(s, n)).toBeCloseTo(byTheBook(s, n), 8);
      }),
    );
  });

  it('makes very loud speech less intelligible', () => {
    // Values of the second method, as below.
    const louder = (by: number): number =>
      speechTransmissionIndex(shifted(ISO_9921_SPEECH, by), noiseSpectrum({ level: 30 }));
    expect(louder(20)).toBeCloseTo(0.9929, 4);
    expect(louder(30)).toBeCloseTo(0.9057, 4);
    expect(louder(45)).toBeCloseTo(0.7244, 4);
  });
});

// Computed by a second, independent program (NumPy, matrices of levels) from the same constants.
describe('speech in noise', () => {
  it('of the worked example of ISO 9921, Annex H, is 0.66', () => {
    expect(speechTransmissionIndex(ISO_9921_SPEECH, ISO_9921_AMBIENT)).toBeCloseTo(0.6621, 4);
  });

  it.each([
    [35, [0.9844, 0.9555, 0.808, 0.6948, 0.6214, 0.5045]],
    [40, [0.9742, 0.852, 0.6551, 0.5481, 0.4652, 0.3487]],
    [45, [0.8888, 0.6921, 0.5028, 0.3861, 0.3038, 0.1945]],
    [50, [0.727, 0.532, 0.3386, 0.2242, 0.1489, 0.045]],
  ])('in a free field and %i dB(A), at 1, 2, 4, 6, 8 and 12 m', (level, expected) => {
    const noise = noiseSpectrum({ level });
    [1, 2, 4, 6, 8, 12].forEach((distance, k) => {
      expect(speechTransmissionIndex(at(distance), noise)).toBeCloseTo(expected[k], 4);
    });
  });

  it.each([
    [-3, 0.5677],
    [-5, 0.6551],
    [-6, 0.7142],
  ])('that falls by %d dB an octave, at 4 m and 40 dB(A), is %d', (slope, expected) => {
    expect(speechTransmissionIndex(at(4), noiseSpectrum({ level: 40, slope }))).toBeCloseTo(expected, 4);
  });

  it.each([
    [4, 40, 0.6, 0.515],
    [2, 45, 1, 0.4687],
    [8, 35, 0.4, 0.5332],
  ])('at %d m in %d dB(A) with %d s of reverberation is %d', (distance, level, reverberation, expected) => {
    const sti = speechTransmissionIndex(at(distance), noiseSpectrum({ level }), uniform(reverberation));
    expect(sti).toBeCloseTo(expected, 4);
  });

  it('takes a reverberation time for each band', () => {
    const times = bandsOf([1.2, 1, 0.8, 0.7, 0.6, 0.5, 0.4]);
    expect(speechTransmissionIndex(ISO_9921_SPEECH, ISO_9921_AMBIENT, times)).toBeCloseTo(0.4925, 4);
  });

  it('is 0 for silence and for speech below the threshold of hearing', () => {
    const silence = uniform(Number.NEGATIVE_INFINITY);
    expect(speechTransmissionIndex(silence, silence)).toBe(0);
    expect(speechTransmissionIndex(uniform(-20), silence)).toBe(0);
    expect(speechTransmissionIndex(ISO_3382_3_SPEECH, shifted(ISO_3382_3_SPEECH, 40))).toBe(0);
  });

  it('reads rows of tables', () => {
    const speech = Float64Array.of(...intensitiesOf(at(1)), ...intensitiesOf(at(4)));
    const noise = Float64Array.of(
      ...intensitiesOf(noiseSpectrum({ level: 50 })),
      ...intensitiesOf(noiseSpectrum({ level: 40 })),
    );
    expect(stiOfIntensities(speech, 7, noise, 7)).toBeCloseTo(0.6551, 4);
    expect(stiOfIntensities(speech, 0, noise, 0)).toBeCloseTo(0.727, 4);
    expect(stiOfReverberantIntensities(speech, 7, noise, 7, roomModulation(uniform(0.6)))).toBeCloseTo(
      0.515,
      4,
    );
  });

  it('in a room of no reverberation is as without one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 50, noNaN: true }),
        fc.integer({ min: 25, max: 65 }),
        (distance, level) => {
          const noise = noiseSpectrum({ level });
          const dry = speechTransmissionIndex(at(distance), noise);
          expect(speechTransmissionIndex(at(distance), noise, uniform(0))).toBeCloseTo(dry, 10);
        },
      ),
    );
  });

  it('is less with more reverberation', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.integer({ min: 25, max: 50 }),
        (time, more, level) => {
          const noise = noiseSpectrum({ level });
          const sti = (seconds: number): number => speechTransmissionIndex(at(2), noise, uniform(seconds));
          expect(sti(time + more)).toBeLessThan(sti(time));
        },
      ),
    );
  });

  it('stays from 0 to 1 whatever the bands', () => {
    const spectrum = fc.array(fc.double({ min: -30, max: 110, noNaN: true }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(spectrum, spectrum, (speech, noise) => {
        const sti = speechTransmissionIndex(bandsOf(speech), bandsOf(noise));
        expect(sti).toBeGreaterThanOrEqual(0);
        expect(sti).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the most that an STI can be', () => {
  it('is 1.036 for 1 where each band is clear, so capped; and with half of each, by losing 250 Hz, as much of a half', () => {
    const thresholds = [46, 27, 12, 6.5, 7.5, 8, 12];
    const silence = uniform(0);
    const over = (level: number) => Float64Array.from(thresholds, (one) => 10 ** ((one + level) / 10));
    expect(stiAtMost(over(15), silence, null)).toBe(1);
    expect(stiAtMost(over(0), silence, null)).toBeCloseTo(1.036 / 2, 12);
    expect(stiAtMost(over(-15), silence, null)).toBeCloseTo(0, 12);
  });

  it('is not exceeded by anything that is left of the speech, and is reached within 0.06 by all of it', () => {
    const levels = fc.array(fc.double({ min: -20, max: 75, noNaN: true }), { minLength: 7, maxLength: 7 });
    const shares = fc.array(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 7,
      maxLength: 7,
    });
    const reverberation = fc.constantFrom(0, 0.4, 1.2);
    fc.assert(
      fc.property(levels, levels, shares, reverberation, (speech, noise, left, time) => {
        const s = intensitiesOf(Float64Array.from(speech));
        const n = intensitiesOf(Float64Array.from(noise));
        const modulation = time === 0 ? null : roomModulation(uniform(time));
        const rest = s.map((intensity, k) => intensity * left[k]);
        const sti =
          modulation === null
            ? stiOfIntensities(rest, 0, n, 0)
            : stiOfReverberantIntensities(rest, 0, n, 0, modulation);
        expect(sti).toBeLessThanOrEqual(stiAtMost(s, n, modulation) + 1e-12);
      }),
    );
    for (const distance of [1, 2, 4, 8, 16, 32]) {
      const s = intensitiesOf(at(distance));
      const n = intensitiesOf(noiseSpectrum({ level: 40 }));
      const sti = stiOfIntensities(s, 0, n, 0);
      expect(stiAtMost(s, n, null)).toBeGreaterThanOrEqual(sti);
      expect(stiAtMost(s, n, null)).toBeLessThan(sti + 0.06);
    }
  });
});

describe('letters (IEC 60268-16, Annex F)', () => {
  it('begin at 0.36 and go up every 0.04', () => {
    const edges = [0.36, 0.4, 0.44, 0.48, 0.52, 0.56, 0.6, 0.64, 0.68, 0.72, 0.76];
    expect(edges.map(stiLetter).join(' ')).toBe('J I H G F E D C B A A+');
    expect(edges.map((edge) => stiLetter(edge - 0.001)).join(' ')).toBe('U J I H G F E D C B A');
    expect([0, 0.3, 0.38, 0.5, 0.62, 0.74, 0.8, 1].map(stiLetter).join(' ')).toBe('U U J G D A A+ A+');
  });
});
