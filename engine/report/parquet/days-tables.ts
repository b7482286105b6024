/**
 * Packed days as three tables and back: the figures of each day, each wait and each stay. What the tables say is what a
 * sample is made from, to the last bit.
 *
 * Figures say by a number which one they are, and the table of slots says what that is: written out in every row, the
 * names would take more time than the simulation of the days.
 */
import type { Days, Ragged } from '../../experiment/days.ts';
import type { Ids, Model } from '../../model/model.ts';
import { GROUPS, Layout } from '../../statistics/figures.ts';
import { HOURS, SCOPES, type ScopeKey, scopeAt, scopeCount } from '../../statistics/scopes.ts';
import { fromParquet, type Table, Unreadable } from './read-table.ts';
import { toParquet } from './write-table.ts';

/** The tables of a block of days, as bytes. */
export interface DaysTables {
  readonly figures: Uint8Array;
  readonly waits: Uint8Array;
  readonly stays: Uint8Array;
}

/** `run` says which run they are of, and comes back only to who says the same. */
export function daysToParquet(days: Days, { ids, matterAgency }: Model, run: string): DaysTables {
  const { first, count, figures, waits, stays } = days;
  const about = (table: string) => ({ table, first: String(first), count: String(count), run });
  const matterOf = (owner: number) => Math.floor(owner / HOURS);
  const matters = text(waits, (owner) => ids.matters[matterOf(owner)] ?? null);
  const agencies = text(waits, (owner) => ids.agencies[matterAgency[matterOf(owner)]] ?? null);
  return {
    figures: toParquet(
      [
        { name: 'replication', kind: 'integer', data: replicationsOf(first, figures) },
        { name: 'slot', kind: 'integer', data: figures.owners },
        { name: 'value', kind: 'number', data: figures.values },
      ],
      about('figures'),
    ),
    waits: toParquet(
      [
        { name: 'replication', kind: 'integer', data: replicationsOf(first, waits) },
        { name: 'matter', kind: 'text', data: matters },
        { name: 'agency', kind: 'text', data: agencies },
        { name: 'hour', kind: 'integer', data: waits.owners.map((owner) => owner % HOURS) },
        { name: 'seconds', kind: 'number', data: waits.values },
      ],
      about('waits'),
    ),
    stays: toParquet(
      [
        { name: 'replication', kind: 'integer', data: replicationsOf(first, stays) },
        { name: 'agency', kind: 'optional text', data: text(stays, (owner) => ids.agencies[owner] ?? null) },
        { name: 'seconds', kind: 'number', data: stays.values },
      ],
      about('stays'),
    ),
  };
}

/** Which days of which run are looked for. */
export interface Wanted {
  readonly first: number;
  readonly count: number;
  readonly run: string;
}

/** The days of one block. Throws `Unreadable` where the tables are not those of this block, or of another run. */
export async function daysFromParquet(
  tables: DaysTables,
  { first, count, run }: Wanted,
  { ids }: Model,
): Promise<Days> {
  const matters = new Map(ids.matters.map((id, index) => [id, index]));
  const agencies = new Map(ids.agencies.map((id, index) => [id, index]));
  const read = async (name: keyof DaysTables, ownersOf: (table: Table) => Int32Array, value: string) => {
    const table = await fromParquet(tables[name]);
    const { about } = table;
    if (about.table !== name || about.first !== String(first) || about.count !== String(count))
      throw new Unreadable(`does not hold the ${name} of replications ${first} to ${first + count - 1}`);
    if (about.run !== run)
      throw new Unreadable('is of another run: the seed, the scenario or the version is not the same');
    const starts = startsOf(table.integers('replication'), first, count);
    return { starts, values: table.numbers(value), owners: ownersOf(table) };
  };
  const { size } = new Layout(ids);
  return {
    first,
    count,
    figures: await read('figures', (table) => within(table.integers('slot'), size), 'value'),
    waits: await read(
      'waits',
      (table) => {
        const hours = within(table.integers('hour'), HOURS);
        return Int32Array.from(table.texts('matter'), (id, row) => known(matters, id) * HOURS + hours[row]);
      },
      'seconds',
    ),
    stays: await read(
      'stays',
      (table) =>
        Int32Array.from(table.optionalTexts('agency'), (id) => (id === null ? -1 : known(agencies, id))),
      'seconds',
    ),
  };
}

const SCOPE_COLUMNS = [...new Set(Object.values(SCOPES).flat())] as readonly ScopeKey[];

/** What each slot of the figures is: the figure, and what it is about. Units: seconds, persons × seconds, or a number. */
export function slotsToParquet(ids: Ids): Uint8Array {
  const layout = new Layout(ids);
  const figures = new Array<string>(layout.size).fill('');
  const scopes = new Array<ReturnType<typeof scopeAt>>(layout.size).fill({});
  for (const group of Object.values(GROUPS)) {
    for (const figure of group.figures) {
      for (const kind of group.scopes) {
        const from = layout.offset(figure, kind);
        for (let index = 0; index < scopeCount(kind, ids); index++) {
          figures[from + index] = figure;
          scopes[from + index] = scopeAt(kind, index, ids);
        }
      }
    }
  }
  return toParquet(
    [
      { name: 'slot', kind: 'integer', data: Int32Array.from(figures, (_, slot) => slot) },
      { name: 'figure', kind: 'text', data: figures },
      ...SCOPE_COLUMNS.map((key) => ({
        name: key,
        kind: key === 'hour' ? ('optional integer' as const) : ('optional text' as const),
        data: scopes.map((scope) => scope[key] ?? null),
      })),
    ],
    { table: 'slots' },
  );
}

function text({ owners }: Ragged, nameOf: (owner: number) => string | null): (string | null)[] {
  return Array.from(owners, nameOf);
}

function replicationsOf(first: number, { starts, values }: Ragged): Int32Array {
  const replications = new Int32Array(values.length);
  for (let day = 0; day + 1 < starts.length; day++)
    replications.fill(first + day, starts[day], starts[day + 1]);
  return replications;
}

/** Where each day begins in a column of replications that go up. */
function startsOf(replications: Int32Array, first: number, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  let last = first;
  for (const replication of replications) {
    if (replication < last || replication >= first + count)
      throw new Unreadable(`has a row of replication ${replication} where it does not belong`);
    last = replication;
    starts[replication - first + 1]++;
  }
  for (let day = 0; day < count; day++) starts[day + 1] += starts[day];
  return starts;
}

function within(values: Int32Array, size: number): Int32Array {
  const wrong = values.find((value) => value < 0 || value >= size);
  if (wrong !== undefined) throw new Unreadable(`has a number ${wrong} that this scenario does not`);
  return values;
}

function known(ids: ReadonlyMap<string, number>, id: string): number {
  const index = ids.get(id);
  if (index === undefined) throw new Unreadable(`speaks of '${id}', which the scenario does not have`);
  return index;
}
