import { describe, expect, it } from 'vitest';
import { CLERK, SPACE } from '../../engine/simulation/observer.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { figure } from './figure.ts';
import { at, Guests, smallModel, TYPE } from './small-house.ts';

function begun(change: Record<string, unknown> = {}) {
  const statistics = new Statistics(smallModel(change));
  statistics.begin(at(8, 50), new Guests().table);
  return statistics;
}

/*
 * The adviser's shift is 9 to 12:
 *  9:00 free, 9:10 preparing, 9:15 serving, 9:50 after-work, 10:10 back office, 11:00 break, 11:30 free,
 * 11:50 serving, 12:20 after-work, 12:30 off.
 */
const ADVISER = [
  [at(9), CLERK.free],
  [at(9, 10), CLERK.preparing],
  [at(9, 15), CLERK.serving],
  [at(9, 50), CLERK.afterWork],
  [at(10, 10), CLERK.backOffice],
  [at(11), CLERK.onBreak],
  [at(11, 30), CLERK.free],
  [at(11, 50), CLERK.serving],
  [at(12, 20), CLERK.afterWork],
  [at(12, 30), CLERK.off],
] as const;

describe('clerks', () => {
  it('divide their day over what they do', () => {
    const statistics = begun();
    for (const [time, state] of ADVISER) statistics.clerkChanges(time, 0, state);
    statistics.end(at(13));
    const minutes = (name: Parameters<typeof figure>[1], hour?: number) =>
      figure(statistics.figures, name, hour === undefined ? { role: 'adviser' } : { role: 'adviser', hour }) /
      60;
    expect(minutes('freeTime')).toBe(30);
    expect(minutes('preparingTime')).toBe(5);
    expect(minutes('servingTime')).toBe(65);
    expect(minutes('afterWorkTime')).toBe(30);
    expect(minutes('backOfficeTime')).toBe(50);
    expect(minutes('breakTime')).toBe(30);
    expect(minutes('offTime')).toBe(0);
    expect(minutes('dutyTime')).toBe(180);
    expect(minutes('busyTime')).toBe(100);
    expect(minutes('overtime')).toBe(30);
    expect([9, 10, 11, 12].map((hour) => minutes('busyTime', hour))).toEqual([50, 10, 10, 30]);
    expect([9, 10, 11, 12].map((hour) => minutes('dutyTime', hour))).toEqual([60, 60, 30, 30]);
    expect(figure(statistics.figures, 'dutyTime', { role: 'expert' })).toBe(0);
  });

  it('who are on duty when the day ends are so until then', () => {
    const statistics = begun();
    statistics.clerkChanges(at(11), 1, CLERK.assisting);
    statistics.end(at(12, 15));
    expect(figure(statistics.figures, 'busyTime', { role: 'expert' })).toBe(75 * 60);
    expect(figure(statistics.figures, 'overtime', { role: 'expert' })).toBe(15 * 60);
  });

  it('are measured from the end of the warm-up', () => {
    const statistics = begun({ day: { doors: { open: '09:00', close: '12:00' }, warmUp: '30 min' } });
    for (const [time, state] of ADVISER) statistics.clerkChanges(time, 0, state);
    statistics.end(at(13));
    expect(figure(statistics.figures, 'freeTime', { role: 'adviser' })).toBe(20 * 60);
    expect(figure(statistics.figures, 'preparingTime', { role: 'adviser' })).toBe(0);
    expect(figure(statistics.figures, 'busyTime', { role: 'adviser', hour: 9 })).toBe(30 * 60);
  });
});

describe('spaces', () => {
  /* The desk is free 9:00, taken 9:20 to 9:50, becomes a room at 10:00, is taken 10:30, closed at 11:00. */
  it('are taken and usable by the type that they have at the time', () => {
    const statistics = begun();
    statistics.spaceChanges(at(9), 0, SPACE.free, TYPE.desk);
    statistics.spaceChanges(at(9, 20), 0, SPACE.occupied, TYPE.desk);
    statistics.spaceChanges(at(9, 50), 0, SPACE.free, TYPE.desk);
    statistics.spaceChanges(at(10), 0, SPACE.free, TYPE.room);
    statistics.spaceChanges(at(10, 30), 0, SPACE.occupied, TYPE.room);
    statistics.spaceChanges(at(11), 0, SPACE.closed, TYPE.room);
    statistics.end(at(12));
    const minutes = (name: 'occupiedTime' | 'usableTime', spaceType: string, hour: number) =>
      figure(statistics.figures, name, { spaceType, hour }) / 60;
    expect(figure(statistics.figures, 'occupiedTime', { spaceType: 'desk' })).toBe(30 * 60);
    expect(figure(statistics.figures, 'usableTime', { spaceType: 'desk' })).toBe(60 * 60);
    expect(minutes('usableTime', 'room', 10)).toBe(60);
    expect(minutes('occupiedTime', 'room', 10)).toBe(30);
    expect(minutes('usableTime', 'desk', 10)).toBe(0);
    expect(minutes('usableTime', 'room', 11)).toBe(0);
  });
});
