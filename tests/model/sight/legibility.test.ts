/** Distances and angles at which print is read and faces are recognised. */
import { describe, expect, it } from 'vitest';
import {
  isCardLegible,
  isFaceRecognisable,
  isPaperLegible,
  isScreenLegible,
  LETTER,
  readingDistance,
} from '../../../engine/model/sight/legibility.ts';

const degrees = (angle: number): number => (angle * Math.PI) / 180;

describe('print', () => {
  it.each([
    ['the x-height of 12 pt on a screen', LETTER.screen, 4.13],
    ['a heading on a screen', LETTER.heading, 8.25],
    ['print on paper', LETTER.paper, 2.75],
  ])('is read from the front at twice 688 heights: %s', (_, height, metres) => {
    expect(readingDistance(height)).toBeCloseTo(metres, 2);
    expect(readingDistance(height)).toBeCloseTo(2 * 688 * height, 1);
  });

  it('is read as far as it fills the same solid angle', () => {
    // A quarter of it at acos 1/4: half as far.
    expect(readingDistance(LETTER.screen, Math.acos(0.25))).toBeCloseTo(
      readingDistance(LETTER.screen) / 2,
      12,
    );
    const solidAngle = (angle: number) => Math.cos(angle) / readingDistance(LETTER.paper, angle) ** 2;
    expect(solidAngle(degrees(65))).toBeCloseTo(solidAngle(0), 12);
    expect(readingDistance(LETTER.screen, degrees(90))).toBeCloseTo(0, 6);
    expect(readingDistance(LETTER.screen, degrees(150))).toBe(0);
  });

  it.each([
    [4.12, 0, true],
    [4.13, 0, false],
    // 4.125 m by the root of cos 60°, which is 0.7071.
    [2.91, 60, true],
    [2.92, 60, false],
    [0.5, 70, true],
    [0.5, 71, false],
    [0.5, 180, false],
  ])('on a screen %s m away at %s°: %s', (metres, angle, expected) => {
    expect(isScreenLegible(metres, degrees(angle))).toBe(expected);
  });

  it('behind a privacy filter is read within 30° only', () => {
    const filtered = { privacyFilter: true };
    expect(isScreenLegible(1, degrees(29.9), filtered)).toBe(true);
    expect(isScreenLegible(1, degrees(30.1), filtered)).toBe(false);
    expect(isScreenLegible(8, degrees(0), { letterHeight: LETTER.heading })).toBe(true);
    expect(isScreenLegible(8, degrees(0))).toBe(false);
  });

  it('on paper and on a card is read from nearer than on a screen', () => {
    for (const isLegible of [isPaperLegible, isCardLegible]) {
      expect(isLegible(2.75, 0)).toBe(true);
      expect(isLegible(2.76, 0)).toBe(false);
      expect(isLegible(0.4, degrees(71))).toBe(false);
    }
  });
});

describe('a face', () => {
  it.each([
    [15, 0, true],
    [15.1, 0, false],
    [5, 90, true],
    [5, 91, false],
    [1, 180, false],
  ])('%s m away, turned by %s°: %s', (metres, angle, expected) => {
    expect(isFaceRecognisable(metres, degrees(angle))).toBe(expected);
  });
});
