import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  POD_CLASSES,
  podClassOf,
  reductionOfPod,
  reductionOfSpeechLevel,
  speechLevelReduction,
} from '../../../engine/model/speech/speech-level-reduction.ts';

describe('speech level reduction after ISO 23351-1', () => {
  it('of the same reduction in all bands is that reduction', () => {
    expect(speechLevelReduction(new Float64Array(7).fill(27))).toBeCloseTo(27, 10);
    expect(speechLevelReduction(new Float64Array(7))).toBeCloseTo(0, 10);
  });

  // 500 Hz has 58 - 3.2 = 54.8 dB(A) of the 57.4126: 10 lg(10^5.74126 - 10^5.48) = 53.9644 are left.
  it('weighs bands by speech, 500 Hz most', () => {
    const without500 = new Float64Array(7).fill(0);
    without500[2] = Number.POSITIVE_INFINITY;
    expect(speechLevelReduction(without500)).toBeCloseTo(3.4481, 4);
  });

  it('has the classes of the standard', () => {
    const reductions = [40, 33, 32.9, 30, 29.9, 25, 24.9, 20, 19.9, 15, 14.9, 0];
    expect(reductions.map((dB) => podClassOf(dB) ?? '-').join(' ')).toBe('A+ A+ A A B B C C D D - -');
  });

  it('comes back from the bands that are made of it, which are never below 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), (reduction) => {
        const bands = reductionOfSpeechLevel(reduction);
        expect(speechLevelReduction(bands)).toBeCloseTo(reduction, 8);
        for (const dB of bands) expect(dB).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('of a pod just makes its class', () => {
    for (const { name, least } of POD_CLASSES) {
      expect(speechLevelReduction(reductionOfPod(name))).toBeCloseTo(least, 8);
    }
    // By a second program.
    [9.93, 18.93, 25.93, 28.93, 29.93, 29.93, 29.93].forEach((dB, k) => {
      expect(reductionOfPod('B')[k]).toBeCloseTo(dB, 1);
    });
  });

  it('refuses what is not a reduction', () => {
    expect(() => reductionOfSpeechLevel(-3)).toThrow('a speech level reduction is 0 dB or more, got -3');
  });
});
