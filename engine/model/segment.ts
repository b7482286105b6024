/**
 * Segments of a floor plan in whole millimetres. Up to 33 km across, whether two of them meet is decided exactly,
 * because no product of differences of such coordinates needs more than the 53 bits of a number.
 */

/** From (ax, ay) to (bx, by), in mm; a line of walls and of sight alike. */
export interface Segment {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** Metres to whole millimetres. */
export const toMillimetres = (metres: number): number => Math.round(metres * 1000);

export const lengthOf = ({ ax, ay, bx, by }: Segment): number => Math.hypot(bx - ax, by - ay);

/** Twice the signed area of the triangle p, q, r: 0 where they are on one line. */
export const area = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
  (qx - px) * (ry - py) - (qy - py) * (rx - px);

/** Whether both are beyond the line, on the same side of it. */
const sameSide = (first: number, second: number): boolean =>
  (first > 0 && second > 0) || (first < 0 && second < 0);

/** Whether the segment from p to q and the wall have a point in common; an end that touches counts. */
export function meets(px: number, py: number, qx: number, qy: number, wall: Segment): boolean {
  const { ax, ay, bx, by } = wall;
  if (Math.max(px, qx) < Math.min(ax, bx) || Math.max(ax, bx) < Math.min(px, qx)) return false;
  if (Math.max(py, qy) < Math.min(ay, by) || Math.max(ay, by) < Math.min(py, qy)) return false;
  if (sameSide(area(px, py, qx, qy, ax, ay), area(px, py, qx, qy, bx, by))) return false;
  return !sameSide(area(ax, ay, bx, by, px, py), area(ax, ay, bx, by, qx, qy));
}

/** The distance in mm from a point to the nearest point of a segment. */
export function distanceTo(x: number, y: number, segment: Segment): number {
  const { ax, ay, bx, by } = segment;
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / squared;
  const within = Math.min(1, Math.max(0, along));
  return Math.hypot(ax + within * dx - x, ay + within * dy - y);
}
