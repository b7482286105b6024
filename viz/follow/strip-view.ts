/** A day as a strip of states: each has a height of its own besides its colour; a click goes to the time. */
import * as d3 from 'd3';
import { element } from '../app/element.ts';
import type { Detail, Telling } from './detail.ts';
import type { Spell } from './spells.ts';

const HEIGHT = 46;
const AXIS = 18;
const MARGIN = 6;

export interface StripState {
  /** Name of the class of its marks and of its swatch in the list of shares. */
  readonly look: string;
  /** Share of the height, 0 for what is not drawn. */
  readonly height: number;
}

export function stripView(
  { store, format, day }: Telling,
  label: string,
  spells: readonly Spell[],
  states: readonly StripState[],
  marks: readonly number[],
  lookOf: (spell: Spell) => string = ({ state }) => states[state]?.look ?? '',
): Detail {
  const svg = d3
    .create('svg')
    .attr('class', 'strip')
    .attr('height', HEIGHT + AXIS)
    .attr('role', 'img')
    .attr('aria-label', label);
  const host = element('div', { class: 'strip-host' }, svg.node());
  const drawn = spells.filter(({ state }) => (states[state]?.height ?? 0) > 0);
  const from = Math.max(day.from, d3.min(drawn, (spell) => spell.from) ?? day.from);
  const to = Math.min(day.to, d3.max(drawn, (spell) => spell.to) ?? day.to);
  const x = d3.scaleLinear([from, to], [MARGIN, 300]);
  const bars = svg.append('g');
  const ticks = svg.append('g').attr('class', 'strip-conflicts');
  const axis = svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${HEIGHT})`);
  const cursor = svg.append('line').attr('class', 'cursor').attr('y1', 0).attr('y2', HEIGHT);

  const draw = () => {
    const width = Math.max(160, host.clientWidth);
    svg.attr('width', width);
    x.range([MARGIN, width - MARGIN]);
    const heightOf = ({ state }: Spell) => (HEIGHT - 4) * (states[state]?.height ?? 0);
    bars
      .selectAll('rect')
      .data(drawn)
      .join('rect')
      .attr('class', (spell) => `spell ${lookOf(spell)}`)
      .attr('x', (spell) => x(spell.from))
      .attr('width', (spell) => Math.max(0.5, x(spell.to) - x(spell.from)))
      .attr('y', (spell) => HEIGHT - heightOf(spell))
      .attr('height', heightOf);
    ticks
      .selectAll('path')
      .data(marks)
      .join('path')
      .attr('d', (time) => `M${x(time)},1l-3,-5h6z`)
      .attr('transform', 'translate(0,5)');
    const count = Math.max(2, Math.floor(width / 55));
    const step = [900, 1800, 3600, 7200, 14_400, 28_800, 86_400].find((one) => (to - from) / one <= count);
    const hours = d3.range(Math.ceil(from / (step ?? 86_400)), Math.floor(to / (step ?? 86_400)) + 1);
    axis.call(
      d3
        .axisBottom(x)
        .tickValues(hours.map((one) => one * (step ?? 86_400)))
        .tickFormat((seconds) => format.time(Number(seconds)))
        .tickSizeOuter(0),
    );
    tick(store.state.time);
  };
  const tick = (time: number) => {
    const isWithin = time >= from && time <= to;
    cursor
      .attr('x1', x(time))
      .attr('x2', x(time))
      .attr('visibility', isWithin ? 'visible' : 'hidden');
  };
  svg.on('click', (event: MouseEvent) => {
    const [at] = d3.pointer(event, svg.node());
    store.set({ time: Math.max(from, Math.min(to, x.invert(at))), isPlaying: false });
  });
  new ResizeObserver(draw).observe(host);
  return { element: host, tick };
}

/** Names, times and shares of states, with a swatch each: the legend of the strip, and its table. */
export function shares(
  { format }: Telling,
  caption: string,
  rows: readonly { readonly look: string; readonly name: string; readonly seconds: number }[],
  whole: number,
): HTMLElement {
  const body = element('tbody');
  body.append(
    ...rows.map(({ look, name, seconds }) =>
      element(
        'tr',
        {},
        element(
          'th',
          { scope: 'row' },
          element('span', { class: `swatch ${look}`, 'aria-hidden': 'true' }),
          name,
        ),
        element('td', { class: 'number' }, format.duration(seconds)),
        element('td', { class: 'number' }, whole > 0 ? format.percent(seconds / whole) : '–'),
      ),
    ),
  );
  return element('table', { class: 'shares' }, element('caption', {}, caption), body);
}
