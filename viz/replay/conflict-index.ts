/** Whose, whence, where and when the conflicts of a day are: columns made once a day, so that millions of them are looked up at once. */
import type { ConflictTable } from './conflict-table.ts';
import { listOf, type Ragged, raggedOf } from './ragged.ts';
import type { VantageColumns } from './vantage-columns.ts';

/** Lists of rows of the table, the gravest first. */
export interface ConflictIndex {
  /** By serial number: of the visitor whom it is about, and of the one who perceives it. */
  readonly ofVisitor: Ragged;
  readonly ofWitness: Ragged;
  readonly ofClerk: Ragged;
  /** By space: where it happens; and where it is perceived from, which for who passes on a way is none. */
  readonly atSpace: Ragged;
  readonly fromSpace: Ragged;
  /** All in the order in which they begin. */
  readonly byBegin: Int32Array;
  /** By minute from the first on: those that go on in it. */
  readonly firstMinute: number;
  readonly inMinute: Ragged;
}

const MINUTE = 60;
export const minuteOf = (time: number): number => Math.floor(time / MINUTE);

/** `byBegin` is made by who can sort. */
export function conflictIndex(
  table: ConflictTable,
  vantages: VantageColumns | null,
  byBegin: Int32Array,
): ConflictIndex {
  const { length } = table;
  const rows = Int32Array.from({ length }, (_, row) => row);
  const by = (owners: Int32Array) => {
    let most = -1;
    for (const owner of owners) if (owner > most) most = owner;
    return raggedOf(owners, rows, length, most + 1);
  };
  const from = table.vantage.map((vantage) =>
    vantages !== null && vantage >= 0 && vantage < vantages.places ? (vantages.space[vantage] ?? -1) : -1,
  );
  const firstMinute = length === 0 ? 0 : minuteOf(table.from[byBegin[0]]);
  return {
    ofVisitor: by(table.visitor),
    ofWitness: by(table.witness),
    ofClerk: by(table.clerk),
    atSpace: by(table.space),
    fromSpace: by(from),
    byBegin,
    firstMinute,
    inMinute: minutesOf(table, firstMinute),
  };
}

/** In two passes, so that nothing is made that is not kept. */
function minutesOf(
  { from, to, length }: Pick<ConflictTable, 'from' | 'to' | 'length'>,
  first: number,
): Ragged {
  let count = 0;
  for (let row = 0; row < length; row++) count = Math.max(count, minuteOf(to[row]) - first + 1);
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < length; row++)
    for (let minute = minuteOf(from[row]); minute <= minuteOf(to[row]); minute++)
      starts[minute - first + 1]++;
  for (let minute = 0; minute < count; minute++) starts[minute + 1] += starts[minute];
  const next = starts.slice();
  const values = new Int32Array(starts[count]);
  for (let row = 0; row < length; row++)
    for (let minute = minuteOf(from[row]); minute <= minuteOf(to[row]); minute++)
      values[next[minute - first]++] = row;
  return { starts, values };
}

/** Calls `visit` with the row of each conflict that goes on at the time, the gravest first, until it gives false. */
export function visitGoingOn(
  { from, to }: Pick<ConflictTable, 'from' | 'to'>,
  { inMinute, firstMinute }: Pick<ConflictIndex, 'inMinute' | 'firstMinute'>,
  time: number,
  visit: (row: number) => boolean,
): void {
  for (const row of listOf(inMinute, minuteOf(time) - firstMinute))
    if (from[row] <= time && time <= to[row] && !visit(row)) return;
}
