/**
 * The ways over a floor: a graph of places, doors and the corners between them, joined where one can go straight.
 * Outer doors end a way; nobody takes a short cut through the street.
 */
import type { Point } from './corners.ts';
import type { WallIndex } from './wall-index.ts';

export interface VisibilityGraph {
  /** In mm: first the ends of ways, then what lies on the way. */
  readonly nodes: readonly Point[];
  /**
   * By node: where the nodes to which one can go straight from it begin in `others` and, last, where all end; and, beside
   * each of these, how many metres it is. Most of a floor is behind walls.
   */
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly metres: Float64Array;
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
  const others: number[][] = nodes.map(() => []);
  for (let from = 0; from < count; from++) {
    const { x, y } = nodes[from];
    for (let to = from + 1; to < count; to++) {
      const other = nodes[to];
      const between = outerDoors.has(from) || outerDoors.has(to) ? wallsAtOuterDoors : walls;
      if (!between.isFree(x, y, other.x, other.y)) continue;
      others[from].push(to);
      others[to].push(from);
    }
  }
  const starts = new Int32Array(count + 1);
  for (let node = 0; node < count; node++) starts[node + 1] = starts[node] + others[node].length;
  const metresBetween = (one: Point, other: Point) => Math.hypot(other.x - one.x, other.y - one.y) / 1000;
  return {
    nodes,
    starts,
    others: Int32Array.from(others.flat()),
    metres: Float64Array.from(
      others.flatMap((all, node) => all.map((to) => metresBetween(nodes[node], nodes[to]))),
    ),
    ends: Uint8Array.from(nodes, (_, node) => (outerDoors.has(node) ? 1 : 0)),
  };
}

/** The shortest ways from one node to all. */
export interface ShortestWays {
  /** By node: metres, infinite where there is no way. */
  readonly distance: Float64Array;
  /** By node: the node before it on its way, -1 where there is none. */
  readonly previous: Int32Array;
}

/**
 * Dijkstra's algorithm with a scan for the nearest of the nodes that have been reached (Dijkstra, A note on two problems in
 * connexion with graphs, 1959): they are few at a time. Of several as near, the first among the nodes goes first.
 */
export function shortestWays(
  { nodes, starts, others, metres, ends }: VisibilityGraph,
  source: number,
): ShortestWays {
  const count = nodes.length;
  const distance = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(count).fill(-1);
  /** Reached, and not yet gone on from. */
  const open = [source];
  distance[source] = 0;
  while (open.length > 0) {
    let at = 0;
    for (let k = 1; k < open.length; k++) {
      const ahead = distance[open[k]] - distance[open[at]];
      if (ahead < 0 || (ahead === 0 && open[k] < open[at])) at = k;
    }
    const nearest = open[at];
    open[at] = open[open.length - 1];
    open.pop();
    if (ends[nearest] === 1 && nearest !== source) continue;
    for (let k = starts[nearest]; k < starts[nearest + 1]; k++) {
      const node = others[k];
      const through = distance[nearest] + metres[k];
      if (through >= distance[node]) continue;
      if (distance[node] === Number.POSITIVE_INFINITY) open.push(node);
      distance[node] = through;
      previous[node] = nearest;
    }
  }
  return { distance, previous };
}
