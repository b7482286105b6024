/** Lanes one below the other: in each a share or an amount over time, with its name over it. */
import * as d3 from 'd3';
import type { Highlighted } from '../app/state.ts';
import { fitted } from '../floor/labels.ts';
import { AXIS, type TimeScale } from '../timeline/time-axis.ts';
import { type ChartKey, type Group, isSame } from './chart.ts';

export const LANE = 32;
/** Of it, for the name. */
const NAME = 12;
/** Pixels for one piece of the shape. */
const PIECE = 2;

export interface Lane {
  readonly key: ChartKey;
  /** From 0 to 1, of a piece of the day; null where there is none, as of clerks of whom nobody is on duty. */
  share(from: number, to: number): number | null;
}

export const laneAt = (lanes: readonly Lane[], y: number, height = LANE): Highlighted | null =>
  lanes[Math.floor(y / height)]?.key.of ?? null;

/** Cuts the lanes into `pieces` where given, and else as finely as can be seen. */
export function drawLanes(
  group: Group,
  lanes: readonly Lane[],
  scale: TimeScale,
  width: number,
  pieces: readonly (readonly [number, number])[] | null = null,
  height = LANE,
): d3.Selection<SVGGElement, Lane, SVGGElement, unknown> {
  const cuts = pieces ?? fineCuts(scale);
  group.selectAll('*').remove();
  const rows = group
    .selectAll<SVGGElement, Lane>('g.chart-lane')
    .data(lanes)
    .join('g')
    .attr('class', 'chart-lane')
    .attr('transform', (_, lane) => `translate(0,${lane * height})`);
  rows
    .append('line')
    .attr('class', 'grid')
    .attr('x1', AXIS.left)
    .attr('x2', width - AXIS.right)
    .attr('y1', height - 0.5)
    .attr('y2', height - 0.5);
  rows
    .append('path')
    .attr('class', 'share')
    .attr('d', ({ share }) => shape(cuts, share, scale, pieces !== null, height));
  rows
    .append('path')
    .attr('class', 'usable')
    .attr('d', ({ share }) => (pieces === null ? baseline(cuts, share, scale, height) : ''));
  return rows;
}

/** Writes the name of each lane over it; the end of one that is too long is in the facts beside. */
export function nameLanes(labels: Group, lanes: readonly Lane[], width: number, height = LANE): void {
  const names = labels
    .selectAll<SVGTextElement, Lane>('text')
    .data(lanes)
    .join('text')
    .attr('class', 'lane-name over')
    .attr('x', AXIS.left + 2)
    .attr('y', (_, lane) => lane * height + NAME - 2)
    .text(({ key }) => key.name);
  names.each(function shorten({ key: { name } }) {
    const text = fitted([name], width - AXIS.left - AXIS.right, (one) => {
      this.textContent = one;
      return this.getComputedTextLength();
    });
    this.textContent = text ?? '';
  });
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

const topOf = (share: number, height: number): number => height - 1 - share * (height - NAME - 1);

function shape(
  cuts: readonly (readonly [number, number])[],
  share: Lane['share'],
  scale: TimeScale,
  isApart: boolean,
  height: number,
): string {
  return cuts
    .map(([from, to]) => {
      const value = share(from, to) ?? 0;
      if (value <= 0) return '';
      const [x0, x1] = [scale(from), scale(to) - (isApart ? 1 : 0)];
      return x1 <= x0
        ? ''
        : `M${round(x0)},${height - 1}V${round(topOf(value, height))}H${round(x1)}V${height - 1}z`;
    })
    .join('');
}

/** Where there is a share at all. */
function baseline(
  cuts: readonly (readonly [number, number])[],
  share: Lane['share'],
  scale: TimeScale,
  height: number,
): string {
  return cuts
    .map(([from, to]) =>
      share(from, to) === null ? '' : `M${round(scale(from))},${height - 1}H${round(scale(to))}`,
    )
    .join('');
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
