/**
 * The rows that the files hold: measures, judged targets and comparisons as plain records, in a fixed order of
 * keys and with numbers that do not show the last bits of an addition.
 */
import type { Comparison } from '../experiment/comparison.ts';
import type { Measure } from '../experiment/results.ts';
import type { Scope } from '../statistics/scopes.ts';
import type { Judgement, Verdict } from './judgement.ts';

/** What there is to write down. */
export interface Report {
  /** Version of the program. */
  readonly version: string;
  /** The scenario's name. */
  readonly scenario: string;
  readonly routing: string;
  readonly seed: string;
  readonly replications: number;
  readonly measures: readonly Measure[];
  readonly judgements: readonly Judgement[];
  /** Empty where only one routing was run. */
  readonly comparisons: readonly Comparison[];
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
