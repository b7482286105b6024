/** The day as a strip to scrub: how many are inside, and when conflicts begin. */
import * as d3 from 'd3';
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { Format } from '../words/format.ts';
import { words } from './words.ts';

const HEIGHT = 64;
const MARGIN = { left: 8, right: 8, top: 4, bottom: 18 };

export function timelineView({ store, day }: Context): View {
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const scrubber = element('input', {
    type: 'range',
    id: 'time',
    min: Math.floor(day.from),
    max: Math.ceil(day.to),
    step: 1,
    'aria-label': said.time,
  });
  const svg = d3.create('svg').attr('class', 'timeline').attr('height', HEIGHT).attr('aria-hidden', 'true');
  const host = element('div', { class: 'timeline-host' }, svg.node(), scrubber);
  const x = d3.scaleLinear([day.from, day.to], [MARGIN.left, 600]);
  const area = svg.append('path').attr('class', 'inside');
  const ticks = svg.append('g').attr('class', 'conflict-ticks');
  const axis = svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0,${HEIGHT - MARGIN.bottom})`);
  const cursor = svg
    .append('line')
    .attr('class', 'cursor')
    .attr('y1', 0)
    .attr('y2', HEIGHT - MARGIN.bottom);
  const counts = Array.from(day.present.starts.subarray(1), (end, k) => end - day.present.starts[k]);

  const draw = () => {
    const width = Math.max(200, host.clientWidth);
    svg.attr('width', width);
    x.range([MARGIN.left, width - MARGIN.right]);
    const y = d3.scaleLinear([0, Math.max(1, d3.max(counts) ?? 1)], [HEIGHT - MARGIN.bottom, MARGIN.top]);
    const shape = d3
      .area<number>()
      .curve(d3.curveStepAfter)
      .x((_, k) => x(day.from + k * 60))
      .y0(HEIGHT - MARGIN.bottom)
      .y1((count) => y(count));
    area.attr('d', shape(counts));
    ticks
      .selectAll('line')
      .data(day.conflicts)
      .join('line')
      .attr('x1', ({ from }) => x(from))
      .attr('x2', ({ from }) => x(from))
      .attr('y1', HEIGHT - MARGIN.bottom)
      .attr('y2', HEIGHT - MARGIN.bottom + 4);
    const hours = d3
      .range(Math.ceil(day.from / 3600), Math.floor(day.to / 3600) + 1)
      .map((hour) => hour * 3600);
    axis.call(
      d3
        .axisBottom(x)
        .tickValues(hours)
        .tickFormat((seconds) => format.time(Number(seconds)))
        .tickSizeOuter(0),
    );
    moveCursor();
  };
  const moveCursor = () => {
    const at = x(store.state.time);
    cursor.attr('x1', at).attr('x2', at);
    scrubber.value = String(Math.round(store.state.time));
    scrubber.setAttribute('aria-valuetext', format.time(store.state.time, true));
  };
  scrubber.addEventListener('input', () => store.set({ time: Number(scrubber.value), isPlaying: false }));
  new ResizeObserver(draw).observe(host);
  return {
    element: host,
    update(changed) {
      if (changed.has('time')) moveCursor();
    },
  };
}
