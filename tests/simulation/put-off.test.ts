import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

describe('rule put-off', () => {
  it('a matter that nobody on duty today may handle any more is put off', () => {
    const early = `
      agencies: { b: { name: B } }
      matters: { two: { agency: b, name: Two, sensitivity: public, spaces: [desk], service: 4 min } }
      roles:
        clerk: { mandates: [{ agency: a }] }
        other: { name: O, kind: expert, count: 1, mandates: [{ agency: b }], shifts: [{ from: 0 min, to: 10 min }] }`;
    // v0 has done one of two; v1 came for nothing.
    expect(
      story(early, [
        { at: 15, matters: ['two', 'one'] },
        { at: 16, matters: ['two'] },
      ]),
    ).toEqual([
      '15 v0 starts one by clerk 1 at desk-1',
      '16 v1 leaves: sentHome',
      '25 v0 ends one',
      '25 v0 leaves: served',
    ]);
  });

  it('also for those who wait when the last one goes', () => {
    const leaves = `
      day: { doors: { open: 0 min, close: 100 min }, closing: send-home }
      roles: { clerk: { shifts: [{ from: 0 min, to: 10 min }] } }`;
    expect(story(leaves, [{ at: 2 }, { at: 3 }])).toEqual([
      '2 v0 starts one by clerk 1 at desk-1',
      '12 v0 ends one',
      '12 v0 leaves: served',
      '12 v1 leaves: sentHome',
    ]);
  });

  it('not while one who works in a fall-back space may still do it', () => {
    const rooms = `
      spaces: { room-1: { type: room } }
      matters: { one: { spaces: [room], fallback: { spaces: [desk], after: 5 min } } }
      roles:
        clerk: { spaces: [desk] }
        early: { name: E, kind: adviser, count: 1, mandates: [{ agency: all }], spaces: [room], shifts: [{ from: 0 min, to: 10 min }] }`;
    expect(story(rooms, [{ at: 12 }], ['starts', 'leaves'])).toEqual([
      '17 v0 starts one by clerk 1 at desk-1',
      '27 v0 leaves: served',
    ]);
  });

  it('also for those who wait when the last one goes home from a break', () => {
    const leaves = `
      day: { doors: { open: 0 min, close: 100 min }, closing: send-home }
      roles: { clerk: { shifts: [{ from: 0 min, to: 15 min, breaks: [{ at: 8 min, length: 12 min }] }] } }`;
    // The break is from 10 on, as v0 is served until then.
    expect(story(leaves, [{ at: 0 }, { at: 12 }], ['leaves'])).toEqual([
      '10 v0 leaves: served',
      '15 v1 leaves: sentHome',
    ]);
  });

  it('also where there is no place for it any more that the visitor can use', () => {
    const steps = `
      spaces:
        desk-1: { accessible: false }
        desk-2: { type: room, timetable: [{ from: 0 min, to: 20 min, type: desk }] }
      profiles: { q: { name: Q, accessibility: 1 } }`;
    const coming = [
      { at: 30, profile: 'q' },
      { at: 30, profile: 'p' },
    ];
    expect(story(steps, coming, ['starts', 'leaves'])).toEqual([
      '30 v0 leaves: sentHome',
      '30 v1 starts one by clerk 1 at desk-1',
      '40 v1 leaves: served',
    ]);
  });

  it('also where there is no place for it any more', () => {
    const converted = `
      spaces: { desk-2: { type: desk, timetable: [{ from: 0 min, to: 20 min, type: room }] } }
      matters: { secret: { agency: a, name: S, sensitivity: secret, spaces: [room], service: 10 min } }`;
    const coming = [15, 16, 30].map((at) => ({ at, matters: ['secret'] }));
    // From 20 on there is no room.
    expect(story(converted, coming, ['starts', 'leaves'])).toEqual([
      '15 v0 starts secret by clerk 1 at desk-2',
      '20 v1 leaves: sentHome',
      '25 v0 leaves: served',
      '30 v2 leaves: sentHome',
    ]);
  });

  it('also where fewer than the minimum staff are left for the day', () => {
    const two = `
      day: { doors: { open: 0 min, close: 100 min }, closing: send-home }
      policy: { minimumStaff: 2 }
      roles: { host: { name: Host, kind: host, count: 1, shifts: [{ from: 0 min, to: 5 min }] } }`;
    expect(story(two, [{ at: 10 }], ['starts', 'leaves'])).toEqual(['10 v0 leaves: sentHome']);
  });
});
