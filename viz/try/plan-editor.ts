/** A small plan on which spaces and walls are chosen and moved, by pointer or by arrow keys. */
import * as d3 from 'd3';
import type { Scenario } from '../../engine/scenario/schema.ts';
import type { Point } from './change.ts';
import { boundsOf, type Draft, type DraftSpace, type DraftWall, rounded } from './draft.ts';
import type { TryWords } from './words.ts';

export interface Chosen {
  readonly kind: 'space' | 'wall';
  readonly id: string;
}

export interface PlanEditorOptions {
  readonly scenario: Scenario;
  readonly said: TryWords;
  readonly nameOf: (chosen: Chosen) => string;
  readonly onChoose: (chosen: Chosen) => void;
  /** In metres, from where it is. */
  readonly onMove: (chosen: Chosen, by: Point) => void;
}

/** In metres, round all. */
const MARGIN = 0.6;
/** In metres: of an arrow key, and with Shift. */
const STEP = 0.1;
const LONG_STEP = 1;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export class PlanEditor {
  readonly element: SVGSVGElement;
  private readonly options: PlanEditorOptions;
  private readonly svg: d3.Selection<SVGSVGElement, undefined, null, undefined>;
  private chosen: Chosen | null = null;

  constructor(options: PlanEditorOptions) {
    this.options = options;
    this.svg = d3
      .create('svg')
      .attr('class', 'try-plan')
      .attr('id', 'try-plan')
      .attr('role', 'application')
      .attr('aria-label', options.said.plan)
      .attr('tabindex', 0);
    const node = this.svg.node();
    if (node === null) throw new Error('no picture can be made');
    this.element = node;
    for (const layer of ['spaces', 'walls']) this.svg.append('g').attr('class', layer);
    this.svg.on('keydown', (event: KeyboardEvent) => this.press(event));
  }

  show(draft: Draft, chosen: Chosen | null): void {
    this.chosen = chosen;
    const { walls, spaces } = draft;
    const { left, right, bottom, top } = boundsOf(walls, spaces);
    const width = right - left + 2 * MARGIN;
    const height = top - bottom + 2 * MARGIN;
    // North of the file is up.
    this.svg.attr('viewBox', `${left - MARGIN} ${-top - MARGIN} ${width} ${height}`);
    const placed = spaces.filter((space) => space.at !== null && space.size !== null);
    const types = this.options.scenario.spaceTypes;
    const isChosen = (kind: Chosen['kind'], id: string) => chosen?.kind === kind && chosen.id === id;
    this.svg
      .select('.spaces')
      .selectAll<SVGRectElement, DraftSpace>('rect')
      .data(placed, ({ id }) => id)
      .join((enter) => this.movable(enter.append('rect'), 'space'))
      .attr('x', ({ at }) => at?.[0] ?? 0)
      .attr('y', ({ at, size }) => -(at?.[1] ?? 0) - (size?.[1] ?? 0))
      .attr('width', ({ size }) => size?.[0] ?? 0)
      .attr('height', ({ size }) => size?.[1] ?? 0)
      .attr('class', ({ type }) => `use-${types[type]?.use ?? 'closed'}`)
      .classed('is-changed', ({ isNew, isMoved }) => isNew || isMoved)
      .classed('is-chosen', ({ id }) => isChosen('space', id));
    this.svg
      .select('.walls')
      .selectAll<SVGPathElement, DraftWall>('path')
      .data(walls, ({ id }) => id)
      .join((enter) => this.movable(enter.append('path'), 'wall'))
      .attr('d', ({ line }) => `M${line.map(([x, y]) => `${x},${-y}`).join('L')}`)
      .classed('is-changed', ({ isMoved }) => isMoved)
      .classed('is-chosen', ({ id }) => isChosen('wall', id));
  }

  private movable<E extends SVGElement, D extends { readonly id: string }>(
    entered: d3.Selection<E, D, d3.BaseType, unknown>,
    kind: Chosen['kind'],
  ): d3.Selection<E, D, d3.BaseType, unknown> {
    let from: Point = [0, 0];
    let moved: Point = [0, 0];
    const drag = d3
      .drag<E, D>()
      .container(() => this.element)
      .subject((event) => ({ x: event.x, y: event.y }))
      .on('start', (event, { id }) => {
        from = [event.x, event.y];
        moved = [0, 0];
        this.options.onChoose({ kind, id });
      })
      .on('drag', (event, { id }) => {
        const to: Point = [rounded(event.x - from[0]), rounded(from[1] - event.y)];
        const by: Point = [to[0] - moved[0], to[1] - moved[1]];
        if (by[0] === 0 && by[1] === 0) return;
        moved = to;
        this.options.onMove({ kind, id }, by);
      });
    entered.append('title').text(({ id }) => this.options.nameOf({ kind, id }));
    return entered.call(drag);
  }

  private press(event: KeyboardEvent): void {
    const direction = ARROWS[event.key];
    if (direction !== undefined && this.chosen !== null) {
      event.preventDefault();
      event.stopPropagation();
      const step = event.shiftKey ? LONG_STEP : STEP;
      this.options.onMove(this.chosen, [direction[0] * step, direction[1] * step]);
    }
  }
}
