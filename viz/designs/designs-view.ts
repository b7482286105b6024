/** The panel with all designs: waiting against exposure, and the table behind it. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { keepingFocus } from '../app/focus.ts';
import { benchOf } from '../try/bench.ts';
import { changeText } from '../try/change-words.ts';
import { button, labelled } from '../try/fields.ts';
import { figureText, verdictOf } from '../try/figure-words.ts';
import { words as tryWords } from '../try/words.ts';
import { Format } from '../words/format.ts';
import { FrontierChart } from './frontier-chart.ts';
import { figureOf, type WeighedDesign } from './weighed-designs.ts';
import { words } from './words.ts';

/** Listens for as long as the view is in the page. */
let ended: () => void = () => {};

export function designsView(context: Context): View {
  const { store, designs, parcel } = context;
  const said = words(store.state.language);
  const trySaid = tryWords(store.state.language);
  const format = new Format(store.state.language);
  const { scenario } = designs.at(0).house;
  const { desk, days, weighed } = benchOf(context);

  const limitText = (limit: number | null) =>
    limit === null ? said.noLimit : said.limit(said.minutes(format.number(limit)));
  const nameOf = ({ origin }: WeighedDesign): string => {
    switch (origin.kind) {
      case 'base':
        return `${said.base}: ${scenario.name}`;
      case 'given':
        return designs.at(origin.design).house.scenario.name;
      case 'fallback':
        return limitText(origin.limit);
      case 'tried':
        return origin.changes.map((change) => changeText(change, scenario, trySaid, format)).join('; ');
    }
  };
  const take = ({ origin }: WeighedDesign) => {
    switch (origin.kind) {
      case 'base':
        desk.reset();
        store.set({ design: 0 });
        break;
      case 'given':
        store.set({ design: origin.design });
        break;
      case 'fallback':
        desk.become([{ kind: 'fallback', minutes: origin.limit }]);
        store.set({ panel: 'try' });
        break;
      case 'tried':
        desk.become(origin.changes);
        store.set({ panel: 'try' });
        break;
    }
  };
  const chart = new FrontierChart({ weighed, said, format, nameOf, onTake: take });
  const state = element('p', { class: 'try-state', role: 'status' });
  const head = element(
    'tr',
    {},
    ...[said.point, said.design, said.wait, said.exposure].map((text) =>
      element('th', { scope: 'col' }, text),
    ),
  );
  const body = element('tbody');
  const table = element(
    'table',
    { class: 'designs-table' },
    element('caption', { class: 'unseen' }, said.title),
    element('thead', {}, head),
    body,
  );
  const sweep = button(said.sweep, () => void weighed.weighLimits(), { id: 'designs-sweep' });
  const isSweepable = designs.at(0).source.kind === 'files';

  const besides = element('select', { id: 'designs-beside' });
  besides.addEventListener('change', () =>
    store.set({ beside: besides.value === '' ? null : Number(besides.value) }),
  );
  const showBesides = () => {
    const numbers = Array.from({ length: designs.tried + 1 }, (_, index) => index).filter(
      (index) => designs.has(index) && index !== store.state.design,
    );
    const name = (index: number) =>
      index === designs.tried ? said.tried : designs.at(index).house.scenario.name;
    besides.replaceChildren(
      element('option', { value: '' }, said.noneBeside),
      ...numbers.map((index) => element('option', { value: index }, name(index))),
    );
    besides.value = store.state.beside === null ? '' : String(store.state.beside);
    besides.disabled = numbers.length === 0;
  };

  const refresh = () => {
    showBesides();
    const { all } = weighed;
    const isNothing = all.some(({ wait, exposure }) => wait !== null && exposure === null);
    const done = all.filter(({ days: made, problem }) => made >= days || problem !== null).length;
    const counts = [done, all.length].map((count) => format.number(count)) as [string, string];
    state.textContent = isNothing
      ? said.nothing
      : done < all.length
        ? said.working(...counts)
        : said.ready(counts[1]);
    chart.element.hidden = isNothing;
    chart.draw();
    sweep.hidden = !isSweepable || isNothing || all.some(({ origin }) => origin.kind === 'fallback');
    body.replaceChildren(...all.map((design) => row(design)));
  };
  const row = (design: WeighedDesign) => {
    const cell = (weighedRow: WeighedDesign['wait']) =>
      element(
        'td',
        { class: 'number' },
        element('span', {}, figureText(figureOf(weighedRow), format)),
        design.origin.kind === 'base' || weighedRow === null
          ? null
          : element(
              'span',
              { class: 'try-hint' },
              `${figureText(weighedRow.difference, format, true)}, ${trySaid[verdictOf(weighedRow)]}`,
            ),
      );
    const name = nameOf(design);
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, design.label),
      element(
        'td',
        {},
        element('span', {}, name),
        design.problem === null
          ? button(said.takeShort, () => take(design), { 'aria-label': said.take(name) })
          : element('span', { class: 'try-problem' }, `${said.refused}: ${design.problem}`),
      ),
      cell(design.wait),
      cell(design.exposure),
    );
  };
  ended();
  ended = weighed.listen(() => keepingFocus(refresh));
  void weighed.weighGiven(parcel.designs);

  return {
    element: element(
      'div',
      { class: 'try designs' },
      element('p', { class: 'try-hint' }, said.intro),
      state,
      chart.element,
      element('p', { class: 'try-hint' }, said.legend),
      element('div', { class: 'try-buttons' }, sweep),
      labelled(said.choose, besides),
      designs.given === 1 && !designs.hasTried ? element('p', { class: 'try-hint' }, said.onlyOne) : null,
      element('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': said.title }, table),
    ),
    update(changed) {
      if (changed.has('panel') || changed.has('theme') || changed.has('beside') || changed.has('tried'))
        keepingFocus(refresh);
    },
  };
}
