/** The conflicts of the day: the gravest first or by time, by channel, agency and cause; each unfolds into its story. */

import { CAUSES, KIND_IDS } from '../../engine/statistics/scopes.ts';
import type { Context, View } from '../app/context.ts';
import { element } from '../app/element.ts';
import { keepingFocus } from '../app/focus.ts';
import type { Store } from '../app/store.ts';
import { agencyName, spaceName } from '../floor/names.ts';
import { button, choice, pager } from '../follow/parts.ts';
import { notKnown, notListed } from '../privacy/not-known.ts';
import { conflictAt } from '../replay/conflict-table.ts';
import { Format } from '../words/format.ts';
import { type ConflictSearch, channelNamed, choicesOf, EVERY_CONFLICT, searched } from './conflict-search.ts';
import { storyPart } from './story-part.ts';
import { lasting } from './told.ts';
import { words } from './words.ts';

const PAGE = 20;

/** What was looked for last, which another panel in between does not forget. */
const searches = new WeakMap<Store, ConflictSearch>();

export function conflictsPanel(context: Context): View {
  const { store, day, house } = context;
  const said = words(store.state.language);
  const format = new Format(store.state.language);
  const number = (value: number) => format.number(value);
  let search = searches.get(store) ?? EVERY_CONFLICT;
  let list: Int32Array = new Int32Array(0);
  let page = 0;
  const unfolded = new Set<number>();

  const host = element('div', { class: 'conflicts' });
  if (day.privacy === null) {
    host.append(
      element('p', { class: 'about' }, said.about),
      element('p', { class: 'empty' }, notKnown(context) ?? ''),
    );
    return { element: host, update() {} };
  }
  const { privacy } = day;
  const { conflicts } = privacy;
  if (conflicts.length === 0) {
    host.append(element('p', { class: 'empty' }, house.hears || house.sees ? said.none : said.notMeasured));
    return { element: host, update() {} };
  }

  const find = (part: Partial<ConflictSearch>) => {
    search = { ...search, ...part };
    searches.set(store, search);
    page = 0;
    keepingFocus(draw);
  };
  const body = element('div');
  const { channels, causes, agencies } = choicesOf(privacy, house);
  const filters = () =>
    element(
      'div',
      { class: 'filters' },
      choice(
        'conflict-channel',
        said.channel,
        [['', said.all], ...channels.map((one) => [one, said.channels[one]] as const)],
        search.channel ?? '',
        (value) => find({ channel: channels.find((one) => one === value) ?? null }),
      ),
      choice(
        'conflict-agency',
        said.agency,
        [['-1', said.all], ...agencies.map((one) => [String(one), agencyName(house, one)] as const)],
        String(search.agency),
        (value) => find({ agency: Number(value) }),
      ),
      choice(
        'conflict-cause',
        said.cause,
        [['', said.all], ...causes.map((one) => [one, said.causes[one]] as const)],
        search.cause ?? '',
        (value) => find({ cause: causes.find((one) => one === value) ?? null }),
      ),
      choice(
        'conflict-order',
        said.order,
        [
          ['gravity', said.orders.gravity],
          ['time', said.orders.time],
        ],
        search.order,
        (value) => find({ order: value === 'time' ? 'time' : 'gravity' }),
      ),
    );

  const item = (index: number): HTMLElement => {
    const conflict = conflictAt(conflicts, index);
    const kind = KIND_IDS[conflict.kind];
    const isOpen = unfolded.has(index);
    const head = element(
      'button',
      {
        type: 'button',
        class: 'conflict-head',
        id: `conflict-${index}`,
        'aria-expanded': String(isOpen),
      },
      element('span', { class: 'rank', 'aria-label': said.number(number(index + 1)) }, number(index + 1)),
      element('span', { class: 'clock-cell' }, format.time(conflict.from)),
      element('span', { class: 'what' }, said.kinds[kind]),
      element(
        'span',
        { class: 'where' },
        [
          conflict.space < 0 ? said.onWay : spaceName(house, conflict.space),
          conflict.matter < 0 ? '' : agencyName(house, house.matterAgency[conflict.matter]),
          lasting(conflict.seconds, format),
          said.causes[CAUSES[conflict.cause]],
        ]
          .filter((text) => text !== '')
          .join(' · '),
      ),
    );
    head.addEventListener('click', () => {
      if (unfolded.has(index)) unfolded.delete(index);
      else unfolded.add(index);
      keepingFocus(draw);
    });
    const { selected } = store.state;
    const isSelected = selected?.kind === 'conflict' && selected.index === index;
    return element(
      'li',
      { class: `conflict channel-${channelNamed(conflict.kind)}${isSelected ? ' selected' : ''}` },
      head,
      isOpen ? storyPart(context, privacy, index) : null,
    );
  };

  /** As figures count them: each by the probability that somebody perceives it who must not. */
  const expected = () => list.reduce((sum, index) => sum + conflicts.probability[index], 0);

  function draw(): void {
    const { stretch } = store.state;
    list = searched(privacy, house, search, stretch);
    page = Math.min(page, Math.max(0, Math.ceil(list.length / PAGE) - 1));
    const shown = list.subarray(page * PAGE, (page + 1) * PAGE);
    const items = element('ol', { class: 'conflict-list' });
    items.append(...Array.from(shown, item));
    body.replaceChildren(
      ...[
        filters(),
        stretch === null
          ? null
          : element('p', { class: 'note' }, said.stretch(format.time(stretch[0]), format.time(stretch[1]))),
        element(
          'p',
          { class: 'note', role: 'status' },
          `${said.counted(number(list.length), number(conflicts.length))}; ${said.weighed(number(expected()))}`,
        ),
        list.length === 0
          ? element(
              'p',
              { class: 'empty' },
              `${said.noneLeft} `,
              button(said.showAll, () => {
                store.set({ stretch: null });
                find({ ...EVERY_CONFLICT, order: search.order });
              }),
            )
          : items,
        pager(said, 'conflicts', said.title, page, PAGE, list.length, number, (to) => {
          page = to;
          keepingFocus(draw);
          document.getElementById('panel')?.scrollTo({ top: 0 });
        }),
      ].filter((part) => part !== null),
    );
  }

  /** Unfolds the selected conflict, on the page where it is; a search that hides it is given up. */
  function reveal(): void {
    const { selected, stretch } = store.state;
    if (selected?.kind !== 'conflict' || selected.index >= conflicts.length) return;
    unfolded.add(selected.index);
    let at = searched(privacy, house, search, stretch).indexOf(selected.index);
    if (at < 0) {
      search = { ...EVERY_CONFLICT, order: search.order };
      searches.set(store, search);
      at = searched(privacy, house, search, stretch).indexOf(selected.index);
    }
    if (at >= 0) page = Math.floor(at / PAGE);
  }

  host.append(element('p', { class: 'about' }, said.about));
  const cut = notListed(context);
  if (cut !== null) host.append(element('p', { class: 'note' }, cut));
  host.append(body);
  return {
    element: host,
    update(changed) {
      const isFirst = !body.hasChildNodes();
      if (!isFirst && !changed.has('selected') && !changed.has('stretch')) return;
      if (isFirst || changed.has('selected')) reveal();
      keepingFocus(draw);
      const { selected } = store.state;
      if (changed.has('selected') && selected?.kind === 'conflict')
        document.getElementById(`conflict-${selected.index}`)?.scrollIntoView({ block: 'nearest' });
    },
  };
}
