/**
 * The corners that somebody may have to walk round: wall ends, and the outer side of bends. The way round one
 * leads through a point a little off it, since a person is not a point.
 */
import { distanceTo, type Segment } from './segment.ts';
import type { WallIndex } from './wall-index.ts';
import type { Opening } from './walls.ts';

/** How far from a wall's end people walk round it, in metres; a passage of less than twice this is none. */
export const CLEARANCE = 0.25;

/** The same in mm. */
const REACH = CLEARANCE * 1000;

/** From along a wall to straight away from it, in radians. */
const SIDEWAYS = Math.PI / 2;

/** Two walls that part by less than this angle, in radians, go straight on. */
const STRAIGHT = 1e-9;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A corner of walls, and the point a little off it through which the way round it leads; in mm. */
export interface Corner {
  readonly end: Point;
  readonly point: Point;
}

/** The points, in mm, through which people round the walls' corners. */
export const cornerPoints = (walls: WallIndex): Point[] =>
  cornersOf(walls, CLEARANCE).map(({ point }) => point);

/** The corners for what keeps so many metres clear of walls. */
export function cornersOf(walls: WallIndex, clearance: number): Corner[] {
  const ends = new Map<string, Point>();
  for (const { ax, ay, bx, by } of walls.segments) {
    ends.set(`${ax},${ay}`, { x: ax, y: ay });
    ends.set(`${bx},${by}`, { x: bx, y: by });
  }
  return [...ends.values()].flatMap((end) => roundEnd(end, walls, clearance * 1000));
}

/** The corners in the widest of the angles between the walls at this end, if it is wider than a straight line. */
function roundEnd(end: Point, walls: WallIndex, reach: number): Corner[] {
  const angles = walls
    .around(end.x, end.y, 0)
    .flatMap((wall) => directions(wall, end.x, end.y))
    .sort((a, b) => a - b);
  let widest = 0;
  let start = 0;
  angles.forEach((angle, k) => {
    const next = angles[k + 1] ?? angles[0] + 2 * Math.PI;
    if (next - angle > widest) {
      widest = next - angle;
      start = angle;
    }
  });
  if (widest <= Math.PI + STRAIGHT) return [];
  const cornersAt = (direction: number) =>
    beside(end, direction, walls, reach).map((point) => ({ end, point }));
  const middle = cornersAt(start + widest / 2);
  if (middle.length === 0 || widest <= 3 * SIDEWAYS + STRAIGHT) return middle;
  // Where a wall ends, the point straight on is in line with it, and from there nobody can go along another wall in the
  // same line, as from one door of a row to the next: that goes by the points beside the end.
  const sides = [start + SIDEWAYS, start + widest - SIDEWAYS];
  return [...middle, ...sides.flatMap(cornersAt)];
}

/**
 * The points straight before a door on either side. A door that is narrower than two clearances needs them: there is
 * none round its jambs.
 */
export function pointsBefore({ x, y, dx, dy, half }: Opening, walls: WallIndex): Point[] {
  if (half >= REACH) return [];
  const outwards = Math.atan2(dx, -dy);
  return [outwards, outwards + Math.PI].flatMap((direction) => beside({ x, y }, direction, walls, REACH));
}

/** The point at the clearance from another in this direction; none where a wall is nearer. */
function beside({ x, y }: Point, direction: number, walls: WallIndex, reach: number): Point[] {
  const point = {
    x: Math.round(x + reach * Math.cos(direction)),
    y: Math.round(y + reach * Math.sin(direction)),
  };
  // A millimetre less, for the rounding.
  const tight = walls.around(point.x, point.y, reach).some((wall) => isNear(point, wall, reach - 1));
  return tight ? [] : [point];
}

const isNear = ({ x, y }: Point, wall: Segment, reach: number): boolean => distanceTo(x, y, wall) < reach;

/** In which directions, in radians, the wall leaves the point: none, one from an end of it, two from within. */
function directions({ ax, ay, bx, by }: Segment, x: number, y: number): number[] {
  if (distanceTo(x, y, { ax, ay, bx, by }) > 0.5) return [];
  const found: number[] = [];
  if (ax !== x || ay !== y) found.push(Math.atan2(ay - y, ax - x));
  if (bx !== x || by !== y) found.push(Math.atan2(by - y, bx - x));
  return found;
}
