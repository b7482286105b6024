/**
 * Waiting against exposure: a sweep over the fall-back limits of a house, seen by the few measures that are set against
 * each other.
 */
import { contrastOf } from './contrasts.ts';
import type { Measure } from './results.ts';
import type { Swept } from './sweep.ts';
import type { Weighed as WeighedMeasure } from './weighed.ts';

/** The measures that are set against each other, for the whole house. */
export const WEIGHED = ['wait.mean', 'privacy.exposure', 'fallback.count'] as const;
export type Weighed = (typeof WEIGHED)[number];

/** The same, for a sweep. */
export const WEIGHED_OF_HOUSE: readonly WeighedMeasure[] = WEIGHED.map((measure) => ({
  measure,
  scope: {},
  better: 'less',
}));

export interface TradeoffPoint {
  /** Seconds that a matter waits for a proper space before it falls back; infinite for never. */
  readonly limit: number;
  readonly figures: Readonly<Record<Weighed, Measure>>;
  /** From the first point, paired by day, with intervals that hold together; null for the first itself. */
  readonly differences: Readonly<Record<Weighed, Measure>> | null;
}

/** What a sweep over WEIGHED_OF_HOUSE has found of one limit. */
export function tradeoffPoint({ variant, contrasted }: Swept<{ readonly limit: number }>): TradeoffPoint {
  const contrast = (name: Weighed) => contrastOf(contrasted, name);
  const isBase = WEIGHED.every((name) => contrast(name)?.difference == null);
  return {
    limit: variant.limit,
    figures: forEach((name) => known(contrast(name)?.figure, name)),
    differences: isBase ? null : forEach((name) => known(contrast(name)?.difference, name)),
  };
}

function known(measure: Measure | null | undefined, name: string): Measure {
  if (measure == null) throw new Error(`the sweep has no ${name}`);
  return measure;
}

const forEach = (of: (name: Weighed) => Measure): Record<Weighed, Measure> => ({
  'wait.mean': of('wait.mean'),
  'privacy.exposure': of('privacy.exposure'),
  'fallback.count': of('fallback.count'),
});
