/** The display board of the hall: who has been called last, and where to. Numbers are those of the day's visitors. */
import { STAGE } from '../../engine/model/model.ts';
import { EVENT_KIND } from '../../engine/recording/events.ts';
import type { Context } from '../app/context.ts';
import { element } from '../app/element.ts';
import { rowOf } from '../replay/doing.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { lastUntil } from '../replay/whereabouts.ts';
import { agencyColour } from './inks.ts';
import { spaceName } from './names.ts';
import { words } from './words.ts';

const ROWS = 5;
/** In seconds: for how long a call counts as new. */
const NEW = 45;

export function calledBoard({ store, day, house }: Context) {
  const said = words(store.state.language);
  const calls = callsOf(day, house.stages);
  const times = Float64Array.from(calls, (event) => day.events.time[event]);
  const list = element('ol', { class: 'called' });
  const rows = Array.from({ length: ROWS }, () => {
    const ticket = element('button', { type: 'button', class: 'ticket' });
    const where = element('span', { class: 'where' });
    const row = element('li', {}, ticket, element('span', { 'aria-hidden': 'true' }, '→'), where);
    let visitor = -1;
    ticket.addEventListener('click', () => {
      if (visitor >= 0) store.set({ selected: { kind: 'visitor', index: visitor } });
    });
    return {
      row,
      show(event: number) {
        visitor = rowOf(day, day.events.visitor[event]);
        const stage = house.stages[day.events.stage[event]];
        const agency = stage === undefined || stage.matter < 0 ? -1 : house.matterAgency[stage.matter];
        ticket.textContent = String(day.events.visitor[event]);
        ticket.setAttribute('aria-label', said.visitor(String(day.events.visitor[event])));
        ticket.style.borderColor = agency < 0 ? '' : `var(${agencyColour(agency)})`;
        where.textContent = spaceName(house, day.events.space[event]);
      },
    };
  });
  const empty = element('p', {}, said.boardEmpty);
  let shown = -2;
  let newest = -1;
  return {
    element: element(
      'section',
      { class: 'board', 'aria-label': said.board },
      element('h2', {}, said.board),
      list,
      empty,
    ),
    update(time: number) {
      const last = lastUntil(times, 0, times.length, time);
      if (last !== shown) {
        shown = last;
        const count = Math.min(ROWS, last + 1);
        for (let k = 0; k < count; k++) rows[k].show(calls[last - k]);
        list.replaceChildren(...rows.slice(0, count).map(({ row }) => row));
        list.hidden = count === 0;
        empty.hidden = count > 0;
        newest = -1;
      }
      let isNew = 0;
      while (isNew < ROWS && isNew <= last && time - times[last - isNew] < NEW) isNew++;
      if (isNew === newest) return;
      newest = isNew;
      for (const [k, { row }] of rows.entries()) row.classList.toggle('new', k < isNew);
    },
  };
}

/** Calls to a place of service, in the order of time: greetings and kiosks need no board. */
function callsOf({ events }: ReplayDay, stages: Context['house']['stages']): Int32Array {
  const found: number[] = [];
  for (let event = 0; event < events.length; event++) {
    if (events.kind[event] !== EVENT_KIND.called || events.space[event] < 0) continue;
    const kind = stages[events.stage[event]]?.kind;
    if (kind === STAGE.service || kind === STAGE.handOver) found.push(event);
  }
  return Int32Array.from(found);
}
