/** The facts beside a chart: for each of its keys the figure of the moment, of the stretch, and of the day. It is the legend too. */
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import type { Changed } from '../app/state.ts';
import { Format } from '../words/format.ts';
import { type ChartKey, type ChartSpec, isSame } from './chart.ts';
import type { StretchFigures } from './stretch-figures.ts';
import { words } from './words.ts';

const SVG = 'http://www.w3.org/2000/svg';

export function factsTable({ store }: Context, spec: ChartSpec) {
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const momentHead = element('th', { scope: 'col' });
  const stretchHead = element('th', { scope: 'col', class: 'of-stretch' }, said.stretch);
  const rows = spec.keys.map((key) => {
    const cells = {
      moment: element('td', { class: 'of-moment' }),
      stretch: element('td', { class: 'of-stretch' }),
      day: element('td'),
    };
    const row = element(
      'tr',
      { class: key.of === null && key.colour === null ? 'of-all' : '' },
      element('th', { scope: 'row' }, nameOf(key)),
      cells.moment,
      cells.stretch,
      cells.day,
    );
    if (key.of !== null) {
      row.addEventListener('pointerenter', () => store.set({ highlighted: key.of }));
      row.addEventListener('pointerleave', () => store.set({ highlighted: null }));
    }
    return { key, row, ...cells };
  });
  const body = element('tbody');
  body.append(...rows.map(({ row }) => row));
  const table = element(
    'table',
    { class: 'facts-table' },
    element('caption', {}, spec.figureTitle),
    element(
      'thead',
      {},
      element('tr', {}, element('td'), momentHead, stretchHead, element('th', { scope: 'col' }, said.day)),
    ),
    body,
  );
  /** Writes only what is new: it is called at each frame. */
  const write = (cell: HTMLElement, text: string) => {
    if (cell.textContent !== text) cell.textContent = text;
  };
  const showMoment = () => {
    const { pointed, time } = store.state;
    const at = pointed ?? time;
    write(momentHead, `${spec.momentTitle} ${format.time(at)}`.trim());
    for (const { key, moment } of rows) write(moment, spec.moment(key, at));
  };
  return {
    element: table,
    update(changed: Changed) {
      if (changed.has('time') || changed.has('pointed')) showMoment();
      if (changed.has('highlighted')) {
        const { highlighted } = store.state;
        for (const { key, row } of rows)
          row.classList.toggle('is-highlighted', key.of !== null && isSame(key.of, highlighted));
      }
    },
    showFigures(stretch: StretchFigures | null, day: StretchFigures) {
      table.classList.toggle('has-stretch', stretch !== null);
      for (const row of rows) {
        write(row.day, spec.figure(row.key, day));
        write(row.stretch, stretch === null ? '' : spec.figure(row.key, stretch));
      }
    },
  };
}

/** With its colour and shape before it. */
function nameOf({ name, colour, symbol }: ChartKey): HTMLElement {
  const made = element('span', { class: 'key' });
  if (colour !== null) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '-7 -7 14 14');
    svg.setAttribute('width', '14');
    svg.setAttribute('height', '14');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', symbol ?? 'M-5-5H5V5H-5z');
    path.style.fill = colour;
    svg.append(path);
    made.append(svg);
  }
  made.append(element('span', {}, name));
  return made;
}
