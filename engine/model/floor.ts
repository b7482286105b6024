/**
 * Walking over the floor: how far it is from every place to every other, round walls and through doors, and by
 * which way, for visitors and for staff, who have doors of their own. Computed once for a scenario; for the plan of a
 * ground floor it takes some tens of milliseconds.
 */
import { error, type Finding, warning } from '../scenario/finding.ts';
import type { Scenario } from '../scenario/schema.ts';
import { cornerPoints, type Point, pointsBefore } from './corners.ts';
import { distanceTo, type Segment, toMillimetres } from './segment.ts';
import {
  type ShortestWays,
  shortestWays,
  type VisibilityGraph,
  visibilityGraph,
} from './visibility-graph.ts';
import { WallIndex } from './wall-index.ts';
import { DOOR_WIDTH, isEnclosed, type Opening, opened, openingsOf, solidWalls } from './walls.ts';

type Space = Scenario['spaces'][string];
type Door = NonNullable<Scenario['floor']>['doors'][string];

export interface Walking {
  /**
   * By from × places + to, in metres: places are the spaces in the order of the file, and last the doors. From the
   * doors is from the nearest entrance; to the doors is to the nearest exit. Infinite where there is no way, 0
   * where the scenario has no floor or the space no position. These are visitors' ways, not through doors of staff.
   */
  readonly distance: Float64Array;
  /** Likewise for staff, through their own doors as well; where there are none, it is the very same. */
  readonly staffDistance: Float64Array;
  /**
   * By place, the doors among them: metres to the door by which protected visitors leave, null where the policy names
   * none. From the doors it is 0: who has not been further in turns round there.
   */
  readonly exitDistance: Float64Array | null;
  /** Spaces that cannot be reached by who goes there, and what else is wrong with the plan. */
  readonly findings: readonly Finding[];
  /**
   * The visitors' way from place to place, in metres, both ends included; empty where there is none. After the doors comes one
   * more place to go to: the protected visitors' exit.
   */
  pathBetween(from: number, to: number): [number, number][];
}

export function walkingDistances(scenario: Scenario): Walking {
  const places = Object.keys(scenario.spaces).length + 1;
  if (scenario.floor === undefined) {
    const distance = new Float64Array(places * places);
    return {
      distance,
      staffDistance: distance,
      exitDistance: null,
      findings: [],
      pathBetween: () => [],
    };
  }
  const visitors = explored(drawPlan(scenario, 'visitors'));
  const hasStaffDoors = Object.values(scenario.floor.doors).some(({ use }) => use === 'staff');
  const staff = hasStaffDoors ? explored(drawPlan(scenario, 'staff')) : visitors;
  const { plan, ways, distance } = visitors;
  return {
    distance,
    staffDistance: staff.distance,
    exitDistance: plan.protectedExit < 0 ? null : exitDistances(plan, ways),
    findings: [...planFindings(scenario, plan), ...reachFindings(scenario, visitors, staff)],
    pathBetween: (from, to) => path(plan, ways, from, to),
  };
}

/** A plan with the ways from each of its spaces; null where the space has no position. */
interface Explored {
  readonly plan: Plan;
  readonly ways: readonly (ShortestWays | null)[];
  readonly distance: Float64Array;
}

function explored(plan: Plan): Explored {
  const ways = plan.placeNode.map((node) => (node < 0 ? null : shortestWays(plan.graph, node)));
  return { plan, ways, distance: distances(plan, ways) };
}

/** The floor as a graph. */
interface Plan {
  readonly graph: VisibilityGraph;
  readonly solid: readonly Segment[];
  /** By space: its node, -1 where the space has no position. */
  readonly placeNode: readonly number[];
  /** Nodes of the doors through which one comes in, and goes out. */
  readonly entrances: readonly number[];
  readonly exits: readonly number[];
  /** Node of the door by which protected visitors leave, or -1. */
  readonly protectedExit: number;
  /** Doors that are on no wall. */
  readonly loose: readonly string[];
}

/** Doors of staff are walls to visitors. */
function drawPlan(scenario: Scenario, walkers: 'visitors' | 'staff'): Plan {
  const solid = solidWalls(scenario);
  const doors = Object.entries(scenario.floor?.doors ?? {});
  const openings = new Map(doors.map(([id, door]) => [id, openingsOf(door.at, door.width, solid)]));
  const isInner = ({ use }: Door) => use === 'inner' || (use === 'staff' && walkers === 'staff');
  const isOuter = ({ use }: Door) => use !== 'inner' && use !== 'staff';
  const gaps = ([id]: [string, Door]) => openings.get(id) ?? [];
  const outer = doors.filter(([, door]) => isOuter(door));
  const inner = doors.filter(([, door]) => isInner(door));
  const spaceDoors = doorsOfSpaces(scenario, solid);

  const innerGaps = [...inner.flatMap(gaps), ...spaceDoors.flat()];
  const walls = new WallIndex(opened(solid, innerGaps));
  const nodes: Point[] = [];
  const add = (point: Point): number => nodes.push(point) - 1;
  const placeNode = Object.values(scenario.spaces).map((space) =>
    space.at === undefined ? -1 : add(middle(space.at, space.size)),
  );
  const outerNodes = outer.map(([id, door]) => ({ id, door, node: add(middle(door.at)) }));
  const wallsAt = ({ id, door, node }: (typeof outerNodes)[number]) =>
    [node, new WallIndex(opened(walls.segments, gaps([id, door])))] as const;
  for (const [, door] of inner) add(middle(door.at));
  for (const [gap] of spaceDoors) if (gap !== undefined) add(gap);
  for (const gap of innerGaps) for (const point of pointsBefore(gap, walls)) add(point);
  for (const corner of cornerPoints(walls)) add(corner);
  const nodesOf = (...uses: Door['use'][]) =>
    outerNodes.filter(({ door }) => uses.includes(door.use)).map(({ node }) => node);
  return {
    graph: visibilityGraph({ nodes, walls, outerDoors: new Map(outerNodes.map(wallsAt)) }),
    solid,
    placeNode,
    entrances: nodesOf('entrance', 'both'),
    exits: nodesOf('exit', 'both'),
    protectedExit: outerNodes.find(({ id }) => id === scenario.policy.protectedExit)?.node ?? -1,
    loose: doors.filter(([id]) => openings.get(id)?.length === 0).map(([id]) => id),
  };
}

/** By enclosed space with a door: the gaps that it makes. */
function doorsOfSpaces(scenario: Scenario, solid: readonly Segment[]): Opening[][] {
  return Object.values(scenario.spaces).flatMap((space) => {
    if (space.door === undefined || !isEnclosed(space, scenario)) return [];
    return [openingsOf(space.door, DOOR_WIDTH, solid)];
  });
}

function middle(
  [x, y]: readonly [number, number],
  [width, depth]: readonly [number, number] = [0, 0],
): Point {
  return { x: toMillimetres(x + width / 2), y: toMillimetres(y + depth / 2) };
}

function distances(
  { placeNode, entrances, exits }: Plan,
  ways: readonly (ShortestWays | null)[],
): Float64Array {
  const doors = placeNode.length;
  const places = doors + 1;
  const distance = new Float64Array(places * places);
  ways.forEach((way, space) => {
    if (way === null) return;
    // Only the later half of a row, and mirrored: a sum of lengths may depend on its order in the last bit.
    for (let to = space + 1; to < doors; to++) {
      const node = placeNode[to];
      const length = node < 0 ? 0 : way.distance[node];
      distance[space * places + to] = length;
      distance[to * places + space] = length;
    }
    distance[doors * places + space] = nearest(way, entrances).length;
    distance[space * places + doors] = nearest(way, exits).length;
  });
  return distance;
}

function exitDistances(
  { placeNode, protectedExit }: Plan,
  ways: readonly (ShortestWays | null)[],
): Float64Array {
  const metres = new Float64Array(placeNode.length + 1);
  ways.forEach((way, space) => {
    if (way !== null) metres[space] = way.distance[protectedExit];
  });
  return metres;
}

function nearest(way: ShortestWays, nodes: readonly number[]): { node: number; length: number } {
  let found = { node: -1, length: Number.POSITIVE_INFINITY };
  for (const node of nodes) {
    const length = way.distance[node];
    if (length < found.length) found = { node, length };
  }
  return found;
}

function path(
  { graph, placeNode, entrances, exits, protectedExit }: Plan,
  ways: readonly (ShortestWays | null)[],
  from: number,
  to: number,
): [number, number][] {
  const doors = placeNode.length;
  // Ways were sought from spaces; a way between two is that of the one that comes first, as its length is.
  const backwards = from === doors || (to < doors && to < from);
  const start = backwards ? to : from;
  const way = ways[start] ?? null;
  if (way === null) return [];
  const other = backwards ? from : to;
  const outside = () => nearest(way, backwards ? entrances : exits).node;
  const end = other > doors ? protectedExit : other === doors ? outside() : placeNode[other];
  const points = trace(graph, way, end);
  return backwards ? points : points.reverse();
}

/** From a node back to where the ways begin. */
function trace({ nodes }: VisibilityGraph, way: ShortestWays, node: number): [number, number][] {
  if (node < 0 || way.distance[node] === Number.POSITIVE_INFINITY) return [];
  const points: [number, number][] = [];
  for (let at = node; at >= 0; at = way.previous[at]) {
    const { x, y } = nodes[at];
    points.push([x / 1000, y / 1000]);
  }
  return points;
}

function planFindings(scenario: Scenario, { placeNode, entrances, exits, loose, solid }: Plan): Finding[] {
  const findings: Finding[] = [];
  if (entrances.length === 0)
    findings.push(error(['floor', 'doors'], 'has no entrance: no door of use entrance or both', 'key'));
  if (exits.length === 0)
    findings.push(error(['floor', 'doors'], 'has no exit: no door of use exit or both', 'key'));
  if (solid.length > 0) {
    for (const id of loose) findings.push(warning(['floor', 'doors', id, 'at'], 'is on no wall'));
  }
  Object.keys(scenario.spaces).forEach((id, space) => {
    if (placeNode[space] === -1)
      findings.push(warning(['spaces', id], 'has no place on the floor (at): walking there takes no time'));
  });
  return findings;
}

function reachFindings(scenario: Scenario, visitors: Explored, staff: Explored): Finding[] {
  const { plan } = visitors;
  const { entrances, exits, protectedExit } = plan;
  if (entrances.length === 0) return [];
  const cutOff: string[] = [];
  const findings = Object.entries(scenario.spaces).flatMap(([id, space], index) => {
    const walkers = isForStaff(space, scenario) ? staff : visitors;
    if (!isPlaced(walkers, index)) return [];
    if (!leadsTo(walkers, index, walkers.plan.entrances)) {
      const isStaffOnly = leadsTo(staff, index, staff.plan.entrances);
      const why = isStaffOnly ? ' but by doors of staff' : reason(scenario, plan, space);
      return [error(['spaces', id], `cannot be reached from the entrance${why}`)];
    }
    if (exits.length > 0 && !leadsTo(walkers, index, walkers.plan.exits)) {
      const why = leadsTo(staff, index, staff.plan.exits) ? ' but by doors of staff' : '';
      return [error(['spaces', id], `has no way to an exit${why}`)];
    }
    if (protectedExit >= 0 && !leadsTo(walkers, index, [walkers.plan.protectedExit])) cutOff.push(id);
    return [];
  });
  // What cannot be reached at all is not to be told of twice.
  if (findings.length === 0) findings.push(...partFindings(scenario, visitors, staff));
  if (cutOff.length === 0) return findings;
  const others = cutOff.length === 1 ? '' : ` (and ${cutOff.length - 1} more)`;
  const message = `cannot be reached from the space '${cutOff[0]}'${others}`;
  return [...findings, error(['policy', 'protectedExit'], message)];
}

/** Visitors' spaces between which there is no way but over the street: those that fewer others can be reached from. */
function partFindings(scenario: Scenario, visitors: Explored, staff: Explored): Finding[] {
  const ids = Object.keys(scenario.spaces);
  const parts: number[][] = [];
  Object.values(scenario.spaces).forEach((space, index) => {
    if (isForStaff(space, scenario) || !isPlaced(visitors, index)) return;
    const part = parts.find(([first]) => leadsTo(visitors, first, [visitors.plan.placeNode[index]]));
    if (part === undefined) parts.push([index]);
    else part.push(index);
  });
  const largest = parts.reduce((found, part) => (part.length > found.length ? part : found), parts[0] ?? []);
  const [first, ...others] = largest;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return parts.flatMap((part) => {
    if (part === largest) return [];
    const isStaffOnly = leadsTo(staff, first, [staff.plan.placeNode[part[0]]]);
    const message = `cannot be reached inside the house from '${ids[first]}'${more}${isStaffOnly ? ' but by doors of staff' : ''}`;
    return part.map((index) => error(['spaces', ids[index]], message));
  });
}

/** Whether no visitor ever goes there. */
function isForStaff({ type, timetable }: Space, { spaceTypes }: Scenario): boolean {
  return [type, ...timetable.map((entry) => entry.type)].every((one) => {
    const use = spaceTypes[one]?.use;
    return use === 'back-office' || use === 'closed';
  });
}

const isPlaced = ({ ways }: Explored, space: number): boolean => (ways[space] ?? null) !== null;

function leadsTo({ ways }: Explored, space: number, nodes: readonly number[]): boolean {
  const way = ways[space] ?? null;
  return way !== null && nearest(way, nodes).length < Number.POSITIVE_INFINITY;
}

/** What the planner may have overlooked. */
function reason(scenario: Scenario, { solid }: Plan, space: Space): string {
  const enclosed = isEnclosed(space, scenario);
  if (enclosed && space.door === undefined) return ': it has walls, but no door';
  if (enclosed && space.door !== undefined && openingsOf(space.door, DOOR_WIDTH, solid).length === 0)
    return ': its door is not on its outline';
  const { x, y } = middle(space.at ?? [0, 0], space.size);
  return solid.some((wall) => distanceTo(x, y, wall) < 1) ? ': a wall goes through its middle' : '';
}
