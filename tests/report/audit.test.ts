/** The audit of a floor plan: a desk worked by hand, and Pori. */
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { auditJson } from '../../engine/report/audit/json.ts';
import { type Audit, type AuditedPlace, audit } from '../../engine/report/audit.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { storyScenario } from '../simulation/story.ts';

/**
 * The middle of the desk is at (2, 5). Its clerk has the back to the wall at y = 0: the visitor's face is at (2, 5.6)
 * and turned there, as is the screen at (2, 5). The one seat of the hall is in its middle, at (5, 5).
 */
const FLOOR = `
  sensitivities: { secret: { name: Secret, rank: 3, speech: { sti: 0.2 }, sight: {} } }
  floor:
    walls: { north: { line: [[0, 0], [10, 0]] } }
    doors: { main: { at: [5, 0], use: both } }
  spaces:
    desk-1: { at: [1, 4], size: [2, 2] }
    hall-1: { type: hall, at: [4, 4], size: [2, 2], seats: 1 }`;

function audited(...changes: string[]): Audit {
  const found = audit(storyScenario([FLOOR, ...changes]));
  if (found === null) throw new Error('nothing to audit');
  return found;
}

function placeOf(found: Audit, id: string): AuditedPlace {
  const place = found.places.find(({ space }) => space === id);
  if (place === undefined) throw new Error(`no place ${id}`);
  return place;
}

/** Waiting areas of one seat in the middle, by id. */
const seats = (points: Readonly<Record<string, readonly [number, number]>>) =>
  `spaces: { ${Object.entries(points)
    .map(([id, [x, y]]) => `${id}: { type: hall, at: [${x - 0.1}, ${y - 0.1}], size: [0.2, 0.2], seats: 1 }`)
    .join(', ')} }`;

it('is nothing without a floor, and without limits', () => {
  expect(audit(storyScenario([FLOOR, 'floor: null']))).toBeNull();
  expect(
    audit(storyScenario([FLOOR, 'sensitivities: { secret: { speech: null, sight: null } }'])),
  ).toBeNull();
});

it('is of what is limited: hearing, or seeing, or both', () => {
  const partsOf = (...changes: string[]) => {
    const found = audited(...changes);
    const { heard, seen } = placeOf(found, 'desk-1');
    return [found.hall !== null, heard !== null, seen !== null];
  };
  expect(partsOf()).toEqual([true, true, true]);
  expect(partsOf('sensitivities: { secret: { sight: null } }')).toEqual([true, true, false]);
  expect(partsOf('sensitivities: { secret: { speech: null } }')).toEqual([false, false, true]);
});

it('says how far speech carries in the open, in the voice of the hall and as that blurs it', () => {
  const hall = (acoustics: string) =>
    audited(`acoustics: { noise: 42 dB, finish: { decay: 6 dB, at4m: 49 dB }, ${acoustics} }`).hall;
  // With a second program, in another language, which rounds them like this.
  const second: [string, number, number][] = [
    ['voice: normal', 8.6, 25],
    ['voice: loud', 34.5, 100],
    ['voice: hushed', 4.3, 12.5],
    ['reverberation: 0.8 s', 4.2, 18.2],
  ];
  for (const [acoustics, distraction, privacy] of second) {
    const found = hall(acoustics);
    expect(found?.distraction).toBeCloseTo(distraction, 1);
    expect(found?.privacy).toBeCloseTo(privacy, 0);
  }
});

it('calls private what no sensitivity of the file minds', () => {
  const withLimit = (sti: number) =>
    audited(
      `sensitivities: { secret: { speech: { sti: ${sti} } } }`,
      'acoustics: { noise: 50 dB, finish: good }',
      'spaces: { hall-1: { at: [12, 4] } }',
    );
  const classOf = (found: Audit) => [found.privateBelow, placeOf(found, 'desk-1').heard?.privacy];
  const [lax, strict, strictest] = [0.5, 0.02, 0].map(withLimit);
  expect(classOf(lax)).toEqual([0.2, 'private']);
  expect(classOf(strict)).toEqual([0.02, 'partly']);
  expect(classOf(strictest)[0]).toBe(0);
  // That of a good office with noise of 50 dB(A) is 7.98 m, as in the tests of propagation.
  expect(lax.hall?.privacy).toBeCloseTo(8, 0);
  expect(strict.hall?.privacy).toBeGreaterThan(1.2 * (lax.hall?.privacy ?? 0));
});

it('is of places on the floor, and of talk where there is somebody to talk to', () => {
  const { places } = audited(
    'spaceTypes: { kiosk: { name: Kiosk, use: kiosk } }',
    'spaces: { nowhere: { type: desk }, kiosk-1: { type: kiosk, at: [8, 8], size: [1, 1] } }',
  );
  expect(
    places.map(({ space, heard, seen }) => [space, heard !== null, seen?.map(({ what }) => what)]),
  ).toEqual([
    ['desk-1', true, ['screen', 'paper', 'face']],
    ['kiosk-1', false, ['screen', 'face']],
  ]);
});

describe('what is heard', () => {
  it('is found at the worst spot where others stay, and at the worst on their ways', () => {
    const { heard } = placeOf(audited(), 'desk-1');
    expect(heard?.worst).toMatchObject({ at: { id: 'hall-1', way: null }, manner: { clerk: 'present' } });
    expect(heard?.worst?.distance).toBeCloseTo(3, 9);
    expect(heard?.worst?.sti).toBeGreaterThan(0.6);
    expect(heard?.privacy).toBe('understood');
    expect(heard?.understood).toBeGreaterThan(0.99);
    expect(heard?.areas).toEqual([heard?.worst]);
    expect(heard?.neighbour).toBeNull();
    // From the door at (5, 0) to the hall in three pieces; the middle of the last is at y = 25/6. The ways to the desk
    // itself, and from it, do not count.
    expect(heard?.way?.at).toMatchObject({ id: null, way: [null, 'hall-1'], x: 5, posture: 'standing' });
    expect(heard?.way?.distance).toBeCloseTo(Math.hypot(3, 5 / 6), 3);
    // There it is nearer to the clerk at (2, 4.4), by 5 cm, than the seat is to either.
    expect(heard?.way?.sti).toBeGreaterThan(heard?.worst?.sti ?? 1);
    // In the list of all spots: the desk itself, who stands in the hall, and its seat.
    expect(heard?.sti).toHaveLength(3);
    expect(heard?.sti[0]).toBe(0);
    expect(heard?.sti[2]).toBe(heard?.worst?.sti);
  });

  it('is not sought on ways through doors of staff', () => {
    const wayWith = (use: string) =>
      placeOf(
        audited(
          `floor: { walls: { lane: { line: [[-20, 2], [8, 2]] } }, doors: { lane: { at: [5, 2], use: ${use} } } }`,
        ),
        'desk-1',
      ).heard?.way?.at;
    expect(wayWith('inner')).toMatchObject({ way: [null, 'hall-1'], x: 5 });
    // Round the end of the wall, by (8.25, 2): the middle of the last of three pieces from there to (5, 5).
    const { x, y } = wayWith('staff') ?? { x: Number.NaN, y: Number.NaN };
    expect([x, y]).toEqual([expect.closeTo(5 + 3.25 / 6, 9), expect.closeTo(4.5, 9)]);
  });

  it('is told by area and for the next place of service', () => {
    const found = audited(
      'spaces: { desk-2: { type: desk, at: [1, 8], size: [2, 2] } }',
      seats({ 'hall-1': [5, 5], far: [9.5, 5] }),
    );
    const { heard } = placeOf(found, 'desk-1');
    expect(found.spots.areas.map(({ id, seats: count }) => [id, count])).toEqual([
      ['hall-1', 1],
      ['far', 1],
    ]);
    expect(heard?.neighbour?.at.id).toBe('desk-2');
    expect(heard?.areas.map((one) => one?.at.id)).toEqual(['hall-1', 'far']);
    expect(heard?.areas[1]?.sti).toBeLessThan(heard?.areas[0]?.sti ?? 0);
    expect(heard?.worst?.at.id).toBe('hall-1');
  });

  it('would be less with each partition that is better than the one there is', () => {
    const better = (partition: string) =>
      placeOf(audited(`spaceTypes: { desk: { partition: ${partition} } }`), 'desk-1').heard?.better ?? [];
    const [booth, pod, room] = better('none');
    expect(booth).toBeGreaterThan(pod ?? 1);
    expect(pod).toBeGreaterThanOrEqual(room ?? 1);
    expect(better('semi-closed booth')[0]).toBeNull();
    expect(better('semi-closed booth')[1]).toBe(pod);
    expect(better('pod D').slice(0, 2)).toEqual([null, pod]);
    expect(better('{ rating: 60 }')).toEqual([null, null, null]);
  });

  it('is heard by an aid within a loop', () => {
    const reached = (metres: number) =>
      placeOf(audited(`spaceTypes: { desk: { loop: ${metres} m } }`), 'desk-1').heard?.inLoop.map(
        ({ id, seat, stands }) => [id, seat, stands],
      );
    expect(reached(2.9)).toEqual([]);
    expect(reached(3.1)).toEqual([
      ['hall-1', null, true],
      ['hall-1', 1, false],
    ]);
  });
});

describe('what bounds a place', () => {
  const bounds = (type: string) => placeOf(audited(`spaceTypes: { desk: { ${type} } }`), 'desk-1').bounds;

  it.each([
    ['enclosure: open', 'open', null],
    ['enclosure: screened', 'screen 1.6 m', null],
    ['partition: { screen: 1.4 m }', 'screen 1.4 m', null],
    ['partition: semi-closed booth', 'semi-closed booth', null],
    ['partition: pod D', 'pod D', 'D'],
    ['partition: pod A+', 'pod A+', 'A+'],
    // In a room of 2 m by 2 m sound builds up by 8 dB, and 3 dB are between a rating and the level of speech: 29 dB are left of 40.
    ['partition: full room', 'full room, 40 dB', 'B'],
    ['partition: glazed room', 'glazed room, 30 dB', 'D'],
    ['partition: full room, openShare: 10 %', 'full room, 40 dB, 10 % open', null],
    ['partition: { rating: 35 }', 'full room, 35 dB', 'C'],
  ])('of %s is: %s, class %s', (type, name, podClass) => {
    expect(bounds(type)).toMatchObject({ name, class: podClass });
  });

  it('has a level reduction where it encloses, and a rating', () => {
    expect(bounds('partition: pod B').reduction).toBeCloseTo(25, 6);
    expect(bounds('partition: full room').rating).toBe(40);
    expect(bounds('enclosure: screened')).toMatchObject({ reduction: null, rating: null });
    expect(bounds('partition: full room').reduction).toBeCloseTo(37.07 - 10 * Math.log10(6.25), 1);
    // Of a tenth of the walls nothing is taken: some 10 dB are left, of which what builds up takes 6.
    expect(bounds('partition: full room, openShare: 10 %').reduction).toBeCloseTo(3.9, 1);
    expect(bounds('partition: full room, openShare: 10 %').rating).toBe(11);
  });
});

describe('what is seen', () => {
  const thing = (what: string, ...changes: string[]) => {
    const found = placeOf(audited(...changes), 'desk-1').seen?.find((one) => one.what === what);
    if (found === undefined) throw new Error(`no ${what}`);
    return found;
  };

  it('is told for each thing, from the nearest spot', () => {
    // From the seat the face is 3 m aside and 0.6 m behind: within 90°. The screen is at 90° and not read, nor are
    // papers from 3 m.
    expect(thing('screen')).toMatchObject({
      areas: [false],
      nearest: null,
      way: null,
      seats: 0,
      filtered: null,
    });
    expect(thing('paper')).toMatchObject({ areas: [false], nearest: null, way: null, seats: 0 });
    const face = thing('face');
    expect(face).toMatchObject({ areas: [true], neighbour: null, seats: 1, filtered: null, from: [0, 1, 1] });
    expect(face.nearest?.at).toMatchObject({ id: 'hall-1', seat: 1 });
    expect(face.nearest?.distance).toBeCloseTo(Math.hypot(3, 0.6), 9);
    // From the middle of the way's last piece, 25/6 m from the wall, standing.
    expect(face.way?.distance).toBeCloseTo(Math.hypot(3, 5.6 - 25 / 6, 0.4), 3);
    expect(face.way?.at.way).toEqual([null, 'hall-1']);
  });

  it('is a screen for who sits behind the clerk, with a filter and without, or from the side without only', () => {
    const behind = thing('screen', seats({ behind: [2, 3] }));
    expect(behind).toMatchObject({
      areas: [false, true],
      seats: 1,
      nearest: { at: { id: 'behind', seat: 1 } },
    });
    expect(behind.nearest?.distance).toBeCloseTo(Math.hypot(2, 0.1), 9);
    expect(behind.filtered?.at.id).toBe('behind');
    // 45° round.
    const aside = thing('screen', seats({ aside: [3.5, 3.5] }));
    expect(aside.nearest?.at.id).toBe('aside');
    expect(aside.filtered).toBeNull();
  });

  it('is seen at the next desk too', () => {
    const face = thing('face', 'spaces: { desk-2: { type: desk, at: [3.5, 3], size: [2, 2] } }');
    // The visitor there is at (4.5, 4.6).
    expect(face.neighbour?.at).toMatchObject({ id: 'desk-2', x: 4.5, y: 4.6 });
    expect(face.neighbour?.distance).toBeCloseTo(Math.hypot(2.5, 1), 9);
    expect(face.nearest).toEqual(face.neighbour);
  });
});

describe('as JSON', () => {
  const scenario = storyScenario([FLOOR, 'spaces: { desk-2: { type: desk, at: [3.5, 3], size: [2, 2] } }']);
  const found = audit(scenario);
  const json = found === null ? '' : auditJson(found, scenario);
  const parsed = JSON.parse(json);

  it('has the full matrices, a column for each space and seat', () => {
    const spots = parsed.vantages.map(({ space, seat }: { space: string; seat: number | null }) => [
      space,
      seat,
    ]);
    expect(spots).toEqual([
      ['desk-1', null],
      ['hall-1', null],
      ['desk-2', null],
      ['hall-1', 1],
    ]);
    expect(
      parsed.heard.map(({ space, sti }: { space: string; sti: number[] }) => [space, sti.length]),
    ).toEqual([
      ['desk-1', 4],
      ['desk-2', 4],
    ]);
    expect(parsed.seen).toHaveLength(6);
    expect(parsed.seen[2]).toMatchObject({ space: 'desk-1', what: 'face', from: [0, 1, 1, 1], seats: 1 });
    expect(parsed.heard[0].worst).toMatchObject({ space: 'desk-2', clerk: 'present', voice: 'normal' });
    expect(parsed.heard[0].way).toMatchObject({ way: ['hall-1', 'desk-2'] });
    expect(Object.keys(parsed.heard[0].better)).toEqual(['semi-closed booth', 'pod B', 'full room']);
  });

  it('has a line for each row, with numbers of three decimals at most', () => {
    const rows = parsed.areas.length + parsed.vantages.length + parsed.places.length + parsed.heard.length;
    expect(json.split('\n').filter((line) => line.startsWith('    '))).toHaveLength(
      rows + parsed.seen.length,
    );
    expect(json).not.toMatch(/\d\.\d{4}/);
  });
});

describe('of Pori', () => {
  const loaded = load('scenarios/pori.yaml', nodeReader);
  if (!loaded.ok) throw new Error('Pori has errors');
  const secret = { name: 'Secret', rank: 2, speech: { sti: 0.2, time: 10 }, sight: { time: 10 } };
  const scenario: Scenario = { ...loaded.scenario, sensitivities: { secret } };
  const found = audit(scenario);
  const ofType = (...types: string[]) => (found?.places ?? []).filter(({ type }) => types.includes(type));

  it('the open desks are understood, the closed rooms private, but for loudspeakers from one narrow room to the next', () => {
    expect(ofType('open-desk').map(({ heard }) => heard?.privacy)).toEqual(Array(5).fill('understood'));
    expect(ofType('room').map(({ heard }) => heard?.privacy)).toEqual(Array(4).fill('private'));
    for (const { heard } of ofType('video-room')) {
      expect(heard?.privacy).toBe('partly');
      expect(heard?.worst).toMatchObject({
        at: { id: expect.stringMatching(/^v\d$/) },
        manner: { clerk: 'loudspeaker' },
      });
      expect(Math.max(...(heard?.areas ?? []).map((area) => area?.sti ?? 0))).toBeLessThan(0.05);
    }
  });

  it('nothing is made out of rooms and booths, and no screen or paper where others stay', () => {
    const enclosed = ofType('room', 'video-room', 'booth').flatMap(({ seen }) => seen ?? []);
    expect(enclosed).toHaveLength(11 * 3);
    for (const { nearest, way } of enclosed) expect([nearest, way]).toEqual([null, null]);
    for (const { seen } of found?.places ?? []) {
      for (const { what, nearest } of seen ?? []) if (what !== 'face') expect(nearest).toBeNull();
    }
  });

  it('better partitions are better one than the other', () => {
    for (const { heard } of ofType('open-desk', 'quick-desk')) {
      const [booth, pod, room] = heard?.better ?? [];
      expect(booth).toBeGreaterThan(pod ?? 1);
      expect(pod).toBeGreaterThanOrEqual(room ?? 1);
    }
  });
});
