/** Who is inside, and where, at a moment of a day. */
import { listOf } from './ragged.ts';
import { PRESENT_STRETCH, type ReplayDay } from './replay-day.ts';

/** Where the visitor in a row is; used anew by the next call. */
export interface Position {
  x: number;
  y: number;
  /** Of the movement, in metres a second; 0 where the visitor stays. */
  dx: number;
  dy: number;
}

export const newPosition = (): Position => ({ x: Number.NaN, y: Number.NaN, dx: 0, dy: 0 });

/** Calls `visit` with the row of each visitor who is inside at the time, in the order of arrival within a stretch. */
export function visitInside(day: ReplayDay, time: number, visit: (row: number) => void): void {
  const { from, arrival, departure, present } = day;
  if (time < from) return;
  const last = present.starts.length - 2;
  const stretch = Math.min(last, Math.floor((time - from) / PRESENT_STRETCH));
  for (const row of listOf(present, stretch)) if (time < departure[row]) visit(row);
  const begin = from + stretch * PRESENT_STRETCH;
  for (let row = firstAfter(arrival, begin); row < arrival.length && arrival[row] <= time; row++)
    if (time < departure[row]) visit(row);
}

/** Writes where the visitor is at the time; NaN where it is at no place that is drawn, or has not come. */
export function locate({ motion }: ReplayDay, row: number, time: number, to: Position): Position {
  const knot = lastUntil(motion.time, motion.starts[row], motion.starts[row + 1], time);
  to.dx = to.dy = 0;
  if (knot < motion.starts[row]) {
    to.x = to.y = Number.NaN;
    return to;
  }
  to.x = motion.x[knot];
  to.y = motion.y[knot];
  const next = knot + 1;
  if (next >= motion.starts[row + 1]) return to;
  const span = motion.time[next] - motion.time[knot];
  const [wayX, wayY] = [motion.x[next] - to.x, motion.y[next] - to.y];
  // A stay and the start of the next way are two knots at the same point.
  if (span <= 0 || (wayX === 0 && wayY === 0)) return to;
  const share = (time - motion.time[knot]) / span;
  to.x += share * wayX;
  to.y += share * wayY;
  to.dx = wayX / span;
  to.dy = wayY / span;
  return to;
}

/** The last index in [from, to) whose value is not above the limit; `from` - 1 where there is none. */
export function lastUntil(sorted: ArrayLike<number>, from: number, to: number, limit: number): number {
  let low = from - 1;
  let high = to;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= limit) low = middle;
    else high = middle;
  }
  return low;
}

const firstAfter = (sorted: Float64Array, limit: number): number =>
  lastUntil(sorted, 0, sorted.length, limit) + 1;
