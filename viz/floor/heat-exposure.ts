/**
 * All exposure of a stretch of the day on a grid, conflict or not. How much there is, and of what is where, is told by the
 * observer of privacy, to the minute. From where it is perceived is known of conflicts: they are there; what has stayed below
 * the limits is where the private thing is.
 */

import type { FloorPlan } from '../engine/floor-plan.ts';
import { type DayPrivacy, isCut } from '../replay/day-privacy.ts';
import { pointAt } from '../replay/vantage-columns.ts';
import type { HeatGrid } from './heat.ts';

const MINUTE = 60;

/** Where too many conflicts are kept as totals alone: of the whole day. */
export function addExposure(
  grid: HeatGrid,
  privacy: DayPrivacy,
  plan: FloorPlan,
  from: number,
  to: number,
): void {
  const whole = isCut(privacy);
  const told = whole
    ? exposureIn(privacy, plan.spaces.length, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    : exposureIn(privacy, plan.spaces.length, from, to);
  const place = placing(grid, privacy, plan);
  if (whole) addTotals(privacy, told, place);
  else addConflicts(privacy, told, from, to, place);
}

/** By space + 1: person-seconds between two times; those of a minute are spread evenly over it. */
function exposureIn({ exposure: { places } }: DayPrivacy, spaces: number, from: number, to: number) {
  const sums = new Float64Array(spaces + 1);
  places.minute.forEach((minute, row) => {
    const begin = minute * MINUTE;
    const within = Math.min(to, begin + MINUTE) - Math.max(from, begin);
    if (within > 0) sums[places.space[row] + 1] += (places.seconds[row] * within) / MINUTE;
  });
  return sums;
}

type Place = (vantage: number, space: number, seconds: number) => void;

/** On the grid where it is known, and beside it where not. */
function placing(grid: HeatGrid, { vantages }: DayPrivacy, { spaces }: FloorPlan): Place {
  return (vantage, space, seconds) => {
    const point = vantages === null ? null : pointAt(vantages, vantage);
    if (point !== null) grid.add(point.x, point.y, seconds);
    else if (spaces[space] !== undefined) grid.add(...spaces[space].visitorAt, seconds);
    else grid.elsewhere += seconds / MINUTE;
  };
}

/**
 * Of a conflict that goes on beyond the stretch, the share of it that lies within. It is spread evenly there, and its people
 * and probability are those of its last moment, so that those of a space may come to more than there has been: then they are
 * lessened, all by the same factor.
 */
function addConflicts(
  { conflicts }: DayPrivacy,
  told: Float64Array,
  from: number,
  to: number,
  place: Place,
): void {
  const within = new Float64Array(conflicts.length);
  const sums = new Float64Array(told.length);
  for (let row = 0; row < conflicts.length; row++) {
    const [begin, end] = [conflicts.from[row], conflicts.to[row]];
    const length = end - begin;
    const inside = Math.min(to, end) - Math.max(from, begin);
    if (inside < 0 || (inside === 0 && length > 0)) continue;
    const share = length > 0 ? inside / length : 1;
    within[row] = conflicts.seconds[row] * share * conflicts.persons[row] * conflicts.probability[row];
    sums[conflicts.space[row] + 1] += within[row];
  }
  const scale = told.map((seconds, at) => (sums[at] > seconds ? seconds / sums[at] : 1));
  within.forEach((seconds, row) => {
    const space = conflicts.space[row];
    if (seconds > 0) place(conflicts.vantage[row], space, seconds * scale[space + 1]);
  });
  told.forEach((seconds, at) => {
    const rest = seconds - sums[at];
    if (rest > 0) place(-1, at - 1, rest);
  });
}

/** Whose the conflicts are is not kept: what is not of them is where all exposure is, in its shares. */
function addTotals({ totals }: DayPrivacy, told: Float64Array, place: Place): void {
  const all = told.reduce((sum, seconds) => sum + seconds, 0);
  const ofConflicts = [totals.fromVantage, totals.inSpace]
    .flatMap((some) => Array.from(some))
    .reduce((sum, seconds) => sum + seconds, 0);
  const scale = ofConflicts > all ? all / ofConflicts : 1;
  totals.fromVantage.forEach((seconds, vantage) => {
    if (seconds > 0) place(vantage, -1, seconds * scale);
  });
  totals.inSpace.forEach((seconds, space) => {
    if (seconds > 0) place(-1, space, seconds * scale);
  });
  const rest = all - ofConflicts * scale;
  if (rest <= 0) return;
  told.forEach((seconds, at) => {
    if (seconds > 0) place(-1, at - 1, (rest * seconds) / all);
  });
}
