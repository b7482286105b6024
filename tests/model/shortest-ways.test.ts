/** Ways are the shortest that people can walk, by a second way to find them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLEARANCE } from '../../engine/model/corners.ts';
import { walkingDistances } from '../../engine/model/floor.ts';
import { type Floor, floorScenario } from './floor-scenario.ts';
import { anyFloors, floorsWithRows } from './random-floors.ts';
import { crosses, walkerDistances, wallsOf } from './walker.ts';

/** As thin as a thread, so that the plan is hardly wider for it. */
const THREAD = 0.002;
/** In metres: points are at whole millimetres. */
const SLACK = 0.005;

/** How many of the ways turned on both floors that there were. */
function compare(floor: Floor): number {
  const scenario = floorScenario(floor);
  const { distance } = walkingDistances(scenario);
  const spaces = Object.keys(scenario.spaces).length;
  const thread = walkerDistances(scenario, THREAD);
  const person = walkerDistances(scenario, CLEARANCE);
  let turning = 0;
  for (let from = 0; from < spaces; from++)
    for (let to = from + 1; to < spaces; to++) {
      const metres = distance[from * (spaces + 1) + to];
      const longest = person[from * spaces + to];
      if (longest < Number.POSITIVE_INFINITY) expect(metres).toBeLessThanOrEqual(longest + SLACK);
      if (metres === Number.POSITIVE_INFINITY) continue;
      expect(metres).toBeGreaterThanOrEqual(thread[from * spaces + to] - SLACK);
      if (longest < Number.POSITIVE_INFINITY && longest > thread[from * spaces + to] + SLACK) turning++;
    }
  return turning;
}

describe('no way is shorter than a thread drawn tight, nor longer than that of who keeps clear of all walls', () => {
  it.each([
    ['between rooms with their doors in one line', floorsWithRows, 60],
    ['on any floor', anyFloors, 20],
  ] as const)('%s', (_, floors, least) => {
    let turning = 0;
    fc.assert(
      fc.property(floors, (floor) => {
        turning += compare(floor);
      }),
      { numRuns: 60 },
    );
    expect(turning).toBeGreaterThan(least);
  });
});

describe('no way leads through a wall', () => {
  it('on any floor, with doors in one line or not', () => {
    fc.assert(
      fc.property(fc.oneof(anyFloors, floorsWithRows), (floor) => {
        const scenario = floorScenario(floor);
        const { pathBetween } = walkingDistances(scenario);
        const walls = wallsOf(scenario);
        const spaces = Object.keys(scenario.spaces).length;
        for (let from = 0; from < spaces; from++)
          for (let to = 0; to < spaces; to++) {
            const way = pathBetween(from, to).map(([x, y]) => [1000 * x, 1000 * y]);
            way.slice(1).forEach(([bx, by], k) => {
              const leg = { ax: way[k][0], ay: way[k][1], bx, by };
              expect(walls.filter((wall) => crosses(leg, wall))).toEqual([]);
            });
          }
      }),
      { numRuns: 200 },
    );
  });
});
