/** Ways out: that of protected visitors, whom the policy may give a door of their own, and floors without one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkingDistances } from '../../engine/model/floor.ts';
import { Vantages } from '../../engine/model/vantage.ts';
import { floorScenario, spot } from './floor-scenario.ts';

/** A hall of 20 m by 10 m with an entrance and exit in the west, and a side door in the north-east. */
const HALL = {
  spaces: { near: spot(4, 5), far: spot(16, 5) },
  walls: [
    [
      [0, 0],
      [20, 0],
      [20, 10],
      [0, 10],
      [0, 0],
    ],
  ],
  doors: { main: { at: [0, 5], use: 'both' }, side: { at: [16, 10], use: 'exit' } },
} as const;
const [NEAR, FAR, DOORS, EXIT] = [0, 1, 2, 3];

/** The side door is the nearest exit from the far desk, the main door from the near one. */
const scenario = floorScenario({ ...HALL, protectedExit: 'side' });

describe('the exit of protected visitors', () => {
  it('is as far as that door, and at hand for who stands at the doors', () => {
    const { exitDistance, distance } = walkingDistances(scenario);
    expect([...(exitDistance ?? [])]).toEqual([13, 5, 0]); // 12 m and 5 m apart
    expect([distance[NEAR * 3 + DOORS], distance[FAR * 3 + DOORS]]).toEqual([4, 5]);
  });

  it('is reached by the way that leads there, which is another one than to the nearest exit', () => {
    const { pathBetween } = walkingDistances(scenario);
    expect(pathBetween(NEAR, EXIT)).toEqual([
      [4, 5],
      [16, 10],
    ]);
    expect(pathBetween(NEAR, DOORS)).toEqual([
      [4, 5],
      [0, 5],
    ]);
    expect(pathBetween(DOORS, EXIT)).toEqual([]);
  });

  it('is a place of its own for whoever looks at ways', () => {
    const vantages = new Vantages(scenario, walkingDistances(scenario));
    const endOf = (from: number, to: number) => {
      const { at } = vantages.way(from, to);
      const { x, y } = vantages.points[at[at.length - 1]];
      return [x, y];
    };
    // The middles of the last of seven pieces of 12 m and 5 m, of the last of two of 4 m, and of the only one back.
    expect(endOf(NEAR, EXIT)).toEqual([4 + 12 * (6.5 / 7), 5 + 5 * (6.5 / 7)]);
    expect(endOf(NEAR, DOORS)).toEqual([1, 5]);
    expect(endOf(FAR, NEAR)[1]).toBe(5);
  });

  it('is none where the policy names none', () => {
    const { exitDistance, pathBetween } = walkingDistances(floorScenario(HALL));
    expect(exitDistance).toBeNull();
    expect(pathBetween(NEAR, EXIT)).toEqual([]);
  });

  it('changes no other way, and its ways are as long as it is far', () => {
    const coordinate = fc.integer({ min: 1, max: 19 });
    const wall = fc.tuple(coordinate, coordinate, coordinate, coordinate);
    fc.assert(
      fc.property(fc.array(wall, { maxLength: 4 }), (some) => {
        const walls = [
          ...HALL.walls,
          ...some.map(([x, y, toX, toY]) => [[x, y / 2] as const, [toX, toY / 2] as const]),
        ];
        const without = walkingDistances(floorScenario({ ...HALL, walls }));
        const given = walkingDistances(floorScenario({ ...HALL, walls, protectedExit: 'side' }));
        expect(given.distance).toEqual(without.distance);
        for (const from of [NEAR, FAR]) {
          const metres = given.exitDistance?.[from] ?? Number.NaN;
          expect(metres).toBeGreaterThanOrEqual(given.distance[from * 3 + DOORS]);
          const way = given.pathBetween(from, EXIT);
          const legs = way.slice(1).map(([x, y], k) => Math.hypot(x - way[k][0], y - way[k][1]));
          if (metres === Number.POSITIVE_INFINITY) expect(way).toEqual([]);
          else expect(legs.reduce((sum, leg) => sum + leg, 0)).toBeCloseTo(metres, 9);
        }
      }),
    );
  });
});

describe('a way to a door to the street', () => {
  it('does not lead through another and over the street', () => {
    // A house round three sides of a yard, of 4 m by 6 m, with a door to it on the left and one on the right.
    const { distance } = walkingDistances(
      floorScenario({
        spaces: { a: spot(2, 3) },
        walls: [
          [
            [0, 0],
            [4, 0],
            [4, 6],
            [8, 6],
            [8, 0],
            [12, 0],
            [12, 10],
            [0, 10],
            [0, 0],
          ],
        ],
        doors: { left: { at: [4, 3], use: 'entrance' }, right: { at: [8, 3], use: 'exit' } },
      }),
    );
    const [toExit, fromEntrance] = [distance[1], distance[2]];
    expect(fromEntrance).toBe(2);
    // Round both corners of the yard on the diagonal, 0.177 m off each wall.
    const round = Math.hypot(1.823, 3.177) + 4.354 + Math.hypot(0.177, 3.177);
    expect(toExit).toBeCloseTo(round, 12);
  });
});

describe('findings about ways out', () => {
  const messages = (floor: Parameters<typeof floorScenario>[0]) =>
    walkingDistances(floorScenario(floor)).findings.map(
      ({ path, message, severity }) => `${severity}: ${path.join('.')} ${message}`,
    );
  /** Parts the hall: whoever comes in by the main door cannot get to the side door. */
  const parted = [
    ...HALL.walls,
    [
      [10, 0],
      [10, 10],
    ],
  ] as const;

  it('are none in the hall', () => {
    expect(messages({ ...HALL, protectedExit: 'side' })).toEqual([]);
  });

  it('name a door that cannot be reached', () => {
    const spaces = { near: spot(4, 5), nearer: spot(2, 5) };
    expect(messages({ ...HALL, spaces, walls: parted, protectedExit: 'side' })).toEqual([
      "error: policy.protectedExit cannot be reached from the space 'near' (and 1 more)",
    ]);
  });

  it('name spaces that are reached, but not left', () => {
    const doors = { in: { at: [0, 5], use: 'entrance' }, out: { at: [20, 5], use: 'exit' } } as const;
    expect(messages({ ...HALL, spaces: { near: spot(4, 5) }, doors, walls: parted })).toEqual([
      'error: spaces.near has no way to an exit',
    ]);
  });
});
