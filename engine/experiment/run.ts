/**
 * Runs the replications of one design and reduces them in their order. The same design, seed and number of replications
 * give the same results to the last bit, whatever executor runs them.
 */
import { Layout } from '../statistics/figures.ts';
import type { Observations } from '../statistics/observations.ts';
import type { DayFigures } from '../statistics/statistics.ts';
import type { Days, Ragged } from './days.ts';
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
  const layout = new Layout(model.ids);
  const add = (days: Days) => {
    for (const figures of unpacked(days, layout)) sample.add(figures);
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

/** The figures of each day, in arrays that the next day uses anew. */
function* unpacked({ count, figures, waits, stays }: Days, layout: Layout): Generator<DayFigures> {
  const row = new Float64Array(layout.size);
  for (let day = 0; day < count; day++) {
    row.fill(0);
    for (let k = figures.starts[day]; k < figures.starts[day + 1]; k++) row[figures.owners[k]] = figures.values[k];
    yield { layout, row, waits: observationsOf(waits, day), stays: observationsOf(stays, day) };
  }
}

function observationsOf({ starts, values, owners }: Ragged, day: number): Observations {
  const [from, to] = [starts[day], starts[day + 1]];
  return { values: values.subarray(from, to), owners: owners.subarray(from, to), length: to - from } as Observations;
}
