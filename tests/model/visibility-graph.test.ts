/** Shortest ways over a graph that is small enough to see them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distancesFrom, shortestWays, visibilityGraph } from '../../engine/model/visibility-graph.ts';
import { WallIndex } from '../../engine/model/wall-index.ts';

/**
 * A wall from (0, -5) to (0, 3), in metres; a node at each side of it, one on the far side of a second wall with
 * a door to the street, and one above the first wall.
 */
const wall = { ax: 0, ay: -5000, bx: 0, by: 3000 };
const nodes = [
  { x: -4000, y: 0 },
  { x: 4000, y: 0 },
  { x: 0, y: 4000 },
];

describe('ways', () => {
  it('go straight where they can, and round by a node where they cannot', () => {
    const walls = new WallIndex([wall]);
    const graph = visibilityGraph({ nodes, outerDoors: new Map(), walls });
    const { distance, previous } = shortestWays(graph, 0);
    // The hypotenuse of 4 and 4, twice.
    expect([...distance]).toEqual([0, 2 * Math.hypot(4, 4), Math.hypot(4, 4)]);
    expect([...previous]).toEqual([-1, 2, 0]);
  });

  it('do not lead on through a door to the street', () => {
    const walls = new WallIndex([wall]);
    const graph = visibilityGraph({ nodes, outerDoors: new Map([[2, walls]]), walls });
    expect([...shortestWays(graph, 0).distance]).toEqual([0, Number.POSITIVE_INFINITY, Math.hypot(4, 4)]);
    expect([...shortestWays(graph, 2).distance]).toEqual([Math.hypot(4, 4), Math.hypot(4, 4), 0]);
  });

  it('begin as well at a point that is added to the graph', () => {
    const walls = new WallIndex([wall]);
    const all = visibilityGraph({ nodes, outerDoors: new Map(), walls });
    const [first, ...others] = nodes;
    const some = visibilityGraph({ nodes: others, outerDoors: new Map(), walls });
    const expected = shortestWays(all, 0).distance;
    expect([...distancesFrom(some, first, walls)]).toEqual([expected[1], expected[2]]);
  });

  it('are as long as between the places that the nodes stand for', () => {
    const walls = new WallIndex([wall]);
    const places = [nodes[0], nodes[1], { x: 0, y: 3000 }];
    const graph = visibilityGraph({ nodes, places, outerDoors: new Map(), walls });
    expect([...shortestWays(graph, 0).distance]).toEqual([0, 10, 5]);
  });

  it('are the shortest of all on any floor', () => {
    const metre = fc.integer({ min: 0, max: 12 }).map((metres) => metres * 1000);
    const point = fc.record({ x: metre, y: metre });
    const segment = fc.record({ ax: metre, ay: metre, bx: metre, by: metre });
    let hidden = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 2, maxLength: 9, selector: ({ x, y }) => `${x} ${y}` }),
        fc.array(segment, { maxLength: 6 }),
        fc.nat({ max: 8 }),
        (some, segments, door) => {
          // Half a metre aside, so that no wall touches a node.
          const walls = new WallIndex(
            segments.map(({ ax, ay, bx, by }) => ({
              ax: ax + 500,
              ay: ay + 300,
              bx: bx + 500,
              by: by + 300,
            })),
          );
          const outerDoors = new Map([[door, walls]]);
          const graph = visibilityGraph({ nodes: some, outerDoors, walls });
          const count = some.length;
          const straight = (from: number, to: number) => {
            const { x, y } = some[from];
            if (!walls.isFree(x, y, some[to].x, some[to].y)) return Number.POSITIVE_INFINITY;
            return Math.hypot(x - some[to].x, y - some[to].y) / 1000;
          };
          // Floyd and Warshall: by way of each node in turn.
          const least = some.map((_, from) => some.map((__, to) => (from === to ? 0 : straight(from, to))));
          for (let by = 0; by < count; by++) {
            if (by === door) continue;
            for (let from = 0; from < count; from++)
              for (let to = 0; to < count; to++)
                least[from][to] = Math.min(least[from][to], least[from][by] + least[by][to]);
          }
          for (let from = 0; from < count; from++) {
            const { distance, previous } = shortestWays(graph, from);
            for (let to = 0; to < count; to++) {
              if (least[from][to] === Number.POSITIVE_INFINITY)
                expect(distance[to]).toBe(Number.POSITIVE_INFINITY);
              else expect(distance[to]).toBeCloseTo(least[from][to], 9);
              if (distance[to] > 0 && distance[to] < Number.POSITIVE_INFINITY) {
                expect(distance[previous[to]] + straight(previous[to], to)).toBeCloseTo(distance[to], 9);
                if (previous[to] !== from) hidden += 1;
              }
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(hidden).toBeGreaterThan(20);
  });
});
