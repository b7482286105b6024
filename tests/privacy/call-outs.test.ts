import { describe, expect, it } from 'vitest';
import { KIND_IDS } from '../../engine/statistics/scopes.ts';
import { type Guest, heard } from './floor-story.ts';

const NAMES = 'policy: { calls: name }';

/** Of each name that is called and heard: the visitor, and how many people hear it. */
const called = (changes: readonly string[], coming: readonly Guest[]): number[][] =>
  heard([NAMES, ...changes], coming)
    .conflicts.filter(({ kind }) => KIND_IDS[kind] === 'name')
    .map(({ visitor, persons }) => [visitor, persons]);

describe('a name that is called', () => {
  it('is heard by all who are inside but the visitor and its companions', () => {
    // v0 comes alone and nobody hears; v1 is called at 10 when v2 and v3 are inside, v2 at 20 with v3, v3 alone at 30.
    const day = heard(
      [NAMES, 'sensitivities: { private: { speech: { sti: 0.99 } } }', 'profiles: { p: { companions: 1 } }'],
      [{ at: 0 }, { at: 1 }, { at: 2 }, { at: 3 }],
    );
    const names = day.conflicts.filter(({ kind }) => KIND_IDS[kind] === 'name');
    expect(names.map(({ visitor, persons }) => [visitor, persons])).toEqual([
      // At 10 v0 is on its way out.
      [1, 6],
      [2, 4],
      [3, 2],
    ]);
    // 12 persons hear a call of 3 s each.
    expect(day.exposure({ kind: 'name' })).toBeCloseTo((12 * 3) / 60, 9);
    expect(day.exposure({ cause: 'call-out' })).toBe(day.exposure({ kind: 'name' }));
  });

  it('is heard by nobody who came with the visitor', () => {
    const priv = 'sensitivities: { private: { speech: { sti: 0.99 } } }';
    // As above, without companions, where each who was served before is on its way out: v1 is called at 10 with v2 and v3
    // inside, and v0, who came with it; v2 at 20 with v1 and v3; v3 at 30 with v2.
    const party = 'one';
    expect(called([priv], [{ at: 0, party }, { at: 1, party }, { at: 2 }, { at: 3 }])).toEqual([
      [1, 2],
      [2, 2],
      [3, 1],
    ]);
    // v2 and v3 came together instead.
    expect(called([priv], [{ at: 0 }, { at: 1 }, { at: 2, party }, { at: 3, party }])).toEqual([
      [1, 3],
      [2, 1],
    ]);
  });

  it('is heard in a closed waiting area by those who wait there, if it is called there, and else by those who do not', () => {
    const apart = `
      sensitivities: { private: { presence: { time: 0 s } } }
      spaceTypes: { apart: { name: Apart, use: waiting, enclosure: closed } }
      spaces: { apart-1: { type: apart, at: [7, 7], size: [2, 2], door: [7, 8], seats: 3 } }
      profiles: { hidden: { name: Hidden, protection: 100 % } }
      policy: { protectedWaiting: [apart] }`;
    const profile = 'hidden';
    // v0 is served from 0 to 10; v1 and v2 wait apart, v3 in the hall. Called are v1 at 10, heard by v2; v2 at 20, heard by
    // nobody; and v3 at 30, heard by v2 on its way out.
    expect(called([apart], [{ at: 0 }, { at: 1, profile }, { at: 2, profile }, { at: 3 }])).toEqual([
      [1, 1],
      [3, 1],
    ]);
    // v1 waits in the hall and is called at 10, when v2 is apart, v3 in the hall, and v0 on its way out; and v2 when nobody else
    // is apart.
    expect(called([apart], [{ at: 0 }, { at: 1 }, { at: 2, profile }, { at: 3 }])).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });

  it('is heard in the hall by who is still on its way to a closed waiting area, or was called at once', () => {
    // Both clerks are free; v1 is called as it comes in, when v0 is at an open desk.
    const apart = `
      sensitivities: { private: { speech: { sti: 0.99 } } }
      spaceTypes: { hall: { enclosure: closed } }
      spaces: { hall-1: { door: [4, 5] }, desk-2: { type: desk, at: [1, 8], size: [2, 2] } }
      roles: { clerk: { count: 2 } }`;
    expect(called([apart], [{ at: 0 }, { at: 4 }])).toEqual([[1, 1]]);
  });

  it('is heard by all in a waiting area from when that is open', () => {
    const opens = `
      sensitivities: { private: { speech: { sti: 0.99 } } }
      spaceTypes: { apart: { name: Apart, use: waiting, enclosure: closed } }
      spaces:
        hall-1: { type: apart, door: [4, 5], seats: 3, timetable: [{ from: 8 min, to: 90 min, type: hall }] }`;
    // v1 waits from 4 on, v2 from 9 on; at 10 v1 is called, when v0 is on its way out.
    expect(called([opens], [{ at: 0 }, { at: 4 }, { at: 9 }])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('is not heard in a closed room', () => {
    const room = `
      spaceTypes: { room: { enclosure: closed } }
      spaces: { room-1: { type: room, at: [7, 7], size: [2, 2], door: [7, 8] } }
      roles: { clerk: { count: 2 } }
      matters: { two: { agency: a, name: Two, sensitivity: private, spaces: [room], service: 30 min } }`;
    const day = heard(
      [NAMES, room],
      [
        { at: 0, matters: ['two'] },
        { at: 5, matters: ['one'] },
      ],
    );
    expect(day.exposure({ kind: 'name' })).toBe(0);
  });

  it('is not called where numbers are, nor for a public matter, nor to go on with the same clerk', () => {
    const coming = [{ at: 0 }, { at: 1 }, { at: 2 }];
    expect(heard([], coming).exposure({ kind: 'name' })).toBe(0);
    expect(heard([NAMES, 'sensitivities: { private: { speech: null } }'], coming).exposure()).toBe(0);
    const goesOn = `
      policy: { nextMatter: same-clerk }
      matters: { two: { agency: a, name: Two, sensitivity: private, spaces: [desk], service: 1 min } }`;
    const day = heard(
      [NAMES, goesOn],
      [
        { at: 0, matters: ['one', 'two'] },
        { at: 5, matters: ['one'] },
      ],
    );
    // v0 is called while alone, goes on at 10 without a call; v1 is called at 11 when v0 is on its way out.
    expect(day.conflicts.filter(({ kind }) => KIND_IDS[kind] === 'name')).toHaveLength(1);
  });

  it('is called again for who waits anew, at the same desk too, with or without a place to wait', () => {
    const anew = `
      policy: { nextMatter: queue-anew }
      matters: { two: { agency: a, name: Two, sensitivity: private, spaces: [desk], service: 1 min } }`;
    const coming = [
      { at: 0, matters: ['one', 'two'] },
      { at: 1, matters: ['one'] },
    ];
    // v0 talks 0-10 and joins behind v1, who talks 10-20; at 20 v0 is called again, while v1 is on its way out.
    for (const area of ['', 'spaces: { hall-1: null }'])
      expect(called([anew, area], coming).map(([visitor]) => visitor)).toEqual([1, 0]);
  });
});
