/**
 * How far sound goes from a mouth to an ear behind a wall: round the free ends of walls that reach the ceiling, and through doors
 * that stand open, by the shortest way in the plan. Nothing is worked out before it is asked for: then the ways between the walls'
 * ends once, those from a mouth once for each mouth, and whether an ear sees an end once, if its way may lead by that.
 */
import { cornersOf, type Point } from './corners.ts';
import { type Segment, toMillimetres } from './segment.ts';
import { distancesFrom, type VisibilityGraph, visibilityGraph } from './visibility-graph.ts';
import { WallIndex } from './wall-index.ts';
import { ON_WALL } from './walls.ts';

/**
 * How far off a wall's end, in metres, its way round it must be free: a gap of twice this is as much as two walls that meet may be
 * drawn apart. The way is as long as if it touched the end.
 */
const CLEARANCE = ON_WALL / 2000;
const NO_DOORS: ReadonlyMap<number, WallIndex> = new Map();

/** Whether an ear sees a corner. */
const UNKNOWN = 0;
const SEEN = 1;
const HIDDEN = 2;

/** From a mouth to each corner: metres; and those that there is a way to, the nearest first. */
interface FromMouth {
  readonly distance: Float64Array;
  readonly nearest: Int32Array;
}

/** More than twice any coordinate in mm, of floors of up to 33 km. */
const COORDINATES = 2 ** 26;

/** Of each floor the last ones: an audit listens on the same floor again and again, with other partitions. */
const lastOf = new WeakMap<object, Detours>();

/** @param walls of the floor that reach the ceiling, with gaps where doors are open */
export function detoursOn(floor: object, walls: readonly Segment[]): Detours {
  const last = lastOf.get(floor);
  if (last?.isRound(walls)) return last;
  const detours = new Detours(walls);
  lastOf.set(floor, detours);
  return detours;
}

export class Detours {
  private readonly walls: WallIndex;
  private graph: VisibilityGraph | null = null;
  /** By mouth, as one number. */
  private readonly ways = new Map<number, FromMouth>();
  /** By ear, and by corner: whether it sees that. */
  private readonly inSight = new WeakMap<Point, Uint8Array>();

  /** @param walls that reach the ceiling, with gaps where doors are open */
  constructor(walls: readonly Segment[]) {
    this.walls = new WallIndex(walls);
  }

  /** Whether it is the very same walls that these ways go round. */
  isRound(walls: readonly Segment[]): boolean {
    const { segments } = this.walls;
    const isSame = (one: Segment, { ax, ay, bx, by }: Segment) =>
      one.ax === ax && one.ay === ay && one.bx === bx && one.by === by;
    return segments.length === walls.length && segments.every((one, k) => isSame(one, walls[k]));
  }

  /** Metres from mouth to ear, both in metres, that do not see each other; infinite where there is no way. */
  length(mouth: Point, ear: Point): number {
    const { nodes, places } = this.corners();
    const { distance, nearest } = this.from(mouth);
    const sight = this.sightOf(ear);
    const x = toMillimetres(ear.x);
    const y = toMillimetres(ear.y);
    let least = Number.POSITIVE_INFINITY;
    // The farther a corner is, the nearer the ear would have to be to it.
    for (let k = 0; k < nearest.length && distance[nearest[k]] < least; k++) {
      const corner = nearest[k];
      if (sight[corner] === HIDDEN) continue;
      const dx = x - places[corner].x;
      const dy = y - places[corner].y;
      const length = distance[corner] + Math.sqrt(dx * dx + dy * dy) / 1000;
      if (length >= least) continue;
      // Only of what would be the shortest way it is asked whether it is one.
      if (sight[corner] === UNKNOWN)
        sight[corner] = this.walls.isFree(x, y, nodes[corner].x, nodes[corner].y) ? SEEN : HIDDEN;
      if (sight[corner] === SEEN) least = length;
    }
    return least;
  }

  private corners(): VisibilityGraph {
    const { walls } = this;
    if (this.graph !== null) return this.graph;
    const corners = cornersOf(walls, CLEARANCE);
    this.graph = visibilityGraph({
      nodes: corners.map(({ point }) => point),
      places: corners.map(({ end }) => end),
      walls,
      outerDoors: NO_DOORS,
    });
    return this.graph;
  }

  private from(mouth: Point): FromMouth {
    const source = { x: toMillimetres(mouth.x), y: toMillimetres(mouth.y) };
    const key = source.x * COORDINATES + source.y;
    const known = this.ways.get(key);
    if (known !== undefined) return known;
    const distance = distancesFrom(this.corners(), source, this.walls);
    const reached = [...distance.keys()].filter((corner) => distance[corner] < Number.POSITIVE_INFINITY);
    const nearest = Int32Array.from(reached).sort((a, b) => distance[a] - distance[b]);
    const ways = { distance, nearest };
    this.ways.set(key, ways);
    return ways;
  }

  private sightOf(ear: Point): Uint8Array {
    const known = this.inSight.get(ear);
    if (known !== undefined) return known;
    const sight = new Uint8Array(this.corners().nodes.length);
    this.inSight.set(ear, sight);
    return sight;
  }
}
