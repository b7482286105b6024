/** The one axis of time that the timeline and all charts share, so that a moment is above itself. */
import * as d3 from 'd3';
import type { ReplayDay } from '../replay/replay-day.ts';
import type { Format } from '../words/format.ts';

/** Pixels left and right of the day, in every picture that has this axis. */
export const AXIS = { left: 76, right: 20, height: 20 } as const;
const LEAST_WIDTH = 240;
/** Pixels for one label. */
const LABEL = 44;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const STEPS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  48 * HOUR,
  120 * HOUR,
] as const;

export type TimeScale = d3.ScaleLinear<number, number>;

/** From times of the day to pixels. */
export function timeScale({ from, to }: Pick<ReplayDay, 'from' | 'to'>): TimeScale {
  return d3.scaleLinear([from, Math.max(to, from + MINUTE)], [AXIS.left, LEAST_WIDTH]).clamp(true);
}

/** Fits the scale to a picture of this width, and returns the width that it has. */
export function fitTo(scale: TimeScale, width: number): number {
  const wide = Math.max(LEAST_WIDTH, Math.floor(width));
  scale.range([AXIS.left, wide - AXIS.right]);
  return wide;
}

/** Round times, as many as there is room for. */
export function roundTimes(scale: TimeScale): number[] {
  const [from = 0, to = 0] = scale.domain();
  const [left = 0, right = 0] = scale.range();
  const room = Math.max(1, (right - left) / LABEL);
  const longest = STEPS.at(-1) ?? HOUR;
  const step =
    STEPS.find((one) => (to - from) / one <= room) ?? longest * Math.ceil((to - from) / longest / room);
  return d3.range(Math.ceil(from / step) * step, to + 1, step);
}

/** Writes the axis into a group that is put where it belongs. */
export function drawTimeAxis(
  group: d3.Selection<SVGGElement, unknown, null, undefined>,
  scale: TimeScale,
  format: Format,
): void {
  group
    .attr('class', 'axis')
    .call(
      d3
        .axisBottom(scale)
        .tickValues(roundTimes(scale))
        .tickFormat((seconds) => format.time(Number(seconds)))
        .tickSizeOuter(0),
    )
    .attr('font-family', null);
}
