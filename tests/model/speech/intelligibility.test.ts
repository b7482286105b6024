import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  curveThrough,
  EVERYDAY_SENTENCES,
  FINNISH_MATRIX_SENTENCES,
  ISO_9921_SENTENCES,
  sentencesUnderstood,
} from '../../../engine/model/speech/intelligibility.ts';

describe('sentences understood', () => {
  it('are the scores of ISO 9921: 70 % where "bad" ends, all where "poor" ends', () => {
    expect(sentencesUnderstood(0.3)).toBeCloseTo(0.7, 10);
    expect(sentencesUnderstood(0.45)).toBeCloseTo(0.99, 10);
    expect(sentencesUnderstood(0.6)).toBeGreaterThan(0.999);
  });

  it('are half at STI 0.266, and 16 % at the privacy limit 0.20', () => {
    expect(ISO_9921_SENTENCES.midpoint).toBeCloseTo(0.2661, 4);
    expect(sentencesUnderstood(0.2)).toBeCloseTo(0.161, 3);
  });

  it('are none at STI 0 or below', () => {
    expect(sentencesUnderstood(0)).toBe(0);
    expect(sentencesUnderstood(0, FINNISH_MATRIX_SENTENCES)).toBe(0);
  });

  it.each([
    ['everyday', EVERYDAY_SENTENCES, -5, 0.18],
    ['Finnish matrix', FINNISH_MATRIX_SENTENCES, -10.1, 0.167],
  ])(
    'of the %s kind are half at their reception threshold, and rise as steeply as measured',
    (_, curve, ratio, rise) => {
      const share = (snr: number): number => sentencesUnderstood((snr + 15) / 30, curve);
      expect(share(ratio)).toBeCloseTo(0.5, 10);
      expect((share(ratio + 0.01) - share(ratio - 0.01)) / 0.02).toBeCloseTo(rise, 5);
    },
  );

  it('by ISO 9921 lie between those of everyday and those of known sentences', () => {
    for (const sti of [0.15, 0.2, 0.25, 0.3, 0.35]) {
      expect(sentencesUnderstood(sti)).toBeGreaterThan(sentencesUnderstood(sti, EVERYDAY_SENTENCES));
      expect(sentencesUnderstood(sti)).toBeLessThan(sentencesUnderstood(sti, FINNISH_MATRIX_SENTENCES));
    }
  });

  it('rise with STI and are a share', () => {
    const sti = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(sti, sti, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(sentencesUnderstood(low)).toBeLessThanOrEqual(sentencesUnderstood(high));
        expect(sentencesUnderstood(high)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('go through any two points asked for', () => {
    const curve = curveThrough([0.2, 0.1], [0.5, 0.95]);
    expect(sentencesUnderstood(0.2, curve)).toBeCloseTo(0.1, 12);
    expect(sentencesUnderstood(0.5, curve)).toBeCloseTo(0.95, 12);
  });
});
