/**
 * The results of an experiment: one row a figure, each with its interval, made from the sample of its
 * replications. Rows come in the order of the table of measures, scopes in the order of the scenario.
 */
import { SCOPES, type Scope, type ScopeKind, sameScope, scopeAt, scopeCount } from '../statistics/scopes.ts';
import { adjusted } from './estimate/adjusted.ts';
import { type Estimate, pairedDifference } from './estimate/estimate.ts';
import { estimateMean } from './estimate/mean.ts';
import { estimateQuantile } from './estimate/quantile.ts';
import { estimateRatio } from './estimate/ratio.ts';
import { MEASURES, type MeasureDefinition, measureNamed, type Unit } from './measures.ts';
import type { Reached } from './precision.ts';
import type { Sample } from './sample.ts';

/** One figure. Times are in minutes, shares from 0 to 1. */
export interface Measure {
  readonly measure: string;
  readonly scope: Scope;
  readonly unit: Unit;
  /** Null where nothing was observed. */
  readonly mean: number | null;
  /** Half the width of the confidence interval; null where it cannot be known, as from one replication. */
  readonly halfWidth: number | null;
  readonly confidence: number;
  /** Replications in which something was observed. */
  readonly n: number;
}

export interface Results {
  /** The scenario's name. */
  readonly scenario: string;
  readonly routing: string;
  readonly seed: string;
  /** That were done. */
  readonly replications: number;
  /** That were asked for, or the most that were to be run for a precision. */
  readonly asked: number;
  /** Whether it was ended before all were done that were asked for, or the precision reached or given up. */
  readonly isPartial: boolean;
  /** Null where so many replications were asked for, and no precision. */
  readonly precision: Reached | null;
  readonly confidence: number;
  /** Whether estimates are adjusted for the arrivals; not where these are not known, or too few days were run. */
  readonly isAdjusted: boolean;
  readonly measures: readonly Measure[];
  /** What the measures were made from; needed to compare. */
  readonly sample: Sample;
}

const SECONDS_PER_MINUTE = 60;

/** All measures of a sample, of each scope that it keeps. Hours in which nothing was observed are left out; other scopes never are. */
export function measuresOf(sample: Sample, confidence = 0.95): Measure[] {
  const { extent, model } = sample;
  const { ids } = model;
  const measures: Measure[] = [];
  for (const definition of MEASURES) {
    for (const kind of definition.scopes) {
      if (extent === 'house' && kind !== 'all') continue;
      const isHourly = (SCOPES[kind] as readonly string[]).includes('hour');
      for (let index = 0; index < scopeCount(kind, ids); index++) {
        const estimate = estimateOf(sample, definition, kind, index, confidence);
        if (isHourly && estimate.mean === null) continue;
        measures.push(asMeasure(definition, scopeAt(kind, index, ids), estimate, confidence));
      }
    }
  }
  sample.letGo();
  return measures;
}

/** The figure of a measure; an error where the results have none. */
export function figureOf({ measures }: Results, name: string, scope: Scope = {}): Measure {
  const found = measures.find((one) => one.measure === name && sameScope(one.scope, scope));
  if (found === undefined) throw new Error(`the results have no ${name}`);
  return found;
}

/** The paired difference `other` less `base` of a measure of the whole house. */
export function houseDifference(base: Results, other: Results, name: string): Measure {
  const definition = measureNamed(name);
  if (definition === undefined) throw new Error(`there is no measure ${name}`);
  return difference(base, other, definition, 'all', 0);
}

/** The paired difference `other` less `base` of one measure; both from the same seed and replications. */
export function difference(
  base: Results,
  other: Results,
  definition: MeasureDefinition,
  kind: ScopeKind,
  index: number,
): Measure {
  if (base.seed !== other.seed || base.replications !== other.replications) {
    throw new Error(
      `cannot pair ${other.replications} replications of seed '${other.seed}' with ` +
        `${base.replications} of seed '${base.seed}'`,
    );
  }
  const { confidence } = base;
  const estimate = pairedDifference(
    estimateOf(other.sample, definition, kind, index, confidence),
    estimateOf(base.sample, definition, kind, index, confidence),
    confidence,
  );
  return asMeasure(definition, scopeAt(kind, index, base.sample.model.ids), estimate, confidence);
}

/**
 * The estimate behind the figure of a measure, in seconds or as counted; null where the results have no such scope. Two
 * of the same seed and replications are compared by `pairedDifference`, also where the designs number their parts otherwise.
 */
export function estimateFor(
  { sample, confidence }: Pick<Results, 'sample' | 'confidence'>,
  name: string,
  scope: Scope,
): Estimate | null {
  const definition = measureNamed(name);
  const { ids } = sample.model;
  for (const kind of definition?.scopes ?? []) {
    for (let index = 0; index < scopeCount(kind, ids); index++) {
      if (definition !== undefined && sameScope(scopeAt(kind, index, ids), scope))
        return estimateOf(sample, definition, kind, index, confidence);
    }
  }
  return null;
}

/** One measure for one scope, in SI units; adjusted for the arrivals where the sample is to be. */
export function estimateOf(
  sample: Sample,
  definition: MeasureDefinition,
  kind: ScopeKind,
  index: number,
  confidence: number,
): Estimate {
  const plain = plainEstimateOf(sample, definition, kind, index, confidence);
  const controls = sample.controls();
  if (controls === null) return plain;
  const estimate = adjusted(plain, controls, confidence);
  // A share stays one.
  const isShareNoMore = definition.unit === '1' && (estimate.mean ?? 0) > 1 && (plain.mean ?? 0) <= 1;
  return isShareNoMore ? plain : estimate;
}

function plainEstimateOf(
  sample: Sample,
  { recipe }: MeasureDefinition,
  kind: ScopeKind,
  index: number,
  confidence: number,
): Estimate {
  switch (recipe.kind) {
    case 'mean':
      return estimateMean(sample.series(recipe.of, kind, index), confidence, sample.clusterSizes());
    case 'ratio':
      return estimateRatio(
        multiplied(sample.series(recipe.of, kind, index), recipe.times ?? 1),
        sample.series(recipe.per, kind, index),
        confidence,
        sample.replicationsWith(recipe.per, kind, index),
      );
    case 'quantile':
      return estimateQuantile(sample.observations(recipe.of, kind, index), recipe.probability, confidence);
  }
}

const multiplied = (series: number[], factor: number): number[] =>
  factor === 1 ? series : series.map((value) => factor * value);

/** An estimate as a figure, in the unit of its measure. */
export function asMeasure(
  { measure, unit }: Pick<MeasureDefinition, 'measure' | 'unit'>,
  scope: Scope,
  { mean, halfWidth, n }: Estimate,
  confidence: number,
): Measure {
  const inUnit = (value: number | null) =>
    value === null || unit !== 'min' ? value : value / SECONDS_PER_MINUTE;
  return { measure, scope, unit, mean: inUnit(mean), halfWidth: inUnit(halfWidth), confidence, n };
}
