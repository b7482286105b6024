/** Lists to choose from: visitors, searched and filtered; all clerks; all spaces. */
import { SPACE } from '../../engine/simulation/observer.ts';
import { element } from '../app/element.ts';
import { keepingFocus } from '../app/focus.ts';
import type { Store } from '../app/store.ts';
import { agencyName, clerkName, spaceName, typeName } from '../floor/names.ts';
import { isMeasured } from '../replay/day-privacy.ts';
import { clerkDayOf } from './clerk-day.ts';
import type { Telling } from './detail.ts';
import { pagedTable } from './paged-table.ts';
import { button, choice, link } from './parts.ts';
import { placeTotals } from './place-totals.ts';
import { secondsByState, spaceSpells } from './spells.ts';
import { EVERYBODY, found, ORDERS, registerOf, type Search } from './visitor-register.ts';

/** What was looked for last, which following somebody in between does not forget. */
const searches = new WeakMap<Store, Search>();

export const searchOf = (store: Store): Search => searches.get(store) ?? EVERYBODY;

export function visitorList(telling: Telling): HTMLElement {
  const { store, day, house, said, format } = telling;
  const register = registerOf(day, house);
  const number = (value: number) => format.number(value);
  if (day.visitors.length === 0) return element('p', { class: 'empty' }, said.nobodyCame);
  const results = element('div');
  let search = searchOf(store);
  const find = (part: Partial<Search>) => {
    search = { ...search, ...part };
    searches.set(store, search);
    keepingFocus(draw);
  };
  const ticket = element('input', {
    type: 'search',
    inputmode: 'numeric',
    id: 'ticket',
    size: 6,
    value: search.number,
    autocomplete: 'off',
  });
  const field = element('label', { class: 'pick' }, element('span', {}, said.search), ticket);
  ticket.addEventListener('input', () => find({ number: ticket.value.replace(/\D/g, '') }));
  ticket.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const first = found(day, register, search)[0];
    if (first === undefined) return;
    const time = timeWith(store.state.time, day.arrival[first], day.departure[first]);
    store.set({ selected: { kind: 'visitor', index: first }, time });
  });
  const agencies = house.ids.agencies
    .map((_, agency) => agency)
    .filter((agency) => register.agency.includes(agency));
  const conflicts = element('input', { type: 'checkbox', id: 'had-conflict' });
  conflicts.checked = search.hadConflict;
  conflicts.addEventListener('change', () => find({ hadConflict: conflicts.checked }));
  const agency = choice(
    'visitor-agency',
    said.agency,
    [['-1', said.all], ...agencies.map((one) => [String(one), agencyName(house, one)] as const)],
    String(search.agency),
    (value) => find({ agency: Number(value) }),
  );
  const order = choice(
    'visitor-order',
    said.order,
    ORDERS.map((one) => [one, said.orders[one]] as const),
    search.order,
    (value) => find({ order: ORDERS.find((one) => one === value) ?? 'arrival' }),
  );

  function draw(): void {
    const rows = found(day, register, search);
    const count = element(
      'p',
      { class: 'note', role: 'status' },
      said.visitorsOf(number(rows.length), number(day.visitors.length)),
    );
    if (rows.length === 0) {
      const all = button(said.showAll, () => {
        ticket.value = '';
        conflicts.checked = false;
        agency.querySelector('select')?.replaceWith(agencyOfAll());
        find({ ...EVERYBODY, order: search.order });
      });
      results.replaceChildren(count, element('p', { class: 'empty' }, `${said.nobody} `, all));
      return;
    }
    results.replaceChildren(
      count,
      pagedTable(
        {
          caption: said.kinds.visitor,
          head: [
            said.columns.number,
            said.columns.came,
            said.columns.agency,
            said.columns.wait,
            said.columns.conflicts,
          ],
          items: rows,
          numeric: [0, 1, 3, 4],
          size: 20,
          row: (row) => {
            const own = register.agency[row];
            return [
              link(
                store,
                String(day.visitors.serial[row]),
                { kind: 'visitor', index: row },
                timeWith(store.state.time, day.arrival[row], day.departure[row]),
              ),
              format.time(day.arrival[row]),
              own < 0 ? '–' : agencyMark(agencyName(house, own), own),
              format.duration(register.longestWait[row]),
              day.privacy === null
                ? '…'
                : register.suffered[row] === 0
                  ? '–'
                  : number(register.suffered[row]),
            ];
          },
        },
        said,
        number,
      ),
    );
  }
  const agencyOfAll = () => {
    const select = agency.querySelector('select');
    if (select !== null) select.value = '-1';
    return select ?? element('select');
  };
  draw();
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'filters' },
      field,
      agency,
      order,
      element('label', { class: 'pick tick-box' }, conflicts, said.hadConflict),
    ),
    results,
  );
}

/** The present time where the visitor is inside then, or else when it came. */
export const timeWith = (time: number, arrival: number, departure: number): number =>
  time >= arrival && time <= departure ? time : arrival;

export const agencyMark = (name: string, agency: number): HTMLElement =>
  element(
    'span',
    { class: 'with-swatch' },
    element('span', { class: `swatch agency-${agency % 10}`, 'aria-hidden': 'true' }),
    name,
  );

export function clerkList(telling: Telling): HTMLElement {
  const { store, day, house, said, format } = telling;
  return pagedTable(
    {
      caption: said.kinds.clerk,
      head: [said.columns.clerk, said.columns.shift, said.columns.served, said.columns.use],
      items: house.clerks,
      numeric: [2, 3],
      size: 40,
      row: ({ start, end }, clerk) => {
        const { busy, duty, services } = clerkDayOf(day, clerk, end);
        return [
          link(store, clerkName(house, clerk), { kind: 'clerk', index: clerk }),
          `${format.time(start)}–${format.time(end)}`,
          format.number(services.length),
          duty > 0 ? format.percent(busy / duty) : '–',
        ];
      },
    },
    said,
    (value) => format.number(value),
  );
}

export function spaceList(telling: Telling): HTMLElement {
  const { store, day, house, said, format } = telling;
  const { waited, exposed } = placeTotals(day, house.ids.spaces.length);
  const isPrivate = isMeasured(house, day);
  const minutes = (seconds: number | undefined) =>
    seconds === undefined || seconds === 0 ? '–' : format.number(seconds / 60, seconds < 600 ? 1 : 0);
  return pagedTable(
    {
      caption: said.kinds.space,
      head: [
        said.columns.place,
        said.columns.use,
        said.columns.waited,
        ...(isPrivate ? [said.columns.exposed] : []),
      ],
      items: house.ids.spaces,
      numeric: [1, 2, 3],
      size: 40,
      row: (_, space) => {
        const seconds = secondsByState(spaceSpells(day, house, space), 3);
        const usable = seconds[SPACE.occupied] + seconds[SPACE.free];
        return [
          element(
            'span',
            {},
            link(store, spaceName(house, space), { kind: 'space', index: space }),
            element('span', { class: 'place-type' }, typeName(house, house.spaceTypes[space])),
          ),
          seconds[SPACE.occupied] > 0 ? format.percent(seconds[SPACE.occupied] / usable) : '–',
          minutes(waited[space]),
          ...(isPrivate ? [exposed === null ? '…' : minutes(exposed[space])] : []),
        ];
      },
    },
    said,
    (value) => format.number(value),
  );
}
