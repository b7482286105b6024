/** Shortest ways over a graph that is small enough to see them. */
import { describe, expect, it } from 'vitest';
import { shortestWays, visibilityGraph } from '../../engine/model/visibility-graph.ts';
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
    const graph = visibilityGraph({ nodes, outerDoors: new Set(), walls, wallsAtOuterDoors: walls });
    const { distance, previous } = shortestWays(graph, 0);
    // The hypotenuse of 4 and 4, twice.
    expect([...distance]).toEqual([0, 2 * Math.hypot(4, 4), Math.hypot(4, 4)]);
    expect([...previous]).toEqual([-1, 2, 0]);
  });

  it('do not lead on through a door to the street', () => {
    const walls = new WallIndex([wall]);
    const graph = visibilityGraph({ nodes, outerDoors: new Set([2]), walls, wallsAtOuterDoors: walls });
    expect([...shortestWays(graph, 0).distance]).toEqual([0, Number.POSITIVE_INFINITY, Math.hypot(4, 4)]);
    expect([...shortestWays(graph, 2).distance]).toEqual([Math.hypot(4, 4), Math.hypot(4, 4), 0]);
  });
});
