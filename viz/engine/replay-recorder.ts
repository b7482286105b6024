/** Simulates single days again, recorded and measured as in a run, with the times of waits kept; privacy is left out, which takes longer than all the rest. */
import type { Model } from '../../engine/model/model.ts';
import { type RecordedDay, Recording } from '../../engine/recording/recording.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import { together } from '../../engine/statistics/together.ts';
import type { DayMeasures } from '../replay/day-measures.ts';
import { TimedWaits } from './timed-waits.ts';

export class ReplayRecorder {
  private readonly recording = new Recording();
  private readonly statistics: TimedWaits;
  private readonly simulation: Simulation;

  constructor(model: Model, seed: string) {
    this.statistics = new TimedWaits(model);
    this.simulation = new Simulation(model, seed, together([this.statistics, this.recording]));
  }

  /** Copies, that last. */
  record(replication: number): { readonly day: RecordedDay; readonly measures: DayMeasures } {
    this.simulation.run(replication);
    return {
      day: this.recording.copy(),
      measures: {
        measuredFrom: this.statistics.sheet.from,
        waits: this.statistics.waitTable(),
      },
    };
  }
}
