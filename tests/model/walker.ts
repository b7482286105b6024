/**
 * A second way to find shortest ways, which shares the walls with the first and nothing else: a round walker of some
 * radius, who keeps that far from every wall on all of the way, and goes from point to point round all wall ends. Slow, and for small floors.
 */
import { distanceTo, type Segment } from '../../engine/model/segment.ts';
import { DOOR_WIDTH, isEnclosed, opened, openingsOf, solidWalls } from '../../engine/model/walls.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How many points there are round an end. */
const ROUND = 12;
/** They are this much further off than the radius, so that the line from one to the next is not nearer. */
const OUTSIDE = 1 / Math.cos(Math.PI / ROUND);
/** In mm, for the rounding. */
const SLACK = 0.5;

/** Metres by from × spaces + to, between the middles of spaces; infinite where such a walker cannot go. */
export function walkerDistances(scenario: Scenario, radius: number): number[] {
  const walls = wallsOf(scenario);
  const clearance = radius * 1000 - SLACK;
  const isClear = (point: Point) => walls.every((wall) => distanceTo(point.x, point.y, wall) >= clearance);
  const middles = Object.values(scenario.spaces).map(({ at: [x, y] = [0, 0], size: [w, d] = [0, 0] }) => ({
    x: 1000 * (x + w / 2),
    y: 1000 * (y + d / 2),
  }));
  const ends = new Map<string, Point>();
  for (const { ax, ay, bx, by } of walls)
    for (const [x, y] of [
      [ax, ay],
      [bx, by],
    ])
      ends.set(`${x} ${y}`, { x, y });
  const nodes = [
    ...middles,
    ...[...ends.values()].flatMap((end) => pointsRound(end, radius * 1000 * OUTSIDE)).filter(isClear),
  ];
  const steps = nodes.map(() => [] as [number, number][]);
  nodes.forEach((from, a) => {
    for (let b = a + 1; b < nodes.length; b++) {
      const way = { ax: from.x, ay: from.y, bx: nodes[b].x, by: nodes[b].y };
      if (walls.some((wall) => isNearer(way, wall, clearance))) continue;
      const metres = Math.hypot(way.bx - way.ax, way.by - way.ay) / 1000;
      steps[a].push([b, metres]);
      steps[b].push([a, metres]);
    }
  });
  return middles.flatMap((_, space) => dijkstra(steps, space).slice(0, middles.length));
}

/** Walls with inner doors and those of spaces open. */
export function wallsOf(scenario: Scenario): Segment[] {
  const solid = solidWalls(scenario);
  const inner = Object.values(scenario.floor?.doors ?? {}).filter(({ use }) => use === 'inner');
  const ofSpaces = Object.values(scenario.spaces).filter((space) => isEnclosed(space, scenario));
  return opened(solid, [
    ...inner.flatMap(({ at, width }) => openingsOf(at, width, solid)),
    ...ofSpaces.flatMap(({ door }) => (door === undefined ? [] : openingsOf(door, DOOR_WIDTH, solid))),
  ]);
}

function pointsRound({ x, y }: Point, radius: number): Point[] {
  return Array.from({ length: ROUND }, (_, k) => {
    const angle = ((k + 0.5) * 2 * Math.PI) / ROUND;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

/** Whether two lines come nearer to each other than this: they cross, or an end of one is that near to the other. */
function isNearer(one: Segment, other: Segment, clearance: number): boolean {
  if (Math.min(one.ax, one.bx) - clearance > Math.max(other.ax, other.bx)) return false;
  if (Math.max(one.ax, one.bx) + clearance < Math.min(other.ax, other.bx)) return false;
  if (Math.min(one.ay, one.by) - clearance > Math.max(other.ay, other.by)) return false;
  if (Math.max(one.ay, one.by) + clearance < Math.min(other.ay, other.by)) return false;
  return (
    distanceTo(one.ax, one.ay, other) < clearance ||
    distanceTo(one.bx, one.by, other) < clearance ||
    distanceTo(other.ax, other.ay, one) < clearance ||
    distanceTo(other.bx, other.by, one) < clearance ||
    crosses(one, other)
  );
}

/** Whether each of two lines has its ends on different sides of the other. */
export const crosses = (one: Segment, other: Segment): boolean =>
  isParted(one, other) && isParted(other, one);

/** Whether the ends of one are on different sides of the other. */
function isParted({ ax, ay, bx, by }: Segment, line: Segment): boolean {
  const side = (x: number, y: number) =>
    (line.bx - line.ax) * (y - line.ay) - (line.by - line.ay) * (x - line.ax);
  return side(ax, ay) > 0 !== side(bx, by) > 0;
}

function dijkstra(steps: readonly (readonly [number, number])[][], source: number): number[] {
  const metres = steps.map((_, node) => (node === source ? 0 : Number.POSITIVE_INFINITY));
  const open = new Set(steps.keys());
  while (open.size > 0) {
    const nearest = [...open].reduce((found, node) => (metres[node] < metres[found] ? node : found));
    open.delete(nearest);
    for (const [to, step] of steps[nearest]) metres[to] = Math.min(metres[to], metres[nearest] + step);
  }
  return metres;
}
