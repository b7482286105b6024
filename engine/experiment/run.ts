/**
 * Runs the replications of one design, one after another, and reduces them in their order. The same model, seed
 * and number of replications give the same results to the last bit.
 */
import type { Model } from '../model/model.ts';
import type { Observer } from '../simulation/observer.ts';
import { Statistics } from '../statistics/statistics.ts';
import { MeasuredDay } from './measured-day.ts';
import { measuresOf, type Results } from './results.ts';
import { Sample } from './sample.ts';

/** What runs single days and tells its observer what happens. */
export interface Simulator {
  /** Simulates the replication of that number, from 0 on. */
  run(replication: number): void;
}

export type MakeSimulator = (model: Model, seed: string, observer: Observer) => Simulator;

export interface RunOptions {
  /** At least 1. */
  readonly replications: number;
  readonly seed: string;
  readonly simulator: MakeSimulator;
  /** Of all intervals; 0.95 where not given. */
  readonly confidence?: number;
  /** Called after each replication. */
  readonly onProgress?: (done: number, replications: number) => void;
}

/** Runs a model's replications. Throws where their number is not a whole number from 1 on. */
export function run(model: Model, options: RunOptions): Results {
  const { replications, seed, simulator, confidence = 0.95, onProgress } = options;
  if (!Number.isSafeInteger(replications) || replications < 1) {
    throw new RangeError(`replications must be a whole number from 1 on, not ${replications}`);
  }
  const statistics = new Statistics(model);
  const sample = new Sample(model);
  const simulation = simulator(model, seed, observerOf(model, statistics));
  for (let replication = 0; replication < replications; replication++) {
    simulation.run(replication);
    sample.add(statistics.figures);
    onProgress?.(replication + 1, replications);
  }
  return {
    scenario: model.scenario.name,
    routing: model.routing,
    seed,
    replications,
    confidence,
    measures: measuresOf(sample, confidence),
    sample,
  };
}

/** All that is measured of the model. */
export function observerOf(model: Model, statistics: Statistics): Observer {
  return new MeasuredDay(model, statistics);
}
