/** Simulates single days again, recorded and measured as in a run, with the times of waits and exposure kept. */
import { MeasuredDay } from '../../engine/experiment/measured-day.ts';
import type { Model } from '../../engine/model/model.ts';
import { type RecordedDay, Recording } from '../../engine/recording/recording.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import type { DayMeasures } from '../replay/day-measures.ts';
import { ExposureByMinute } from './exposure-by-minute.ts';
import { TimedWaits } from './timed-waits.ts';

export class ReplayRecorder {
  private readonly recording = new Recording();
  private readonly exposure = new ExposureByMinute();
  private readonly statistics: TimedWaits;
  private readonly simulation: Simulation;

  constructor(model: Model, seed: string) {
    this.statistics = new TimedWaits(model);
    const observer = new MeasuredDay(model, this.statistics, this.recording, this.exposure.add);
    this.simulation = new Simulation(model, seed, observer);
  }

  /** Copies, that last. */
  record(replication: number): { readonly day: RecordedDay; readonly measures: DayMeasures } {
    this.exposure.clear();
    this.simulation.run(replication);
    const { from, to } = this.recording;
    return {
      day: this.recording.copy(),
      measures: {
        measuredFrom: this.statistics.sheet.from,
        waits: this.statistics.waitTable(),
        exposure: this.exposure.overTime(from, to),
      },
    };
  }
}
