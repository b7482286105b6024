import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWeightedLevel, reducedBy, shifted } from '../../../engine/model/speech/bands.ts';
import {
  pathDifference,
  type ScreenCrossing,
  screenLoss,
  shareOverScreen,
} from '../../../engine/model/speech/barrier.ts';
import { noiseSpectrum } from '../../../engine/model/speech/noise.ts';
import { ISO_3382_3_SPEECH } from '../../../engine/model/speech/speech-spectrum.ts';
import { speechTransmissionIndex } from '../../../engine/model/speech/sti.ts';

/** Two seated people 2 m apart, 0.8 m and 1.2 m from the screen. */
const seated = (screenHeight: number): ScreenCrossing => ({
  screenHeight,
  talkerHeight: 1.2,
  listenerHeight: 1.2,
  talkerDistance: 0.8,
  listenerDistance: 1.2,
});
const atTwoMetres = shifted(ISO_3382_3_SPEECH, -20 * Math.log10(2));

describe('a screen', () => {
  it('makes a detour that Pythagoras knows', () => {
    // 0.6 above the mouth: sqrt(0.64 + 0.36) + sqrt(1.44 + 0.36) - 2
    expect(pathDifference(seated(1.8))).toBeCloseTo(1 + Math.sqrt(1.8) - 2, 12);
    expect(pathDifference(seated(1.2))).toBe(0);
    expect(pathDifference(seated(0.6))).toBeCloseTo(-(1 + Math.sqrt(1.8) - 2), 12);
  });

  it('takes 10 lg(3 + 20 N) in each band, at most 20 dB', () => {
    const bands = [9.02, 11.126, 13.602, 16.319, 19.174, 20, 20];
    screenLoss(seated(1.8)).forEach((loss, k) => {
      expect(loss).toBeCloseTo(bands[k], 3);
    });
  });

  // delta = 1 + sqrt(1.8) - 2 = 0.34164 m; at 500 Hz N = 2 delta 500 / 343 = 0.99604, so 1 / (3 + 19.921) comes over.
  it('lets 1/(3 + 20 N) of the intensity over, at least a hundredth', () => {
    const difference = pathDifference(seated(1.8));
    expect(shareOverScreen(difference, 2)).toBeCloseTo(1 / 22.921, 6);
    expect(shareOverScreen(difference, 6)).toBe(0.01);
    expect(shareOverScreen(-1, 2)).toBe(1);
    screenLoss(seated(1.6)).forEach((loss, k) => {
      expect(10 ** (-loss / 10)).toBeCloseTo(shareOverScreen(pathDifference(seated(1.6)), k), 12);
    });
  });

  it.each([
    [1.4, 7.9, 0.5, 0.35],
    [1.6, 11.6, 0.36, 0.21],
    [1.8, 14.3, 0.29, 0.13],
    [2.1, 17, 0.24, 0.08],
  ])(
    'of %d m takes %d dB(A) of speech; STI at 2 m is %d in 40 dB(A), %d in 45',
    (height, loss, at40, at45) => {
      const behind = reducedBy(atTwoMetres, screenLoss(seated(height)));
      expect(aWeightedLevel(atTwoMetres) - aWeightedLevel(behind)).toBeCloseTo(loss, 1);
      expect(speechTransmissionIndex(behind, noiseSpectrum({ level: 40 }))).toBeCloseTo(at40, 2);
      expect(speechTransmissionIndex(behind, noiseSpectrum({ level: 45 }))).toBeCloseTo(at45, 2);
    },
  );

  it('that just touches the sight line takes 4.8 dB in every band', () => {
    for (const loss of screenLoss(seated(1.2))) expect(loss).toBeCloseTo(10 * Math.log10(3), 10);
  });

  it('well below the sight line takes nothing', () => {
    expect([...screenLoss(seated(0.4))]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('bends the sight line between a standing and a seated person', () => {
    // From 1.6 m to 1.2 m, halfway: 1.4 m.
    const crossing = { talkerHeight: 1.6, listenerHeight: 1.2, talkerDistance: 1, listenerDistance: 1 };
    expect(pathDifference({ ...crossing, screenHeight: 1.4 })).toBeCloseTo(0, 12);
    expect(pathDifference({ ...crossing, screenHeight: 1.39 })).toBeLessThan(0);
    expect(pathDifference({ ...crossing, screenHeight: 1.41 })).toBeGreaterThan(0);
  });

  it('works with a talker right at it, and with both on one spot', () => {
    for (const listenerDistance of [0, 1]) {
      const losses = screenLoss({ ...seated(1.8), talkerDistance: 0, listenerDistance });
      for (const loss of losses) expect(loss).toBeGreaterThan(0);
    }
  });

  it('takes more the higher it is, more in higher bands, and the same both ways', () => {
    const metres = fc.double({ min: 0.1, max: 6, noNaN: true });
    const height = fc.double({ min: 0.8, max: 1.8, noNaN: true });
    fc.assert(
      fc.property(
        height,
        height,
        metres,
        metres,
        fc.double({ min: 0, max: 3, noNaN: true }),
        (from, to, near, far, screen) => {
          const crossing = {
            talkerHeight: from,
            listenerHeight: to,
            talkerDistance: near,
            listenerDistance: far,
            screenHeight: screen,
          };
          const loss = screenLoss(crossing);
          const higher = screenLoss({ ...crossing, screenHeight: screen + 0.1 });
          const back = screenLoss({
            ...crossing,
            talkerHeight: to,
            listenerHeight: from,
            talkerDistance: far,
            listenerDistance: near,
          });
          const shadow = pathDifference(crossing) >= 0;
          loss.forEach((dB, k) => {
            expect(higher[k]).toBeGreaterThanOrEqual(dB);
            expect(back[k]).toBeCloseTo(dB, 6);
            if (shadow && k > 0) expect(dB).toBeGreaterThanOrEqual(loss[k - 1]);
          });
        },
      ),
    );
  });
});
