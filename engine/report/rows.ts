/**
 * The rows that the files hold: measures, judged targets, comparisons and causes as plain records, in a fixed order of
 * keys and with numbers that do not show the last bits of an addition.
 */
import type { Comparison } from '../experiment/comparison.ts';
import type { Affected, RankedCause } from '../experiment/counterfactual.ts';
import type { Reached } from '../experiment/precision.ts';
import type { Measure } from '../experiment/results.ts';
import type { Scope } from '../statistics/scopes.ts';
import type { Ending } from './ending.ts';
import type { Judgement, Verdict } from './judgement.ts';

/** What there is to write down. */
export interface Report extends Ending {
  /** Version of the program. */
  readonly version: string;
  /** The scenario's name. */
  readonly scenario: string;
  readonly routing: string;
  readonly seed: string;
  readonly replications: number;
  /** Whether estimates are adjusted for the arrivals. */
  readonly isAdjusted?: boolean;
  readonly measures: readonly Measure[];
  readonly judgements: readonly Judgement[];
  /** Empty where only one routing was run. */
  readonly comparisons: readonly Comparison[];
  /** Of exposure, the largest first; empty where there is none. */
  readonly causes: readonly RankedCause[];
}

export interface TargetRow {
  readonly target: string;
  readonly measure: string;
  readonly scope: Scope;
  readonly relation: string;
  readonly limit: number;
  readonly unit: string;
  readonly mean: number | null;
  readonly halfWidth: number | null;
  readonly verdict: Verdict;
}

export interface ComparisonRow {
  readonly routing: string;
  readonly measure: string;
  readonly scope: Scope;
  readonly unit: string;
  readonly mean: number | null;
  readonly halfWidth: number | null;
  /** From the first routing, paired by replication; null for the first itself. */
  readonly difference: number | null;
  readonly differenceHalfWidth: number | null;
  readonly confidence: number;
  readonly n: number;
}

export interface CauseRow {
  readonly cause: string;
  /** Of all exposure, from 0 to 1. */
  readonly share: number | null;
  /** Person-minutes a day. */
  readonly exposure: number | null;
  readonly exposureHalfWidth: number | null;
  /** A day. */
  readonly conflicts: number | null;
  readonly conflictsHalfWidth: number | null;
  /** What was changed in the design without the cause; null where that was not run, as are the differences. */
  readonly change: string | null;
  /** Of the whole house from the design as it is, paired by replication; of the mean wait in minutes, of services begun a day. */
  readonly exposureDifference: number | null;
  readonly exposureDifferenceHalfWidth: number | null;
  readonly conflictsDifference: number | null;
  readonly conflictsDifferenceHalfWidth: number | null;
  readonly waitDifference: number | null;
  readonly waitDifferenceHalfWidth: number | null;
  readonly servicesDifference: number | null;
  readonly servicesDifferenceHalfWidth: number | null;
  readonly confidence: number;
  readonly n: number;
}

const SIGNIFICANT_DIGITS = 10;

/** The number as files hold it: ten significant digits, never minus zero; null where it is not finite. */
export function written(value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return Number(value.toPrecision(SIGNIFICANT_DIGITS)) + 0;
}

export function measureRow({ measure, scope, unit, mean, halfWidth, confidence, n }: Measure): Measure {
  return { measure, scope, unit, mean: written(mean), halfWidth: written(halfWidth), confidence, n };
}

export function targetRow({ target, mean, halfWidth, verdict }: Judgement): TargetRow {
  const { text, measure, scope, relation, limit, unit } = target;
  return {
    target: text,
    measure,
    scope,
    relation,
    limit: written(limit) ?? limit,
    unit,
    mean: written(mean),
    halfWidth: written(halfWidth),
    verdict,
  };
}

export function comparisonRows({ routing, measures }: Comparison): ComparisonRow[] {
  return measures.map(({ figure, difference }) => {
    const { measure, scope, unit, mean, halfWidth, confidence, n } = measureRow(figure);
    return {
      routing,
      measure,
      scope,
      unit,
      mean,
      halfWidth,
      difference: written(difference?.mean ?? null),
      differenceHalfWidth: written(difference?.halfWidth ?? null),
      confidence,
      n,
    };
  });
}

export function causeRow({ cause, share, exposure, conflicts, without }: RankedCause): CauseRow {
  const change = (name: Affected) => measured(without?.differences[name]);
  return {
    cause,
    share: written(share),
    exposure: measured(exposure).mean,
    exposureHalfWidth: measured(exposure).halfWidth,
    conflicts: measured(conflicts).mean,
    conflictsHalfWidth: measured(conflicts).halfWidth,
    change: without?.change.text ?? null,
    exposureDifference: change('privacy.exposure').mean,
    exposureDifferenceHalfWidth: change('privacy.exposure').halfWidth,
    conflictsDifference: change('privacy.conflicts').mean,
    conflictsDifferenceHalfWidth: change('privacy.conflicts').halfWidth,
    waitDifference: change('wait.mean').mean,
    waitDifferenceHalfWidth: change('wait.mean').halfWidth,
    servicesDifference: change('service.count').mean,
    servicesDifferenceHalfWidth: change('service.count').halfWidth,
    confidence: exposure.confidence,
    n: exposure.n,
  };
}

/** How well a figure was wanted, and how well it is known. */
export function precisionRow({ precision, figure, isReached }: Reached) {
  const { measure, scope, unit, mean, halfWidth, n } = measureRow(figure);
  const { limit, isRelative } = precision;
  return { measure, scope, unit, limit, relative: isRelative, mean, halfWidth, n, reached: isReached };
}

const measured = (figure: Measure | undefined) => ({
  mean: written(figure?.mean ?? null),
  halfWidth: written(figure?.halfWidth ?? null),
});
