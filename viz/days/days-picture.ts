/** All days as points: by their mean wait, and upwards by exposure, or by visits where nothing of privacy is measured. */
import * as d3 from 'd3';
import type { Language } from '../app/state.ts';
import { Format } from '../words/format.ts';
import type { DayColumns, DayFigure } from './day-columns.ts';
import { middleOf } from './standing.ts';
import { words } from './words.ts';

const SIZE = { width: 340, height: 270 } as const;
const MARGIN = { left: 46, right: 10, top: 10, bottom: 36 } as const;
const MINUTE = 60;
/** Pixels within which a day is pointed at. */
const NEAR = 14;

export interface DaysPicture {
  readonly svg: SVGSVGElement;
  draw(columns: DayColumns): void;
  /** The day that is pointed at, or -1. */
  point(day: number): void;
  /** The day at a place of the picture, or -1. */
  dayAt(event: PointerEvent): number;
}

export function daysPicture(language: Language, upright: DayFigure, shown: number): DaysPicture {
  const said = words(language);
  const format = new Format(language);
  const picture = d3
    .create('svg')
    .attr('id', 'days-picture')
    .attr('class', 'days-picture')
    .attr('viewBox', `0 0 ${SIZE.width} ${SIZE.height}`);
  const x = d3.scaleLinear([0, 1], [MARGIN.left, SIZE.width - MARGIN.right]);
  const y = d3.scaleLinear([0, 1], [SIZE.height - MARGIN.bottom, MARGIN.top]);
  const [across, up] = [picture.append('g'), picture.append('g')];
  const medians = picture.append('g');
  const dots = picture.append('path').attr('class', 'all-days');
  const present = picture.append('g').attr('class', 'present-day');
  const pointed = picture.append('circle').attr('class', 'pointed-day').attr('r', 5.5);
  picture
    .append('text')
    .attr('class', 'lane-name')
    .attr('x', SIZE.width - MARGIN.right)
    .attr('y', SIZE.height - 4)
    .attr('text-anchor', 'end')
    .text(said.wait);
  picture
    .append('text')
    .attr('class', 'lane-name over')
    .attr('x', MARGIN.left + 4)
    .attr('y', MARGIN.top + 8)
    .text(upright === 'visits' ? said.visits : said.exposure);
  const scaleOf = upright === 'visits' ? 1 : MINUTE;
  let columns: DayColumns | null = null;
  const placeOf = (day: number): readonly [number, number] => [
    x((columns?.at('meanWait', day) ?? Number.NaN) / MINUTE),
    y((columns?.at(upright, day) ?? Number.NaN) / scaleOf),
  ];
  const isThere = (day: number) => placeOf(day).every(Number.isFinite);

  return {
    svg: picture.node() as SVGSVGElement,
    draw(all) {
      columns = all;
      const most = (figure: DayFigure, unit: number) =>
        Math.max(1e-9, d3.max(all.of(figure), (value) => value / unit) ?? 0);
      x.domain([0, Math.max(1, most('meanWait', MINUTE))]).nice(5);
      y.domain([0, Math.max(1, most(upright, scaleOf))]).nice(5);
      const path = d3
        .range(all.count)
        .filter(isThere)
        .map((day) => {
          const [left, top] = placeOf(day);
          return `M${left.toFixed(1)},${top.toFixed(1)}h0`;
        });
      dots.attr('d', path.join(''));
      const number = (value: d3.NumberValue) => format.number(Number(value), 2);
      across
        .attr('class', 'axis')
        .attr('transform', `translate(0,${SIZE.height - MARGIN.bottom})`)
        .call(d3.axisBottom(x).ticks(5).tickFormat(number).tickSizeOuter(0))
        .attr('font-family', null);
      up.attr('class', 'axis')
        .attr('transform', `translate(${MARGIN.left},0)`)
        .call(d3.axisLeft(y).ticks(5).tickFormat(number).tickSizeOuter(0))
        .attr('font-family', null);
      const middles = [middleOf(all.of('meanWait')), middleOf(all.of(upright))] as const;
      const lines = [
        ...(middles[0] === null ? [] : [{ left: x(middles[0].median / MINUTE), top: null }]),
        ...(middles[1] === null ? [] : [{ left: null, top: y(middles[1].median / scaleOf) }]),
      ];
      medians
        .selectAll('line')
        .data(lines)
        .join('line')
        .attr('class', 'quantile')
        .attr('x1', ({ left }) => left ?? MARGIN.left)
        .attr('x2', ({ left }) => left ?? SIZE.width - MARGIN.right)
        .attr('y1', ({ top }) => top ?? MARGIN.top)
        .attr('y2', ({ top }) => top ?? SIZE.height - MARGIN.bottom);
      markPresent();
    },
    point(day) {
      const is = day >= 0 && isThere(day);
      pointed.attr('display', is ? null : 'none');
      if (!is) return;
      const [left, top] = placeOf(day);
      pointed.attr('cx', left).attr('cy', top);
    },
    dayAt(event) {
      const box = (picture.node() as SVGSVGElement).getBoundingClientRect();
      const scale = SIZE.width / box.width;
      const [left, top] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
      let found = -1;
      let least = NEAR * scale;
      for (let day = 0; day < (columns?.count ?? 0); day++) {
        const [dayLeft, dayTop] = placeOf(day);
        const away = Math.hypot(dayLeft - left, dayTop - top);
        if (!(away < least)) continue;
        found = day;
        least = away;
      }
      return found;
    },
  };

  /** With lines to both axes, and its number. */
  function markPresent(): void {
    present.selectAll('*').remove();
    if (!isThere(shown)) return;
    const [left, top] = placeOf(shown);
    present.append('path').attr('d', `M${MARGIN.left},${top}H${left}V${SIZE.height - MARGIN.bottom}`);
    present.append('circle').attr('cx', left).attr('cy', top).attr('r', 6);
    const isRight = left > SIZE.width - 60;
    present
      .append('text')
      .attr('class', 'lane-name over')
      .attr('x', left + (isRight ? -9 : 9))
      .attr('y', Math.max(MARGIN.top + 10, top - 6))
      .attr('text-anchor', isRight ? 'end' : 'start')
      .text(format.number(shown));
  }
}
