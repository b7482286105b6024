/** Simulates single days again with all that happens recorded: a replay is a design, a seed and a replication. */
import type { Model } from '../model/model.ts';
import { Recording } from '../recording/recording.ts';
import { Simulation } from '../simulation/simulation.ts';
import { Statistics } from '../statistics/statistics.ts';
import { MeasuredDay } from './measured-day.ts';

export class DayRecorder {
  private readonly recording = new Recording();
  private readonly simulation: Simulation;

  constructor(model: Model, seed: string) {
    this.simulation = new Simulation(
      model,
      seed,
      new MeasuredDay(model, new Statistics(model), this.recording),
    );
  }

  /** The day as it was; used anew by the next one, so copy what is to last. */
  record(replication: number): Recording {
    this.simulation.run(replication);
    return this.recording;
  }
}
