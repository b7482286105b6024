/**
 * Where on the floor time is spent over a stretch of the day: person-minutes by cell of a grid. `presence` is of all inside,
 * `waiting` of those who have joined a queue and not been called, `exposure` of all that is perceived, times people and
 * probability.
 */
import { EVENT_KIND } from '../../engine/recording/events.ts';
import type { Heat } from '../app/state.ts';
import type { FloorPlan } from '../engine/floor-plan.ts';
import { listOf } from '../replay/ragged.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { addExposure } from './heat-exposure.ts';

export interface HeatMap {
  /** In metres: the lower left corner, and the side of a cell. */
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  /** Person-minutes, from below upwards. */
  readonly minutes: Float64Array;
  /** Person-minutes at places that are not known. */
  readonly elsewhere: number;
}

/** In metres; larger where there would be too many cells. */
const STEP = 0.5;
const CELLS_MAX = 60_000;
const MINUTE = 60;

export class HeatGrid implements HeatMap {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  readonly minutes: Float64Array;
  elsewhere = 0;

  constructor({ x, y, width, depth }: FloorPlan['bounds']) {
    this.x = x;
    this.y = y;
    this.step = Math.max(STEP, Math.sqrt((width * depth) / CELLS_MAX));
    this.columns = Math.ceil(width / this.step);
    this.rows = Math.ceil(depth / this.step);
    this.minutes = new Float64Array(this.columns * this.rows);
  }

  add(x: number, y: number, seconds: number): void {
    const column = Math.floor((x - this.x) / this.step);
    const row = Math.floor((y - this.y) / this.step);
    if (!(column >= 0 && row >= 0 && column < this.columns && row < this.rows)) return;
    this.minutes[row * this.columns + column] += seconds / MINUTE;
  }
}

/** From one time to another, in seconds after midnight; no exposure as long as privacy is not known. */
export function heatOf(
  kind: Exclude<Heat, 'none'>,
  day: ReplayDay,
  plan: FloorPlan,
  from: number,
  to: number,
): HeatMap {
  const grid = new HeatGrid(plan.bounds);
  if (kind === 'exposure') {
    if (day.privacy !== null) addExposure(grid, day.privacy, plan, from, to);
  } else if (kind === 'presence')
    for (let row = 0; row < day.visitors.length; row++)
      addWhile(grid, day, row, Math.max(from, day.arrival[row]), Math.min(to, day.departure[row], day.to));
  else for (let row = 0; row < day.visitors.length; row++) addWaits(grid, day, row, from, to);
  return grid;
}

/** Where the visitor is between two times; its ways in pieces no longer than a cell. */
function addWhile(
  grid: HeatGrid,
  { motion, departure, to: end }: ReplayDay,
  row: number,
  from: number,
  to: number,
): void {
  if (to <= from) return;
  const { starts, time, x, y } = motion;
  for (let knot = starts[row]; knot < starts[row + 1]; knot++) {
    const isLast = knot + 1 === starts[row + 1];
    const begins = time[knot];
    const ends = isLast ? Math.min(departure[row], end) : time[knot + 1];
    const seconds = Math.min(to, ends) - Math.max(from, begins);
    if (seconds <= 0) continue;
    const [dx, dy] = isLast ? [0, 0] : [x[knot + 1] - x[knot], y[knot + 1] - y[knot]];
    const pieces = Math.max(1, Math.ceil(Math.hypot(dx, dy) / grid.step));
    for (let piece = 0; piece < pieces; piece++) {
      const middle = Math.max(from, begins) + ((piece + 0.5) / pieces) * seconds;
      const share = ends > begins ? (middle - begins) / (ends - begins) : 0;
      grid.add(x[knot] + share * dx, y[knot] + share * dy, seconds / pieces);
    }
  }
}

function addWaits(grid: HeatGrid, day: ReplayDay, row: number, from: number, to: number): void {
  const { kind, time } = day.events;
  let since = Number.NaN;
  for (const event of listOf(day.ofVisitor, row)) {
    switch (kind[event]) {
      case EVENT_KIND.waits:
        since = time[event];
        break;
      case EVENT_KIND.called:
      case EVENT_KIND['gives-up']:
      case EVENT_KIND.leaves:
        if (!Number.isNaN(since)) addWhile(grid, day, row, Math.max(from, since), Math.min(to, time[event]));
        since = Number.NaN;
        break;
    }
  }
  if (!Number.isNaN(since)) addWhile(grid, day, row, Math.max(from, since), Math.min(to, day.to));
}

/** By space: person-minutes in the cells whose middle is in it; in the smallest where places lie over each other. */
export function minutesBySpace(map: HeatMap, { spaces }: FloorPlan): Float64Array {
  const sums = new Float64Array(spaces.length);
  const bySize = spaces
    .map((_, space) => space)
    .sort((a, b) => spaces[a].width * spaces[a].depth - spaces[b].width * spaces[b].depth);
  map.minutes.forEach((minutes, cell) => {
    if (minutes === 0) return;
    const x = map.x + ((cell % map.columns) + 0.5) * map.step;
    const y = map.y + (Math.floor(cell / map.columns) + 0.5) * map.step;
    const found = bySize.find((space) => {
      const one = spaces[space];
      return x >= one.x && y >= one.y && x <= one.x + one.width && y <= one.y + one.depth;
    });
    if (found !== undefined) sums[found] += minutes;
  });
  return sums;
}
