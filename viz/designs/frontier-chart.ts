/** Waiting against exposure: each design a point with the intervals of both, targets as lines. */
import * as d3 from 'd3';
import { element } from '../app/element.ts';
import type { Format } from '../words/format.ts';
import { placeLabels } from './place-labels.ts';
import {
  figureOf,
  isOnFrontier,
  limitsOn,
  meanOf,
  type WeighedDesign,
  type WeighedDesigns,
} from './weighed-designs.ts';
import type { DesignWords } from './words.ts';

const MARGIN = { left: 52, right: 12, top: 26, bottom: 42 };
const HEIGHT = 320;
const DOT = 6;
const LETTER = 8;

export interface FrontierOptions {
  readonly weighed: WeighedDesigns;
  readonly said: DesignWords;
  readonly format: Format;
  readonly nameOf: (design: WeighedDesign) => string;
  readonly onTake: (design: WeighedDesign) => void;
}

interface Shown {
  readonly design: WeighedDesign;
  readonly wait: number;
  readonly exposure: number;
  readonly waitHalf: number;
  readonly exposureHalf: number;
  readonly isFull: boolean;
}

export class FrontierChart {
  readonly element: HTMLElement;
  private readonly options: FrontierOptions;
  private readonly svg = d3
    .create('svg')
    .attr('class', 'frontier-chart')
    .attr('height', HEIGHT)
    .attr('role', 'group');

  constructor(options: FrontierOptions) {
    this.options = options;
    const { said } = options;
    this.svg.attr('aria-label', `${said.wait}; ${said.exposure}`);
    this.element = element('div', { class: 'frontier-host' }, this.svg.node());
    for (const name of ['axis-x', 'axis-y', 'targets', 'path', 'crosses', 'dots', 'labels'])
      this.svg.append('g').attr('class', name);
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  draw(): void {
    const { weighed, said, format, nameOf, onTake } = this.options;
    const width = Math.max(240, this.element.clientWidth);
    const shown = shownOf(weighed.all);
    const limits = {
      x: limitsOn(weighed.targets, 'wait.mean'),
      y: limitsOn(weighed.targets, 'privacy.exposure'),
    };
    const x = scale(
      shown.flatMap(({ wait, waitHalf }) => [wait - waitHalf, wait + waitHalf]),
      limits.x,
      [MARGIN.left, width - MARGIN.right],
    );
    const y = scale(
      shown.flatMap(({ exposure, exposureHalf }) => [exposure - exposureHalf, exposure + exposureHalf]),
      limits.y,
      [HEIGHT - MARGIN.bottom, MARGIN.top],
    );
    this.svg.attr('width', width);
    const tick = (value: d3.NumberValue) => format.number(Number(value), 1);
    const below = this.svg
      .select<SVGGElement>('.axis-x')
      .attr('transform', `translate(0,${HEIGHT - MARGIN.bottom})`)
      .call(
        d3
          .axisBottom(x)
          .ticks(width / 70)
          .tickFormat(tick),
      );
    const beside = this.svg
      .select<SVGGElement>('.axis-y')
      .attr('transform', `translate(${MARGIN.left},0)`)
      .call(d3.axisLeft(y).ticks(6).tickFormat(tick));
    title(below, said.wait, width - MARGIN.right, 34, 'end');
    title(beside, said.exposure, -MARGIN.left + 2, 13, 'start');
    this.lines(limits, x, y, width);
    const swept = shown.filter(({ design }) => design.origin.kind === 'fallback');
    this.svg
      .select('.path')
      .selectAll('path')
      .data(swept.length > 1 ? [swept] : [])
      .join('path')
      .attr(
        'd',
        d3.line<Shown>(
          (one) => x(one.wait),
          (one) => y(one.exposure),
        ),
      );
    this.svg
      .select('.crosses')
      .selectAll('path')
      .data(shown)
      .join('path')
      .attr('d', ({ wait, exposure, waitHalf, exposureHalf }) => {
        const across = `M${x(wait - waitHalf)},${y(exposure)}H${x(wait + waitHalf)}`;
        return `${across}M${x(wait)},${y(exposure - exposureHalf)}V${y(exposure + exposureHalf)}`;
      });
    const dots = this.svg
      .select('.dots')
      .selectAll<SVGPathElement, Shown>('path')
      .data(shown, ({ design }) => `${design.origin.kind} ${design.label}`)
      .join((enter) => {
        const made = enter.append('path').attr('tabindex', 0).attr('role', 'button');
        made.append('title');
        return made;
      });
    dots
      .attr('d', ({ design }) => shapeOf(design))
      .attr('transform', ({ wait, exposure }) => `translate(${x(wait)},${y(exposure)})`)
      .attr('class', ({ design, isFull }) => `${design.origin.kind} ${isFull ? 'is-full' : 'is-open'}`)
      .attr(
        'aria-label',
        (one) =>
          `${said.take(nameOf(one.design))}: ${said.wait} ${format.fixed(one.wait, 1)}, ${said.exposure} ${format.fixed(one.exposure, 0)}`,
      )
      .on('click', (_, { design }) => onTake(design))
      .on('keydown', (event: KeyboardEvent, { design }) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onTake(design);
      });
    dots.select('title').text(({ design }) => nameOf(design));
    const points = shown.map(({ design, wait, exposure }) => ({
      x: x(wait),
      y: y(exposure),
      width: LETTER * design.label.length + 2,
    }));
    const places = placeLabels(points, width, HEIGHT - MARGIN.bottom);
    this.svg
      .select('.labels')
      .selectAll('text')
      .data(
        shown.flatMap(({ design }, k) => {
          const place = places[k];
          return place == null
            ? []
            : [{ text: design.label, x: points[k].x + place.dx, y: points[k].y + place.dy }];
        }),
      )
      .join('text')
      .attr('x', (label) => label.x)
      .attr('y', (label) => label.y)
      .text((label) => label.text);
  }

  private lines(
    limits: { readonly x: readonly number[]; readonly y: readonly number[] },
    x: d3.ScaleLinear<number, number>,
    y: d3.ScaleLinear<number, number>,
    width: number,
  ): void {
    const { said } = this.options;
    const all = [
      ...limits.x.map((limit) => ({
        x1: x(limit),
        x2: x(limit),
        y1: MARGIN.top,
        y2: HEIGHT - MARGIN.bottom,
      })),
      ...limits.y.map((limit) => ({ x1: MARGIN.left, x2: width - MARGIN.right, y1: y(limit), y2: y(limit) })),
    ];
    const group = this.svg.select('.targets');
    group
      .selectAll('line')
      .data(all)
      .join('line')
      .attr('x1', (line) => line.x1)
      .attr('x2', (line) => line.x2)
      .attr('y1', (line) => line.y1)
      .attr('y2', (line) => line.y2);
    group
      .selectAll('text')
      .data(all)
      .join('text')
      .attr('x', (line) => line.x2 - 4)
      .attr('y', (line) => line.y1 + (line.x1 === line.x2 ? 10 : -4))
      .attr('text-anchor', 'end')
      .text(said.target);
  }
}

function shownOf(all: readonly WeighedDesign[]): Shown[] {
  return all.flatMap((design) => {
    const [wait, exposure] = [meanOf(design.wait), meanOf(design.exposure)];
    if (wait === null || exposure === null) return [];
    return [
      {
        design,
        wait,
        exposure,
        waitHalf: figureOf(design.wait)?.halfWidth ?? 0,
        exposureHalf: figureOf(design.exposure)?.halfWidth ?? 0,
        isFull: isOnFrontier(design, all),
      },
    ];
  });
}

function scale(values: readonly number[], limits: readonly number[], range: readonly [number, number]) {
  const [low = 0, high = 1] = d3.extent([...values, ...limits]) as [number?, number?];
  const room = (high - low) * 0.08 || 1;
  return d3.scaleLinear([Math.max(0, low - room), high + room], range).nice(5);
}

function title(
  axis: d3.Selection<SVGGElement, undefined, null, undefined>,
  text: string,
  x: number,
  y: number,
  anchor: string,
): void {
  axis
    .selectAll('text.axis-title')
    .data([text])
    .join('text')
    .attr('class', 'axis-title')
    .attr('x', x)
    .attr('y', y)
    .attr('text-anchor', anchor)
    .text((one) => one);
}

/** Known without colour: the base is a square, what was tried a diamond, those given circles, a sweep small triangles. */
function shapeOf({ origin }: WeighedDesign): string {
  const types = {
    base: d3.symbolSquare,
    given: d3.symbolCircle,
    tried: d3.symbolDiamond,
    fallback: d3.symbolTriangle,
  };
  const size = origin.kind === 'fallback' ? 70 : DOT * DOT * 4;
  return d3.symbol(types[origin.kind], size)() ?? '';
}
