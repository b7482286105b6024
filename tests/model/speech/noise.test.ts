import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWeightedLevel, bandsOf, shifted } from '../../../engine/model/speech/bands.ts';
import { babble, backgroundNoise, noiseSpectrum } from '../../../engine/model/speech/noise.ts';
import { ISO_3382_3_SPEECH } from '../../../engine/model/speech/speech-spectrum.ts';

describe('background noise', () => {
  it('has the A-weighted level and the slope that it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 80 }), fc.integer({ min: -10, max: 3 }), (level, slope) => {
        const noise = noiseSpectrum({ level, slope });
        expect(aWeightedLevel(noise)).toBeCloseTo(level, 9);
        for (let k = 1; k < 7; k += 1) expect(noise[k] - noise[k - 1]).toBeCloseTo(slope, 9);
      }),
    );
  });

  it('falls by 5 dB an octave unless told otherwise', () => {
    const noise = noiseSpectrum({ level: 40 });
    expect(noise[0] - noise[6]).toBeCloseTo(30, 10);
  });

  it('adds sources energetically: 40 and 40 dB(A) are 43, 40 and 30 are 40.4', () => {
    expect(aWeightedLevel(backgroundNoise([{ level: 40 }, { level: 40 }]))).toBeCloseTo(43.0103, 4);
    expect(
      aWeightedLevel(
        backgroundNoise([
          { level: 40, slope: -7 },
          { level: 30, slope: -5 },
        ]),
      ),
    ).toBeCloseTo(40.4139, 4);
    expect(backgroundNoise([])[3]).toBe(Number.NEGATIVE_INFINITY);
  });

  it('of the worked example of ISO 9921 is 51.7 dB(A)', () => {
    expect(aWeightedLevel(bandsOf([41, 43, 50, 47, 42, 42, 39]))).toBeCloseTo(51.7, 1);
  });
});

describe('babble', () => {
  it('is everybody but the one who is listened to', () => {
    const talkers = [ISO_3382_3_SPEECH, shifted(ISO_3382_3_SPEECH, -6), shifted(ISO_3382_3_SPEECH, -6)];
    // Two at 51.4 dB(A).
    expect(aWeightedLevel(babble(talkers, 0))).toBeCloseTo(54.4229, 3);
    expect(aWeightedLevel(babble(talkers, 1))).toBeCloseTo(58.3859, 3);
    expect(babble([ISO_3382_3_SPEECH], 0)[0]).toBe(Number.NEGATIVE_INFINITY);
  });
});
