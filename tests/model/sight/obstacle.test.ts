/** Which walls, screens and doors of a scenario stand in the way of sight, and how high. */
import { describe, expect, it } from 'vitest';
import { type ClosedDoors, furniture, obstaclesOf } from '../../../engine/model/sight/obstacle.ts';
import type { Scenario } from '../../../engine/scenario/schema.ts';
import { floorScenario } from '../floor-scenario.ts';

type Walls = NonNullable<Scenario['floor']>['walls'];
const tall = Number.POSITIVE_INFINITY;

/** A room from (0, 0) to (4, 3) with a door in the middle of its right wall, and the floor's own walls. */
function obstacles(walls: Walls, closed?: ClosedDoors) {
  const scenario = floorScenario({
    spaces: { room: { type: 'room', at: [0, 0], size: [4, 3], door: [4, 1.5] } },
    doors: { gate: { at: [10, 5], width: 2 } },
  });
  return obstaclesOf({ ...scenario, floor: { walls, doors: scenario.floor?.doors ?? {} } }, closed).segments;
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

  it('has gaps at open doors, and none at closed ones', () => {
    const walls: Walls = { glass: { line: line(5), kind: 'glass' } };
    const glassOf = (closed: ClosedDoors) =>
      obstacles(walls, closed)
        .filter(({ through }) => through === 'clear')
        .map(({ ax, bx }) => [ax, bx]);
    expect(glassOf({})).toEqual([
      [8000, 9000],
      [11_000, 20_000],
    ]);
    expect(glassOf({ doors: new Set(['gate']) })).toEqual([[8000, 20_000]]);
    // A space's door is another thing than the floor's of the same name.
    expect(glassOf({ spaces: new Set(['gate']) })).toHaveLength(2);
    expect(obstacles({})).toHaveLength(5);
    expect(obstacles({}, { spaces: new Set(['room']) })).toHaveLength(4);
  });

  it('may be furniture that the caller knows of', () => {
    const shelf = furniture([1, 2], [2, 0.5], 1.4);
    expect(shelf).toHaveLength(4);
    expect(shelf[0]).toEqual({ ax: 1000, ay: 2000, bx: 3000, by: 2000, through: 'blocked', top: 1400 });
    expect(obstaclesOf(floorScenario({ spaces: {} }), {}, shelf).segments).toEqual(shelf);
  });
});
