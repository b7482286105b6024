/**
 * The ways over a floor: a graph of places, doors and the corners between them, joined where one can go straight.
 * Outer doors end a way; nobody takes a short cut through the street.
 */
import type { Point } from './corners.ts';
import type { WallIndex } from './wall-index.ts';

export interface VisibilityGraph {
  /** In mm: first the ends of ways, then what lies on the way. */
  readonly nodes: readonly Point[];
  /** By node × nodes + node: metres to go straight; infinite where a wall is between. */
  readonly straight: Float64Array;
  /** By node: whether ways end there and do not lead on. */
  readonly ends: Uint8Array;
}

export interface Ways {
  readonly nodes: readonly Point[];
  /** Positions among the nodes of the doors to the street. */
  readonly outerDoors: ReadonlySet<number>;
  /** Walls with inner doors open and outer doors shut. */
  readonly walls: WallIndex;
  /** Walls with outer doors open as well. */
  readonly wallsAtOuterDoors: WallIndex;
}

export function visibilityGraph({ nodes, outerDoors, walls, wallsAtOuterDoors }: Ways): VisibilityGraph {
  const count = nodes.length;
  const straight = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  for (let from = 0; from < count; from++) {
    const { x, y } = nodes[from];
    straight[from * count + from] = 0;
    for (let to = from + 1; to < count; to++) {
      const other = nodes[to];
      const between = outerDoors.has(from) || outerDoors.has(to) ? wallsAtOuterDoors : walls;
      if (!between.isFree(x, y, other.x, other.y)) continue;
      const length = Math.hypot(other.x - x, other.y - y) / 1000;
      straight[from * count + to] = length;
      straight[to * count + from] = length;
    }
  }
  return { nodes, straight, ends: Uint8Array.from(nodes, (_, node) => (outerDoors.has(node) ? 1 : 0)) };
}

/** The shortest ways from one node to all. */
export interface ShortestWays {
  /** By node: metres, infinite where there is no way. */
  readonly distance: Float64Array;
  /** By node: the node before it on its way, -1 where there is none. */
  readonly previous: Int32Array;
}

/**
 * Dijkstra's algorithm with a scan for the nearest node, which suits a graph as dense as this one: the square of
 * the nodes, whatever the edges (Dijkstra, A note on two problems in connexion with graphs, 1959).
 */
export function shortestWays({ nodes, straight, ends }: VisibilityGraph, source: number): ShortestWays {
  const count = nodes.length;
  const distance = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(count).fill(-1);
  const done = new Uint8Array(count);
  distance[source] = 0;
  for (;;) {
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let node = 0; node < count; node++) {
      if (done[node] === 0 && distance[node] < least) {
        nearest = node;
        least = distance[node];
      }
    }
    if (nearest < 0) return { distance, previous };
    done[nearest] = 1;
    if (ends[nearest] === 1 && nearest !== source) continue;
    const row = nearest * count;
    for (let node = 0; node < count; node++) {
      const through = least + straight[row + node];
      if (through < distance[node]) {
        distance[node] = through;
        previous[node] = nearest;
      }
    }
  }
}
