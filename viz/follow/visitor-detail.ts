/** One visitor: what the record has of it, its visit as a blueprint, its waits, who served it, and conflicts. */
import { OUTCOME } from '../../engine/simulation/observer.ts';
import { FLAG } from '../../engine/simulation/visitors.ts';
import { element } from '../app/element.ts';
import { clerkName, matterName, roleName, spaceName } from '../floor/names.ts';
import { listOf, type Ragged } from '../replay/ragged.ts';
import { agencyOfStage, blueprintOf, stageName } from './blueprint-parts.ts';
import { blueprintView } from './blueprint-view.ts';
import { conflictTable } from './conflict-table.ts';
import type { Detail, Telling } from './detail.ts';
import { type Journey, journeyOf } from './journey.ts';
import { linkPart } from './link-part.ts';
import { link, table, timeLink } from './parts.ts';
import { waitCausesOf } from './wait-causes.ts';

const OUTCOMES = Object.keys(OUTCOME) as readonly (keyof typeof OUTCOME)[];

export function visitorDetail(telling: Telling, row: number): Detail {
  const { day, house, said, format } = telling;
  const journey = journeyOf(day, row);
  const blueprint = blueprintView(telling, journey, blueprintOf(journey, house, said));
  const moment = linkPart(telling);
  const index = day.privacy?.index;
  const conflictsIn = (lists: Ragged | undefined) =>
    lists === undefined ? new Int32Array(0) : listOf(lists, journey.serial);
  const { arrival, departure } = journey;
  return {
    element: element(
      'div',
      { class: 'detail' },
      element(
        'p',
        { class: 'stay' },
        timeLink(telling.store, format.time(arrival), arrival),
        '–',
        timeLink(telling.store, format.time(departure), departure),
        `, ${said.inHouse(format.duration(departure - arrival))}`,
      ),
      facts(telling, journey),
      moment.element,
      blueprint.element,
      waits(telling, journey),
      services(telling, journey),
      conflictTable(telling, said.suffered, conflictsIn(index?.ofVisitor)),
      conflictTable(telling, said.witnessed, conflictsIn(index?.ofWitness)),
    ),
    tick(time) {
      blueprint.tick(time);
      moment.tick(time);
    },
  };
}

function facts(telling: Telling, journey: Journey): HTMLElement {
  const { day, house, said, format, store } = telling;
  const { visitors } = day;
  const { row, serial, outcome } = journey;
  const flags = visitors.flags[row];
  const { profiles } = house.scenario;
  const list = element('dl', { class: 'visitor-facts' });
  const put = (name: string, ...content: readonly (Node | string)[]) => {
    if (content.length === 0) return;
    const value = element('dd', {});
    value.append(...content);
    list.append(element('dt', {}, name), value);
  };
  put(said.facts.matters, matters(telling, journey));
  put(said.facts.outcome, outcome < 0 ? said.stillInside : said.outcomes[OUTCOMES[outcome]]);
  put(said.facts.profile, Object.values(profiles)[visitors.profile[row]]?.name ?? '');
  const language = house.ids.languages[visitors.language[row]] ?? '';
  put(
    said.facts.language,
    language === OTHER ? said.facts.otherLanguage : languageName(language, format.locale),
  );
  if ((flags & FLAG.appointment) !== 0) put(said.facts.appointment, said.yes);
  if (visitors.companions[row] > 0) put(said.facts.companions, format.number(visitors.companions[row]));
  if ((flags & FLAG.interpreter) !== 0) put(said.facts.interpreter, said.needsInterpreter);
  if ((flags & FLAG.accessible) !== 0) put(said.facts.accessible, said.needsAccessible);
  if ((flags & FLAG.protected) !== 0) put(said.facts.protected, said.nonDisclosure);
  const party = partyOf(day, row).map((other) =>
    link(store, said.visitor(String(visitors.serial[other])), { kind: 'visitor', index: other }),
  );
  if (party.length > 0) put(said.facts.party, ...party.flatMap((one, k) => (k === 0 ? [one] : [', ', one])));
  put(said.facts.source, house.ids.arrivals[visitors.source[row]] ?? '');
  list.dataset.visitor = String(serial);
  return list;
}

/** Those that the visit came to, each with its agency; and how many more had been brought. */
function matters({ day, house, said, format }: Telling, { row, waits, meetings }: Journey): HTMLElement {
  const { visitors } = day;
  const stages = [...waits, ...meetings].map(({ stage }) => stage);
  const first = visitors.firstMatter[row];
  const found = new Set([
    ...(first < 0 ? [] : [first]),
    ...stages.map((stage) => house.stages[stage].matter).filter((matter) => matter >= 0),
  ]);
  const list = element('ul', { class: 'matters' });
  for (const matter of found) {
    const agency = house.matterAgency[matter];
    list.append(
      element(
        'li',
        {},
        element('span', { class: `swatch agency-${agency % 10}`, 'aria-hidden': 'true' }),
        `${matterName(house, matter)} · ${Object.values(house.scenario.agencies)[agency]?.name ?? ''}`,
      ),
    );
  }
  const more = visitors.mattersBrought[row] - found.size;
  if (more > 0) list.append(element('li', {}, said.moreMatters(format.number(more))));
  if (list.children.length === 0) list.append(element('li', {}, said.noMatter));
  return list;
}

/** Rows of those who came together, without itself. */
function partyOf({ visitors }: Telling['day'], row: number): number[] {
  const party = visitors.party[row];
  const found: number[] = [];
  // They came at one moment, and so stand together in the table.
  for (const step of [-1, 1])
    for (let other = row + step; visitors.party[other] === party; other += step) found.push(other);
  return found.sort((a, b) => a - b);
}

/** As scenarios call the languages that they do not tell apart. */
const OTHER = 'other';

function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
  } catch {
    // The scenario may call its languages as it likes.
    return code;
  }
}

function waits(telling: Telling, { row, serial, waits: queued }: Journey): HTMLElement {
  const { day, house, said, format, store } = telling;
  const { measures, visitors } = day;
  const measured = [...measures.waits.visitor.keys()].filter((k) => measures.waits.visitor[k] === serial);
  const isProtected = (visitors.flags[row] & FLAG.protected) !== 0;
  const part = element('section', {});
  if (measured.length === 0)
    part.append(element('h3', {}, said.waits), element('p', { class: 'empty' }, said.noWaits));
  else {
    part.append(
      table(
        said.waits,
        [said.columns.from, said.columns.lasting, said.columns.what],
        measured.map((k) => [
          timeLink(store, format.time(measures.waits.from[k]), measures.waits.from[k]),
          format.duration(measures.waits.seconds[k]),
          matterName(house, measures.waits.matter[k]),
        ]),
        [1],
      ),
      element('p', { class: 'note' }, said.waitsAbout),
    );
  }
  const shown = queued.filter(({ from, to, ending }) => to - from >= 1 || ending !== 'called');
  if (shown.length === 0) return part;
  const list = element('ul', { class: 'queued' });
  for (const wait of shown) {
    const causes = waitCausesOf(day, house, wait, isProtected);
    const who = causes.roles.map((role) => roleName(house, role)).join(said.or);
    const where = causes.spaceTypes.map((id) => house.scenario.spaceTypes[id]?.name ?? id).join(said.or);
    const reasons = [
      [causes.neither, said.neither],
      [causes.noClerk, said.noClerk],
      [causes.noSpace, said.noSpace],
      [causes.both, said.both],
    ] as const;
    const needs =
      who === '' ? said.needsWhere(where) : where === '' ? said.needsWho(who) : said.needs(who, where);
    const why = reasons
      .filter(([seconds]) => seconds >= 1)
      .map(([seconds, text]) => `${format.duration(seconds)}: ${text}`);
    const area = wait.area < 0 ? '' : spaceName(house, wait.area);
    list.append(
      element(
        'li',
        {},
        timeLink(store, format.time(wait.from), wait.from),
        ` ${[
          format.duration(wait.to - wait.from),
          stageName(house, wait.stage, said),
          area,
          wait.isSeated ? '' : said.standing,
          said.endings[wait.ending],
        ]
          .filter((text) => text !== '')
          .join(' · ')}`,
        element('p', { class: 'note' }, `${needs}.`),
        element('ul', { class: 'why' }, ...why.map((text) => element('li', {}, text))),
      ),
    );
  }
  part.append(element('h4', {}, said.queueing), list);
  return part;
}

function services(telling: Telling, { meetings }: Journey): HTMLElement {
  const { house, said, format, store } = telling;
  const part = element('section', {});
  const begun = meetings.filter(({ start }) => start !== null);
  if (begun.length === 0) {
    part.append(element('h3', {}, said.services), element('p', { class: 'empty' }, said.noServices));
    return part;
  }
  const list = element('ul', { class: 'queued' });
  for (const { start, end, stage, clerk, space, isCompleted, helpers } of begun) {
    const from = start ?? end;
    const ways = [clerk, ...helpers]
      .filter((one) => one >= 0)
      .map((one) => link(store, clerkName(house, one), { kind: 'clerk', index: one }));
    if (space >= 0) ways.push(link(store, spaceName(house, space), { kind: 'space', index: space }));
    list.append(
      element(
        'li',
        {},
        timeLink(store, format.time(from), from),
        ` ${[
          format.duration(end - from),
          stageName(house, stage, said),
          agencyOfStage(house, stage),
          isCompleted ? '' : said.brokenOff,
        ]
          .filter((text) => text !== '')
          .join(' · ')}`,
        element('p', { class: 'ways' }, ...ways.flatMap((one, k) => (k === 0 ? [one] : [' · ', one]))),
      ),
    );
  }
  part.append(element('h3', {}, said.services), list);
  return part;
}
