/**
 * The conflicts of a day as columns of numbers, as `Conflict` of the engine has them: there may be millions, which as objects
 * would fill the memory, and take seconds to be sent from thread to thread.
 */
import type { Conflict } from '../../engine/privacy/conflict.ts';

/** What each column is made of: whole numbers that may be -1, small ones, and measures. */
export const CONFLICT_COLUMNS = {
  kind: Uint8Array,
  cause: Uint8Array,
  from: Float64Array,
  to: Float64Array,
  seconds: Float64Array,
  visitor: Int32Array,
  witness: Int32Array,
  persons: Float64Array,
  probability: Float64Array,
  matter: Int32Array,
  space: Int32Array,
  vantage: Int32Array,
  metres: Float64Array,
  seenAt: Int32Array,
  clerk: Int32Array,
  interpreter: Int32Array,
  sti: Float64Array,
  understood: Float64Array,
  waited: Float64Array,
  busy: Int32Array,
  busySince: Float64Array,
} as const satisfies Record<keyof Conflict, unknown>;

type Columns = typeof CONFLICT_COLUMNS;
export type ConflictColumn = keyof Columns;
export const CONFLICT_COLUMN_NAMES = Object.keys(CONFLICT_COLUMNS) as readonly ConflictColumn[];

/** One row a conflict. */
export type ConflictTable = { readonly length: number } & {
  readonly [Name in ConflictColumn]: InstanceType<Columns[Name]>;
};

/** One conflict of a table, as an object; throws where it has no such row. */
export function conflictAt(table: ConflictTable, row: number): Conflict {
  if (!(row >= 0 && row < table.length))
    throw new RangeError(`there is no conflict ${row} of ${table.length}`);
  return {
    kind: table.kind[row],
    cause: table.cause[row],
    from: table.from[row],
    to: table.to[row],
    seconds: table.seconds[row],
    visitor: table.visitor[row],
    witness: table.witness[row],
    persons: table.persons[row],
    probability: table.probability[row],
    matter: table.matter[row],
    space: table.space[row],
    vantage: table.vantage[row],
    metres: table.metres[row],
    seenAt: table.seenAt[row],
    clerk: table.clerk[row],
    interpreter: table.interpreter[row],
    sti: table.sti[row],
    understood: table.understood[row],
    waited: table.waited[row],
    busy: table.busy[row],
    busySince: table.busySince[row],
  };
}
