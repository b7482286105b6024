/** Gathers the conflicts of a day: all are added up, and the gravest are kept one by one. */
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { gravity } from '../../engine/report/terminal/conflicts.ts';
import { reach } from '../../engine/statistics/sheet.ts';
import type { ConflictTable } from '../replay/conflict-table.ts';
import type { ConflictTotals } from '../replay/conflict-totals.ts';
import { ConflictColumns } from './conflict-columns.ts';
import { ConflictSums } from './conflict-sums.ts';
import { rowsInOrder } from './ordered.ts';

/** So many are kept: each takes a hundred bytes, and half as much again in lists. */
export const MOST_KEPT = 2_000_000;
/** So many times as many are gathered before those are forgotten that are not among the gravest. */
const GATHERED = 1.5;

export class GatheredConflicts {
  private readonly columns = new ConflictColumns();
  private readonly sums: ConflictSums;
  private readonly most: number;
  /** By row of the columns: its gravity, with the sign turned, for the gravest to come first. */
  private lightness = new Float64Array(0);
  /** Of those that are kept so far, once there are too many: the least gravity. */
  private least = Number.NEGATIVE_INFINITY;

  /** `step` in seconds, of the times by which they are added up. */
  constructor(step: number, most = MOST_KEPT) {
    this.sums = new ConflictSums(step);
    this.most = most;
  }

  readonly add = (conflict: Conflict): void => {
    this.sums.add(conflict);
    const grave = gravity(conflict);
    // Of two that are as grave, the one that began first is kept, which need not have been told first.
    if (grave < this.least) return;
    const { columns } = this;
    this.lightness = reach(this.lightness, columns.length, 0);
    this.lightness[columns.length] = -grave;
    columns.add(conflict);
    if (columns.length >= GATHERED * this.most) this.forget();
  };

  /** What has been gathered since the last time, the gravest first, in the order of `aula explain`. */
  take(): { readonly conflicts: ConflictTable; readonly totals: ConflictTotals } {
    const conflicts = this.columns.takeInOrder(this.gravest());
    this.lightness = new Float64Array(0);
    this.least = Number.NEGATIVE_INFINITY;
    return { conflicts, totals: this.sums.take() };
  }

  private gravest(): Int32Array {
    const { from, visitor, length } = this.columns;
    return rowsInOrder(
      this.lightness.subarray(0, length),
      (one, other) => from[one] - from[other] || visitor[one] - visitor[other],
    ).subarray(0, this.most);
  }

  private forget(): void {
    const gravest = this.gravest();
    this.least = -this.lightness[gravest[gravest.length - 1]];
    const kept = gravest.slice().sort();
    for (let k = 0; k < kept.length; k++) this.lightness[k] = this.lightness[kept[k]];
    this.columns.keep(kept);
  }
}
