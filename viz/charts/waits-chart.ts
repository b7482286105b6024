/** Each wait where it began, and how waits run over the day, by agency; beside it their distribution. */
import * as d3 from 'd3';
import { quantileOfSorted } from '../../engine/experiment/estimate/quantile.ts';
import type { Context } from '../app/context.ts';
import { AXIS, type TimeScale } from '../timeline/time-axis.ts';
import { Format } from '../words/format.ts';
import { type ChartKey, type ChartSpec, type Group, isSame } from './chart.ts';
import { agencyColour, agencyKeys, agencySymbol, allKey } from './keys.ts';
import { drawCounts } from './queue-chart.ts';
import { runningMean } from './running-mean.ts';
import { waitDistribution } from './wait-distribution.ts';
import { words } from './words.ts';

const HEIGHT = 290;
const TOP = 10;
const MINUTE = 60;
const REACH = 30 * MINUTE;
/** Moments of the running mean. */
const MOMENTS = 120;
/** More waits than these are drawn as lines only: dots would cover one another. */
const MOST_DOTS = 2000;

interface Line {
  readonly key: ChartKey;
  readonly points: readonly { readonly time: number; readonly mean: number | null }[];
}

export function waitsChart({ store, day, house }: Context): ChartSpec {
  const { language } = store.state;
  const said = words(language);
  const format = new Format(language);
  const { waits } = day.measures;
  const agencyOf = (wait: number) => house.matterAgency[waits.matter[wait]];
  const rows = Array.from({ length: waits.length }, (_, wait) => wait);
  const step = Math.max(5 * MINUTE, Math.ceil((day.to - day.from) / MOMENTS / MINUTE) * MINUTE);
  const lineOf = (key: ChartKey): Line => {
    const some = key.of === null ? rows : rows.filter((wait) => agencyOf(wait) === key.of?.index);
    const points = runningMean(
      some.map((wait) => waits.from[wait]),
      some.map((wait) => waits.seconds[wait]),
      day,
      REACH,
      step,
    );
    return { key, points };
  };
  const keys = [...agencyKeys(house), allKey(language)];
  const lines = keys.map(lineOf);
  const sorted = waits.seconds.slice().sort();
  const longest = sorted.at(-1) ?? 0;
  const y = d3.scaleLinear([0, Math.max(1, longest / MINUTE)], [HEIGHT, TOP]).nice(4);
  const distribution = waitDistribution(language, longest);
  let dots: d3.Selection<SVGPathElement, number, SVGGElement, unknown> | null = null;
  let paths: d3.Selection<SVGPathElement, Line, SVGGElement, unknown> | null = null;
  let places: { readonly x: number; readonly y: number; readonly wait: number }[] = [];
  let toPixels: TimeScale | null = null;

  const figureText = ({ mean, p90 }: { mean: number | null; p90: number | null }) =>
    mean === null || p90 === null
      ? '–'
      : `${format.fixed(mean / MINUTE, 1)} | ${format.fixed(p90 / MINUTE, 1)}`;
  return {
    id: 'waits',
    title: said.waits.title,
    explanation: said.waits.explanation,
    height: HEIGHT,
    keys,
    momentTitle: '',
    figureTitle: said.waits.figure,
    empty: waits.length === 0 ? said.noWaits : null,
    draw(group: Group, labels: Group, scale: TimeScale, width: number) {
      toPixels = scale;
      group.selectAll('*').remove();
      drawCounts(group, y, width, (value) => format.number(value));
      const shown = waits.length > MOST_DOTS ? [] : rows;
      places = shown.map((wait) => ({
        x: scale(waits.from[wait]),
        y: y(waits.seconds[wait] / MINUTE),
        wait,
      }));
      dots = group
        .append('g')
        .selectAll<SVGPathElement, number>('path')
        .data(shown)
        .join('path')
        .attr('class', 'dot')
        .attr('fill', (wait) => agencyColour(agencyOf(wait)))
        .attr('d', (wait) => agencySymbol(agencyOf(wait)))
        .attr('transform', (_, at) => `translate(${places[at]?.x ?? 0},${places[at]?.y ?? 0}) scale(0.7)`);
      const line = d3
        .line<Line['points'][number]>()
        .defined(({ mean }) => mean !== null)
        .x(({ time }) => scale(time))
        .y(({ mean }) => y((mean ?? 0) / MINUTE));
      paths = group
        .append('g')
        .selectAll<SVGPathElement, Line>('path')
        .data(lines)
        .join('path')
        .attr('class', ({ key }) => (key.of === null ? 'running of-all' : 'running'))
        .attr('stroke', ({ key }) => key.colour ?? 'var(--ink)')
        .attr('d', ({ points }) => line(points));
      drawQuantiles(group, labels, width);
    },
    highlight(highlighted) {
      const isOne = highlighted?.kind === 'agency';
      dots?.classed('is-faint', (wait) => isOne && agencyOf(wait) !== highlighted.index);
      paths?.classed('is-shown', ({ key }) => isOne && isSame(key.of, highlighted));
      paths?.classed('is-faint', ({ key }) => isOne && !isSame(key.of, highlighted));
    },
    keyAt(time, height) {
      const x = toPixels?.(time) ?? 0;
      const near = d3.least(places, (place) => Math.hypot(place.x - x, place.y - height));
      if (near === undefined || Math.hypot(near.x - x, near.y - height) > 8) return null;
      return { kind: 'agency', index: agencyOf(near.wait) };
    },
    moment(key, time) {
      const points = lines[keys.indexOf(key)]?.points ?? [];
      const at = points[Math.round((time - (points[0]?.time ?? 0)) / step)];
      return at?.mean === undefined || at.mean === null ? '–' : format.fixed(at.mean / MINUTE, 1);
    },
    figure: (key, figures) => figureText(figures.waits(key.of?.index ?? null)),
    table: () => ({
      caption: `${said.waits.title}. ${said.waits.dot}.`,
      columns: [
        { title: said.waits.from, isTime: true },
        { title: said.waits.visitor },
        { title: said.waits.agency },
        { title: said.waits.minutes, decimals: 1 },
      ],
      rows: rows
        .toSorted((a, b) => waits.from[a] - waits.from[b])
        .map((wait) => [
          waits.from[wait],
          String(waits.visitor[wait]),
          keys[agencyOf(wait)]?.name ?? '',
          waits.seconds[wait] / MINUTE,
        ]),
    }),
    beside: distribution,
  };

  /** The day's median and 90 % quantile, across. */
  function drawQuantiles(group: Group, labels: Group, width: number): void {
    if (sorted.length === 0) return;
    const found = [
      { name: said.waits.median, value: quantileOfSorted(sorted, 0.5) },
      { name: said.waits.p90, value: quantileOfSorted(sorted, 0.9) },
    ];
    for (const { name, value } of found) {
      const height = y(value / MINUTE);
      group
        .append('line')
        .attr('class', 'quantile')
        .attr('x1', AXIS.left)
        .attr('x2', width - AXIS.right)
        .attr('y1', height)
        .attr('y2', height);
      labels
        .append('text')
        .attr('class', 'lane-name over')
        .attr('x', width - AXIS.right)
        .attr('y', height - 3)
        .attr('text-anchor', 'end')
        .text(`${name} ${said.minutes(format.fixed(value / MINUTE, 1))}`);
    }
  }
}
