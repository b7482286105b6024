/** Two designs on the same day: what each has come to until now, and the visitors whom they treat otherwise. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { Format } from '../words/format.ts';
import { type BesideDay, besideDay, besideIndex } from './beside.ts';
import { type Fare, faresApart, type SoFar, soFar } from './so-far.ts';
import { words } from './words.ts';

/** Minutes. */
const THRESHOLD = 10;
/** More visitors than these are counted only. */
const MOST = 40;

export function soFarView(context: Context): View {
  const { store, day } = context;
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const host = element('section', { class: 'so-far', hidden: true, 'aria-label': said.soFar });
  const figures = element('tbody');
  const list = element('tbody');
  const heading = element('h2', {}, '');
  const threshold = element('input', {
    type: 'number',
    id: 'beside-threshold',
    min: 1,
    max: 240,
    step: 1,
    value: THRESHOLD,
  });
  threshold.addEventListener('input', () => showFares());
  const column = (text: string) => element('th', { scope: 'col' }, text);
  const table = (caption: string, columns: readonly string[], body: HTMLElement) =>
    element(
      'table',
      { class: 'so-far-table' },
      element('caption', { class: 'unseen' }, caption),
      element('thead', {}, element('tr', {}, ...columns.map(column))),
      body,
    );
  host.append(
    element(
      'div',
      {},
      element('h2', {}, said.soFar),
      table(said.soFar, [said.measure, said.shown, said.other, said.difference], figures),
    ),
    element(
      'div',
      { class: 'fares' },
      heading,
      element('label', { class: 'choice' }, said.threshold, threshold),
      element(
        'div',
        { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': said.visitor },
        table(said.visitor, [said.visitor, said.shown, said.other, said.difference], list),
      ),
    ),
  );
  let other: BesideDay | null = null;
  let asked = 0;

  const show = async () => {
    const number = ++asked;
    const index = besideIndex(context);
    other = null;
    host.hidden = index === null;
    if (index === null) {
      store.set({ faring: [] });
      return;
    }
    const found = await besideDay(context, index);
    if (number !== asked) return;
    other = found;
    showFares();
    showFigures();
  };

  const signed = (value: number, decimals: number) => {
    const text = format.fixed(Math.abs(value), decimals);
    return /[1-9]/.test(text) ? `${value < 0 ? '−' : '+'}${text}` : text;
  };
  let written = '';
  const showFigures = () => {
    if (other === null) return;
    const { time } = store.state;
    const [one, two] = [soFar(day, time), soFar(other.day, time)];
    const row = (text: string, of: (some: SoFar) => number | null, decimals: number) => {
      const [a, b] = [of(one), of(two)];
      const cell = (value: number | null) => (value === null ? '–' : format.fixed(value, decimals));
      return [text, cell(a), cell(b), a === null || b === null ? '–' : signed(b - a, decimals)];
    };
    const rows = [
      row(said.waitSoFar, ({ meanWait }) => meanWait, 1),
      row(said.servicesSoFar, ({ services }) => services, 0),
      row(said.exposedSoFar, ({ exposed }) => exposed, 0),
      row(said.conflictsSoFar, ({ conflicts }) => conflicts, 0),
    ];
    // At most of the frames nothing has changed.
    if (JSON.stringify(rows) === written) return;
    written = JSON.stringify(rows);
    figures.replaceChildren(
      ...rows.map(([text, ...cells]) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, text),
          ...cells.map((cell) => element('td', {}, cell)),
        ),
      ),
    );
  };
  const showFares = () => {
    if (other === null || !threshold.validity.valid || threshold.value === '') return;
    const fares = faresApart(day, other.day, threshold.valueAsNumber);
    heading.textContent = `${said.farther(format.number(threshold.valueAsNumber))}: ${format.number(fares.length)}`;
    store.set({ faring: fares.map(({ serial, one, other: there }) => ({ serial, more: there - one })) });
    list.replaceChildren(...fares.slice(0, MOST).map(fareRow));
  };
  const fareRow = ({ serial, one, other: there }: Fare) => {
    const row = day.visitors.serial.indexOf(serial);
    const pick = element('button', { type: 'button' }, `${said.visitor} ${format.number(serial)}`);
    pick.addEventListener('click', () =>
      store.set({ selected: { kind: 'visitor', index: row }, time: Math.max(day.from, day.arrival[row]) }),
    );
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, pick),
      element('td', {}, format.fixed(one, 0)),
      element('td', {}, format.fixed(there, 0)),
      element('td', {}, signed(there - one, 0)),
    );
  };
  return {
    element: host,
    update(changed) {
      const isTried = changed.has('tried') && store.state.beside === context.designs.tried;
      if (changed.has('beside') || isTried) void show();
      else if (changed.has('time') || changed.has('privacy')) showFigures();
    },
  };
}
