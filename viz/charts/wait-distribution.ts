/** How long waits were: bars of the stretch, with its median and 90 % quantile marked. */
import * as d3 from 'd3';
import { quantileOfSorted } from '../../engine/experiment/estimate/quantile.ts';
import type { Language } from '../app/state.ts';
import { Format } from '../words/format.ts';
import type { ChartSpec } from './chart.ts';
import { words } from './words.ts';

const SIZE = { width: 320, height: 84 } as const;
const MARGIN = { left: 4, right: 8, top: 16, bottom: 18 } as const;
const MINUTE = 60;
const BARS = 24;

export function waitDistribution(language: Language, longest: number): NonNullable<ChartSpec['beside']> {
  const said = words(language);
  const format = new Format(language);
  const bottom = SIZE.height - MARGIN.bottom;
  const x = d3
    .scaleLinear([0, Math.max(1, longest / MINUTE)], [MARGIN.left, SIZE.width - MARGIN.right])
    .nice(BARS);
  const edges = x.ticks(BARS);
  const width = (edges[1] ?? 1) - (edges[0] ?? 0);
  const picture = d3
    .create('svg')
    .attr('class', 'distribution')
    .attr('viewBox', `0 0 ${SIZE.width} ${SIZE.height}`)
    .attr('role', 'img');
  const bars = picture.append('g');
  const marks = picture.append('g');
  picture
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0,${bottom})`)
    .call(
      d3
        .axisBottom(x)
        .ticks(5)
        .tickFormat((minutes) => format.number(Number(minutes), 1))
        .tickSizeOuter(0),
    )
    .attr('font-family', null);
  return {
    element: picture.node() as SVGSVGElement,
    update(figures) {
      const seconds = figures.waitSeconds();
      const minutes = Array.from(seconds, (value) => value / MINUTE);
      const counts = edges.map(() => 0);
      for (const value of minutes) {
        const bar = Math.min(counts.length - 1, Math.floor(value / width));
        counts[bar] = (counts[bar] ?? 0) + 1;
      }
      const y = d3.scaleLinear([0, Math.max(1, ...counts)], [bottom, MARGIN.top]);
      bars
        .selectAll('rect')
        .data(counts)
        .join('rect')
        .attr('x', (_, bar) => x(bar * width) + 0.5)
        .attr('width', Math.max(1, x(width) - x(0) - 1))
        .attr('y', (count) => y(count))
        .attr('height', (count) => bottom - y(count));
      const quantiles = [
        { name: said.waits.median, probability: 0.5 },
        { name: said.waits.p90, probability: 0.9 },
      ].map(({ name, probability }) => ({ name, value: quantileOfSorted(seconds, probability) / MINUTE }));
      const rows = seconds.length === 0 ? [] : quantiles;
      marks
        .selectAll('line')
        .data(rows)
        .join('line')
        .attr('class', 'quantile')
        .attr('x1', ({ value }) => x(value))
        .attr('x2', ({ value }) => x(value))
        .attr('y1', MARGIN.top - 4)
        .attr('y2', bottom);
      marks
        .selectAll('text')
        .data(rows)
        .join('text')
        .attr('class', 'lane-name over')
        .attr('x', ({ value }) => x(value) + 3)
        .attr('y', (_, row) => MARGIN.top - 5 + row * 11)
        .text(({ name, value }) => `${name} ${said.minutes(format.fixed(value, 1))}`);
      const told = rows
        .map(({ name, value }) => `${name} ${said.minutes(format.fixed(value, 1))}`)
        .join(', ');
      picture.attr('aria-label', `${said.waits.distribution(format.number(seconds.length))}: ${told}`);
    },
  };
}
