/** What is made out of a desk, and who is recognised where: a hall worked by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkingDistances } from '../../engine/model/floor.ts';
import { compileSeeing, type Seeing, VIEW } from '../../engine/model/seeing.ts';
import { Vantages } from '../../engine/model/vantage.ts';
import { storyScenario } from '../simulation/story.ts';

/**
 * A hall of 20 by 10 m, and in it a desk with its back to the wall at y = 0. Its middle is at (9, 2): the visitor's face
 * is at (9, 2.75) and turned to the clerk at (9, 1.25), the screen at (9, 1.85) too, the papers are at (9, 2).
 */
const HALL = `
  sensitivities: { secret: { name: Secret, rank: 3, sight: { time: 10 s } } }
  spaceTypes: { room: { enclosure: closed } }
  floor:
    walls: { outer: { line: [[0, 0], [20, 0], [20, 10], [0, 10], [0, 0]] } }
    doors: { main: { at: [0, 5], use: both } }
  spaces: { desk-1: { at: [8, 0.5], size: [2, 3] } }`;

/** An area with one seat in its middle, at the point. */
const seat = (id: string, [x, y]: readonly [number, number]) =>
  `spaces: { ${id}: { type: hall, at: [${x - 0.1}, ${y - 0.1}], size: [0.2, 0.2], seats: 1 } }`;

interface Looking {
  readonly seeing: Seeing;
  readonly vantages: Vantages;
  /** The index of a space, which is its vantage too, and the vantage of its first seat. */
  space(id: string): number;
  seat(id: string): number;
}

function looking(...changes: string[]): Looking {
  const scenario = storyScenario([HALL, ...changes]);
  const vantages = new Vantages(scenario, walkingDistances(scenario));
  const seeing = compileSeeing(scenario, vantages);
  if (seeing === null) throw new Error('nothing is seen');
  const space = (id: string) => Object.keys(scenario.spaces).indexOf(id);
  return { seeing, vantages, space, seat: (id) => vantages.firstSeat[space(id)] };
}

/** What is made out of a space from a seat at a point. */
function viewFrom(point: readonly [number, number], of: string, ...changes: string[]) {
  const hall = looking(seat('hall-1', point), ...changes);
  const view = hall.seeing.view(hall.space(of), hall.seat('hall-1'));
  return Object.entries(VIEW).find(([, value]) => value === view)?.[0];
}

it('is nothing without a floor, and without a limit to what may be seen', () => {
  const compiled = (...changes: string[]) => {
    const scenario = storyScenario(changes);
    return compileSeeing(scenario, new Vantages(scenario, walkingDistances(scenario)));
  };
  expect(compiled(HALL, 'floor: null')).toBeNull();
  const limited = (limit: string) =>
    compiled(
      HALL,
      'sensitivities: { secret: null }',
      `sensitivities: { other: { name: Other, rank: 1, ${limit} } }`,
    );
  for (const limit of ['', 'speech: { sti: 0.2 }', 'data: {}']) expect(limited(limit)).toBeNull();
  for (const limit of ['sight', 'seen', 'presence']) expect(limited(`${limit}: {}`)).not.toBeNull();
});

describe('of a desk', () => {
  it.each([
    // 1.55 m behind the screen's reader.
    ['behind the clerk', [9, 0.3], 'screen'],
    // The screen's edge is nearer than 70° no more, the papers are 1.2 m away.
    ['beside it', [10.2, 2], 'paper'],
    ['5.3 m aside, before the visitor', [14, 1], 'face'],
    ['behind the visitor', [9, 5], 'nothing'],
    ['15.1 m away', [3, 15], 'nothing'],
  ] as const)('who sits %s makes out most by %j: %s', (_, point, expected) => {
    expect(viewFrom(point, 'desk-1')).toBe(expected);
  });

  it('each thing can be asked for', () => {
    const { seeing, space, seat: at } = looking(seat('hall-1', [9, 0.3]));
    const made = (['screen', 'paper', 'face'] as const).map((what) =>
      seeing.makesOut(what, space('desk-1'), at('hall-1')),
    );
    // The papers are 1.7 m away for eyes 0.45 m above them: 75° from straight above.
    expect(made).toEqual([true, false, true]);
  });

  it('with a filter the screen is not read from 45° to its side', () => {
    // 1 m aside of the screen and 1 m before it.
    expect(viewFrom([10, 0.85], 'desk-1')).toBe('screen');
    expect(viewFrom([10, 0.85], 'desk-1', 'spaceTypes: { desk: { screenFilter: true } }')).toBe('face');
    expect(viewFrom([9, 0.3], 'desk-1', 'spaceTypes: { desk: { screenFilter: true } }')).toBe('screen');
  });

  it.each([
    ['wall', '', 'nothing'],
    ['glass', '', 'face'],
    ['frosted', '', 'nothing'],
    ['screen', '', 'nothing'],
    // Both sit, with eyes at 1.2 m.
    ['screen', 'height: 1.2 m', 'nothing'],
    ['screen', 'height: 1.19 m', 'face'],
    ['wall', 'height: 1.19 m', 'face'],
  ])('from behind a %s %s: %s', (kind, height, expected) => {
    const between = `floor: { walls: { between: { line: [[12, 0], [12, 9]], kind: ${kind}, ${height} } } }`;
    expect(viewFrom([14, 1], 'desk-1', between)).toBe(expected);
  });

  it('nothing counts from within it, nor from another space on the very same rectangle', () => {
    const { seeing, vantages, space } = looking(
      'spaces: { twin: { type: desk, at: [8, 0.5], size: [2, 3] }, near: { type: desk, at: [8, 0.5], size: [2, 2.9] } }',
    );
    const views = ['desk-1', 'twin', 'near'].map((id) => seeing.view(space('desk-1'), space(id)));
    expect(views).toEqual([VIEW.nothing, VIEW.nothing, VIEW.paper]);
    expect(vantages.points[space('twin')]).toMatchObject({ x: 9, y: 2.75, posture: 'seated' });
  });

  it('nothing is seen from, or at, a space without a place on the floor', () => {
    // Without walls, so that none would hide it in any case.
    const { seeing, space } = looking(
      'spaces: { nowhere: { type: desk } }',
      'floor: { walls: null }',
      'floor: { walls: {} }',
    );
    expect(seeing.view(space('nowhere'), space('desk-1'))).toBe(VIEW.nothing);
    expect(seeing.view(space('desk-1'), space('nowhere'))).toBe(VIEW.nothing);
    expect(seeing.recognises(space('desk-1'), space('nowhere'))).toBe(false);
    expect(seeing.recognises(space('nowhere'), space('desk-1'))).toBe(false);
    expect(seeing.recognises(space('nowhere'), space('nowhere'))).toBe(true);
  });

  it('the screen is read from a way behind the clerk', () => {
    const hall = looking(
      'spaces: { hall-1: { type: hall, at: [1, 0.05], size: [0.4, 0.4] }, hall-2: { type: hall, at: [18, 0.05], size: [0.4, 0.4] } }',
    );
    const way = hall.vantages.way(hall.space('hall-1'), hall.space('hall-2'));
    const views = [...way.at].map((vantage) => hall.seeing.view(hall.space('desk-1'), vantage));
    // 17 m along y = 0.25, in 9 pieces of 1.89 m; the screen is 1.6 m off. The middles of the 4th and 5th are at
    // x = 7.81 and 9.70: 37° and 24° round, within 4.1 m by the root of the cosine. That of the 6th, at 11.59, is 58°
    // round, where it is read up to 2.99 m, and 3.09 m away. The face is recognised from all.
    const read = views.flatMap((view, piece) => (view === VIEW.screen ? [piece] : []));
    expect(read).toEqual([3, 4]);
    expect(views.every((view) => view !== VIEW.nothing)).toBe(true);
  });
});

describe('of a kiosk', () => {
  it('the screen is read from the hall, and the visitor not recognised, who faces the wall', () => {
    const kiosk = 'spaceTypes: { kiosk: { name: Kiosk, use: kiosk } }\nspaces: { desk-1: { type: kiosk } }';
    // The screen is at (9, 0.8), the visitor at (9, 1.4).
    expect(viewFrom([9, 4], 'desk-1', kiosk)).toBe('screen');
    expect(viewFrom([9, 6], 'desk-1', kiosk)).toBe('nothing');
    expect(viewFrom([12, 0.7], 'desk-1', kiosk)).toBe('face');
  });
});

describe('of a room', () => {
  /** At the wall, with the door in the middle of its side at y = 4: the clerk, at (9, 1.25), looks there. */
  const room = (type: string) => `
    spaceTypes: { room: { ${type} } }
    spaces: { desk-1: null, room-1: { type: room, at: [7.5, 0.5], size: [3, 3.5], door: [9, 4] } }`;

  it.each([
    ['enclosure: closed', 'nothing'],
    ['enclosure: semi-closed', 'nothing'],
    ['enclosure: closed, partition: glazed room', 'face'],
    ['enclosure: closed, partition: full room', 'nothing'],
    ['enclosure: semi-closed, partition: { screen: 1.19 m }', 'face'],
  ])('with %s who sits at its side makes out: %s', (type, expected) => {
    expect(viewFrom([14, 1], 'room-1', room(type))).toBe(expected);
  });

  it('of glass is frosted by a frosted wall along it', () => {
    const frosted = 'floor: { walls: { film: { line: [[10.5, 0.5], [10.5, 4]], kind: frosted } } }';
    expect(viewFrom([14, 1], 'room-1', room('partition: glazed room'), frosted)).toBe('nothing');
  });

  it.each([
    ['enclosure: closed', false],
    ['enclosure: closed, openShare: 5 %', true],
    ['enclosure: semi-closed', true],
  ])('with %s one looks out by its door: %s', (type, expected) => {
    const { seeing, space, seat: at } = looking(seat('hall-1', [9, 8]), room(type));
    expect(seeing.recognises(space('room-1'), at('hall-1'))).toBe(expected);
    // From outside the back of a head is all that one sees.
    expect(seeing.recognises(at('hall-1'), space('room-1'))).toBe(false);
  });
});

describe('recognised', () => {
  it('is who is served, from the clerk’s side only, and who waits, from everywhere within 15 m', () => {
    const {
      seeing,
      space,
      seat: at,
    } = looking(seat('front', [14, 1]), seat('back', [9, 8]), seat('far', [19.5, 9.9]));
    const desk = space('desk-1');
    expect(seeing.recognises(at('front'), desk)).toBe(true);
    expect(seeing.recognises(at('back'), desk)).toBe(false);
    // 10.5 m by 7.15 m: 12.7 m away, but behind.
    expect(seeing.recognises(at('far'), desk)).toBe(false);
    for (const id of ['front', 'back', 'far']) expect(seeing.recognises(desk, at(id))).toBe(true);
    const west = looking(seat('west', [4.9, 5]), seat('east', [19.9, 5]), seat('too-far', [19.91, 5]));
    expect(west.seeing.recognises(west.seat('west'), west.seat('east'))).toBe(true);
    expect(west.seeing.recognises(west.seat('west'), west.seat('too-far'))).toBe(false);
  });

  it('is everybody in the same space, whichever way they look, if in sight', () => {
    const wide = 'spaces: { hall-1: { type: hall, at: [0, 5], size: [20, 1], seats: 20 } }';
    const { seeing, space, seat: at } = looking(wide);
    expect(seeing.recognises(at('hall-1'), at('hall-1'))).toBe(true);
    expect(seeing.recognises(at('hall-1'), at('hall-1') + 15)).toBe(true);
    expect(seeing.recognises(at('hall-1'), at('hall-1') + 16)).toBe(false);
    expect(seeing.recognises(space('hall-1'), at('hall-1') + 19)).toBe(true);
    const wall = 'floor: { walls: { across: { line: [[5, 5], [5, 6]] } } }';
    const parted = looking(wide, wall);
    expect(parted.seeing.recognises(parted.seat('hall-1'), parted.seat('hall-1') + 4)).toBe(true);
    expect(parted.seeing.recognises(parted.seat('hall-1'), parted.seat('hall-1') + 5)).toBe(false);
    // A companion, even where a wall runs through the very spot.
    const twin = looking('spaces: { twin: { type: desk, at: [8, 0.5], size: [2, 3] } }');
    expect(twin.seeing.recognises(twin.space('twin'), twin.space('desk-1'))).toBe(true);
  });

  it('is who is served in a room by who comes in behind them', () => {
    const { seeing, vantages, space } = looking(
      seat('hall-1', [9, 8]),
      'spaces: { desk-1: null, room-1: { type: room, at: [7.5, 0.5], size: [3, 3.5], door: [9, 4] } }',
    );
    const way = vantages.way(space('hall-1'), space('room-1'));
    const comesIn = [...way.at].filter((vantage) => vantages.points[vantage].space === space('room-1'));
    // The visitor is at (9, 3), with the back to the door.
    expect(comesIn.map((vantage) => vantages.points[vantage].y > 3)).toEqual([true]);
    expect(comesIn.map((vantage) => seeing.recognises(vantage, space('room-1')))).toEqual([true]);
  });

  it('over a screen is who stands by who stands, and not by who sits behind it', () => {
    const {
      seeing,
      space,
      seat: at,
    } = looking(
      'spaces: { left: { type: hall, at: [2, 5], size: [2, 2], seats: 1 }, right: { type: hall, at: [6, 5], size: [2, 2], seats: 1 } }',
      'floor: { walls: { screen: { line: [[5, 4], [5, 8]], kind: screen, height: 1.5 m } } }',
    );
    const pairs = (['left', 'right'] as const).map((id) => [space(id), at(id)]);
    const [[leftStands, leftSits], [rightStands, rightSits]] = pairs;
    expect(seeing.recognises(leftStands, rightStands)).toBe(true);
    // Halfway from 1.6 to 1.2 m the line is at 1.4 m.
    expect(seeing.recognises(leftStands, rightSits)).toBe(false);
    expect(seeing.recognises(leftSits, rightSits)).toBe(false);
  });

  it('is the same both ways, where nobody is served', () => {
    const { seeing, vantages, space } = looking(
      'spaces: { a: { type: hall, at: [1, 6], size: [6, 3], seats: 6 }, b: { type: hall, at: [12, 1], size: [6, 8], seats: 9 } }',
      'floor: { walls: { screen: { line: [[10, 3], [10, 8]], kind: screen, height: 1.4 m } } }',
    );
    for (const way of [vantages.way(space('a'), space('b')), vantages.way(space('b'), 3)])
      expect(way.at.length).toBeGreaterThan(0);
    const everywhere = [...vantages.points.keys()].filter((vantage) => vantage !== space('desk-1'));
    for (const from of everywhere) {
      for (const who of everywhere) expect(seeing.recognises(from, who)).toBe(seeing.recognises(who, from));
    }
  });
});

it('no answer depends on what was asked before, nor on ways that came later', () => {
  const changes = [
    'spaces: { a: { type: hall, at: [1, 6], size: [6, 3], seats: 6 }, b: { type: desk, at: [17, 1], size: [2, 3] } }',
    'floor: { walls: { screen: { line: [[10, 3], [10, 8]], kind: screen, height: 1.4 m } } }',
  ];
  const spaces = 3;
  const ways = [...Array(spaces + 1).keys()].flatMap((from) =>
    [...Array(spaces + 1).keys()].map((to) => [from, to] as const),
  );
  const all = looking(...changes);
  for (const [from, to] of ways) all.vantages.way(from, to);
  const count = all.vantages.points.length;
  const vantage = fc.nat(count - 1);
  fc.assert(
    fc.property(fc.array(fc.tuple(vantage, vantage), { maxLength: 60 }), (questions) => {
      // Another that is asked in another order, when only some of the ways are there.
      const lazy = looking(...changes);
      let next = 0;
      for (const [from, who] of questions) {
        while (lazy.vantages.points.length <= Math.max(from, who)) {
          const [start, end] = ways[next++];
          lazy.vantages.way(start, end);
        }
        expect(lazy.seeing.recognises(from, who)).toBe(all.seeing.recognises(from, who));
        for (let space = 0; space < spaces; space++)
          expect(lazy.seeing.view(space, from)).toBe(all.seeing.view(space, from));
      }
    }),
    { numRuns: 30 },
  );
});

it('beyond its reach nothing of a service is made out, and just within it something is', () => {
  const anywhere = fc.integer({ min: 0, max: 400 });
  const beside = fc.integer({ min: 160, max: 220 });
  const at = fc.oneof(fc.tuple(anywhere, anywhere), fc.tuple(beside, beside));
  const hall = 'floor: { walls: null, doors: null }';
  let made = 0;
  fc.assert(
    fc.property(at, fc.constantFrom('desk', 'kiosk'), ([x, y], type) => {
      const {
        seeing,
        vantages,
        space,
        seat: seated,
      } = looking(
        hall,
        'spaceTypes: { kiosk: { name: K, use: kiosk } }',
        `spaces: { desk-1: { type: ${type}, at: [18, 18], size: [2, 3] } }`,
        seat('hall-1', [x / 10, y / 10]),
      );
      const of = space('desk-1');
      for (const vantage of [seated('hall-1'), space('hall-1')]) {
        const [eye, visitor] = [vantages.points[vantage], vantages.points[of]];
        const distance = Math.hypot(eye.x - visitor.x, eye.y - visitor.y);
        for (const what of ['screen', 'paper', 'face'] as const) {
          const isMade = seeing.makesOut(what, of, vantage);
          expect(isMade && distance > seeing.reach(of, [what])).toBe(false);
          if (isMade) made += 1;
        }
        const reach = seeing.reach(of, ['screen', 'paper', 'face']);
        if (distance > reach) expect(seeing.view(of, vantage)).toBe(VIEW.nothing);
      }
    }),
  );
  expect(made).toBeGreaterThan(10);
  const desk = looking(hall, 'spaces: { desk-1: { at: [18, 18], size: [2, 3] } }');
  const of = desk.space('desk-1');
  expect(desk.seeing.reach(of, ['face'])).toBeCloseTo(15, 1);
  // 0.9 m over the desk, and 2 × 688 letters of 3 mm; 0.75 m, and as many of 2 mm.
  expect(desk.seeing.reach(of, ['screen', 'paper'])).toBeCloseTo(0.9 + 4.13, 1);
  expect(desk.seeing.reach(of, ['paper'])).toBeCloseTo(0.75 + 2.75, 1);
});
