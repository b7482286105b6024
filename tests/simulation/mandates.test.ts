/** Who acts on which mandate, and what staff does without one where the policy lets them. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/model/compile.ts';
import { story, storyScenario } from './story.ts';

/** The matter needs `receive` and `decide`; the clerk may receive, and the expert may do both. */
const DECIDING = `
  spaces: { desk-2: { type: desk } }
  matters: { one: { parts: [receive, decide] } }
  roles:
    clerk: { mandates: [{ agency: a, parts: [receive] }] }
    expert: { name: E, kind: expert, count: 1, mandates: [{ agency: a, parts: [receive, decide] }] }`;
const pragmatic = (more = '') => `policy: { mandates: pragmatic${more} }`;
const TWO = [{ at: 0 }, { at: 1 }];

describe('rule mandates', () => {
  it('strict: who lacks a part leaves it to those who may', () => {
    expect(story(DECIDING, TWO, ['starts'])).toEqual([
      '0 v0 starts one by expert 1 at desk-1',
      '10 v1 starts one by expert 1 at desk-2',
    ]);
  });

  it('pragmatic: does it all the same when nobody with the mandate can serve', () => {
    // The clerk is less flexible than the expert, and yet comes second.
    expect(story([DECIDING, pragmatic()], TWO, ['starts'])).toEqual([
      '0 v0 starts one by expert 1 at desk-1',
      '1 v1 starts one by clerk 1 at desk-2',
    ]);
  });

  it.each(['least-flexible', 'longest-idle', 'fastest'])(
    'whatever rule chooses among clerks, such as %s, those with the mandate come first',
    (rule) => {
      // The clerk is faster, and has been free for longer when v1 comes at 20.
      const fast = 'roles: { clerk: { mandates: [{ agency: a, parts: [receive], speed: 2 }] } }';
      const coming = [{ at: 0 }, { at: 20 }, { at: 21 }];
      expect(story([DECIDING, fast, pragmatic(`, clerk: ${rule}`)], coming, ['starts'])).toEqual([
        '0 v0 starts one by expert 1 at desk-1',
        '20 v1 starts one by expert 1 at desk-2',
        '21 v2 starts one by clerk 1 at desk-1',
      ]);
    },
  );

  it('at the speed of the mandate that lacks the fewest parts, and of equal ones the fastest', () => {
    const several = `
      matters: { one: { parts: [identify, receive, decide] } }
      roles:
        expert: null
        clerk:
          mandates:
            - { agency: a, parts: [receive], speed: 5 }
            - { agency: a, parts: [identify, receive], speed: 0.5 }
            - { agency: a, parts: [identify, receive], speed: 2 }`;
    expect(story([DECIDING, several, pragmatic()], [{ at: 0 }], ['starts', 'ends'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '5 v0 ends one',
    ]);
  });

  it('a mandate for another matter, or for no part of it, is none', () => {
    const elsewhere = (mandate: string) => `
      matters: { two: { agency: a, name: Two, sensitivity: public, spaces: [desk], service: 4 min } }
      roles: { clerk: { mandates: [${mandate}] } }`;
    const both = TWO.map(({ at }) => ({ at, matters: ['one'] }));
    for (const mandate of [
      '{ agency: a, matters: [two], parts: [receive] }',
      '{ agency: a, parts: [look-up] }',
    ])
      expect(story([DECIDING, elsewhere(mandate), pragmatic()], both, ['starts'])[1]).toBe(
        '10 v1 starts one by expert 1 at desk-2',
      );
  });

  it('a hand-over is done by whom it should be handed over from, when nobody else can', () => {
    const handedOver = `
      spaces: { desk-2: { type: desk } }
      matters: { one: { parts: [receive], handOver: { share: 1, parts: [decide], service: 7 min } } }
      roles:
        clerk: { mandates: [{ agency: a, parts: [receive] }] }
        expert: { name: E, kind: expert, count: 1, mandates: [{ agency: a, parts: [decide] }], shifts: [{ from: 5 min, to: 12 min }] }
      policy: { mandates: pragmatic }`;
    // The expert takes v0 over at 10, and is gone when v1 comes.
    expect(story(handedOver, [{ at: 0 }, { at: 20 }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 starts one handed over by expert 1 at desk-2',
      '20 v1 starts one by clerk 1 at desk-1',
      '30 v1 starts one handed over by clerk 1 at desk-2',
    ]);
  });

  it('nothing is put off that somebody can do without the mandate', () => {
    const gone = [DECIDING, 'roles: { expert: { shifts: [{ from: 0 min, to: 5 min }] } }'];
    expect(story(gone, [{ at: 20 }], ['starts', 'leaves'])).toEqual(['20 v0 leaves: sentHome']);
    expect(story([...gone, pragmatic()], [{ at: 20 }], ['starts', 'leaves'])).toEqual([
      '20 v0 starts one by clerk 1 at desk-1',
      '30 v0 leaves: served',
    ]);
  });

  it('going on with the same clerk needs the mandate', () => {
    const next = `
      matters:
        first: { agency: a, name: First, sensitivity: public, spaces: [desk], parts: [receive], service: 3 min }
      policy: { nextMatter: same-clerk, mandates: pragmatic }`;
    const coming = [{ at: 0, matters: ['first', 'one'] }];
    expect(story([DECIDING, next], coming, ['starts'])).toEqual([
      '0 v0 starts first by clerk 1 at desk-1',
      '3 v0 starts one by expert 1 at desk-2',
    ]);
  });

  it('taking over at the end of a shift needs the mandate', () => {
    const ends = [
      DECIDING,
      'roles: { expert: { atShiftEnd: hand-over, shifts: [{ from: 0 min, to: 5 min }] } }',
      pragmatic(),
    ];
    expect(story(ends, [{ at: 0 }], ['starts', 'ends'])).toEqual([
      '0 v0 starts one by expert 1 at desk-1',
      '10 v0 ends one',
    ]);
  });

  it('in dedicated lines, only while nobody with the mandate is on duty', () => {
    const dedicated = [
      DECIDING,
      pragmatic(', routing: dedicated'),
      'roles: { expert: { shifts: [{ from: 4 min, to: 100 min }] } }',
    ];
    // v0 comes before the expert does; v2 joins the expert's line, though the clerk is free.
    expect(story(dedicated, [{ at: 0 }, { at: 12 }, { at: 13 }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '12 v1 starts one by expert 1 at desk-2',
      '22 v2 starts one by expert 1 at desk-1',
    ]);
  });

  it('in dedicated lines, also where as many pairs of matter and part are in the mandate of both', () => {
    const alike = [
      DECIDING,
      pragmatic(', routing: dedicated'),
      'roles: { clerk: { mandates: [{ agency: a, parts: [receive, look-up] }] } }',
    ];
    // v1 waits for the expert, and so does v2, although nobody waits for the clerk.
    expect(story(alike, [{ at: 0 }, { at: 1 }, { at: 2 }], ['starts'])).toEqual([
      '0 v0 starts one by expert 1 at desk-1',
      '10 v1 starts one by expert 1 at desk-2',
      '20 v2 starts one by expert 1 at desk-1',
    ]);
  });
});

describe('the model', () => {
  /** Speed and missing parts of each role at a stage. */
  function rolesAt(stageOf: (model: ReturnType<typeof compile>) => number, ...changes: string[]) {
    const model = compile(storyScenario(changes));
    const { roles } = model.ids;
    const first = stageOf(model) * roles.length;
    return Object.fromEntries(
      roles.map((role, k) => [role, [model.speedOf[first + k], model.missingParts[first + k]]]),
    );
  }
  const GUARD = 'roles: { guard: { name: G, kind: guard, count: 1 } }';

  it('tells of each role how many parts of a stage it does without a mandate', () => {
    const service = (model: ReturnType<typeof compile>) => model.matterStage[0];
    expect(rolesAt(service, DECIDING, GUARD, pragmatic())).toEqual({
      clerk: [1, 1],
      expert: [1, 0],
      guard: [0, 0],
    });
    expect(rolesAt(service, DECIDING, GUARD)).toEqual({ clerk: [0, 0], expert: [1, 0], guard: [0, 0] });
  });

  it('takes a host as mandated for its greeting', () => {
    const greeted = `
      spaceTypes: { point: { name: Point, use: greeting } }
      spaces: { point-1: { type: point } }
      journey: { greeting: { role: host, spaces: [point], time: 1 min } }
      matters: { one: { atGreeting: 1 } }
      roles: { host: { name: Host, kind: host, count: 1 } }`;
    expect(rolesAt((model) => model.greetingStage, greeted, pragmatic())).toEqual({
      clerk: [0, 0],
      host: [1, 0],
    });
  });

  it('keeps as a matter for experts what others do only without a mandate', () => {
    const model = compile(storyScenario([DECIDING, pragmatic()]));
    expect(model.stages[model.matterStage[0]]).toMatchObject({ roles: [1, 0], expertOnly: true });
  });
});
