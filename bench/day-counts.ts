/**
 * What the peers count of DAY, and no more: who comes, who leaves without service, who is served after what wait. As an
 * observer of a simulation, so that ours does the same work as theirs; and what follows from the counts.
 */
import { type Observer, OUTCOME, type Outcome } from '../engine/simulation/observer.ts';
import type { Visitors } from '../engine/simulation/visitors.ts';
import type { DayTotals } from './work.ts';

export class DayCounts implements Observer {
  readonly totals: DayTotals = {
    days: 0,
    arrived: 0,
    left: 0,
    served: 0,
    waited: 0,
    servedSquared: 0,
    waitedSquared: 0,
    product: 0,
  };
  private served = 0;
  private waited = 0;
  private came = new Float64Array(1024);

  begin(_time: number, _visitors: Visitors): void {
    this.served = 0;
    this.waited = 0;
  }
  arrived(time: number, visitor: number): void {
    if (visitor >= this.came.length) {
      const longer = new Float64Array(2 * visitor);
      longer.set(this.came);
      this.came = longer;
    }
    this.came[visitor] = time;
    this.totals.arrived++;
  }
  serviceStarts(time: number, visitor: number): void {
    this.served++;
    this.waited += (time - this.came[visitor]) / 60;
  }
  left(_time: number, _visitor: number, outcome: Outcome): void {
    if (outcome === OUTCOME.reneged) this.totals.left++;
  }
  end(): void {
    const { totals, served, waited } = this;
    totals.days++;
    totals.served += served;
    totals.waited += waited;
    totals.servedSquared += served * served;
    totals.waitedSquared += waited * waited;
    totals.product += waited * served;
  }
  absent(): void {}
  walks(): void {}
  waits(): void {}
  called(): void {}
  givesUp(): void {}
  serviceEnds(): void {}
  clerkChanges(): void {}
  spaceChanges(): void {}
}

export interface MeanWait {
  /** Minutes, over all who were served. */
  readonly mean: number;
  /** Standard error, by the delta method over days, which are independent. */
  readonly error: number;
}

export function meanWait({
  days,
  served,
  waited,
  servedSquared,
  waitedSquared,
  product,
}: DayTotals): MeanWait {
  const mean = waited / served;
  const squares = waitedSquared - 2 * mean * product + mean * mean * servedSquared;
  return { mean, error: (Math.sqrt(squares / (days - 1)) * Math.sqrt(days)) / served };
}

/** The difference of two mean waits in units of its standard error: beyond 1.96 by chance once in twenty times. */
export function differenceInErrors(a: MeanWait, b: MeanWait): number {
  return (a.mean - b.mean) / Math.hypot(a.error, b.error);
}
