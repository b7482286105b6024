import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWeightedLevel, type Bands, reducedBy, shifted } from '../../../engine/model/speech/bands.ts';
import { reductionOfRoom, roomGain, shareOut } from '../../../engine/model/speech/closed-room.ts';
import { noiseSpectrum } from '../../../engine/model/speech/noise.ts';
import { ROOM_FINISHES, receivedLevels } from '../../../engine/model/speech/propagation.ts';
import { differenceOfRating, INSULATION_SHAPE } from '../../../engine/model/speech/sound-insulation.ts';
import { speechLevelReduction } from '../../../engine/model/speech/speech-level-reduction.ts';
import {
  ISO_3382_3_SPEECH,
  speechSpectrum,
  type VocalEffort,
} from '../../../engine/model/speech/speech-spectrum.ts';
import { speechTransmissionIndex } from '../../../engine/model/speech/sti.ts';

const decibels = (ratio: number): number => 10 * Math.log10(ratio);

describe('a closed room', () => {
  it('of 2.5 m by 2.5 m has walls of five times its absorption, whatever its height', () => {
    for (const height of [2.4, 2.7, 3.5]) {
      const walls = 4 * 2.5 * height;
      const absorption = (0.16 * 2.5 * 2.5 * height) / 0.5;
      expect(roomGain([2.5, 2.5])).toBeCloseTo(walls / absorption, 12);
    }
    expect(roomGain([2.5, 2.5])).toBeCloseTo(5, 12);
    expect(roomGain([3, 3.6])).toBeCloseTo(6.6 / 1.728, 12);
  });

  it('lets out LW + 10 lg(4/A) - R + 10 lg S - 6', () => {
    const [walls, absorption, rating] = [10 * 2.7, 0.32 * 6.25 * 2.7, 40];
    const out = decibels(4 / absorption) - rating + decibels(walls) - 6;
    const [reduction] = reductionOfRoom(Float64Array.of(rating), roomGain([2.5, 2.5]));
    // The 6 are 6.02, and what is let out does not build up any more.
    expect(reduction).toBeCloseTo(-out, 1);
  });

  it('never keeps more in than its rating, nor less than nothing, and more with better walls', () => {
    const share = fc.double({ min: 1e-9, max: 1, noNaN: true });
    const side = fc.double({ min: 0.5, max: 50, noNaN: true });
    fc.assert(
      fc.property(share, share, side, side, (some, more, width, depth) => {
        const gain = roomGain([width, depth]);
        expect(shareOut(some, gain)).toBeGreaterThanOrEqual(some * (1 - 1e-12));
        expect(shareOut(some, gain)).toBeLessThanOrEqual(1 + 1e-12);
        const [least, most] = [Math.min(some, more), Math.max(some, more)];
        expect(shareOut(least, gain)).toBeLessThanOrEqual(shareOut(most, gain) * (1 + 1e-12));
      }),
    );
    expect(shareOut(1, 5)).toBe(1);
    expect(shareOut(0.3, 1)).toBe(0.3);
    // So large that nothing to speak of builds up.
    expect(roomGain([20, 20])).toBe(1);
  });

  it('rated 30 dB is like a pod of class C, and one rated 40 dB like one of class A', () => {
    const reduction = (rating: number, size: readonly [number, number]) =>
      speechLevelReduction(reductionOfRoom(differenceOfRating(rating), roomGain(size)));
    expect([2.5, 3, 4, 5].map((side) => reduction(30, [side, side]))).toEqual(
      [20.3, 21, 22.2, 23.2].map((dB) => expect.closeTo(dB, 1)),
    );
    expect(reduction(40, [3, 3.6])).toBeCloseTo(31.3, 1);
  });

  it('beside another one with one wall between hears less by just the level difference that was measured', () => {
    const [size, absorption] = [[2.5, 2.5] as const, 0.32 * 6.25 * 2.7];
    const inside = aWeightedLevel(ISO_3382_3_SPEECH) + decibels((16 * Math.PI) / absorption);
    const enclosure = reductionOfRoom(
      Float64Array.from({ length: 7 }, () => 40),
      roomGain(size) ** 2,
    );
    // From middle to middle.
    const beside = receivedLevels(ISO_3382_3_SPEECH, ROOM_FINISHES.medium, 2.5, { enclosure });
    expect(Math.abs(inside - aWeightedLevel(beside) - 40)).toBeLessThan(0.5);
  });

  // Next to the wall, where the level is that in the room less the difference: 40 dB of the shape of ISO 717-1, read at 500 Hz, just do
  // at 30 dB(A). A wall that is *rated* 40 has 2 dB less, and needs to be rated 42.
  it('that is 40 dB at 500 Hz keeps a normal voice at STI 0.20 in 30 dB(A), a rated one from 42 dB on', () => {
    const inside = shifted(ISO_3382_3_SPEECH, decibels((16 * Math.PI) / 10));
    const noise = noiseSpectrum({ level: 30 });
    const sti = (difference: Bands): number => speechTransmissionIndex(reducedBy(inside, difference), noise);
    expect(aWeightedLevel(inside)).toBeCloseTo(64.43, 2);
    expect(sti(shifted(INSULATION_SHAPE, 40))).toBeCloseTo(0.2006, 4);
    expect(sti(differenceOfRating(40))).toBeCloseTo(0.2584, 4);
    expect(sti(differenceOfRating(42))).toBeCloseTo(0.2006, 4);
  });

  it('of 3 m by 3.6 m needs to be rated more than 40 dB for a raised voice in 35 dB(A), and no more than that for a normal one', () => {
    // 1.5 m from the talker, next to the wall on the other side.
    const outside = (voice: VocalEffort, rating: number) => {
      const enclosure = reductionOfRoom(differenceOfRating(rating), roomGain([3, 3.6]));
      const received = receivedLevels(speechSpectrum(voice), ROOM_FINISHES.medium, 1.5, { enclosure });
      return speechTransmissionIndex(received, noiseSpectrum({ level: 35 }));
    };
    expect(outside('raised', 40)).toBeGreaterThan(0.2);
    expect(outside('raised', 45)).toBeLessThan(0.2);
    expect(outside('normal', 35)).toBeGreaterThan(0.15);
    expect(outside('normal', 40)).toBeLessThan(0.1);
  });
});
