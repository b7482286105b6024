/**
 * The corners that somebody may have to walk round: wall ends, and the outer side of bends. The way round one
 * leads through a point a little off it, since a person is not a point.
 */
import { distanceTo, type Segment } from './segment.ts';
import type { WallIndex } from './wall-index.ts';

/** How far from a wall's end people walk round it, in metres; a passage of less than twice this is none. */
export const CLEARANCE = 0.25;

/** Two walls that part by less than this angle, in radians, go straight on. */
const STRAIGHT = 1e-9;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The points, in mm, through which people round the walls' corners. */
export function cornerPoints(walls: WallIndex): Point[] {
  const ends = new Map<string, Point>();
  for (const { ax, ay, bx, by } of walls.segments) {
    ends.set(`${ax},${ay}`, { x: ax, y: ay });
    ends.set(`${bx},${by}`, { x: bx, y: by });
  }
  return [...ends.values()].flatMap((end) => roundEnd(end, walls));
}

/** The point in the widest of the angles between the walls at this end, if it is wider than a straight line. */
function roundEnd({ x, y }: Point, walls: WallIndex): Point[] {
  const angles = walls
    .around(x, y, 0)
    .flatMap((wall) => directions(wall, x, y))
    .sort((a, b) => a - b);
  let widest = 0;
  let middle = 0;
  angles.forEach((angle, k) => {
    const next = angles[k + 1] ?? angles[0] + 2 * Math.PI;
    if (next - angle > widest) {
      widest = next - angle;
      middle = angle + widest / 2;
    }
  });
  if (widest <= Math.PI + STRAIGHT) return [];
  const reach = CLEARANCE * 1000;
  const point = {
    x: Math.round(x + reach * Math.cos(middle)),
    y: Math.round(y + reach * Math.sin(middle)),
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
