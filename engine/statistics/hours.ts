/**
 * Hours of the day: which one a time is in, and how a stretch of time divides over them.
 */
import { HOURS } from './scopes.ts';

const HOUR = 3600;

/** The hour of the day, 0 to 23, of a time in seconds after midnight, not before it. */
export function hourOf(time: number): number {
  // As an int32, whose remainder takes a processor far less time than that of a floating-point number.
  return ((time / HOUR) | 0) % HOURS;
}

/** Adds the seconds from `from` to `to`, times a weight, to the slots of the hours that they fall into. */
export function addByHour(row: Float64Array, offset: number, from: number, to: number, weight: number): void {
  let at = from;
  while (at < to) {
    const hour = (at / HOUR) | 0;
    const next = Math.min(to, (hour + 1) * HOUR);
    row[offset + (hour % HOURS)] += (next - at) * weight;
    at = next;
  }
}
