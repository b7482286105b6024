/** Follows one visitor, clerk or space: whoever is selected, or else a list to choose from. */
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { keepingFocus } from '../app/focus.ts';
import type { Selected } from '../app/state.ts';
import type { Store } from '../app/store.ts';
import { clerkName, spaceName } from '../floor/names.ts';
import { Format } from '../words/format.ts';
import { clerkDetail } from './clerk-detail.ts';
import type { Detail, Telling } from './detail.ts';
import { clerkList, searchOf, spaceList, timeWith, visitorList } from './lists.ts';
import { button } from './parts.ts';
import { spaceDetail } from './space-detail.ts';
import { visitorDetail } from './visitor-detail.ts';
import { found, registerOf } from './visitor-register.ts';
import { words } from './words.ts';

const KINDS = ['visitor', 'clerk', 'space'] as const;
type Kind = (typeof KINDS)[number];

const kindOf = (selected: Selected | null): Kind | null =>
  KINDS.find((kind) => kind === selected?.kind) ?? null;

/** Which list was open last. */
const lists = new WeakMap<Store, Kind>();

export function followPanel(context: Context): View {
  const { store } = context;
  const telling: Telling = {
    ...context,
    said: words(store.state.language),
    format: new Format(store.state.language),
  };
  const { said } = telling;
  const body = element('div');
  const tabs = KINDS.map((kind) =>
    button(
      said.kinds[kind],
      () => {
        lists.set(store, kind);
        if (kindOf(store.state.selected) !== null) store.set({ selected: null });
        else keepingFocus(draw);
      },
      { id: `follow-${kind}` },
    ),
  );
  let detail: Detail | null = null;

  function draw(): void {
    const { selected } = store.state;
    const followed = kindOf(selected);
    const kind = followed ?? lists.get(store) ?? 'visitor';
    lists.set(store, kind);
    tabs.forEach((tab, k) => {
      tab.setAttribute('aria-pressed', String(KINDS[k] === kind));
    });
    detail = null;
    if (followed === null || selected === null) {
      body.replaceChildren({ visitor: visitorList, clerk: clerkList, space: spaceList }[kind](telling));
      return;
    }
    const back = button(`‹ ${said.back[kind]}`, () => store.set({ selected: null }), {
      class: 'go',
      id: 'follow-back',
    });
    if (selected.index >= countOf(telling, kind)) {
      body.replaceChildren(back, element('p', { class: 'empty' }, said.unknown));
      return;
    }
    detail = { visitor: visitorDetail, clerk: clerkDetail, space: spaceDetail }[kind](
      telling,
      selected.index,
    );
    body.replaceChildren(back, head(telling, kind, selected.index), detail.element);
    detail.tick(store.state.time);
  }

  return {
    element: element(
      'div',
      { class: 'follow' },
      element('div', { class: 'segments', role: 'group', 'aria-label': said.which }, ...tabs),
      body,
    ),
    update(changed) {
      if (changed.has('selected') || !body.hasChildNodes()) {
        keepingFocus(draw);
        document.getElementById('panel')?.scrollTo({ top: 0 });
      } else if (changed.has('time')) detail?.tick(store.state.time);
    },
  };
}

const countOf = ({ day, house }: Telling, kind: Kind): number =>
  ({ visitor: day.visitors.length, clerk: house.clerks.length, space: house.ids.spaces.length })[kind];

/** The name, with ways to the one before and after it; of visitors in the order of the list that was searched. */
function head(telling: Telling, kind: Kind, index: number): HTMLElement {
  const { day, house, said, store } = telling;
  const name = {
    visitor: () => said.visitor(String(day.visitors.serial[index])),
    clerk: () => clerkName(house, index),
    space: () => spaceName(house, index),
  }[kind]();
  // Whoever was found by number has the neighbours that it would have without.
  const search = searchOf(store);
  const list =
    kind === 'visitor'
      ? found(day, registerOf(day, house), search.number === '' ? search : { ...search, number: '' })
      : null;
  const at = list?.indexOf(index) ?? index;
  const neighbour = (step: number): number | null => {
    // Somebody who is not in the list that was searched has its neighbours in the order of arrival.
    if (list === null || at < 0) {
      const to = index + step;
      return to >= 0 && to < countOf(telling, kind) ? to : null;
    }
    return list[at + step] ?? null;
  };
  const step = (by: number, text: string, label: string, id: string) => {
    const to = neighbour(by);
    return button(
      text,
      () => {
        if (to === null) return;
        const time =
          kind === 'visitor'
            ? timeWith(store.state.time, day.arrival[to], day.departure[to])
            : store.state.time;
        store.set({ selected: { kind, index: to }, time });
      },
      { disabled: to === null, id, title: label, 'aria-label': label },
    );
  };
  return element(
    'div',
    { class: 'detail-head' },
    element('h2', {}, name),
    step(-1, '‹', said.earlier, 'follow-before'),
    step(1, '›', said.later, 'follow-after'),
  );
}
