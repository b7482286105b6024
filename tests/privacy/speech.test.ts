import { describe, expect, it } from 'vitest';
import { heard } from './floor-story.ts';

/** Walks at 12.5 m/s take up to a second in all. */
const IN_MINUTES = 1;

describe('private talk that is overheard', () => {
  it('counts for as long as talk and listener are there together', () => {
    // v0 talks 0-10. v1 waits in the seat from 4 to 10, then talks 10-20 with nobody there.
    const day = heard([], [{ at: 0 }, { at: 4 }]);
    expect(day.figure('exposureTime')).toBeCloseTo(6, IN_MINUTES);
    expect(day.figure('conflicts')).toBe(1);
  });

  it('counts each listener, and companions as well', () => {
    // v1 from 4 to 10 and v2 from 7 to 10, then v2 from 10 to 20 while v1 talks: 6 + 3 + 10, and two people each.
    const companions = 'profiles: { p: { companions: 1 } }';
    const seats = 'spaces: { hall-1: { seats: 4 } }';
    expect(heard([seats], [{ at: 0 }, { at: 4 }, { at: 7 }]).figure('exposureTime')).toBeCloseTo(
      19,
      IN_MINUTES,
    );
    expect(heard([seats, companions], [{ at: 0 }, { at: 4 }, { at: 7 }]).figure('exposureTime')).toBeCloseTo(
      38,
      IN_MINUTES,
    );
  });

  it('does not count one visitor alone, nor its own companions', () => {
    expect(heard(['profiles: { p: { companions: 3 } }'], [{ at: 0 }]).figure('exposureTime')).toBe(0);
  });

  it('does not count in an empty waiting room', () => {
    expect(heard([], [{ at: 0 }, { at: 30 }, { at: 60 }]).figure('exposureTime')).toBe(0);
  });

  it('is a conflict from the time limit on', () => {
    // v1 comes 90 s before v0 is done, less than the 2 min of the limit; or 3 min before.
    expect(heard([], [{ at: 0 }, { at: 8.5 }]).figure('conflicts')).toBe(0);
    expect(heard([], [{ at: 0 }, { at: 7 }]).figure('conflicts')).toBe(1);
  });

  it('does not count where the sensitivity sets no limit', () => {
    const open = 'sensitivities: { private: { speech: null } }';
    expect(heard([open], [{ at: 0 }, { at: 4 }]).model.hearing).toBeNull();
  });

  it('does not get through the walls of a closed room', () => {
    const room = `
      spaceTypes: { desk: { enclosure: closed } }
      spaces: { desk-1: { door: [2, 4] } }`;
    expect(heard([room], [{ at: 0 }, { at: 4 }]).figure('exposureTime')).toBe(0);
  });

  it('but does through an open door', () => {
    const open = `
      spaceTypes: { desk: { enclosure: closed, openShare: 20 % } }
      spaces: { desk-1: { door: [2, 4] } }`;
    expect(heard([open], [{ at: 0 }, { at: 4 }]).figure('exposureTime')).toBeCloseTo(6, IN_MINUTES);
  });

  it('is hidden by noise', () => {
    expect(heard(['acoustics: { noise: 65 dB }'], [{ at: 0 }, { at: 4 }]).figure('exposureTime')).toBe(0);
  });

  it('is laid to the fall-back where the place is not a proper one', () => {
    // The room is taken by v0 until 30; v1 falls back to the desk at 6, and v2 sits there from 7 to 16.
    const fallsBack = `
      spaceTypes: { room: { enclosure: closed } }
      spaces: { room-1: { type: room, at: [7, 7], size: [2, 2], door: [7, 8] } }
      roles: { clerk: { count: 2 } }
      matters: { one: { service: 30 min, spaces: [room], fallback: { spaces: [desk], after: 5 min } } }
      day: { doors: { open: 0 min, close: 20 min } }`;
    const day = heard([fallsBack], [{ at: 0 }, { at: 1 }, { at: 7 }]);
    expect(day.figure('exposureTime', 'cause', 0)).toBe(0);
    expect(day.figure('exposureTime', 'cause', 1)).toBeGreaterThan(0);
    expect(day.figure('exposureTime', 'cause', 1)).toBe(day.figure('exposureTime'));
  });

  it('adds up alike by channel, cause, agency, matter and place', () => {
    const day = heard(['spaces: { hall-1: { seats: 4 } }'], [{ at: 0 }, { at: 4 }, { at: 7 }, { at: 8 }]);
    const total = day.figure('exposureTime');
    expect(total).toBeGreaterThan(20);
    expect(day.figure('exposureTime', 'channel')).toBeCloseTo(total, 9);
    expect(day.figure('exposureTime', 'agency')).toBeCloseTo(total, 9);
    expect(day.figure('exposureTime', 'matter')).toBeCloseTo(total, 9);
    expect(day.figure('understoodTime')).toBeLessThanOrEqual(total);
  });
});
