/**
 * Whether targets are met, as far as the replications can tell: by the whole confidence interval, not by the
 * estimate in its middle.
 */
import type { Measure } from '../experiment/results.ts';
import type { Scenario } from '../scenario/schema.ts';
import { sameScope } from '../statistics/scopes.ts';
import { parseTarget, type Relation, type Target } from './target.ts';

/** Met or missed by every value in the interval; unknown where the limit is within it, or nothing was observed. */
export type Verdict = 'met' | 'missed' | 'unknown';

export interface Judgement {
  readonly target: Target;
  readonly mean: number | null;
  readonly halfWidth: number | null;
  readonly n: number;
  readonly verdict: Verdict;
}

/** Judges the targets of a scenario. Throws on a target that `checkTargets` would report. */
export function judgeTargets(scenario: Scenario, measures: readonly Measure[]): Judgement[] {
  return scenario.targets.map((text) => {
    const target = parseTarget(text, scenario);
    if (typeof target === 'string') throw new Error(`target ${text}: ${target}`);
    const row = measures.find(
      ({ measure, scope }) => measure === target.measure && sameScope(scope, target.scope),
    );
    const { mean = null, halfWidth = null, n = 0 } = row ?? {};
    return {
      target,
      mean,
      halfWidth,
      n,
      verdict: verdictOn(target, mean, sureness(target, mean, halfWidth, n)),
    };
  });
}

/**
 * The half-width to judge by. What has not been seen in n days may still happen on 3 in n of them, with 95 %
 * confidence (the rule of three: Hanley and Lippman-Hand, JAMA 249, 1983), though the days show no spread.
 */
function sureness({ unit }: Target, mean: number | null, halfWidth: number | null, n: number): number | null {
  const isExtreme = halfWidth === 0 && (mean === 0 || (unit === '1' && mean === 1));
  const isCounted = unit === '1' || unit === '1/day';
  return isExtreme && isCounted && n > 0 ? 3 / n : halfWidth;
}

export function verdictOn(
  { relation, limit }: Pick<Target, 'relation' | 'limit'>,
  mean: number | null,
  halfWidth: number | null,
): Verdict {
  if (mean === null || halfWidth === null) return 'unknown';
  const low = holds(mean - halfWidth, relation, limit);
  const high = holds(mean + halfWidth, relation, limit);
  if (low !== high) return 'unknown';
  return low ? 'met' : 'missed';
}

function holds(value: number, relation: Relation, limit: number): boolean {
  switch (relation) {
    case '<=':
      return value <= limit;
    case '<':
      return value < limit;
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
  }
}

/**
 * How many replications would probably decide an unknown target: the interval narrows with their square root.
 * Null where that can't be said.
 */
export function replicationsNeeded({ target, mean, halfWidth, n, verdict }: Judgement): number | null {
  if (verdict !== 'unknown' || mean === null || halfWidth === null) return null;
  const distance = Math.abs(mean - target.limit);
  const needed = Math.ceil(n * (halfWidth / distance) ** 2 * 1.1);
  return Number.isSafeInteger(needed) && needed <= 100_000 ? Math.max(needed, n + 1) : null;
}
