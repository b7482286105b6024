/** The day as a strip: how many are inside, and when conflicts of each channel begin; to scrub, and to select a stretch. */
import * as d3 from 'd3';
import { CHANNELS } from '../../engine/statistics/scopes.ts';
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { thinned } from '../charts/steps.ts';
import { beginsOf, countOf } from '../replay/conflict-totals.ts';
import { channelWords } from '../words/channels.ts';
import { Format } from '../words/format.ts';
import { insideSteps } from './inside.ts';
import { pointAtTimes } from './pointing.ts';
import { ticksPath } from './ticks.ts';
import { AXIS, drawTimeAxis, fitTo, timeScale } from './time-axis.ts';
import { TimeMarks } from './time-marks.ts';
import { words } from './words.ts';

const INSIDE = 40;
const LANE = 12;
const GAP = 4;

export function timelineView({ store, day }: Context): View {
  const { language } = store.state;
  const said = words(language);
  const format = new Format(language);
  const scale = timeScale(day);
  const totals = day.privacy?.totals ?? null;
  const lanes = CHANNELS.map((channel, index) => ({
    name: channelWords(language)[channel],
    index,
  })).filter(({ index }) => totals !== null && countOf(totals, index) > 0);
  const bottom = GAP + INSIDE + GAP + lanes.length * LANE;
  const height = bottom + AXIS.height;

  const scrubber = element('input', {
    type: 'range',
    id: 'time',
    class: 'scrubber',
    min: Math.floor(day.from),
    max: Math.ceil(day.to),
    step: 1,
    'aria-label': said.time,
  });
  const picture = d3
    .create('svg')
    .attr('class', 'timeline')
    .attr('height', height)
    .attr('aria-hidden', 'true');
  const all = picture.append('g') as d3.Selection<SVGGElement, unknown, null, undefined>;
  const area = all.append('path').attr('class', 'inside');
  const inside = insideSteps(day);
  const most = Math.max(1, inside.most(day.from, day.to));
  const y = d3.scaleLinear([0, most], [GAP + INSIDE, GAP]);
  const label = (text: string, at: number) =>
    all
      .append('text')
      .attr('class', 'lane-name')
      .attr('x', AXIS.left - 6)
      .attr('y', at)
      .attr('text-anchor', 'end')
      .text(text);
  label(said.insideMost(format.number(most)), GAP + INSIDE - 4);
  const strokes = lanes.map(({ name, index }, lane) => {
    const top = GAP + INSIDE + GAP + lane * LANE;
    label(name, top + LANE - 2);
    const path = all.append('path').attr('class', 'conflict-ticks');
    return () =>
      path.attr('d', ticksPath(totals === null ? [] : beginsOf(totals, index), scale, top + 1, LANE - 2));
  });
  const axis = all.append('g').attr('transform', `translate(0,${bottom})`);
  const marks = new TimeMarks(all, store, scale);
  const node = picture.node();
  if (node !== null) pointAtTimes(node, store, day, (pixels) => scale.invert(pixels));
  const bubble = element('output', { class: 'time-bubble', 'aria-hidden': 'true', hidden: true });
  const host = element('div', { class: 'timeline-host' }, node, bubble, scrubber);

  const draw = () => {
    if (host.clientWidth === 0) return;
    const width = fitTo(scale, host.clientWidth);
    picture.attr('width', width);
    const steps = thinned(inside, day.from, day.to, width);
    const shape = d3
      .area<number>()
      .curve(d3.curveStepAfter)
      .x((_, k) => scale(steps.times[k]))
      .y0(GAP + INSIDE)
      .y1((count) => y(count));
    area.attr('d', shape(steps.values));
    for (const stroke of strokes) stroke();
    drawTimeAxis(axis, scale, format);
    marks.fit(bottom);
    host.style.setProperty('--axis-left', `${AXIS.left}px`);
    host.style.setProperty('--axis-right', `${AXIS.right}px`);
  };
  const moveScrubber = () => {
    scrubber.value = String(Math.round(store.state.time));
    scrubber.setAttribute('aria-valuetext', format.time(store.state.time, true));
  };
  const moveBubble = () => {
    const { pointed } = store.state;
    bubble.hidden = pointed === null;
    if (pointed === null) return;
    bubble.textContent = format.time(pointed, true);
    bubble.style.left = `${scale(pointed)}px`;
  };
  scrubber.addEventListener('input', () => store.set({ time: Number(scrubber.value), isPlaying: false }));
  new ResizeObserver(draw).observe(host);
  return {
    element: host,
    update(changed) {
      marks.update(changed);
      if (changed.has('time')) moveScrubber();
      if (changed.has('pointed')) moveBubble();
    },
  };
}
