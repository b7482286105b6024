/** Which walls, screens and doors of a scenario stand in the way of sight, and how high. */
import { describe, expect, it } from 'vitest';
import { obstaclesOf, shutDoors } from '../../../engine/model/sight/obstacle.ts';
import type { Scenario } from '../../../engine/scenario/schema.ts';
import { floorScenario } from '../floor-scenario.ts';

type Walls = NonNullable<Scenario['floor']>['walls'];
const tall = Number.POSITIVE_INFINITY;

/** A room from (0, 0) to (4, 3) with a door in the middle of its right wall, and the floor's own walls. */
function obstacles(walls: Walls, shut: ReadonlySet<string> = new Set()) {
  const scenario = floorScenario({
    spaces: { room: { type: 'room', at: [0, 0], size: [4, 3], door: [4, 1.5] } },
    doors: { gate: { at: [10, 5], width: 2 } },
  });
  return obstaclesOf({ ...scenario, floor: { walls, doors: scenario.floor?.doors ?? {} } }, shut).segments;
}

const line = (y: number): [number, number][] => [
  [8, y],
  [20, y],
];

describe('an obstacle', () => {
  it('is as high, and as clear, as what it is made of', () => {
    const found = obstacles({
      wall: { line: line(10), kind: 'wall' },
      low: { line: line(11), kind: 'wall', height: 1.1 },
      glass: { line: line(12), kind: 'glass' },
      screen: { line: line(13), kind: 'screen' },
      tall: { line: line(14), kind: 'screen', height: 1.8 },
    });
    expect(found.slice(0, 5).map(({ ay, through, top }) => [ay, through, top])).toEqual([
      [10_000, 'blocked', tall],
      [11_000, 'blocked', 1100],
      [12_000, 'clear', tall],
      [13_000, 'blocked', 1600],
      [14_000, 'blocked', 1800],
    ]);
  });

  it('is the outline of an enclosed space, up to the ceiling', () => {
    const found = obstacles({});
    expect(found.every(({ through, top }) => through === 'blocked' && top === tall)).toBe(true);
    // Three walls whole, and the right one in two pieces of a metre, with the door's metre between.
    expect(found.map(({ ax, ay, bx, by }) => [ax, ay, bx, by])).toEqual([
      [0, 0, 4000, 0],
      [4000, 0, 4000, 1000],
      [4000, 2000, 4000, 3000],
      [4000, 3000, 0, 3000],
      [0, 3000, 0, 0],
    ]);
  });

  it('has gaps at open doors, and none at a space’s shut one', () => {
    const glass = obstacles({ glass: { line: line(5), kind: 'glass' } }).filter(
      ({ through }) => through === 'clear',
    );
    expect(glass.map(({ ax, bx }) => [ax, bx])).toEqual([
      [8000, 9000],
      [11_000, 20_000],
    ]);
    expect(obstacles({})).toHaveLength(5);
    expect(obstacles({}, new Set(['room']))).toHaveLength(4);
    // The floor's door is another thing than a space's of the same name.
    expect(obstacles({ wall: { line: line(5), kind: 'wall' } }, new Set(['gate']))).toHaveLength(7);
  });

  it('has none at a door of staff, which is kept shut and as the wall is', () => {
    const wall = (use: string) => {
      const scenario = floorScenario({ spaces: {}, doors: { gate: { at: [10, 5], width: 2, use } } });
      const walls: Walls = { glass: { line: line(5), kind: 'glass' } };
      const { segments } = obstaclesOf({ ...scenario, floor: { walls, doors: scenario.floor?.doors ?? {} } });
      return segments.map(({ ax, bx, through }) => [ax, bx, through]);
    };
    expect(wall('staff')).toEqual([[8000, 20_000, 'clear']]);
    for (const use of ['inner', 'entrance', 'exit', 'both']) expect(wall(use)).toHaveLength(2);
  });

  it('of a glazed room lets all through, and of a space with screens is as high as they are', () => {
    const walls = (partition: Scenario['spaceTypes'][string]['partition']) => {
      const scenario = floorScenario({ spaces: { room: { type: 'room', at: [0, 0], size: [4, 3] } } });
      const room = { ...scenario.spaceTypes.room, partition };
      const { segments } = obstaclesOf({ ...scenario, spaceTypes: { room } });
      return new Set(segments.map(({ through, top }) => `${through} ${top}`));
    };
    expect(walls('glazed room')).toEqual(new Set(['clear Infinity']));
    expect(walls({ screen: 1.4 })).toEqual(new Set(['blocked 1400']));
    for (const other of [undefined, 'full room', 'pod A', { rating: 40 }] as const)
      expect(walls(other)).toEqual(new Set(['blocked Infinity']));
  });
});

it('the door of a closed space is shut where somebody is served, unless it is held open', () => {
  const { spaces, spaceTypes } = floorScenario({
    spaces: { desk: { type: 'desk' }, booth: { type: 'booth' }, room: { type: 'room' } },
  });
  const shutWith = (room: Partial<Scenario['spaceTypes'][string]>) => [
    ...shutDoors({
      ...floorScenario({ spaces: {} }),
      spaces,
      spaceTypes: { ...spaceTypes, room: { ...spaceTypes.room, ...room } },
    }),
  ];
  expect(shutWith({})).toEqual(['room']);
  expect(shutWith({ use: 'kiosk' })).toEqual(['room']);
  expect(shutWith({ openShare: 0.05 })).toEqual([]);
  expect(shutWith({ use: 'waiting' })).toEqual([]);
});
