/** The table of conflicts while it is written: columns that grow by doubling. */
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { doubled } from '../../engine/recording/doubled.ts';
import {
  CONFLICT_COLUMN_NAMES,
  CONFLICT_COLUMNS,
  type ConflictColumn,
  type ConflictTable,
} from '../replay/conflict-table.ts';

const FIRST = 256;

export class ConflictColumns implements ConflictTable {
  length = 0;
  kind = new Uint8Array(FIRST);
  cause = new Uint8Array(FIRST);
  from = new Float64Array(FIRST);
  to = new Float64Array(FIRST);
  seconds = new Float64Array(FIRST);
  visitor = new Int32Array(FIRST);
  witness = new Int32Array(FIRST);
  persons = new Float64Array(FIRST);
  probability = new Float64Array(FIRST);
  matter = new Int32Array(FIRST);
  space = new Int32Array(FIRST);
  vantage = new Int32Array(FIRST);
  metres = new Float64Array(FIRST);
  seenAt = new Int32Array(FIRST);
  clerk = new Int32Array(FIRST);
  interpreter = new Int32Array(FIRST);
  sti = new Float64Array(FIRST);
  understood = new Float64Array(FIRST);
  waited = new Float64Array(FIRST);
  busy = new Int32Array(FIRST);
  busySince = new Float64Array(FIRST);

  add(conflict: Conflict): void {
    if (this.length === this.kind.length) this.grow();
    const row = this.length++;
    this.kind[row] = conflict.kind;
    this.cause[row] = conflict.cause;
    this.from[row] = conflict.from;
    this.to[row] = conflict.to;
    this.seconds[row] = conflict.seconds;
    this.visitor[row] = conflict.visitor;
    this.witness[row] = conflict.witness;
    this.persons[row] = conflict.persons;
    this.probability[row] = conflict.probability;
    this.matter[row] = conflict.matter;
    this.space[row] = conflict.space;
    this.vantage[row] = conflict.vantage;
    this.metres[row] = conflict.metres;
    this.seenAt[row] = conflict.seenAt;
    this.clerk[row] = conflict.clerk;
    this.interpreter[row] = conflict.interpreter;
    this.sti[row] = conflict.sti;
    this.understood[row] = conflict.understood;
    this.waited[row] = conflict.waited;
    this.busy[row] = conflict.busy;
    this.busySince[row] = conflict.busySince;
  }

  /** Forgets all but some rows, given in ascending order. */
  keep(rows: Int32Array): void {
    for (const name of CONFLICT_COLUMN_NAMES) {
      const column = this[name];
      for (let k = 0; k < rows.length; k++) column[k] = column[rows[k]];
    }
    this.length = rows.length;
  }

  /** Some rows in an order, copied; what was here is given up, column by column, so that there are never two of all. */
  takeInOrder(rows: Int32Array): ConflictTable {
    const { length } = rows;
    const columns: Partial<Record<ConflictColumn, Float64Array | Int32Array | Uint8Array>> = {};
    for (const name of CONFLICT_COLUMN_NAMES) {
      const column = this[name];
      const Column = CONFLICT_COLUMNS[name];
      const taken = new Column(length);
      for (let k = 0; k < length; k++) taken[k] = column[rows[k]];
      columns[name] = taken;
      this.put(name, new Column(FIRST));
    }
    this.length = 0;
    return { length, ...columns } as ConflictTable;
  }

  private grow(): void {
    for (const name of CONFLICT_COLUMN_NAMES) this.put(name, doubled(this[name]));
  }

  private put(name: ConflictColumn, column: Float64Array | Int32Array | Uint8Array): void {
    (this as Record<ConflictColumn, unknown>)[name] = column;
  }
}
