/**
 * Runs the replications of one design and reduces them in their order. The same design, seed and number of replications
 * give the same results to the last bit, whatever executor runs them.
 */
import type { Days } from './days.ts';
import { type Design, modelOf } from './design.ts';
import type { Executor } from './executor.ts';
import { measuresOf, type Results } from './results.ts';
import { Sample } from './sample.ts';

export interface RunOptions {
  /** At least 1. */
  readonly replications: number;
  readonly seed: string;
  readonly executor: Executor;
  /** Of all intervals; 0.95 where not given. */
  readonly confidence?: number;
  /** Called after some days, with those done so far. */
  readonly onProgress?: (done: number, replications: number) => void;
  /** Takes the days as they come, in their order. */
  readonly onDays?: (days: Days) => void;
  /** Days that are known already, from the first on; only the others are run. */
  readonly given?: Iterable<Days>;
  /** Ends the run early: the results are then of the days done so far. */
  readonly signal?: AbortSignal;
}

/** Runs a design's replications. Throws where their number is not a whole number from 1 on. */
export async function run(design: Design, options: RunOptions): Promise<Results> {
  const { replications, seed, executor, confidence = 0.95, onProgress, onDays, given = [], signal } = options;
  if (!Number.isSafeInteger(replications) || replications < 1) {
    throw new RangeError(`replications must be a whole number from 1 on, not ${replications}`);
  }
  const model = modelOf(design);
  const sample = new Sample(model);
  const add = (days: Days) => {
    sample.add(days);
    onProgress?.(sample.replications, replications);
  };
  for (const days of given) add(days);
  await executor.run({
    design,
    seed,
    from: sample.replications,
    to: replications,
    ...(signal && { signal }),
    onDays(days) {
      onDays?.(days);
      add(days);
    },
  });
  return {
    scenario: design.scenario.name,
    routing: model.routing,
    seed,
    replications: sample.replications,
    isPartial: sample.replications < replications,
    confidence,
    measures: measuresOf(sample, confidence),
    sample,
  };
}
