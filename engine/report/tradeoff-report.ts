/** Waiting against exposure by fall-back limit, ready to be shown as a table or a page. */
import type { TradeoffPoint } from '../experiment/tradeoff.ts';

export interface TradeoffReport {
  readonly version: string;
  /** The scenario's name. */
  readonly scenario: string;
  readonly seed: string;
  readonly replications: number;
  /** How many limits there were to be; not all of them were run where somebody stopped it. */
  readonly asked: number;
  readonly points: readonly TradeoffPoint[];
}

/** A limit in seconds, as a planner says it. */
export const limitText = (limit: number): string =>
  limit === Number.POSITIVE_INFINITY ? 'never' : `${Number((limit / 60).toFixed(2))} min`;
