/** Draws a service blueprint: lanes side by side, time downwards and to scale, and the present moment across it. */
import * as d3 from 'd3';
import { element } from '../app/element.ts';
import { type BlueprintPart, LANES, type Lane } from './blueprint-parts.ts';
import type { Detail, Telling } from './detail.ts';
import type { Journey } from './journey.ts';
import { button, table, timeLink } from './parts.ts';

/** In pixels a minute, as long as the whole is neither too low nor too high. */
const SCALE = 8;
const LEAST = 240;
const MOST = 760;
/** Heights from which a part has room for its title, and for what is added to it. */
const TITLE = 13;
const MORE = 27;

export function blueprintView(telling: Telling, journey: Journey, parts: readonly BlueprintPart[]): Detail {
  const { said, format, store } = telling;
  const { arrival, departure } = journey;
  const until = Math.max(departure, d3.max(parts, ({ to }) => to) ?? departure);
  const height = Math.max(LEAST, Math.min(MOST, ((until - arrival) / 60) * SCALE));
  const y = d3.scaleLinear([arrival, Math.max(until, arrival + 1)], [0, height]);

  const lanes = new Map<Lane, HTMLElement>();
  const grid = element('div', { class: 'blueprint', 'aria-hidden': 'true' });
  const now = element('div', { class: 'blueprint-now' }, element('span', {}));
  const axis = element('div', { class: 'blueprint-axis' });
  for (const time of ticksOf(arrival, until, height)) {
    const tick = element('span', { class: 'tick' }, format.time(time));
    tick.style.top = `${y(time)}px`;
    axis.append(tick);
  }
  const body = element('div', { class: 'blueprint-body' }, axis);
  body.style.height = `${height}px`;
  const heads = element('div', { class: 'blueprint-heads' }, element('span', {}));
  for (const lane of LANES) {
    const column = element('div', { class: `lane lane-${lane}` });
    lanes.set(lane, column);
    heads.append(element('span', { class: `head-${lane}` }, said.lanes[lane]));
    body.append(column);
    if (lane === 'front') {
      heads.append(element('span', {}));
      body.append(element('div', { class: 'visibility' }, element('span', {}, said.lanes.visibility)));
    }
  }
  body.append(now);
  for (const lane of LANES)
    for (const { part, column, columns } of abreast(parts.filter((one) => one.lane === lane)))
      lanes.get(lane)?.append(block(part, column, columns));
  grid.append(heads, body);

  function block(part: BlueprintPart, column: number, columns: number): HTMLElement {
    const { from, to, title, more, look, agency } = part;
    const tall = look === 'event' ? 0 : Math.max(2, y(to) - y(from) - 1);
    const made = element('div', {
      class: `part ${look}${agency < 0 ? '' : ` agency-${agency % 10}`}`,
      title: [title, more, `${format.time(from, true)}–${format.time(to, true)}`]
        .filter((text) => text !== '')
        .join('\n'),
    });
    made.style.top = `${y(from)}px`;
    made.style.height = `${tall}px`;
    made.style.left = `${(100 * column) / columns}%`;
    made.style.width = `${100 / columns}%`;
    if (tall >= TITLE || (look === 'event' && hasRoomAbove(part)))
      made.append(element('span', { class: 'part-title' }, title));
    if (tall >= MORE)
      made.append(
        element(
          'span',
          { class: 'part-more' },
          [more, format.duration(to - from)].filter(Boolean).join(' · '),
        ),
      );
    made.addEventListener('click', () => store.set({ time: from, isPlaying: false }));
    return made;
  }

  /** Nothing else is written where its title would be. */
  function hasRoomAbove({ lane, from }: BlueprintPart): boolean {
    const others = parts.filter((other) => other.lane === lane && other.from < from);
    return y(from) - Math.max(0, ...others.map(({ to }) => y(to))) >= 2 * TITLE;
  }

  const rows = parts.map(({ lane, from, to, title, more }) => [
    timeLink(store, format.time(from, true), from),
    to > from ? format.duration(to - from) : '–',
    said.lanes[lane],
    [title, more].filter((text) => text !== '').join(' · '),
  ]);
  const listed = table(
    said.blueprint,
    [said.columns.from, said.columns.lasting, said.laneColumn, said.columns.what],
    rows,
    [1],
  );
  listed.hidden = true;
  const lines = [...listed.querySelectorAll('tbody tr')];
  const toggle = button(said.table, () => {
    listed.hidden = !listed.hidden;
    grid.hidden = !listed.hidden;
    toggle.textContent = listed.hidden ? said.table : said.picture;
  });
  const label = now.firstElementChild;

  return {
    element: element(
      'section',
      { class: 'blueprint-part' },
      element('div', { class: 'part-head' }, element('h3', {}, said.blueprint), toggle),
      element('p', { class: 'note' }, said.blueprintAbout(format.duration(departure - arrival))),
      grid,
      listed,
    ),
    tick(time) {
      const isWithin = time >= arrival && time <= until;
      now.hidden = !isWithin;
      if (isWithin) {
        now.style.transform = `translateY(${y(time)}px)`;
        if (label !== null) label.textContent = format.time(time, true);
      }
      parts.forEach(({ from, to }, k) => {
        lines[k]?.classList.toggle('present', from <= time && time < to);
      });
    },
  };
}

/** Times of the day a few dozen pixels apart. */
function ticksOf(from: number, to: number, height: number): number[] {
  const most = Math.max(2, height / 34);
  const step = [60, 120, 300, 600, 900, 1800, 3600, 7200].find((one) => (to - from) / one <= most) ?? 14_400;
  return d3.range(Math.ceil(from / step) * step, to, step);
}

/** Parts that overlap in time, side by side. */
function abreast(
  parts: readonly BlueprintPart[],
): { readonly part: BlueprintPart; readonly column: number; readonly columns: number }[] {
  const ends: number[] = [];
  const placed = parts.map((part) => {
    const free = ends.findIndex((end) => end <= part.from + 1e-6);
    const column = free < 0 ? ends.length : free;
    ends[column] = Math.max(part.to, part.from);
    return { part, column };
  });
  return placed.map(({ part, column }) => {
    const overlapping = placed.filter((other) => other.part.from < part.to && part.from < other.part.to);
    const columns = 1 + Math.max(column, ...overlapping.map((other) => other.column));
    return { part, column, columns };
  });
}
