/**
 * All conflicts of a day added up, those too of which there are too many to be kept one by one: when they begin and go on, by
 * the second; whose they are; where they are perceived. What is in whole seconds, or minutes, is exact.
 */
import { CHANNELS, KIND_IDS, KINDS } from '../../engine/statistics/scopes.ts';

export interface ConflictTotals {
  /** All, whatever their probabilities. */
  readonly count: number;
  /** How many seconds a bin is long; the first begins at midnight. */
  readonly step: number;
  readonly bins: number;
  /** By channel × bins + bin: how many begin in it, and their probabilities together. */
  readonly begun: Int32Array;
  readonly weight: Float64Array;
  /** By channel × bins + bin: how many go on at the moment when the bin begins. */
  readonly goingOn: Int32Array;
  /** By serial number, as far as there are any: how many are about the visitor, and how many it perceives. */
  readonly suffered: Int32Array;
  readonly witnessed: Int32Array;
  /** Person-seconds, each times its probability: by vantage; and by space, of what is perceived from nowhere in particular. */
  readonly fromVantage: Float64Array;
  readonly inSpace: Float64Array;
}

const CHANNEL_OF = KIND_IDS.map((kind) => CHANNELS.indexOf(KINDS[kind]));

/** By index of KIND_IDS: of CHANNELS. */
export const channelOf = (kind: number): number => CHANNEL_OF[kind] ?? 0;

/** Those that begin from one time on and before another, each by its probability; of one channel, or of all. */
export function conflictsBetween(
  totals: ConflictTotals,
  channel: number | null,
  from: number,
  to: number,
): number {
  const { weight } = totals;
  let sum = 0;
  visitBins(totals, channel, from, to, (at) => {
    sum += weight[at];
  });
  return sum;
}

/** How many of a channel, or of all, there are, whatever their probabilities. */
export function countOf({ begun, bins, count }: ConflictTotals, channel: number | null): number {
  if (channel === null) return count;
  let sum = 0;
  for (let at = channel * bins; at < (channel + 1) * bins; at++) sum += begun[at];
  return sum;
}

/** How many of a channel, or of all, go on when the bin begins in which the time is. */
export function goingOnAt(
  { goingOn, bins, step }: ConflictTotals,
  channel: number | null,
  time: number,
): number {
  const bin = Math.floor(time / step);
  if (!(bin >= 0 && bin < bins)) return 0;
  if (channel !== null) return goingOn[channel * bins + bin];
  return CHANNELS.reduce((sum, _, one) => sum + goingOn[one * bins + bin], 0);
}

/** When bins begin in which conflicts of a channel do, in their order. */
export function* beginsOf(
  { begun, bins, step }: ConflictTotals,
  channel: number,
): Generator<number, void, void> {
  for (let bin = 0; bin < bins; bin++) if (begun[channel * bins + bin] > 0) yield bin * step;
}

/** Calls `visit` with the place of each bin that begins from one time on and before another. */
function visitBins(
  { bins, step }: ConflictTotals,
  channel: number | null,
  from: number,
  to: number,
  visit: (at: number) => void,
): void {
  const first = Math.max(0, Math.ceil(from / step));
  const end = Math.min(bins, Math.ceil(to / step));
  for (let one = 0; one < CHANNELS.length; one++) {
    if (channel !== null && channel !== one) continue;
    for (let bin = first; bin < end; bin++) visit(one * bins + bin);
  }
}
