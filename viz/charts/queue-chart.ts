/** How many wait, stacked by agency. */
import * as d3 from 'd3';
import type { Context } from '../app/context.ts';
import type { Highlighted } from '../app/state.ts';
import { AXIS, type TimeScale } from '../timeline/time-axis.ts';
import { Format } from '../words/format.ts';
import { tableBins } from './bins.ts';
import { type ChartKey, type ChartSpec, type Group, isSame } from './chart.ts';
import { seriesOf } from './day-series.ts';
import { agencyKeys, allKey } from './keys.ts';
import type { Steps } from './steps.ts';
import { words } from './words.ts';

const HEIGHT = 190;
const TOP = 8;

interface Layer {
  readonly key: ChartKey;
  readonly steps: Steps;
  /** As in StretchFigures. */
  readonly agency: number;
}

export function queueChart({ store, day, house }: Context): ChartSpec {
  const { language } = store.state;
  const said = words(language);
  const format = new Format(language);
  const series = seriesOf(day, house);
  const agencies = agencyKeys(house).map(
    (key, agency): Layer => ({ key, steps: series.waitingByAgency[agency] as Steps, agency }),
  );
  const forNone: Layer = {
    key: { of: null, name: said.none, colour: 'var(--muted)', symbol: null },
    steps: series.waitingForNone,
    agency: -1,
  };
  const layers = series.waitingForNone.times.length > 0 ? [...agencies, forNone] : agencies;
  const all = allKey(language);
  const most = Math.max(1, series.waiting.most(day.from, day.to));
  const y = d3.scaleLinear([0, most], [HEIGHT, TOP]);
  let paths: d3.Selection<SVGPathElement, Layer, SVGGElement, unknown> | null = null;

  const stepsOf = (key: ChartKey) => layers.find((layer) => layer.key === key);
  return {
    id: 'queue',
    title: said.queue.title,
    explanation: said.queue.explanation,
    height: HEIGHT,
    keys: [...layers.map(({ key }) => key), all],
    momentTitle: '',
    figureTitle: said.queue.figure,
    empty: day.visitors.length === 0 ? said.noVisitors : null,
    draw(group: Group, _labels: Group, scale: TimeScale, width: number) {
      const isLarge = series.waiting.times.length > 2 * width;
      const piece = (day.to - day.from) / width;
      const moments = isLarge ? d3.range(day.from, day.to, piece) : series.waiting.times;
      // Of more changes than can be seen, the mean in each pixel.
      const stacked = d3
        .stack<number, Layer>()
        .keys(layers)
        .value((time, { steps }) => (isLarge ? steps.integral(time, time + piece) / piece : steps.at(time)))(
        moments,
      );
      const area = d3
        .area<d3.SeriesPoint<number>>()
        .curve(d3.curveStepAfter)
        .x(({ data }) => scale(data))
        .y0(([low]) => y(low))
        .y1(([, high]) => y(high));
      group.selectAll('*').remove();
      drawCounts(group, y, width, (value) => format.number(value));
      paths = group
        .append('g')
        .selectAll<SVGPathElement, Layer>('path')
        .data(layers)
        .join('path')
        .attr('class', 'layer')
        .attr('fill', ({ key }) => key.colour)
        .attr('d', (_, layer) => area(stacked[layer] ?? []));
    },
    highlight(highlighted) {
      paths?.classed('is-faint', ({ key }) => highlighted?.kind === 'agency' && !isSame(key.of, highlighted));
    },
    keyAt(time, height): Highlighted | null {
      const waiting = y.invert(height);
      let below = 0;
      for (const { key, steps } of layers) {
        below += steps.at(time);
        if (waiting >= 0 && waiting < below) return key.of;
      }
      return null;
    },
    moment: (key, time) => format.number((stepsOf(key)?.steps ?? series.waiting).at(time)),
    figure(key, figures) {
      const mean = figures.queue(stepsOf(key)?.agency ?? null);
      return mean === null ? '–' : format.fixed(mean, 1);
    },
    table: () => ({
      caption: `${said.queue.title}. ${said.queue.figure}.`,
      columns: [
        { title: said.from, isTime: true },
        { title: said.to, isTime: true },
        ...layers.map(({ key }) => ({ title: key.name, decimals: 2 })),
        { title: said.all, decimals: 2 },
      ],
      rows: tableBins(day).map(([from, to]) => [
        from,
        to,
        ...[...layers.map(({ steps }) => steps), series.waiting].map(
          (steps) => steps.integral(from, to) / (to - from),
        ),
      ]),
    }),
  };
}

/** Whole numbers up the left side, with faint lines across. */
export function drawCounts(
  group: Group,
  y: d3.ScaleLinear<number, number>,
  width: number,
  text: (value: number) => string,
): void {
  const values = y.ticks(4).filter((value) => Number.isInteger(value));
  const rows = group.append('g').attr('class', 'counts').selectAll('g').data(values).join('g');
  rows.attr('transform', (value) => `translate(0,${Math.round(y(value)) + 0.5})`);
  rows
    .append('line')
    .attr('class', 'grid')
    .attr('x1', AXIS.left)
    .attr('x2', width - AXIS.right);
  rows
    .append('text')
    .attr('class', 'lane-name')
    .attr('x', AXIS.left - 6)
    .attr('dy', '0.32em')
    .attr('text-anchor', 'end')
    .text(text);
}
