/** Runs the days of a design, with a bar for whoever watches. */
import type { Design } from '../experiment/design.ts';
import { measureNamed } from '../experiment/measures.ts';
import { figureIn } from '../experiment/precision.ts';
import type { Results } from '../experiment/results.ts';
import { run, type Until } from '../experiment/run.ts';
import type { Extent } from '../experiment/sample.ts';
import { ALONE, type Crew } from './crew.ts';
import type { Io } from './io.ts';
import { progressFor } from './progress.ts';

export interface DaysOptions {
  readonly replications: number | Until;
  readonly seed: string;
  readonly json: boolean;
  readonly quiet?: boolean;
  /** Whether estimates are to be adjusted for the arrivals. */
  readonly adjusted?: boolean;
  /** Of what there are to be figures; of each scope where not given. */
  readonly extent?: Extent;
}

const CONFIDENCE = 0.95;
const WAIT = measureNamed('wait.mean');

/** `name` is what the bar calls the design. The results are partial where the crew's signal has ended them early. */
export async function simulateDays(
  design: Design,
  name: string,
  { replications, seed, json, quiet = false, adjusted = false, extent = 'full' }: DaysOptions,
  io: Io,
  { executor, signal, daysOf }: Crew = ALONE,
): Promise<Results> {
  const kept = daysOf?.(design);
  const shown = typeof replications === 'number' ? null : replications.precision;
  const figure = shown ?? (WAIT && { definition: WAIT, scope: {} });
  const progress = progressFor(
    {
      name,
      figureOf: ({ sample }) => (figure ? figureIn(sample, figure, CONFIDENCE) : null),
      isRelative: shown?.isRelative ?? false,
    },
    io.interactive && !quiet && !json,
  );
  // What is said then comes below the bar.
  const stop = () => progress.stop();
  signal?.addEventListener('abort', stop);
  try {
    return await run(design, {
      replications,
      seed,
      executor,
      confidence: CONFIDENCE,
      extent,
      isAdjusted: adjusted,
      onProgress: (state) => progress.update(state),
      ...(signal && { signal }),
      ...(kept && { given: kept.given(), onDays: (days) => kept.add(days) }),
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    progress.stop();
  }
}
