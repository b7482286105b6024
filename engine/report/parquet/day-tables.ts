/** One recorded day as tables: its events, who came in, and its conflicts. Indices become the ids of the scenario. */
import type { Model } from '../../model/model.ts';
import { EVENTS, type EventName, type EventTable } from '../../recording/events.ts';
import type { RecordedDay } from '../../recording/recording.ts';
import type { VisitorTable } from '../../recording/visitor-columns.ts';
import { FLAG } from '../../simulation/visitors.ts';
import { CAUSES, KIND_IDS, KINDS } from '../../statistics/scopes.ts';
import { CLERK_STATES, clockOf, OUTCOMES, SPACE_STATES, STAGES } from './words.ts';
import { type Column, type ColumnKind, toParquet } from './write-table.ts';

/** The tables of a day, as bytes. */
export interface DayTables {
  readonly events: Uint8Array;
  readonly visitors: Uint8Array;
  readonly conflicts: Uint8Array;
}

export function dayToParquet(day: RecordedDay, replication: number, model: Model): DayTables {
  const about = (table: string) => ({ table, replication: String(replication) });
  return {
    events: toParquet(eventColumns(day.events, replication, model), about('events')),
    visitors: toParquet(visitorColumns(day.visitors, replication, model), about('visitors')),
    conflicts: toParquet(conflictColumns(day.conflicts, replication, model), about('conflicts')),
  };
}

type Cell = number | string | boolean | null;

function columnOf(name: string, kind: ColumnKind, length: number, cell: (row: number) => Cell): Column {
  return { name, kind, data: Array.from({ length }, (_, row) => cell(row)) };
}

/** What stands in the table of events for the doors and for the exit of protected visitors, which are no spaces. */
const DOORS = ['(doors)', '(protected exit)'] as const;

function eventColumns(events: EventTable, replication: number, model: Model): Column[] {
  const { ids, stages, matterAgency, clerks } = model;
  const places = [...ids.spaces, ...DOORS];
  const column = (name: string, kind: ColumnKind, cell: (row: number) => Cell) =>
    columnOf(name, kind, events.length, cell);
  const eventOf = (row: number): EventName => EVENTS[events.kind[row]];
  const only = <T extends Cell>(event: EventName, cell: (row: number) => T) => {
    return (row: number) => (eventOf(row) === event ? cell(row) : null);
  };
  const stageOf = (row: number) => (events.stage[row] < 0 ? null : stages[events.stage[row]]);
  const matterOf = (row: number) => stageOf(row)?.matter ?? -1;
  const clerkOf = (row: number) => (events.clerk[row] < 0 ? null : clerks[events.clerk[row]]);
  return [
    column('replication', 'integer', () => replication),
    { name: 'seconds', kind: 'number', data: events.time.slice(0, events.length) },
    column('clock', 'text', (row) => clockOf(events.time[row])),
    column('event', 'text', eventOf),
    column('visitor', 'optional integer', (row) => (events.visitor[row] < 0 ? null : events.visitor[row])),
    column('stage', 'optional text', (row) => STAGES[stageOf(row)?.kind ?? -1] ?? null),
    column('matter', 'optional text', (row) => ids.matters[matterOf(row)] ?? null),
    column('agency', 'optional text', (row) => ids.agencies[matterAgency[matterOf(row)] ?? -1] ?? null),
    column('clerk', 'optional text', (row) => ids.clerks[events.clerk[row]] ?? null),
    column('role', 'optional text', (row) => ids.roles[clerkOf(row)?.role ?? -1] ?? null),
    column('space', 'optional text', (row) => places[events.space[row]] ?? null),
    column(
      'origin',
      'optional text',
      only('walks', (row) => places[events.other[row]] ?? null),
    ),
    column(
      'until',
      'optional number',
      only('walks', (row) => events.until[row]),
    ),
    column(
      'seated',
      'optional boolean',
      only('waits', (row) => events.detail[row] === 1),
    ),
    column(
      'completed',
      'optional boolean',
      only('ends', (row) => events.detail[row] === 1),
    ),
    column('outcome', 'optional text', (row) =>
      ['leaves', 'absent'].includes(eventOf(row)) ? (OUTCOMES[events.detail[row]] ?? null) : null,
    ),
    column('state', 'optional text', (row) => {
      if (eventOf(row) === 'clerk') return CLERK_STATES[events.detail[row]] ?? null;
      return eventOf(row) === 'space' ? (SPACE_STATES[events.detail[row]] ?? null) : null;
    }),
    column(
      'spaceType',
      'optional text',
      only('space', (row) => ids.spaceTypes[events.other[row]] ?? null),
    ),
    column(
      'arrival',
      'optional text',
      only('absent', (row) => ids.arrivals[events.other[row]] ?? null),
    ),
  ];
}

function visitorColumns(visitors: VisitorTable, replication: number, { ids }: Model): Column[] {
  const column = (name: string, kind: ColumnKind, cell: (row: number) => Cell) =>
    columnOf(name, kind, visitors.length, cell);
  const flag = (bit: number) => (row: number) => (visitors.flags[row] & bit) !== 0;
  return [
    column('replication', 'integer', () => replication),
    column('visitor', 'integer', (row) => visitors.serial[row]),
    column('party', 'integer', (row) => visitors.party[row]),
    column('arrival', 'text', (row) => ids.arrivals[visitors.source[row]]),
    column('profile', 'text', (row) => ids.profiles[visitors.profile[row]]),
    column('language', 'optional text', (row) => ids.languages[visitors.language[row]] ?? null),
    column('firstMatter', 'optional text', (row) => ids.matters[visitors.firstMatter[row]] ?? null),
    column('matters', 'integer', (row) => visitors.mattersBrought[row]),
    column('companions', 'integer', (row) => visitors.companions[row]),
    column('accessible', 'optional boolean', flag(FLAG.accessible)),
    column('interpreter', 'optional boolean', flag(FLAG.interpreter)),
    column('protected', 'optional boolean', flag(FLAG.protected)),
    column('appointment', 'optional boolean', flag(FLAG.appointment)),
    column('warmUp', 'optional boolean', flag(FLAG.warmUp)),
  ];
}

function conflictColumns(
  conflicts: RecordedDay['conflicts'],
  replication: number,
  { ids, matterAgency, vantages }: Model,
): Column[] {
  const column = (
    name: string,
    kind: ColumnKind,
    cell: (conflict: RecordedDay['conflicts'][number]) => Cell,
  ) => columnOf(name, kind, conflicts.length, (row) => cell(conflicts[row]));
  const from = (vantage: number) => (vantage < 0 ? null : (vantages?.points[vantage] ?? null));
  return [
    column('replication', 'integer', () => replication),
    column('channel', 'text', ({ kind }) => KINDS[KIND_IDS[kind]]),
    column('kind', 'text', ({ kind }) => KIND_IDS[kind]),
    column('cause', 'text', ({ cause }) => CAUSES[cause]),
    column('clock', 'text', (conflict) => clockOf(conflict.from)),
    column('begins', 'number', (conflict) => conflict.from),
    column('ends', 'number', (conflict) => conflict.to),
    column('seconds', 'number', ({ seconds }) => seconds),
    column('visitor', 'integer', ({ visitor }) => visitor),
    column('witness', 'optional integer', ({ witness }) => (witness < 0 ? null : witness)),
    column('persons', 'number', ({ persons }) => persons),
    column('probability', 'number', ({ probability }) => probability),
    column('matter', 'optional text', ({ matter }) => ids.matters[matter] ?? null),
    column('agency', 'optional text', ({ matter }) => ids.agencies[matterAgency[matter] ?? -1] ?? null),
    column('clerk', 'optional text', ({ clerk }) => ids.clerks[clerk] ?? null),
    column('space', 'optional text', ({ space }) => ids.spaces[space] ?? null),
    column('witnessSpace', 'optional text', ({ vantage }) => ids.spaces[from(vantage)?.space ?? -1] ?? null),
    column('witnessX', 'optional number', ({ vantage }) => from(vantage)?.x ?? null),
    column('witnessY', 'optional number', ({ vantage }) => from(vantage)?.y ?? null),
    column('sti', 'number', ({ sti }) => sti),
    column('understood', 'number', ({ understood }) => understood),
    column('waited', 'number', ({ waited }) => waited),
    column('busySpace', 'optional text', ({ busy }) => ids.spaces[busy] ?? null),
    column('busySince', 'optional number', ({ busy, busySince }) => (busy < 0 ? null : busySince)),
  ];
}
