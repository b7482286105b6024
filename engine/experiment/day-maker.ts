/** Simulates single days of a model with all that is measured, and packs their figures: what every executor has at its core. */
import type { Model } from '../model/model.ts';
import { Simulation } from '../simulation/simulation.ts';
import { Statistics } from '../statistics/statistics.ts';
import { type Days, DaysPacker } from './days.ts';
import { MeasuredDay } from './measured-day.ts';

export class DayMaker {
  /** The replication that is being simulated, or was last. */
  replication = -1;
  private readonly statistics: Statistics;
  private readonly simulation: Simulation;
  private readonly packer = new DaysPacker(0);

  constructor(model: Model, seed: string) {
    this.statistics = new Statistics(model);
    this.simulation = new Simulation(model, seed, new MeasuredDay(model, this.statistics));
  }

  /**
   * Days from `from` on, at least one, until `to` or until `isEnough` says so: it is asked after each with the replication
   * that would be next.
   */
  make(from: number, to: number, isEnough: (next: number) => boolean): Days {
    const { packer } = this;
    packer.begin(from);
    for (this.replication = from; this.replication < to; this.replication++) {
      this.simulation.run(this.replication);
      packer.add(this.statistics.figures);
      if (isEnough(this.replication + 1)) break;
    }
    return packer.pack();
  }
}
