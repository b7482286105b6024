/**
 * Waiting against exposure: one design run with several fall-back limits, all with the same visitors, each compared
 * with the first by paired differences.
 */
import type { Scenario } from '../scenario/schema.ts';
import { measureNamed } from './measures.ts';
import { difference, type Measure, type Results } from './results.ts';

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
      figures: forEach((name) => ofAll(results, name)),
      differences: first === null ? null : forEach((name) => pairedWith(first, results, name)),
    };
  });
}

const forEach = (of: (name: Weighed) => Measure): Record<Weighed, Measure> => ({
  'wait.mean': of('wait.mean'),
  'privacy.exposure': of('privacy.exposure'),
  'fallback.count': of('fallback.count'),
});

function ofAll(results: Results, name: Weighed): Measure {
  const found = results.measures.find(
    ({ measure, scope }) => measure === name && Object.keys(scope).length === 0,
  );
  if (found === undefined) throw new Error(`the results have no ${name}`);
  return found;
}

function pairedWith(base: Results, other: Results, name: Weighed): Measure {
  const definition = measureNamed(name);
  if (definition === undefined) throw new Error(`there is no measure ${name}`);
  return difference(base, other, definition, 'all', 0);
}
