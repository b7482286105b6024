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

/** The conflict that begins next after the time, or began last before it, by its place in the list; or null. */
export function conflictFrom({ conflicts }: ReplayDay, time: number, direction: 1 | -1): number | null {
  let found = -1;
  conflicts.forEach(({ from }, index) => {
    if (direction * (from - time) <= 0) return;
    if (found < 0 || direction * (from - conflicts[found].from) < 0) found = index;
  });
  return found < 0 ? null : found;
}
