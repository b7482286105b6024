import { describe, expect, it } from 'vitest';
import { stretchBetween } from '../../../viz/timeline/pointing.ts';
import { ticksPath } from '../../../viz/timeline/ticks.ts';
import { fitTo, roundTimes, timeScale } from '../../../viz/timeline/time-axis.ts';

const day = { from: 9 * 3600 + 5, to: 17 * 3600 + 20 };

describe('a stretch', () => {
  it('is of whole minutes round two times, whichever was first', () => {
    expect(stretchBetween(36_100, 36_010, day)).toEqual([36_000, 36_120]);
    expect(stretchBetween(36_010, 36_100, day)).toEqual([36_000, 36_120]);
  });

  it('is within the day, and never empty', () => {
    expect(stretchBetween(0, 1e9, day)).toEqual([9 * 3600, 17 * 3600 + 60]);
    expect(stretchBetween(36_000, 36_000, day)[1]).toBeGreaterThan(36_000);
    const [from, to] = stretchBetween(day.to, day.to, day);
    expect(to).toBeGreaterThan(from);
  });
});

describe('the axis of time', () => {
  it('has as many round times as there is room for', () => {
    const scale = timeScale(day);
    for (const width of [200, 390, 900, 3000]) {
      fitTo(scale, width);
      const times = roundTimes(scale);
      expect(times.length).toBeGreaterThan(1);
      expect((width / (times.length + 1)) | 0).toBeGreaterThan(24);
      expect(times.every((time) => time % 300 === 0)).toBe(true);
    }
  });

  it('also of a day of no length, or of a year', () => {
    expect(roundTimes(timeScale({ from: 60, to: 60 })).length).toBeGreaterThan(0);
    expect(roundTimes(timeScale({ from: 0, to: 365 * 86_400 })).length).toBeLessThan(20);
  });
});

describe('ticks', () => {
  it('are one for each pixel', () => {
    expect(ticksPath([1, 1.2, 5], (time) => time, 3, 4)).toBe('M1.5,3v4M5.5,3v4');
  });
});
