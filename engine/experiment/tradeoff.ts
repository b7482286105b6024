/**
 * Waiting against exposure: one design run with several fall-back limits, all with the same visitors, each compared
 * with the first by paired differences.
 */
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

/** Runs each limit, in their order, until one is not run to its end and gives null. */
export async function tradeoff(
  limits: readonly number[],
  run: (limit: number) => Promise<Results | null>,
): Promise<TradeoffPoint[]> {
  const points: TradeoffPoint[] = [];
  let base: Results | null = null;
  for (const limit of limits) {
    const results = await run(limit);
    if (results === null) break;
    const first: Results | null = base;
    points.push({
      limit,
      figures: forEach((name) => figureOf(results, name)),
      differences: first === null ? null : forEach((name) => houseDifference(first, results, name)),
    });
    base ??= results;
  }
  return points;
}

const forEach = (of: (name: Weighed) => Measure): Record<Weighed, Measure> => ({
  'wait.mean': of('wait.mean'),
  'privacy.exposure': of('privacy.exposure'),
  'fallback.count': of('fallback.count'),
});
