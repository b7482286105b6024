import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

const CLOSES_20 = 'day: { doors: { open: 0 min, close: 20 min } }';

describe('rule closing', () => {
  it('serves all who are inside, with the clerk staying as long as needed', () => {
    const coming = [{ at: 15 }, { at: 16 }, { at: 20 }, { at: 21 }];
    expect(story(CLOSES_20, coming, ['starts', 'leaves', 'absent'])).toEqual([
      '15 v0 starts one by clerk 1 at desk-1',
      '21 absent: turnedAwayClosed',
      '25 v0 leaves: served',
      '25 v1 starts one by clerk 1 at desk-1',
      '35 v1 leaves: served',
      '35 v2 starts one by clerk 1 at desk-1',
      '45 v2 leaves: served',
    ]);
    expect(story(CLOSES_20, coming, ['clerks']).at(-1)).toBe('45 clerk 1: off');
  });

  it('with as many clerks staying as there are visits left', () => {
    // Closing at 20: v0 until 25, v1 until 26; a third clerk is not needed and goes.
    const three = [CLOSES_20, 'spaces: { desk-2: { type: desk } }', 'roles: { clerk: { count: 3 } }'];
    const off = story(three, [{ at: 15 }, { at: 16 }], ['clerks']).filter((line) => line.endsWith('off'));
    expect(off).toEqual(['20 clerk 3: off', '25 clerk 1: off', '26 clerk 2: off']);
  });

  it('with clerks whose shift is over taking those who still wait', () => {
    const two = [
      CLOSES_20,
      'spaces: { desk-2: { type: desk } }',
      'roles: { clerk: { count: 2, shifts: [{ from: 0 min, to: 20 min }] } }',
    ];
    // At 25 three are inside, and there is one other clerk: clerk 1 stays.
    expect(story(two, [{ at: 15 }, { at: 17 }, { at: 18 }, { at: 18 }], ['starts'])).toEqual([
      '15 v0 starts one by clerk 1 at desk-1',
      '17 v1 starts one by clerk 2 at desk-2',
      '25 v2 starts one by clerk 1 at desk-1',
      '27 v3 starts one by clerk 2 at desk-2',
    ]);
  });

  it.each([
    [
      'interpreter',
      'profiles: { p: { languages: { so: 1 }, interpreter: { so: 1 }, interpretedFactor: 1 } }',
    ],
    ['guard', 'matters: { one: { guard: 1 } }'],
  ])('with as many helpers staying as there are visits that need one: %s', (kind, need) => {
    const two = [CLOSES_20, `roles: { helper: { name: H, kind: ${kind}, count: 2 } }`, need];
    // v0 is served until 25, and v1 until 35: at 20 both are needed, at 25 one.
    const off = story(two, [{ at: 15 }, { at: 16 }], ['clerks']).filter((line) => line.endsWith('off'));
    expect(off.filter((line) => line.includes('helper'))).toEqual(['25 helper 1: off', '35 helper 2: off']);
  });

  it('with the minimum staff staying as long as somebody needs a clerk', () => {
    const two = `
      policy: { minimumStaff: 2 }
      roles: { host: { name: Host, kind: host, count: 1, shifts: [{ from: 0 min, to: 12 min }] } }`;
    const told = story(two, [{ at: 5 }, { at: 6 }], ['starts', 'clerks']);
    expect(told.filter((line) => /starts|off/.test(line))).toEqual([
      '5 v0 starts one by clerk 1 at desk-1',
      '15 v1 starts one by clerk 1 at desk-1',
      '25 host 1: off',
      '100 clerk 1: off',
    ]);
  });

  it('with nobody staying for what can not be done any more', () => {
    const gone = `
      spaces: { desk-2: { type: desk, timetable: [{ from: 0 min, to: 20 min, type: room }] } }
      matters: { secret: { agency: a, name: S, sensitivity: secret, spaces: [room], service: 10 min } }
      roles:
        clerk: { mandates: [{ agency: a, matters: [one] }] }
        own: { name: Own, kind: expert, count: 1, mandates: [{ agency: a, matters: [secret] }], shifts: [{ from: 0 min, to: 25 min }] }`;
    // v0 is served until 30, with secret before it, for which there is no room from 20 on.
    const told = story(gone, [{ at: 20, matters: ['one', 'secret'] }], ['leaves', 'clerks']);
    expect(told.filter((line) => /leaves|own 1: off/.test(line))).toEqual([
      '25 own 1: off',
      '30 v0 leaves: served',
    ]);
  });

  it('with a clerk who is on a break as the shift ends coming back, where nobody else could serve', () => {
    const pause =
      'roles: { clerk: { shifts: [{ from: 0 min, to: 20 min, breaks: [{ at: 8 min, length: 12 min }] }] } }';
    // The break is from 10 to 22, as v0 is served until 10.
    expect(story(pause, [{ at: 0 }, { at: 12 }], ['clerks', 'leaves']).slice(2)).toEqual([
      '0 clerk 1: serving',
      '10 clerk 1: onBreak',
      '10 v0 leaves: served',
      '22 clerk 1: free',
      '22 clerk 1: preparing',
      '22 clerk 1: serving',
      '32 clerk 1: off',
      '32 v1 leaves: served',
    ]);
  });

  it('a colleague counts only who works where the matter may be handled', () => {
    const elsewhere = `
      spaces: { room-1: { type: room } }
      roles:
        clerk: { shifts: [{ from: 0 min, to: 12 min }] }
        other: { name: O, kind: adviser, count: 1, mandates: [{ agency: all }], spaces: [room] }`;
    // The clerk stays for v1 after 15, although the other has the mandate: the matter is for the desk.
    expect(story(elsewhere, [{ at: 5 }, { at: 6 }], ['starts', 'leaves'])).toEqual([
      '5 v0 starts one by clerk 1 at desk-1',
      '15 v0 leaves: served',
      '15 v1 starts one by clerk 1 at desk-1',
      '25 v1 leaves: served',
    ]);
  });

  it('or sends home who is waiting, while services under way are finished', () => {
    const home = 'day: { doors: { open: 0 min, close: 20 min }, closing: send-home }';
    expect(story(home, [{ at: 15 }, { at: 16 }])).toEqual([
      '15 v0 starts one by clerk 1 at desk-1',
      '20 v1 leaves: sentHome',
      '25 v0 ends one',
      '25 v0 leaves: served',
    ]);
  });

  it('a service under way at closing is finished by a clerk who would break off', () => {
    const home = `
      day: { doors: { open: 0 min, close: 20 min }, closing: send-home }
      roles: { clerk: { atShiftEnd: resume, shifts: [{ from: 0 min, to: 25 min }] } }`;
    expect(story(home, [{ at: 18 }], ['starts', 'ends', 'leaves'])).toEqual([
      '18 v0 starts one by clerk 1 at desk-1',
      '28 v0 ends one',
      '28 v0 leaves: served',
    ]);
  });

  it('who comes before the doors open waits outside', () => {
    const opens = 'day: { doors: { open: 30 min, close: 100 min } }';
    expect(
      story(
        opens,
        [{ at: 10 }, { at: 5 }].sort((a, b) => a.at - b.at),
        ['waits', 'starts'],
      ),
    ).toEqual([
      '30 v0 waits for one',
      '30 v0 starts one by clerk 1 at desk-1',
      '30 v1 waits for one',
      '40 v1 starts one by clerk 1 at desk-1',
    ]);
  });

  it('a full house turns away at the door', () => {
    const full = 'day: { doors: { open: 0 min, close: 100 min }, capacity: 2 }';
    expect(story(full, [{ at: 0 }, { at: 1 }, { at: 2 }], ['absent', 'leaves'])).toEqual([
      '2 absent: turnedAwayFull',
      '10 v0 leaves: served',
      '20 v1 leaves: served',
    ]);
  });
});

describe('rule unfinished', () => {
  it('a hard end leaves inside who is inside', () => {
    const ends = 'day: { doors: { open: 0 min, close: 20 min }, end: 22 min }';
    expect(story(ends, [{ at: 5 }, { at: 14 }])).toEqual([
      '5 v0 starts one by clerk 1 at desk-1',
      '15 v0 ends one',
      '15 v0 leaves: served',
      '15 v1 starts one by clerk 1 at desk-1',
    ]);
  });
});

describe('rule no-repeat', () => {
  it('a shift of the first day is over on the second', () => {
    const long = `
      day: { doors: { open: 0 h, close: 48 h }, closing: send-home }
      roles: { clerk: { shifts: [{ from: 0 h, to: 16 h }] } }`;
    expect(story(long, [{ at: 60 }, { at: 25 * 60 }], ['starts', 'leaves'])).toEqual([
      '60 v0 starts one by clerk 1 at desk-1',
      '70 v0 leaves: served',
      '1500 v1 leaves: sentHome',
    ]);
  });
});

describe('rule fallback', () => {
  const FALLS_BACK = (after: string) => `
    spaces: { room-1: { type: room } }
    matters:
      one: { service: 30 min, spaces: [room], fallback: { spaces: [desk], after: ${after} } }
    roles: { clerk: { count: 2 } }`;

  it('waits for a proper space until the limit', () => {
    expect(story(FALLS_BACK('5 min'), [{ at: 0 }, { at: 1 }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at room-1',
      '6 v1 starts one by clerk 2 at desk-1',
    ]);
  });

  it('at once with a limit of 0, and never without one', () => {
    expect(story(FALLS_BACK('0 min'), [{ at: 0 }, { at: 1 }], ['starts'])[1]).toBe(
      '1 v1 starts one by clerk 2 at desk-1',
    );
    expect(story(FALLS_BACK('never'), [{ at: 0 }, { at: 1 }], ['starts'])[1]).toBe(
      '30 v1 starts one by clerk 2 at room-1',
    );
  });
});

describe('a convertible space', () => {
  it('changes its type by the timetable, once it is free', () => {
    const convertible = `
      spaces: { desk-1: { timetable: [{ from: 5 min, to: 50 min, type: room }] } }
      matters: { secret: { agency: a, name: S, sensitivity: secret, spaces: [room], service: 10 min } }`;
    const coming = [
      { at: 0, matters: ['one'] },
      { at: 1, matters: ['secret'] },
      { at: 2, matters: ['one'] },
    ];
    expect(story(convertible, coming, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v1 starts secret by clerk 1 at desk-1',
      '50 v2 starts one by clerk 1 at desk-1',
    ]);
  });
});
