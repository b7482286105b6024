/** What happens at a moment of the day, in a few words. */
import { EVENTS } from '../../engine/recording/events.ts';
import type { Language } from '../app/state.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { lastUntil } from '../replay/whereabouts.ts';
import { words } from './words.ts';

/** The last event at the time, one of a visitor where there is any; empty where there is none. */
export function eventInWords({ events }: ReplayDay, time: number, language: Language): string {
  const said = words(language);
  const last = lastUntil(events.time, 0, events.length, time);
  let at = last;
  for (let k = last; k >= 0 && events.time[k] === time; k--) {
    if (events.visitor[k] < 0) continue;
    at = k;
    break;
  }
  if (at < 0 || events.time[at] !== time) return '';
  const text = said.events[EVENTS[events.kind[at]]];
  return events.visitor[at] < 0 ? text : `${said.visitor(String(events.visitor[at]))} ${text}`;
}
