/**
 * What a chart of the day is made of. The frame round it (`chartView`) does what all have in common: the axis, pointing, the
 * stretch, the facts beside it, the table behind it and the files.
 */
import type * as d3 from 'd3';
import type { Highlighted } from '../app/state.ts';
import type { DataTable } from '../tables/data-table.ts';
import type { TimeScale } from '../timeline/time-axis.ts';
import type { StretchFigures } from './stretch-figures.ts';

export type Group = d3.Selection<SVGGElement, unknown, null, undefined>;

/** One of the things that a chart tells apart. */
export interface ChartKey {
  /** Null for all together. */
  readonly of: Highlighted | null;
  readonly name: string;
  /** As CSS has it; null where a place tells them apart. */
  readonly colour: string | null;
  /** A path round (0, 0) that marks it beside the colour. */
  readonly symbol: string | null;
}

export interface ChartSpec {
  /** In file names and links within the page. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what is drawn, in which unit. */
  readonly explanation: string;
  /** Of the picture without its axis, in pixels. */
  readonly height: number;
  /** In the order in which they are drawn from the bottom, or from the top of lanes. */
  readonly keys: readonly ChartKey[];
  /** What stands at the head of the column of the moment. */
  readonly momentTitle: string;
  /** What the figures of the stretch and of the day are. */
  readonly figureTitle: string;
  /** What is said in place of a picture where there is nothing to draw; null where there is. */
  readonly empty: string | null;
  /** Draws all anew, after a change of size; `labels` is empty, and over what is outside the stretch. */
  draw(group: Group, labels: Group, scale: TimeScale, width: number): void;
  /** Marks what is highlighted, or nothing. */
  highlight(highlighted: Highlighted | null): void;
  /** What is at a place of the picture. */
  keyAt(time: number, y: number): Highlighted | null;
  /** The figure of a moment. */
  moment(key: ChartKey, time: number): string;
  figure(key: ChartKey, figures: StretchFigures): string;
  table(): DataTable;
  /** Something more beside the picture, told of each change of the stretch. */
  readonly beside?: { readonly element: Element; update(figures: StretchFigures): void };
}

export const isSame = (one: Highlighted | null, other: Highlighted | null): boolean =>
  one?.kind === other?.kind && one?.index === other?.index;
