/**
 * Runs until a figure is known well enough: as many replications as it takes for the half-width of its interval to be within
 * a limit.
 *
 * Such a rule stops by preference when the spread happens to look small, so that its intervals hold the truth less often
 * than they say: little where it stops late, much where it may stop after a few replications (Y. S. Chow and H. Robbins, Annals of
 * Mathematical Statistics 36, 1965, for the limit; P. W. Glynn and W. Whitt, Annals of Applied Probability 2, 1992, for
 * simulations). So it never stops before 50 replications, and looks only at counts half as large again each time: few looks,
 * few chances. A relative limit γ is held against γ / (1 + γ) of the estimate, which bounds the error by γ of the true
 * value (A. M. Law, Simulation Modeling and Analysis, 5th ed., 2015, section 9.4.1). The counts are fixed beforehand, so that the
 * same replications are run on any number of threads.
 */
import type { Scope } from '../statistics/scopes.ts';
import type { MeasureDefinition } from './measures.ts';
import { asMeasure, estimateFor, type Measure } from './results.ts';
import type { Sample } from './sample.ts';

/** What is to be known, and how well. */
export interface Precision {
  readonly definition: MeasureDefinition;
  readonly scope: Scope;
  /** Largest half-width: as a share of the figure, or in the unit of the measure. */
  readonly limit: number;
  readonly isRelative: boolean;
}

/** What came of it. */
export interface Reached {
  readonly precision: Precision;
  /** When it was looked at last. */
  readonly figure: Measure;
  readonly isReached: boolean;
}

/** Replications before the first look. */
const FIRST_LOOK = 50;
/** From one look to the next. */
const GROWTH = 1.5;
/** Until so many, a half-width of 0 says only that nothing has happened yet; and so does a figure that is not there. */
const SURE_OF_ZERO = 1000;

/** The count of replications at which to look next, where so many are done. */
export function nextLook(done: number): number {
  let look = FIRST_LOOK;
  while (look <= done) look = Math.ceil(GROWTH * look);
  return look;
}

/** The figure of the measure as it stands. */
export function figureIn(
  sample: Sample,
  { definition, scope }: Pick<Precision, 'definition' | 'scope'>,
  confidence: number,
): Measure {
  const estimate = estimateFor({ sample, confidence }, definition.measure, scope);
  if (estimate === null)
    throw new Error(`${definition.measure} is not measured for ${JSON.stringify(scope)}`);
  return asMeasure(definition, scope, estimate, confidence);
}

export function isPrecise({ mean, halfWidth, n }: Measure, precision: Precision): boolean {
  if (mean === null || halfWidth === null || (halfWidth === 0 && n < SURE_OF_ZERO)) return false;
  return halfWidth <= widestFor(mean, precision);
}

/** Whether nothing has been observed for so long that it is not waited for: a wait at an hour when all is closed. */
export function isHopeless({ mean }: Measure, replications: number): boolean {
  return mean === null && replications >= SURE_OF_ZERO;
}

/** The half-width that is wanted for a figure of that size. */
export function widestFor(mean: number, { limit, isRelative }: Precision): number {
  return isRelative ? (limit / (1 + limit)) * Math.abs(mean) : limit;
}

/** How many replications it will take, as far as is known after some: half-widths shrink with their square root. */
export function replicationsFor(
  { mean, halfWidth }: Measure,
  precision: Precision,
  done: number,
): number | null {
  if (mean === null || halfWidth === null) return null;
  const widest = widestFor(mean, precision);
  return widest > 0 && halfWidth > 0 ? done * (halfWidth / widest) ** 2 : null;
}
