/** Runs the days of a prepared scenario, with a bar for whoever watches. */
import type { Results } from '../experiment/results.ts';
import { run } from '../experiment/run.ts';
import { compile } from '../model/compile.ts';
import type { Model } from '../model/model.ts';
import type { Routing } from '../scenario/schema.ts';
import { Simulation } from '../simulation/simulation.ts';
import type { Io } from './io.ts';
import type { Prepared } from './prepare.ts';
import { progressFor } from './progress.ts';

export interface DaysOptions {
  readonly replications: number;
  readonly seed: string;
  readonly json: boolean;
  readonly quiet?: boolean;
}

/** `name` is what the bar calls the design. */
export function simulateDays(
  prepared: Prepared,
  routing: Routing,
  name: string,
  options: DaysOptions,
  io: Io,
): Results {
  return simulateModel(compile(prepared.scenario, { ...prepared, routing }), name, options, io);
}

/** The same for a design that is compiled already. */
export function simulateModel(
  model: Model,
  name: string,
  { replications, seed, json, quiet = false }: DaysOptions,
  io: Io,
): Results {
  const progress = progressFor(replications, name, io.interactive && !quiet && !json);
  try {
    return run(model, {
      replications,
      seed,
      simulator: (...parts) => new Simulation(...parts),
      onProgress: (done) => progress.update(done),
    });
  } finally {
    progress.stop();
  }
}
