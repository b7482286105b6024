/** Runs the days of a design, with a bar for whoever watches. */
import type { Design } from '../experiment/design.ts';
import { InProcessExecutor } from '../experiment/in-process-executor.ts';
import type { Results } from '../experiment/results.ts';
import { run } from '../experiment/run.ts';
import type { Io } from './io.ts';
import { progressFor } from './progress.ts';

export interface DaysOptions {
  readonly replications: number;
  readonly seed: string;
  readonly json: boolean;
  readonly quiet?: boolean;
}

/** `name` is what the bar calls the design. */
export async function simulateDays(
  design: Design,
  name: string,
  { replications, seed, json, quiet = false }: DaysOptions,
  io: Io,
): Promise<Results> {
  const progress = progressFor(replications, name, io.interactive && !quiet && !json);
  try {
    return await run(design, {
      replications,
      seed,
      executor: new InProcessExecutor(),
      onProgress: (done) => progress.update(done),
    });
  } finally {
    progress.stop();
  }
}
