/** Ways between doors in one line, which lead along the wall that they are in, worked out by hand. */
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { walkingDistances } from '../../engine/model/floor.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { type Floor, floorScenario, spot } from './floor-scenario.ts';

function walk(scenario: Scenario) {
  const { distance, staffDistance, pathBetween } = walkingDistances(scenario);
  const names = [...Object.keys(scenario.spaces), 'doors'];
  const at = (from: string, to: string) => names.indexOf(from) * names.length + names.indexOf(to);
  return {
    between: (from: string, to: string) => distance[at(from, to)],
    forStaff: (from: string, to: string) => staffDistance[at(from, to)],
    way: (from: string, to: string) => pathBetween(names.indexOf(from), names.indexOf(to)),
  };
}

const street = { street: { at: [-50, 9], use: 'both' } } as const;
const { hypot } = Math;

/** Rooms of 2.5 m by 2.5 m side by side, each with the middle of its door of 1 m this far along the common front. */
const row = (...doors: number[]): Floor => ({
  spaces: Object.fromEntries(
    doors.map((x, k) => [
      'abc'[k],
      {
        type: 'room' as const,
        at: [2.5 * k, 0] as const,
        size: [2.5, 2.5] as const,
        door: [x, 2.5] as const,
      },
    ]),
  ),
  doors: street,
});

describe('in a row of rooms', () => {
  // The gaps are from 0.75 to 1.75 m, 3.25 to 4.25 m and 5.75 to 6.75 m. Straight out by 0.25 m, along and in again is
  // 1.5 + 2.5 + 1.5 m; people cut the corners of that.
  const { between, way } = walk(floorScenario(row(1.25, 3.75, 6.25)));

  it('people come to the next room along the wall', () => {
    // In the door 0.25 m beside its jamb, then to 0.25 m before the next door's jamb, and in.
    const next = hypot(0.25, 1.25) + hypot(1.75, 0.25) + hypot(0.5, 1.5);
    expect(between('a', 'b')).toBeCloseTo(next, 12);
    expect(between('c', 'b')).toBeCloseTo(next, 12);
    expect(next).toBeLessThan(5.5);
    expect(way('a', 'b')).toEqual([
      [1.25, 1.25],
      [1.5, 2.5],
      [3.25, 2.75],
      [3.75, 1.25],
    ]);
  });

  it('and past it to the one after', () => {
    // Round the pier between the first two doors, and so a little bent, into the third.
    const last = hypot(0.25, 1.25) + hypot(1.75, 0.25) + hypot(2.75, 0.25) + hypot(0.25, 1.25);
    expect(between('a', 'c')).toBeCloseTo(last, 12);
  });

  it('where the floor has a wall along the front as well', () => {
    const walls = [
      [
        [0, 2.5],
        [7.5, 2.5],
      ],
    ] as const;
    const twice = walk(floorScenario({ ...row(1.25, 3.75, 6.25), walls }));
    for (const [from, to] of ['ab', 'bc', 'ac']) expect(twice.between(from, to)).toBe(between(from, to));
  });

  it('where two doors are nearer to each other than people keep to a wall', () => {
    // The gaps are from 1.4 to 2.4 m and from 2.6 to 3.6 m.
    const doors = walk(floorScenario(row(1.9, 3.1)));
    const metres = hypot(1.15, 1.5) + hypot(1.35, 1.5); // round one end of the pier, straight past the other
    expect(doors.between('a', 'b')).toBeCloseTo(metres, 12);
  });

  it('where a door is in the corner of its room', () => {
    // The gap is from 1.5 m to the party wall at 2.5 m, whose corner is rounded by the diagonal.
    const doors = walk(floorScenario(row(2, 3.75)));
    const metres = hypot(1.073, 1.427) + hypot(1.177, 0.177) + hypot(0.25, 1.25);
    expect(doors.between('a', 'b')).toBeCloseTo(metres, 12);
  });
});

describe('through a long wall', () => {
  /** Along y = 0; below it another wall parts a from b. */
  const floor = (doors: Floor['doors']): Floor => ({
    spaces: { a: spot(0, -2), b: spot(4, -2) },
    walls: [
      [
        [-20, 0],
        [24, 0],
      ],
      [
        [2, 0],
        [2, -90],
      ],
    ],
    doors: { ...street, ...doors },
  });
  const inner = (x: number, width = 1) => ({ at: [x, 0] as const, width, use: 'inner' });
  const metres = hypot(0.25, 2) + hypot(3.25, 0.25) + hypot(0.5, 2.25);

  it('people go by doors of the floor', () => {
    const { between } = walk(floorScenario(floor({ one: inner(0), other: inner(4) })));
    expect(between('a', 'b')).toBeCloseTo(metres, 12);
  });

  it('and by gaps that are no doors', () => {
    const walls = [
      [
        [-20, 0],
        [-0.5, 0],
      ],
      [
        [0.5, 0],
        [3.5, 0],
      ],
      [
        [4.5, 0],
        [24, 0],
      ],
      [
        [2, 0],
        [2, -90],
      ],
    ] as const;
    expect(walk(floorScenario({ ...floor({}), walls })).between('a', 'b')).toBeCloseTo(metres, 12);
  });

  it('and by doors that are narrower than two clearances: by the middle of one, and from straight before the other', () => {
    const { between } = walk(floorScenario(floor({ one: inner(0, 0.4), other: inner(4, 0.4) })));
    expect(between('a', 'b')).toBeCloseTo(2 + hypot(4, 0.25) + 2.25, 12);
  });

  it('staff by its own doors, and nobody else', () => {
    const { between, forStaff } = walk(
      floorScenario(floor({ one: inner(0), other: { ...inner(4), use: 'staff' } })),
    );
    expect(forStaff('a', 'b')).toBeCloseTo(metres, 12);
    expect(between('a', 'b')).toBeGreaterThan(20);
  });

  it('to a door to the street in the same wall, and not through it', () => {
    const { between } = walk(
      floorScenario(floor({ street: { ...inner(4), use: 'both' }, one: inner(0), other: inner(-4) })),
    );
    expect(between('a', 'doors')).toBeCloseTo(hypot(0.5, 2.25) + hypot(3.5, 0.25), 12);
    // By the end of the wall, 20 m on.
    expect(between('a', 'b')).toBeGreaterThan(40);
  });
});

describe('in Pori', () => {
  const loaded = load('scenarios/pori.yaml', nodeReader);
  if (!loaded.ok) throw new Error('Pori has errors');
  const { between } = walk(loaded.scenario);

  it.each([
    // Beside one jamb, round the other: legs in the first room, along the front, in the second. Straight out, along and in
    // would be 5.7, 5.7, 7.1 and 6.3 m.
    ['b3', 'b2', hypot(1.65, 0.5) + hypot(0.25, 1.65) + hypot(1.4, 0.25)],
    ['b1', 'b2', hypot(1.4, 0.25) + hypot(0.25, 1.65) + hypot(1.65, 0.5)],
    ['r1', 'r2', hypot(1.8, 0.25) + hypot(2.25, 0.25) + hypot(2.05, 0.5)],
    ['v1', 'v2', hypot(1.8, 0.25) + hypot(1.45, 0.25) + hypot(2.05, 0.5)],
  ])('from %s to %s it is along the front of both', (from, to, metres) => {
    expect(between(from, to)).toBeCloseTo(metres, 12);
  });
});
