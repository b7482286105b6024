import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

const ROOMS = `
  spaces: { room-1: { type: room } }
  matters:
    secret: { agency: a, name: Secret, sensitivity: secret, spaces: [room], service: 10 min }`;

describe('rule joint-seizing', () => {
  it('nobody holds a clerk while waiting for a space', () => {
    // Two clerks, one room: v1 waits for the room, and v2 is served at the desk by the clerk whom v1 does not hold.
    const two = [ROOMS, `roles: { clerk: { count: 2 } }`];
    const coming = [
      { at: 0, matters: ['secret'] },
      { at: 1, matters: ['secret'] },
      { at: 2, matters: ['one'] },
    ];
    expect(story(two, coming, ['starts'])).toEqual([
      '0 v0 starts secret by clerk 1 at room-1',
      '2 v2 starts one by clerk 2 at desk-1',
      '10 v1 starts secret by clerk 1 at room-1',
    ]);
  });

  const GUARDED = `
    spaces: { desk-2: { type: desk } }
    matters: { guarded: { agency: a, name: Guarded, sensitivity: secret, spaces: [desk], service: 10 min, guard: 1 } }
    roles: { guard: { name: Guard, kind: guard, count: 1 } }`;

  it('takes clerk, space and guard together', () => {
    // One guard: the second guarded service waits for it though clerk and desk are free.
    const two = [
      GUARDED,
      'roles: { clerk2: { name: C, kind: adviser, count: 1, mandates: [{ agency: all }] } }',
    ];
    const coming = [
      { at: 0, matters: ['guarded'] },
      { at: 1, matters: ['guarded'] },
    ];
    expect(story(two, coming, ['starts'])).toEqual([
      '0 v0 starts guarded by clerk 1 at desk-1',
      '10 v1 starts guarded by clerk 1 at desk-2',
    ]);
  });

  it('an interpreter comes along and takes longer', () => {
    const interpreted = `
      profiles: { p: { languages: { so: 1 }, interpreter: { so: 1 }, interpretedFactor: 1.5 } }
      roles: { interpreter: { name: I, kind: interpreter, count: 1 } }`;
    expect(story(interpreted, [{ at: 0 }], ['starts', 'ends', 'clerks'])).toEqual([
      '0 clerk 1: free',
      '0 interpreter 1: free',
      '0 clerk 1: preparing',
      '0 interpreter 1: assisting',
      '0 v0 starts one by clerk 1 at desk-1',
      '0 clerk 1: serving',
      '15 v0 ends one',
      '15 interpreter 1: free',
      '15 clerk 1: free',
      '100 clerk 1: off',
      '100 interpreter 1: off',
    ]);
  });

  it('a service holds one unit of what matter and role both name', () => {
    const screens = `
      equipment: { screen: { name: Screen, count: 2 } }
      spaces: { desk-2: { type: desk } }
      matters: { one: { equipment: [screen] } }
      roles: { clerk: { count: 2, equipment: [screen] } }`;
    expect(story(screens, [{ at: 0 }, { at: 0 }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '0 v1 starts one by clerk 2 at desk-2',
    ]);
  });

  it('nobody helps at a service of its own: a guard with a mandate has another guard come along', () => {
    const guards = (count: number) => `
      matters: { guarded: { agency: a, name: Guarded, sensitivity: secret, spaces: [desk], service: 10 min, guard: 1 } }
      roles:
        clerk: null
        guard: { name: Guard, kind: guard, count: ${count}, mandates: [{ agency: all }] }`;
    const coming = [{ at: 0, matters: ['guarded'] }];
    const told = ['clerks', 'leaves'] as const;
    expect(story(guards(2), coming, told).slice(0, 6)).toEqual([
      '0 guard 1: free',
      '0 guard 2: free',
      '0 guard 1: preparing',
      '0 guard 2: assisting',
      '0 guard 1: serving',
      '10 guard 2: free',
    ]);
    // With one guard alone nobody is there who could help: the matter is put off.
    expect(story(guards(1), coming, ['starts', 'leaves'])).toEqual(['0 v0 leaves: sentHome']);
  });

  /*
   * Room visits need room and clerk; desk visits keep the only two clerks busy in turn, so that the clerk and
   * the room are never free at the same moment unless somebody is kept.
   */
  const STARVING = `
    spaces: { desk-2: { type: desk }, room-1: { type: room } }
    roles: { clerk: { count: 1 }, other: { name: O, kind: adviser, count: 1, mandates: [{ agency: b }] } }
    agencies: { b: { name: B } }
    matters:
      pair: { agency: a, name: Pair, sensitivity: public, spaces: [room], service: 10 min }
      long: { agency: b, name: Long, sensitivity: public, spaces: [room], service: 10 min }`;
  const stream = [
    { at: 0, matters: ['one'] },
    { at: 1, matters: ['pair'] },
    { at: 1, matters: ['long'] },
    { at: 5, matters: ['one'] },
    { at: 6, matters: ['long'] },
  ];

  it('without a hold, whoever can be served goes first', () => {
    // At 10 the clerk is free, the room not (long, 1-11): v3 takes the clerk; at 11 the room goes to v4.
    expect(story(STARVING, stream, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '1 v2 starts long by other 1 at room-1',
      '10 v3 starts one by clerk 1 at desk-2',
      '11 v4 starts long by other 1 at room-1',
      '21 v1 starts pair by clerk 1 at room-1',
    ]);
  });

  it('with a hold, what is free is kept for whoever has waited long enough', () => {
    // v1 has waited 9 by 10: the clerk is kept for it until the room is free at 11.
    expect(story([STARVING, `policy: { hold: 5 min }`], stream, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '1 v2 starts long by other 1 at room-1',
      '11 v1 starts pair by clerk 1 at room-1',
      '21 v3 starts one by clerk 1 at desk-2',
      '21 v4 starts long by other 1 at room-1',
    ]);
  });

  /** Two kinds of helpers, and what makes visitors of profile q need them. */
  const HELPERS = [
    [
      'interpreter',
      'profiles: { q: { name: Q, languages: { so: 1 }, interpreter: { so: 1 }, interpretedFactor: 1 } }',
    ],
    ['guard', 'profiles: { q: { name: Q } }\nmatters: { one: { guard: 1 }, secret: { guard: 1 } }'],
  ] as const;

  it.each(HELPERS)('with a hold, its helper is kept as well: %s', (kind, need) => {
    const held = `
      policy: { hold: 5 min }
      matters: { quiet: { agency: a, name: Quiet, sensitivity: public, spaces: [room], service: 10 min } }
      roles: { clerk: { count: 3 }, helper: { name: H, kind: ${kind}, count: 1 } }`;
    const coming = [
      { at: 0, profile: 'p', matters: ['quiet'] },
      { at: 1, profile: 'q', matters: ['secret'] },
      { at: 7, profile: 'q', matters: ['one'] },
    ];
    // At 7 v1 has waited for 6: the helper is kept for it until the room is free, though v2 could have it now.
    expect(story([ROOMS, held, need], coming, ['starts'])).toEqual([
      '0 v0 starts quiet by clerk 1 at room-1',
      '10 v1 starts secret by clerk 2 at room-1',
      '20 v2 starts one by clerk 3 at desk-1',
    ]);
  });

  it.each(HELPERS)('a hold keeps nobody for whom no helper is on duty: %s', (kind, need) => {
    const later = `
      policy: { hold: 5 min }
      roles: { helper: { name: H, kind: ${kind}, count: 1, shifts: [{ from: 60 min, to: 100 min }] } }`;
    const plain =
      'matters: { plain: { agency: a, name: Plain, sensitivity: public, spaces: [desk], service: 10 min } }';
    const coming = [
      { at: 0, profile: 'q', matters: ['one'] },
      { at: 20, profile: 'p', matters: ['plain'] },
    ];
    expect(story([ROOMS, later, need, plain], coming, ['starts'])).toEqual([
      '20 v1 starts plain by clerk 1 at desk-1',
      '60 v0 starts one by clerk 1 at desk-1',
    ]);
  });

  it('with a hold, who serves and who helps are two who are kept', () => {
    const guards = `
      policy: { hold: 5 min }
      matters:
        secret: { guard: 1 }
        quiet: { agency: a, name: Quiet, sensitivity: public, spaces: [room], service: 10 min }
        guarded: { agency: a, name: Guarded, sensitivity: public, spaces: [desk], service: 10 min, guard: 1 }
      roles:
        clerk: { count: 2, mandates: [{ agency: a, matters: [quiet, guarded] }] }
        guard: { name: G, kind: guard, count: 2, mandates: [{ agency: a, matters: [secret] }] }`;
    const coming = [
      { at: 0, matters: ['quiet'] },
      { at: 1, matters: ['secret'] },
      { at: 7, matters: ['guarded'] },
    ];
    // Both guards are kept for v1, one of them to serve it.
    expect(story([ROOMS, guards], coming, ['starts'])).toEqual([
      '0 v0 starts quiet by clerk 1 at room-1',
      '10 v1 starts secret by guard 1 at room-1',
      '20 v2 starts guarded by clerk 2 at desk-1',
    ]);
  });

  it('a hold keeps nobody for a space that is not there yet', () => {
    // The room opens at 60. v0 waits for it from 0, past the hold of 5; v1 is served at the desk all the same.
    const later = `
      policy: { hold: 5 min }
      spaces: { room-1: { type: shut, timetable: [{ from: 60 min, to: 100 min, type: room }] } }
      spaceTypes: { shut: { name: Shut, use: closed } }
      matters: { secret: { agency: a, name: S, sensitivity: secret, spaces: [room], service: 10 min } }`;
    const coming = [
      { at: 0, matters: ['secret'] },
      { at: 20, matters: ['one'] },
    ];
    expect(story(later, coming, ['starts'])).toEqual([
      '20 v1 starts one by clerk 1 at desk-1',
      '60 v0 starts secret by clerk 1 at room-1',
    ]);
  });
});
