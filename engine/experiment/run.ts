/**
 * Runs the replications of one design and reduces them in their order: so many, or as many as it takes for a precision. The
 * same design, seed and number of replications give the same results to the last bit, whatever executor runs them.
 */
import type { Days } from './days.ts';
import { type Design, modelOf } from './design.ts';
import type { Executor } from './executor.ts';
import { expectedArrivals } from './expected-arrivals.ts';
import {
  figureIn,
  isHopeless,
  isPrecise,
  nextLook,
  type Precision,
  type Reached,
  replicationsFor,
} from './precision.ts';
import { measuresOf, type Results } from './results.ts';
import { type Extent, Sample } from './sample.ts';

/** As many replications as it takes, but not more than `most`. */
export interface Until {
  readonly precision: Precision;
  readonly most: number;
}

export interface RunOptions {
  /** At least 1. */
  readonly replications: number | Until;
  readonly seed: string;
  readonly executor: Executor;
  /** Of all intervals; 0.95 where not given. */
  readonly confidence?: number;
  /**
   * Whether estimates are adjusted for the arrivals that were to be expected, which narrows intervals; as they are where that
   * is not known, and with fewer than 200 replications.
   */
  readonly isAdjusted?: boolean;
  /** What the results have figures of; each scope where not given. The whole house alone takes little memory. */
  readonly extent?: Extent;
  /** Called after some days. */
  readonly onProgress?: (progress: RunProgress) => void;
  /** Takes the days as they come, in their order; copies what it keeps. */
  readonly onDays?: (days: Days) => void;
  /** Days that are known already, from the first on; only the others are run. */
  readonly given?: Iterable<Days> | AsyncIterable<Days>;
  /** Ends the run early: the results are then of the days done so far. */
  readonly signal?: AbortSignal;
}

export interface RunProgress {
  readonly done: number;
  /** Replications that are to be done, as far as is known. */
  readonly expected: number;
  /** What is known so far; it goes on changing. */
  readonly sample: Sample;
}

/** Runs a design's replications. Throws where their number is not a whole number from 1 on. */
export async function run(design: Design, options: RunOptions): Promise<Results> {
  const { replications, seed, confidence = 0.95 } = options;
  const most = typeof replications === 'number' ? replications : replications.most;
  if (!Number.isSafeInteger(most) || most < 1) {
    throw new RangeError(`replications must be a whole number from 1 on, not ${most}`);
  }
  const course = new Course(design, most, options);
  for await (const days of options.given ?? []) course.add(days);
  const reached =
    typeof replications === 'number' ? null : await untilPrecise(course, replications.precision, confidence);
  if (reached === null) await course.runTo(most);
  const { sample } = course;
  const isEnough =
    reached?.isReached === true || (reached !== null && isHopeless(reached.figure, sample.replications));
  return {
    scenario: design.scenario.name,
    routing: design.routing,
    seed,
    replications: sample.replications,
    asked: most,
    isPartial: sample.replications < most && !isEnough,
    precision: reached,
    confidence,
    isAdjusted: sample.isAdjusted,
    measures: measuresOf(sample, confidence),
    sample,
  };
}

/** Runs from look to look until it is reached, or there can be no more; null where nothing was looked at. */
async function untilPrecise(
  course: Course,
  precision: Precision,
  confidence: number,
): Promise<Reached | null> {
  const { sample, most } = course;
  let reached: Reached | null = null;
  course.expect(nextLook(sample.replications));
  for (let look = nextLook(sample.replications - 1); reached?.isReached !== true; look = nextLook(look)) {
    const isThere = await course.runTo(Math.min(look, most));
    if (sample.replications === 0) return null;
    const figure = figureIn(sample, precision, confidence);
    reached = { precision, figure, isReached: isThere && isPrecise(figure, precision) };
    if (!isThere || sample.replications >= most || isHopeless(figure, sample.replications)) break;
    course.expect(replicationsFor(figure, precision, sample.replications));
  }
  return reached;
}

/** A run under way. */
class Course {
  readonly sample: Sample;
  readonly most: number;
  private readonly design: Design;
  private readonly options: RunOptions;
  private expected: number;

  constructor(design: Design, most: number, options: RunOptions) {
    this.design = design;
    this.most = most;
    this.options = options;
    this.expected = most;
    const model = modelOf(design);
    const expected = options.isAdjusted ? expectedArrivals(model) : null;
    this.sample = new Sample(model, expected, options.extent);
  }

  /** Runs on to so many replications; false where it was stopped before. */
  async runTo(to: number): Promise<boolean> {
    const { design, sample } = this;
    const { seed, executor, signal, onDays } = this.options;
    if (sample.replications >= to) return true;
    await executor.run({
      design,
      seed,
      from: sample.replications,
      to,
      ...(signal && { signal }),
      onDays: (days) => {
        onDays?.(days);
        this.add(days);
      },
    });
    return sample.replications >= to;
  }

  /** So many replications are to be expected in all; null where that is not known. */
  expect(replications: number | null): void {
    this.expected = Math.min(this.most, Math.ceil(replications ?? this.most));
  }

  add(days: Days): void {
    const { sample } = this;
    sample.add(days);
    const { replications: done } = sample;
    this.options.onProgress?.({ done, expected: Math.max(this.expected, done), sample });
  }
}
