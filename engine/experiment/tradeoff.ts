/**
 * Waiting against exposure: one design run with several fall-back limits, all with the same visitors, each compared
 * with the first by paired differences.
 */
import type { Scenario } from '../scenario/schema.ts';
import { figureOf, houseDifference, type Measure, type Results } from './results.ts';

/** The measures that are set against each other, for the whole house. */
export const WEIGHED = ['wait.mean', 'privacy.exposure', 'fallback.count'] as const;
export type Weighed = (typeof WEIGHED)[number];

export interface TradeoffPoint {
  /** Seconds that a matter waits for a proper space before it falls back; infinite for never. */
  readonly limit: number;
  readonly figures: Readonly<Record<Weighed, Measure>>;
  /** From the first point, paired by day; null for the first itself. */
  readonly differences: Readonly<Record<Weighed, Measure>> | null;
}

/** The scenario with this fall-back limit everywhere, whatever its policy and its matters say. */
export function withFallback(scenario: Scenario, limit: number): Scenario {
  const matters = Object.fromEntries(
    Object.entries(scenario.matters).map(([id, matter]) => [
      id,
      matter.fallback === undefined ? matter : { ...matter, fallback: { ...matter.fallback, after: limit } },
    ]),
  );
  return { ...scenario, matters, policy: { ...scenario.policy, fallback: limit } };
}

/** Runs each limit, in their order. */
export function tradeoff(limits: readonly number[], run: (limit: number) => Results): TradeoffPoint[] {
  let base: Results | null = null;
  return limits.map((limit) => {
    const results = run(limit);
    const first = base;
    base ??= results;
    return {
      limit,
      figures: forEach((name) => figureOf(results, name)),
      differences: first === null ? null : forEach((name) => houseDifference(first, results, name)),
    };
  });
}

const forEach = (of: (name: Weighed) => Measure): Record<Weighed, Measure> => ({
  'wait.mean': of('wait.mean'),
  'privacy.exposure': of('privacy.exposure'),
  'fallback.count': of('fallback.count'),
});
