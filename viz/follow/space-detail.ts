/** One space: occupied, free or closed over the day, who was there, and what was perceived in it and from it. */
import { SPACE } from '../../engine/simulation/observer.ts';
import { element } from '../app/element.ts';
import { words as conflictWords } from '../conflicts/words.ts';
import { clerkName, spaceName, typeName } from '../floor/names.ts';
import { words as floorWords } from '../floor/words.ts';
import { notKnown, notListed } from '../privacy/not-known.ts';
import { rowOf } from '../replay/doing.ts';
import { stageName } from './blueprint-parts.ts';
import { beginsOf, conflictTable } from './conflict-table.ts';
import type { Detail, Telling } from './detail.ts';
import { pagedTable } from './paged-table.ts';
import { link, timeLink } from './parts.ts';
import { SPACE_STATES, type SpaceDay, spaceDayOf } from './space-day.ts';
import { type StripState, shares, stripView } from './strip-view.ts';

/** By state of SPACE. */
const LOOKS: readonly StripState[] = [
  { look: 'off', height: 0.06 },
  { look: 'free', height: 0.2 },
  { look: 'serving', height: 1 },
];

export function spaceDetail(telling: Telling, space: number): Detail {
  const { day, house, said, format, store } = telling;
  const one = spaceDayOf(day, house, space);
  const names = floorWords(store.state.language).space;
  const types = [...new Set(one.spells.map(({ type }) => type))];
  const usable = one.seconds[SPACE.occupied] + one.seconds[SPACE.free];
  const isForService = one.seconds[SPACE.occupied] > 0 || one.services.length > 0;
  const use = `${said.occupied(format.duration(one.seconds[SPACE.occupied]), format.duration(usable))} (${format.percent(usable > 0 ? one.seconds[SPACE.occupied] / usable : 0)})`;
  const host = element(
    'div',
    { class: 'detail' },
    element('p', { class: 'stay' }, types.map((type) => typeName(house, type)).join(', ')),
  );
  const strip = stripView(telling, `${said.day}: ${use}`, one.spells, LOOKS, beginsOf(day, one.here));
  if (isForService || one.waits.length === 0) {
    host.append(
      element('p', { class: 'use' }, `${use}.`),
      strip.element,
      shares(
        telling,
        said.shares,
        SPACE_STATES.map((name, state) => ({
          look: LOOKS[state].look,
          name: names[name],
          seconds: one.seconds[state],
        })).filter(({ seconds }) => seconds > 0),
        day.to - day.from,
      ),
    );
  }
  if (types.length > 1) host.append(typesOverDay(telling, one));
  if (one.services.length > 0 || one.waits.length === 0) host.append(servedHere(telling, one));
  if (one.waits.length > 0) host.append(waitedHere(telling, one));
  host.append(conflictTable(telling, said.here, one.here), perceivedFrom(telling, one));
  return { element: host, tick: strip.tick };
}

/** A convertible space: which type it had when. */
function typesOverDay({ house, format }: Telling, { spells }: SpaceDay): HTMLElement {
  const changes = spells.filter(({ type }, k) => type !== spells[k - 1]?.type);
  const list = element('ul', { class: 'types' });
  for (const { type, from } of changes)
    list.append(element('li', {}, `${format.time(from)}: ${typeName(house, type)}`));
  return list;
}

function servedHere(telling: Telling, { services }: SpaceDay): HTMLElement {
  const { day, house, said, format, store } = telling;
  if (services.length === 0)
    return element(
      'section',
      {},
      element('h3', {}, said.servedHere),
      element('p', { class: 'empty' }, said.noVisits),
    );
  return pagedTable(
    {
      caption: `${said.servedHere} (${format.number(services.length)})`,
      head: [
        said.columns.from,
        said.columns.lasting,
        said.columns.number,
        said.columns.what,
        said.columns.whom,
      ],
      items: services,
      numeric: [1],
      first: Math.max(
        0,
        services.findIndex(({ to }) => to > store.state.time),
      ),
      row: ({ visitor, stage, clerk, from, to, isCompleted }) => [
        timeLink(store, format.time(from), from),
        format.duration(to - from),
        link(store, String(visitor), { kind: 'visitor', index: rowOf(day, visitor) }, from),
        `${stageName(house, stage, said)}${isCompleted ? '' : ` · ${said.brokenOff}`}`,
        clerk < 0 ? '–' : link(store, clerkName(house, clerk), { kind: 'clerk', index: clerk }),
      ],
    },
    said,
    (value) => format.number(value),
  );
}

function waitedHere(telling: Telling, { waits }: SpaceDay): HTMLElement {
  const { day, house, said, format, store } = telling;
  return pagedTable(
    {
      caption: `${said.waitedHere} (${format.number(waits.length)})`,
      head: [said.columns.from, said.columns.lasting, said.columns.number, said.columns.what, ''],
      items: waits,
      numeric: [1],
      first: Math.max(
        0,
        waits.findIndex(({ to }) => to > store.state.time),
      ),
      row: ({ visitor, stage, isSeated, from, to }) => [
        timeLink(store, format.time(from), from),
        format.duration(to - from),
        link(store, String(visitor), { kind: 'visitor', index: rowOf(day, visitor) }, from),
        stageName(house, stage, said),
        isSeated ? said.seated : said.standing,
      ],
    },
    said,
    (value) => format.number(value),
  );
}

/** What was perceived from here, by the place where it happened; each unfolds into its conflicts. */
function perceivedFrom(telling: Telling, { fromHere }: SpaceDay): HTMLElement {
  const { house, said, format, store } = telling;
  const part = element('section', {}, element('h3', {}, said.fromHere));
  if (fromHere.length === 0)
    part.append(
      element('p', { class: 'empty' }, notKnown(telling) ?? notListed(telling) ?? said.noneSuffered),
    );
  const title = conflictWords(store.state.language).title;
  for (const { space, conflicts, seconds } of fromHere) {
    const name = space < 0 ? said.onWay : spaceName(house, space);
    const unfolded = element(
      'details',
      {},
      element(
        'summary',
        {},
        `${name}: ${said.fromHereLine(format.number(conflicts.length), format.duration(seconds))}`,
      ),
    );
    unfolded.addEventListener('toggle', () => {
      if (unfolded.open && unfolded.children.length === 1)
        unfolded.append(conflictTable(telling, `${title}: ${name}`, conflicts));
    });
    part.append(unfolded);
  }
  return part;
}
