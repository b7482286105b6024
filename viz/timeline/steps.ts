/** From one moment of a day to the next at which something happens. */

import type { ReplayDay } from '../replay/replay-day.ts';
import { lastUntil } from '../replay/whereabouts.ts';

/** The time of the next event after the time, or of the last one before it; null where there is none. */
export function eventFrom({ events }: ReplayDay, time: number, direction: 1 | -1): number | null {
  const { time: times, length } = events;
  if (direction === 1) {
    const next = lastUntil(times, 0, length, time) + 1;
    return next < length ? times[next] : null;
  }
  let last = lastUntil(times, 0, length, time);
  while (last >= 0 && times[last] >= time) last--;
  return last < 0 ? null : times[last];
}

/**
 * The conflict that begins next after the time, or began last before it, by its place in the list; or null. Of several that
 * begin at once the gravest, and of a day that has too many, one of those that are kept.
 */
export function conflictFrom(
  { privacy }: Pick<ReplayDay, 'privacy'>,
  time: number,
  direction: 1 | -1,
): number | null {
  if (privacy === null) return null;
  const { byBegin } = privacy.index;
  const { from } = privacy.conflicts;
  const placeAfter = (limit: number, isReached: boolean) => {
    let low = 0;
    let high = byBegin.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const begins = from[byBegin[middle]];
      if (begins < limit || (isReached && begins === limit)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  if (direction === 1) return byBegin[placeAfter(time, true)] ?? null;
  const last = byBegin[placeAfter(time, false) - 1];
  return last === undefined ? null : byBegin[placeAfter(from[last], false)];
}
