/** Lanes one below the other: in each a share or an amount over time, with its name over it. */
import * as d3 from 'd3';
import type { Highlighted } from '../app/state.ts';
import { AXIS, type TimeScale } from '../timeline/time-axis.ts';
import { type ChartKey, type Group, isSame } from './chart.ts';

export const LANE = 30;
/** Of it, for the name. */
const NAME = 12;
/** Pixels for one piece of the shape. */
const PIECE = 2;

export interface Lane {
  readonly key: ChartKey;
  /** From 0 to 1, of a piece of the day; null where there is none, as of clerks of whom nobody is on duty. */
  share(from: number, to: number): number | null;
}

export const laneAt = (lanes: readonly Lane[], y: number): Highlighted | null =>
  lanes[Math.floor(y / LANE)]?.key.of ?? null;

/** Cuts the lanes into `pieces` where given, and else as finely as can be seen. */
export function drawLanes(
  group: Group,
  lanes: readonly Lane[],
  scale: TimeScale,
  width: number,
  pieces: readonly (readonly [number, number])[] | null = null,
): d3.Selection<SVGGElement, Lane, SVGGElement, unknown> {
  const cuts = pieces ?? fineCuts(scale);
  group.selectAll('*').remove();
  const rows = group
    .selectAll<SVGGElement, Lane>('g.lane')
    .data(lanes)
    .join('g')
    .attr('class', 'lane')
    .attr('transform', (_, lane) => `translate(0,${lane * LANE})`);
  rows
    .append('line')
    .attr('class', 'grid')
    .attr('x1', AXIS.left)
    .attr('x2', width - AXIS.right)
    .attr('y1', LANE - 0.5)
    .attr('y2', LANE - 0.5);
  rows
    .append('path')
    .attr('class', 'share')
    .attr('d', ({ share }) => shape(cuts, share, scale, pieces !== null));
  rows
    .append('path')
    .attr('class', 'usable')
    .attr('d', ({ share }) => (pieces === null ? baseline(cuts, share, scale) : ''));
  rows
    .append('text')
    .attr('class', 'lane-name over')
    .attr('x', AXIS.left + 2)
    .attr('y', NAME - 2)
    .text(({ key }) => key.name);
  return rows;
}

export function markLanes(
  rows: d3.Selection<SVGGElement, Lane, SVGGElement, unknown> | null,
  kind: Highlighted['kind'],
  highlighted: Highlighted | null,
): void {
  rows?.classed('is-faint', ({ key }) => highlighted?.kind === kind && !isSame(key.of, highlighted));
}

function fineCuts(scale: TimeScale): [number, number][] {
  const [left = 0, right = 0] = scale.range();
  return d3
    .range(left, right, PIECE)
    .map((pixel) => [scale.invert(pixel), scale.invert(Math.min(right, pixel + PIECE))]);
}

const heightOf = (share: number): number => LANE - 1 - share * (LANE - NAME - 1);

function shape(
  cuts: readonly (readonly [number, number])[],
  share: Lane['share'],
  scale: TimeScale,
  isApart: boolean,
): string {
  return cuts
    .map(([from, to]) => {
      const value = share(from, to) ?? 0;
      if (value <= 0) return '';
      const [x0, x1] = [scale(from), scale(to) - (isApart ? 1 : 0)];
      return x1 <= x0 ? '' : `M${round(x0)},${LANE - 1}V${round(heightOf(value))}H${round(x1)}V${LANE - 1}z`;
    })
    .join('');
}

/** Where there is a share at all. */
function baseline(
  cuts: readonly (readonly [number, number])[],
  share: Lane['share'],
  scale: TimeScale,
): string {
  return cuts
    .map(([from, to]) =>
      share(from, to) === null ? '' : `M${round(scale(from))},${LANE - 1}H${round(scale(to))}`,
    )
    .join('');
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
