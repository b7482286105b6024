/**
 * The ways over a floor: a graph of places, doors and the corners between them, joined where one can go straight.
 * Outer doors end a way; nobody takes a short cut through the street.
 */
import FlatQueue from 'flatqueue';
import type { Point } from './corners.ts';
import { meets, type Segment } from './segment.ts';
import type { WallIndex } from './wall-index.ts';

export interface VisibilityGraph {
  /** In mm: first the ends of ways, then what lies on the way. */
  readonly nodes: readonly Point[];
  /** By node: the point in mm between which metres are measured; the node itself, unless it is a little off a corner. */
  readonly places: readonly Point[];
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
  readonly places?: readonly Point[];
  /** Walls with inner doors open and doors to the street shut. */
  readonly walls: WallIndex;
  /**
   * By position among the nodes of a door to the street: the walls with that one open as well, so that nobody comes to
   * it through another and over the street.
   */
  readonly outerDoors: ReadonlyMap<number, WallIndex>;
}

export function visibilityGraph({ nodes, places = nodes, walls, outerDoors }: Ways): VisibilityGraph {
  const count = nodes.length;
  const others: number[][] = nodes.map(() => []);
  for (let from = 0; from < count; from++) {
    const { x, y } = nodes[from];
    const atThisDoor = outerDoors.get(from);
    // What is in the way to one is most often in the way to the next as well.
    let inTheWay: Segment | null = null;
    for (let to = from + 1; to < count; to++) {
      const other = nodes[to];
      const atDoor = atThisDoor ?? outerDoors.get(to);
      if (atDoor === undefined) {
        if (inTheWay !== null && meets(x, y, other.x, other.y, inTheWay)) continue;
        const wall = walls.wallBetween(x, y, other.x, other.y);
        inTheWay = wall ?? inTheWay;
        if (wall !== null) continue;
      } else if (!atDoor.isFree(x, y, other.x, other.y)) continue;
      others[from].push(to);
      others[to].push(from);
    }
  }
  const starts = new Int32Array(count + 1);
  for (let node = 0; node < count; node++) starts[node + 1] = starts[node] + others[node].length;
  return {
    nodes,
    places,
    starts,
    others: Int32Array.from(others.flat()),
    metres: Float64Array.from(
      others.flatMap((all, node) => all.map((to) => metresBetween(places[node], places[to]))),
    ),
    ends: Uint8Array.from(nodes, (_, node) => (outerDoors.has(node) ? 1 : 0)),
  };
}

const metresBetween = (one: Point, other: Point): number =>
  Math.hypot(other.x - one.x, other.y - one.y) / 1000;

/** The shortest ways from one node to all. */
export interface ShortestWays {
  /** By node: metres, infinite where there is no way. */
  readonly distance: Float64Array;
  /** By node: the node before it on its way, -1 where there is none. */
  readonly previous: Int32Array;
}

export function shortestWays(graph: VisibilityGraph, source: number): ShortestWays {
  const { starts, others, metres } = graph;
  const [from, to] = [starts[source], starts[source + 1]];
  const straight = { source, others: others.subarray(from, to), metres: metres.subarray(from, to) };
  return waysOf(graph, straight);
}

/** By node: metres of the shortest way from a point in mm that is none of the nodes; infinite where there is no way. */
export function distancesFrom(graph: VisibilityGraph, source: Point, walls: WallIndex): Float64Array {
  const { x, y } = source;
  const { nodes, places } = graph;
  const others = [...nodes.keys()].filter((node) => walls.isFree(x, y, nodes[node].x, nodes[node].y));
  const metres = others.map((node) => metresBetween(source, places[node]));
  return waysOf(graph, { source: NO_NODE, others, metres }).distance;
}

/** In place of a node: what ways begin at is none. */
const NO_NODE = -2;

/** Where one can go straight to from a source, and how far it is. */
interface Straight {
  readonly source: number;
  readonly others: ArrayLike<number>;
  readonly metres: ArrayLike<number>;
}

/**
 * Where one can go straight, one does; most of an open floor is reached so. What is not in sight is reached by Dijkstra's
 * algorithm (Dijkstra, A note on two problems in connexion with graphs, 1959). Of ways as long as each other, the one whose last
 * stop is nearer is taken, and then the one whose last stop is first among the nodes.
 */
function waysOf(
  { nodes, starts, others, metres, ends }: VisibilityGraph,
  { source, others: inSight, metres: away }: Straight,
): ShortestWays {
  const distance = new Float64Array(nodes.length).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(nodes.length).fill(-1);
  if (source !== NO_NODE) distance[source] = 0;
  for (let k = 0; k < inSight.length; k++) {
    distance[inSight[k]] = away[k];
    previous[inSight[k]] = source;
  }
  /** Whether the way to the node by another is the best until now. */
  const goOn = (before: number, node: number, step: number): boolean => {
    const through = distance[before] + step;
    const ahead = through - distance[node];
    if (ahead > 0 || (ahead === 0 && !isNearer(distance, before, previous[node]))) return false;
    distance[node] = through;
    previous[node] = before;
    return true;
  };
  const hidden = [...nodes.keys()].filter((node) => distance[node] === Number.POSITIVE_INFINITY);
  for (const node of hidden) {
    for (let k = starts[node]; k < starts[node + 1]; k++) {
      const before = others[k];
      if (previous[before] === source && ends[before] === 0) goOn(before, node, metres[k]);
    }
  }
  const isOpen = new Uint8Array(nodes.length);
  const open = new FlatQueue();
  for (const node of hidden) {
    isOpen[node] = 1;
    if (previous[node] >= 0) open.push(node, distance[node]);
  }
  for (let nearest = open.pop(); nearest !== undefined; nearest = open.pop()) {
    // A node is there once for each way to it that was the best for a while; the first to come out is the best.
    if (isOpen[nearest] === 0) continue;
    isOpen[nearest] = 0;
    if (ends[nearest] === 1) continue;
    for (let k = starts[nearest]; k < starts[nearest + 1]; k++) {
      const node = others[k];
      if (isOpen[node] === 1 && goOn(nearest, node, metres[k])) open.push(node, distance[node]);
    }
  }
  return { distance, previous };
}

/** Whether one is nearer than the other or, as near, before it among the nodes. */
const isNearer = (distance: Float64Array, one: number, other: number): boolean =>
  distance[one] < distance[other] || (distance[one] === distance[other] && one < other);
