/**
 * Designs compared with one of them, their base: paired differences, day by day, as all meet the same visitors (common
 * random numbers), with intervals that hold all at once. Designs are added as they are run; of each but the base only its
 * figures and differences are kept.
 */
import { sameScope } from '../statistics/scopes.ts';
import { type Estimate, pairedDifference } from './estimate/estimate.ts';
import { measureNamed } from './measures.ts';
import { asMeasure, estimateFor, type Measure, type Results } from './results.ts';
import { confidenceOfEach } from './simultaneous.ts';
import type { Weighed } from './weighed.ts';

/** One thing weighed of one design. */
export interface Contrast {
  readonly weighed: Weighed;
  /** With an interval for it alone; null where the design has no such thing, as an agency that is not there. */
  readonly figure: Measure | null;
  /** From the base, with an interval that holds together with all others; null for the base, and where one has no such thing. */
  readonly difference: Measure | null;
  /** Whether the interval of the difference excludes zero. */
  readonly isReal: boolean;
}

/** Of one design, what is weighed in its order. */
export type Contrasted = readonly Contrast[];

/** What is kept of the base: no sample, of which there would be two at once. */
interface Base extends Pick<Results, 'seed' | 'replications'> {
  readonly estimates: readonly (Estimate | null)[];
}

export class Contrasts {
  readonly weighed: readonly Weighed[];
  /** How many differences there are to be, of all designs; their intervals hold together. */
  readonly comparisons: number;
  /** With which all intervals of differences hold together. */
  readonly confidence: number;
  private base: Base | null = null;

  constructor(weighed: readonly Weighed[], comparisons: number, confidence = 0.95) {
    this.weighed = weighed;
    this.comparisons = comparisons;
    this.confidence = confidence;
  }

  /** With which the interval of one difference holds. */
  get confidenceOfEach(): number {
    return confidenceOfEach(this.confidence, this.comparisons);
  }

  /** Adds the next design; the first is the base. Throws where it has other replications than that. */
  add(results: Results): Contrasted {
    const { seed, replications } = results;
    const estimates = this.weighed.map(({ measure, scope }) => estimateFor(results, measure, scope));
    const isBase = this.base === null;
    this.base ??= { seed, replications, estimates };
    const { base } = this;
    if (base.seed !== seed || base.replications !== replications) {
      throw new Error(
        `cannot pair ${replications} days of seed '${seed}' with ${base.replications} of seed '${base.seed}'`,
      );
    }
    return this.weighed.map((weighed, k) => {
      const estimate = estimates[k];
      const less = base.estimates[k];
      const inUnit = (of: Estimate, confidence: number) =>
        asMeasure(defined(weighed), weighed.scope, of, confidence);
      const difference =
        isBase || estimate === null || less === null
          ? null
          : inUnit(pairedDifference(estimate, less, this.confidenceOfEach), this.confidenceOfEach);
      return {
        weighed,
        figure: estimate === null ? null : inUnit(estimate, results.confidence),
        difference,
        isReal: difference !== null && excludesZero(difference),
      };
    });
  }
}

function defined({ measure }: Weighed) {
  const definition = measureNamed(measure);
  if (definition === undefined) throw new Error(`there is no measure ${measure}`);
  return definition;
}

/** Whether zero, no difference at all, is outside of the interval. */
export function excludesZero({ mean, halfWidth }: Pick<Measure, 'mean' | 'halfWidth'>): boolean {
  return mean !== null && halfWidth !== null && Math.abs(mean) > halfWidth;
}

/** The contrast of a measure for a scope. */
export function contrastOf(
  contrasted: Contrasted,
  measure: string,
  scope: Weighed['scope'] = {},
): Contrast | undefined {
  return contrasted.find(({ weighed }) => weighed.measure === measure && sameScope(weighed.scope, scope));
}
