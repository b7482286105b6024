/** What a day has come to at each place: how long people waited there, and how much of what happened there was exposed. */
import { EVENT_KIND } from '../../engine/recording/events.ts';
import type { ReplayDay } from '../replay/replay-day.ts';

export interface PlaceTotals {
  /** Person-seconds by space, of those who wait in it. */
  readonly waited: Float64Array;
  /** Person-seconds by the space in which the private thing happens; null as long as privacy is not known. */
  readonly exposed: Float64Array | null;
}

export function placeTotals({ events, to, privacy }: ReplayDay, spaces: number): PlaceTotals {
  const { waits, called, leaves } = EVENT_KIND;
  const waited = new Float64Array(spaces);
  /** By visitor: the space where it waits, and since when. */
  const open = new Map<number, { readonly space: number; readonly since: number }>();
  const close = (visitor: number, time: number) => {
    const wait = open.get(visitor);
    if (wait === undefined) return;
    if (wait.space >= 0) waited[wait.space] += time - wait.since;
    open.delete(visitor);
  };
  for (let event = 0; event < events.length; event++) {
    const kind = events.kind[event];
    const visitor = events.visitor[event];
    const time = events.time[event];
    if (kind === waits) {
      close(visitor, time);
      open.set(visitor, { space: events.space[event], since: time });
    } else if (kind === called || kind === leaves || kind === EVENT_KIND['gives-up']) close(visitor, time);
  }
  for (const visitor of [...open.keys()]) close(visitor, to);
  if (privacy === null) return { waited, exposed: null };
  const exposed = new Float64Array(spaces);
  const { space, seconds } = privacy.exposure.places;
  for (let row = 0; row < space.length; row++) if (space[row] >= 0) exposed[space[row]] += seconds[row];
  return { waited, exposed };
}
