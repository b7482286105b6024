/** The marks that all pictures with the time axis share: the stretch, the moment of the replay, and the time pointed at. */
import type * as d3 from 'd3';
import type { Changed } from '../app/state.ts';
import type { Store } from '../app/store.ts';
import type { TimeScale } from './time-axis.ts';

type Group = d3.Selection<SVGGElement, unknown, null, undefined>;

export class TimeMarks {
  private readonly store: Store;
  private readonly scale: TimeScale;
  private readonly outside: readonly d3.Selection<SVGRectElement, unknown, null, undefined>[];
  private readonly cursor: d3.Selection<SVGLineElement, unknown, null, undefined>;
  private readonly hairline: d3.Selection<SVGLineElement, unknown, null, undefined>;
  private height = 0;

  /** Over what else is in the group; moved when told of a change. */
  constructor(group: Group, store: Store, scale: TimeScale) {
    this.store = store;
    this.scale = scale;
    const marks = group.append('g').attr('class', 'time-marks').attr('aria-hidden', 'true');
    this.outside = [0, 1].map(() => marks.append('rect').attr('class', 'outside').attr('y', 0));
    this.cursor = marks.append('line').attr('class', 'cursor').attr('y1', 0);
    this.hairline = marks.append('line').attr('class', 'hairline').attr('y1', 0);
  }

  /** After a change of size. */
  fit(height: number): void {
    this.height = height;
    for (const line of [this.cursor, this.hairline]) line.attr('y2', height);
    this.moveStretch();
    this.moveLines();
  }

  update(changed: Changed): void {
    if (changed.has('stretch')) this.moveStretch();
    if (changed.has('time') || changed.has('pointed')) this.moveLines();
  }

  private moveLines(): void {
    const { time, pointed } = this.store.state;
    const at = this.scale(time);
    this.cursor.attr('x1', at).attr('x2', at);
    this.hairline.attr('display', pointed === null ? 'none' : null);
    if (pointed === null) return;
    const there = this.scale(pointed);
    this.hairline.attr('x1', there).attr('x2', there);
  }

  private moveStretch(): void {
    const { stretch } = this.store.state;
    const [left = 0, right = 0] = this.scale.range();
    const ends = stretch?.map((time) => this.scale(time)) ?? [left, right];
    const sides = [
      [left, ends[0]],
      [ends[1], right],
    ];
    this.outside.forEach((rect, side) => {
      const [from = 0, to = 0] = sides[side] ?? [];
      rect
        .attr('display', stretch === null ? 'none' : null)
        .attr('x', from)
        .attr('width', Math.max(0, to - from))
        .attr('height', this.height);
    });
  }
}
