import { describe, expect, it } from 'vitest';
import { heard } from './floor-story.ts';

/** A visitor under non-disclosure, and others, of whom a tenth are acquaintances. */
const HIDDEN = `
  sensitivities: { private: { speech: null, presence: {} } }
  matters:
    one: { sensitivity: open }
    two: { agency: a, name: Two, sensitivity: private, spaces: [desk], service: 10 min }
  profiles: { hidden: { name: Hidden, protection: 100 %, walkingSpeed: 12.5 m/s } }
  encounters: { acquaintances: 10 % }`;
const OPEN = 'sensitivities: { open: { name: Open, rank: 0 } }';

describe('a visitor who must not be found', () => {
  it('is seen by acquaintances for as long as both are in sight', () => {
    // v0 at the desk 0-10, v1 in the seat 4-10, 3 m apart; on the way out they cannot see each other any longer.
    const day = heard(
      [OPEN, HIDDEN],
      [
        { at: 0, profile: 'hidden', matters: ['one'] },
        { at: 4, matters: ['one'] },
      ],
    );
    expect(day.exposure({ kind: 'recognised' })).toBeCloseTo(0.6, 1);
    expect(day.exposure({ channel: 'presence' })).toBe(day.exposure());
    expect(day.figure('conflicts')).toBeCloseTo(0.1, 9);
    // The exposure is that of the place; the conflict, of the whole visit, is of none.
    expect(day.figure('exposureTime', 'desk')).toBeGreaterThan(0.5);
    expect(['desk', 'hall'].map((type) => day.figure('conflicts', type))).toEqual([0, 0]);
    expect(day.conflicts[0]).toMatchObject({ visitor: 0, witness: 1, persons: 1 });
    // From the seat, with the other at the desk: it is there that they are for the longest.
    const [desk, hall] = ['desk-1', 'hall-1'].map((id) => day.model.ids.spaces.indexOf(id));
    const seat = day.model.vantages?.firstSeat[hall] ?? -1;
    expect(day.conflicts[0]).toMatchObject({ vantage: seat, seenAt: desk });
    expect(day.conflicts[0].metres).toBe(day.model.seeing?.metresTo('face', desk, seat));
  });

  it('is one with a matter of which nobody may know, too', () => {
    const day = heard(
      [OPEN, HIDDEN],
      [
        { at: 0, matters: ['two'] },
        { at: 4, matters: ['one'] },
      ],
    );
    expect(day.exposure({ kind: 'recognised' })).toBeCloseTo(0.6, 1);
  });

  it('counts companions of others, each of whom may be an acquaintance', () => {
    const many = 'profiles: { p: { companions: 1 } }';
    const day = heard(
      [OPEN, HIDDEN, many],
      [
        { at: 0, profile: 'hidden', matters: ['one'] },
        { at: 4, matters: ['one'] },
      ],
    );
    expect(day.exposure()).toBeCloseTo(1.2, 1);
    expect(day.figure('conflicts')).toBeCloseTo(1 - 0.9 ** 2, 9);
  });

  it('is not seen behind the walls of a closed room', () => {
    const room = `
      spaceTypes: { room: { enclosure: closed } }
      spaces: { room-1: { type: room, at: [7, 7], size: [2, 2], door: [7, 8] } }
      policy: { protectedSpaces: [room] }
      roles: { clerk: { count: 2 } }
      matters: { one: { spaces: [desk] } }`;
    // Both come at different times, so that no way is shared: v0 is in the room from 0 to 10.
    const day = heard(
      [OPEN, HIDDEN, room],
      [
        { at: 0, profile: 'hidden', matters: ['one'] },
        { at: 2, matters: ['one'] },
        { at: 3, matters: ['one'] },
      ],
    );
    expect(day.exposure()).toBeLessThan(0.05);
  });

  it('sees nobody where nobody else is', () => {
    expect(heard([OPEN, HIDDEN], [{ at: 0, profile: 'hidden', matters: ['one'] }]).exposure()).toBe(0);
  });

  it('has no secret from those it came with: two of one household', () => {
    const both = (household: { party?: string }) =>
      heard(
        [OPEN, HIDDEN],
        [
          { at: 0, profile: 'hidden', matters: ['one'], ...household },
          { at: 0, profile: 'hidden', matters: ['one'], ...household },
        ],
      ).exposure();
    expect(both({ party: 'household' })).toBe(0);
    // As strangers, each of the two is seen by the other for the 10 min in which one is served and one waits.
    expect(both({})).toBeCloseTo(2, 1);
  });
});

describe('opponents in one dispute', () => {
  const against = `
    arrivals: { others: { profiles: p, agency: a, against: list, trace: { file: others.csv } } }
    encounters: { acquaintances: 0 }
    matters: { two: null }
    spaces: { hall-1: { seats: 4 } }`;

  it('meet in pairs, by their order; each pair counts once', () => {
    // The first pair: v0 at the desk 0-10, v1 waits 4-10. The second: list at 30, others at 45: they never meet.
    const day = heard(
      [OPEN, HIDDEN, against],
      [{ at: 0 }, { at: 4, arrival: 'others' }, { at: 30 }, { at: 45, arrival: 'others' }],
    );
    expect(day.exposure({ kind: 'opponents' })).toBeCloseTo(6, 1);
    expect(day.figure('conflicts')).toBe(1);
  });

  it('meet where one sees the other, whichever of them came first', () => {
    // The seat is behind the visitor at the desk, whose face is turned from it, and sees who sits there.
    const behind = 'spaces: { desk-1: { faces: up }, hall-1: { at: [1, 8], size: [2, 2] } }';
    const both = (first: string, second: string) =>
      heard(
        [OPEN, HIDDEN, against, behind],
        [
          { at: 0, arrival: first },
          { at: 4, arrival: second },
        ],
      );
    const day = both('list', 'others');
    const { seeing, vantages } = day.model;
    const seat = vantages?.firstSeat[1] ?? 0;
    expect([seeing?.recognises(seat, 0), seeing?.recognises(0, seat)]).toEqual([false, true]);
    expect(day.exposure({ kind: 'opponents' })).toBeCloseTo(6, 1);
    expect(both('others', 'list').exposure({ kind: 'opponents' })).toBeCloseTo(6, 1);
  });

  it('do not count others', () => {
    expect(heard([OPEN, HIDDEN, against], [{ at: 0 }, { at: 4 }]).exposure()).toBe(0);
  });

  it('count where the first of them came in the warm-up, who is not measured', () => {
    // v0 in the warm-up at the desk 0-10, v1 waits 4-10 and is measured.
    const day = heard(
      [OPEN, HIDDEN, against, 'day: { warmUp: 1 min }'],
      [{ at: 0 }, { at: 4, arrival: 'others' }],
    );
    expect(day.exposure({ kind: 'opponents' })).toBeCloseTo(6, 1);
  });
});
