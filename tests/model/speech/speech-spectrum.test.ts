import { describe, expect, it } from 'vitest';
import { A_WEIGHTS, aWeightedLevel, shifted } from '../../../engine/model/speech/bands.ts';
import {
  ISO_3382_3_SPEECH,
  ISO_9921_SPEECH,
  NORMAL_SPEECH_LEVEL,
  remoteCallSpectrum,
  speechSpectrum,
} from '../../../engine/model/speech/speech-spectrum.ts';

describe('speech spectra', () => {
  it('have the A-weighted levels of their standards: 57.4 dB(A), power 68.4 dB(A), and 60 dB(A)', () => {
    expect(NORMAL_SPEECH_LEVEL).toBeCloseTo(57.4126, 4);
    const power = shifted(ISO_3382_3_SPEECH, 10 * Math.log10(4 * Math.PI));
    expect(aWeightedLevel(power)).toBeCloseTo(68.4, 1);
    // The rounded bands of the table sum to 60.05.
    expect(aWeightedLevel(ISO_9921_SPEECH)).toBeCloseTo(60.0535, 4);
  });

  it('of the male talker is 60 dB(A) plus the offsets of IEC 60268-16:2011, Table A.4', () => {
    [2.9, 2.9, -0.8, -6.8, -12.8, -18.8, -24.8].forEach((offset, k) => {
      expect(ISO_9921_SPEECH[k] - 60).toBeCloseTo(offset, 10);
    });
    expect(A_WEIGHTS).toHaveLength(7);
  });

  it('go up by 6 dB from hushed to normal, to raised, to loud', () => {
    const levels = (['hushed', 'normal', 'raised', 'loud'] as const).map((effort) =>
      aWeightedLevel(speechSpectrum(effort)),
    );
    [51.41, 57.41, 63.41, 69.41].forEach((level, k) => {
      expect(levels[k]).toBeCloseTo(level, 2);
    });
    expect(aWeightedLevel(speechSpectrum('raised', 4, ISO_9921_SPEECH))).toBeCloseTo(70.05, 2);
  });

  it('of a remote call have the level that the loudspeaker is set to', () => {
    const call = remoteCallSpectrum(65);
    expect(aWeightedLevel(call)).toBeCloseTo(65, 10);
    expect(call[2] - call[3]).toBeCloseTo(6, 10);
  });
});
