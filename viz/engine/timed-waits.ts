/** The statistics of a day, which also keep when each of its waits was. */
import type { Visitors } from '../../engine/simulation/visitors.ts';
import { HOURS } from '../../engine/statistics/scopes.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import type { WaitTable } from '../replay/day-measures.ts';

export class TimedWaits extends Statistics {
  private from: number[] = [];
  private until: number[] = [];
  private visitor: number[] = [];
  private table: Visitors | null = null;

  override begin(time: number, visitors: Visitors): void {
    super.begin(time, visitors);
    this.table = visitors;
    this.from = [];
    this.until = [];
    this.visitor = [];
  }

  override serviceStarts(time: number, visitor: number, stage: number): void {
    const { waits } = this.figures;
    const before = waits.length;
    super.serviceStarts(time, visitor, stage);
    if (waits.length === before || this.table === null) return;
    this.from.push(this.table.waitStart[visitor]);
    this.until.push(time);
    this.visitor.push(this.table.serial[visitor]);
  }

  /** A copy of the waits of the day that was last. */
  waitTable(): WaitTable {
    const { values, owners, length } = this.figures.waits;
    return {
      length,
      from: Float64Array.from(this.from),
      until: Float64Array.from(this.until),
      seconds: values.slice(0, length),
      matter: owners.slice(0, length).map((owner) => Math.floor(owner / HOURS)),
      visitor: Int32Array.from(this.visitor),
    };
  }
}
