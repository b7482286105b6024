/** One clerk: its day as a strip of states, its use of time, and whom it served when. */
import { CLERK } from '../../engine/simulation/observer.ts';
import { element } from '../app/element.ts';
import { roleName, spaceName } from '../floor/names.ts';
import { words as floorWords } from '../floor/words.ts';
import { rowOf } from '../replay/doing.ts';
import { listOf } from '../replay/ragged.ts';
import { stageName } from './blueprint-parts.ts';
import { CLERK_STATES, clerkDayOf } from './clerk-day.ts';
import { beginsOf, conflictTable } from './conflict-table.ts';
import type { Detail, Telling } from './detail.ts';
import { pagedTable } from './paged-table.ts';
import { link, timeLink } from './parts.ts';
import { type StripState, shares, stripView } from './strip-view.ts';

/** By state of CLERK. */
const LOOKS: readonly StripState[] = [
  { look: 'off', height: 0 },
  { look: 'free', height: 0.14 },
  { look: 'back-office', height: 0.34 },
  { look: 'preparing', height: 0.7 },
  { look: 'serving', height: 1 },
  { look: 'after-work', height: 0.55 },
  { look: 'on-break', height: 0.24 },
  { look: 'assisting', height: 0.85 },
];

export function clerkDetail(telling: Telling, clerk: number): Detail {
  const { day, house, said, format, store } = telling;
  const { start, end, breaks, role } = house.clerks[clerk];
  const work = clerkDayOf(day, clerk, end);
  const names = floorWords(store.state.language).clerk;
  const here = work.duty + work.seconds[CLERK.onBreak];
  const shift = [
    roleName(house, role),
    said.shift(format.time(start), format.time(end)),
    breaks.length === 0 ? '' : said.breaks(breaks.map(({ at }) => format.time(at)).join(', ')),
  ].filter((text) => text !== '');
  const host = element('div', { class: 'detail' }, element('p', { class: 'stay' }, shift.join(' · ')));
  if (here === 0) {
    host.append(element('p', { class: 'empty' }, said.absent));
    return { element: host, tick() {} };
  }
  const use = [
    `${said.use(format.duration(work.busy), format.duration(work.duty))} (${format.percent(work.duty > 0 ? work.busy / work.duty : 0)})`,
    work.overtime >= 1 ? said.overtime(format.duration(work.overtime)) : '',
  ].filter((text) => text !== '');
  const mine = day.privacy === null ? new Int32Array(0) : listOf(day.privacy.index.ofClerk, clerk);
  const strip = stripView(telling, `${said.day}: ${use.join(', ')}`, work.spells, LOOKS, beginsOf(day, mine));
  const states = CLERK_STATES.map((name, state) => ({
    look: LOOKS[state].look,
    name: names[name],
    seconds: work.seconds[state],
  })).filter(({ seconds }, state) => state !== CLERK.off && seconds > 0);
  const present = work.services.findIndex(({ to }) => to > store.state.time);
  host.append(
    element('p', { class: 'use' }, `${use.join(', ')}.`),
    strip.element,
    shares(telling, said.shares, states, here),
    work.services.length === 0
      ? element(
          'section',
          {},
          element('h3', {}, said.visits),
          element('p', { class: 'empty' }, said.noVisits),
        )
      : pagedTable(
          {
            caption: `${said.visits} (${format.number(work.services.length)})`,
            head: [
              said.columns.from,
              said.columns.lasting,
              said.columns.number,
              said.columns.what,
              said.columns.where,
            ],
            items: work.services,
            numeric: [1],
            first: Math.max(0, present),
            row: ({ visitor, stage, space, from, to, isCompleted }) => [
              timeLink(store, format.time(from), from),
              format.duration(to - from),
              link(store, String(visitor), { kind: 'visitor', index: rowOf(day, visitor) }, from),
              `${stageName(house, stage, said)}${isCompleted ? '' : ` · ${said.brokenOff}`}`,
              space < 0 ? '–' : link(store, spaceName(house, space), { kind: 'space', index: space }),
            ],
          },
          said,
          (value) => format.number(value),
        ),
    conflictTable(telling, said.atWork, mine),
  );
  return { element: host, tick: strip.tick };
}
