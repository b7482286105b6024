/** Visitors under non-disclosure: where they wait, and by which door they go. */
import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

/** p is not protected, q is. */
const PROFILES = 'profiles: { q: { name: Q, protection: 1 } }';

describe('rule protected: waiting', () => {
  const AREAS = `
    spaceTypes: { quiet: { name: Quiet, use: waiting } }
    spaces: { hall-1: { type: hall, seats: 1 }, quiet-1: { type: quiet, seats: 1 } }`;
  const APART = 'policy: { protectedWaiting: [quiet] }';
  const coming = (...profiles: string[]) =>
    [{ at: 0 }, ...profiles.map((profile, k) => ({ at: k + 1, profile }))] as const;

  it('in areas set apart for them, standing where these are full', () => {
    const told = story([PROFILES, AREAS, APART], coming('q', 'q'), ['waits', 'walks']);
    expect(
      told.filter((line) => /v[12] w.* (sits|stands|walks)|v[12] walks to quiet|v[12] waits/.test(line)),
    ).toEqual([
      '1 v1 waits for one, sits',
      '1 v1 walks to quiet-1, there at 1',
      '2 v2 waits for one, stands',
      '2 v2 walks to quiet-1, there at 2',
    ]);
  });

  it('and nobody else does', () => {
    const told = story([PROFILES, AREAS, APART], coming('p', 'p'), ['waits', 'walks']);
    expect(told.filter((line) => /v[12] waits|v[12] walks to (hall|quiet)/.test(line))).toEqual([
      '1 v1 waits for one, sits',
      '1 v1 walks to hall-1, there at 1',
      '2 v2 waits for one, stands',
      '2 v2 walks to hall-1, there at 2',
    ]);
  });

  it('as all others where the policy sets none apart', () => {
    const told = story([PROFILES, AREAS], coming('p', 'q', 'p'), ['walks']);
    expect(told.filter((line) => /walks to (hall|quiet)/.test(line))).toEqual([
      '1 v1 walks to hall-1, there at 1',
      '2 v2 walks to quiet-1, there at 2',
      '3 v3 walks to hall-1, there at 3',
    ]);
  });
});

describe('rule protected: leaving', () => {
  /** A desk 12 m from the one door and 6 m from the other, at 0.1 m/s: 2 min, and 1 min. */
  const FLOOR = `
    floor:
      walls: { west: { line: [[0, 0], [0, 10]] }, east: { line: [[18, 0], [18, 10]] } }
      doors: { main: { at: [0, 5], use: both }, side: { at: [18, 5], use: exit } }
    spaces: { desk-1: { at: [11, 4], size: [2, 2] } }
    profiles: { p: { walkingSpeed: 0.1 m/s }, q: { walkingSpeed: 0.1 m/s } }`;
  const coming = [
    { at: 0, profile: 'p' },
    { at: 30, profile: 'q' },
  ];
  const told = ['walks', 'leaves'] as const;

  it('by the nearest exit, where the policy names no other', () => {
    expect(story([PROFILES, FLOOR], coming, told)).toEqual([
      '0 v0 walks to desk-1, there at 2',
      '12 v0 walks to an exit, there at 13',
      '13 v0 leaves: served',
      '30 v1 walks to desk-1, there at 32',
      '42 v1 walks to an exit, there at 43',
      '43 v1 leaves: served',
    ]);
  });

  it('by a door of their own', () => {
    expect(story([PROFILES, FLOOR, 'policy: { protectedExit: main }'], coming, told)).toEqual([
      '0 v0 walks to desk-1, there at 2',
      '12 v0 walks to an exit, there at 13',
      '13 v0 leaves: served',
      '30 v1 walks to desk-1, there at 32',
      '42 v1 walks to the protected exit, there at 44',
      '44 v1 leaves: served',
    ]);
  });

  it('at once where they stand at the doors, with nothing that could be done', () => {
    const gone = 'roles: { clerk: { shifts: [{ from: 0 min, to: 5 min }] } }';
    const policy = 'policy: { protectedExit: side }';
    expect(story([PROFILES, FLOOR, policy, gone], coming.slice(1), told)).toEqual(['30 v0 leaves: sentHome']);
  });
});
