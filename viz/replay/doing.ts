/** What visitors, clerks and spaces are doing at a moment of a day: read off the events, nothing is worked out anew. */
import { STAGE } from '../../engine/model/model.ts';
import { EVENT_KIND } from '../../engine/recording/events.ts';
import { CLERK, SPACE } from '../../engine/simulation/observer.ts';
import type { House } from '../engine/house.ts';
import type { Ragged } from './ragged.ts';
import type { ReplayDay } from './replay-day.ts';

/** What a visitor is doing. */
export const DOING = {
  /** On a way to wait, or between two things. */
  walking: 0,
  waiting: 1,
  /** Called, and on the way to the place or sitting down there. */
  called: 2,
  served: 3,
  greeted: 4,
  atKiosk: 5,
  /** On the way out. */
  leaving: 6,
  /** Not inside. */
  away: 7,
} as const;

/** Of a visitor, clerk or space; written anew by the next call. Indices are the model's, -1 for none. */
export interface Doing {
  /** Of DOING, CLERK or SPACE. */
  state: number;
  /** From when, in seconds after midnight. */
  since: number;
  stage: number;
  clerk: number;
  /** The place; of who waits the waiting area. */
  space: number;
  /** Of a clerk: the visitor's serial number. */
  visitor: number;
  /** Of a space: the type that it has. */
  type: number;
}

export const newDoing = (): Doing => ({
  state: 0,
  since: 0,
  stage: -1,
  clerk: -1,
  space: -1,
  visitor: -1,
  type: -1,
});

/** The visitor in a row. */
export function visitorDoing(
  day: ReplayDay,
  stages: House['stages'],
  spaces: number,
  row: number,
  time: number,
  to: Doing,
): Doing {
  const { events, ofVisitor } = day;
  const { kind } = events;
  const first = ofVisitor.starts[row];
  let at = lastEvent(day, ofVisitor, row, time);
  to.stage = to.clerk = to.space = -1;
  to.state = DOING.away;
  to.since = 0;
  if (at < first) return to;
  let event = ofVisitor.values[at];
  to.since = events.time[event];
  let isUnderWay = false;
  let isLeaving = false;
  if (kind[event] === EVENT_KIND.walks) {
    isUnderWay = time < events.until[event];
    isLeaving = events.space[event] >= spaces;
  }
  while (at > first && (kind[event] === EVENT_KIND.walks || kind[event] === EVENT_KIND.assists))
    event = ofVisitor.values[--at];
  to.stage = events.stage[event];
  switch (kind[event]) {
    case EVENT_KIND.waits:
      to.state = isUnderWay ? DOING.walking : DOING.waiting;
      to.space = events.space[event];
      to.since = events.time[event];
      break;
    case EVENT_KIND.called:
    case EVENT_KIND.starts:
      to.clerk = events.clerk[event];
      to.space = events.space[event];
      to.since = events.time[event];
      to.state = kind[event] === EVENT_KIND.called ? DOING.called : servedAt(stages[to.stage]?.kind);
      break;
    case EVENT_KIND.leaves:
      break;
    default:
      to.state = isLeaving ? DOING.leaving : DOING.walking;
  }
  return to;
}

/** What the state of a service of a kind of stage is. */
function servedAt(kind: number | undefined): number {
  if (kind === STAGE.greeting) return DOING.greeted;
  return kind === STAGE.kiosk ? DOING.atKiosk : DOING.served;
}

export function clerkDoing(day: ReplayDay, clerk: number, time: number, to: Doing): Doing {
  const { events, ofClerk } = day;
  const first = ofClerk.starts[clerk];
  to.state = CLERK.off;
  to.since = day.from;
  to.stage = to.space = to.visitor = -1;
  to.clerk = clerk;
  let hasState = false;
  for (let at = lastEvent(day, ofClerk, clerk, time); at >= first; at--) {
    const event = ofClerk.values[at];
    switch (events.kind[event]) {
      case EVENT_KIND.clerk:
        if (hasState) break;
        hasState = true;
        to.state = events.detail[event];
        to.since = events.time[event];
        break;
      case EVENT_KIND.called:
      case EVENT_KIND.starts:
      case EVENT_KIND.assists:
      case EVENT_KIND.ends:
        to.space = events.space[event];
        to.stage = events.stage[event];
        to.visitor = events.visitor[event];
        break;
    }
    if (hasState && (to.space >= 0 || !isAtPlace(to.state))) break;
  }
  if (!isAtPlace(to.state)) to.space = to.stage = to.visitor = -1;
  return to;
}

/** Whether a clerk in the state is where its last visitor is served, or was. */
export const isAtPlace = (state: number): boolean =>
  state === CLERK.preparing ||
  state === CLERK.serving ||
  state === CLERK.afterWork ||
  state === CLERK.assisting;

export function spaceDoing(day: ReplayDay, space: number, firstType: number, time: number, to: Doing): Doing {
  const { events, ofSpace } = day;
  const first = ofSpace.starts[space];
  to.state = SPACE.closed;
  to.type = firstType;
  to.since = day.from;
  to.space = space;
  for (let at = lastEvent(day, ofSpace, space, time); at >= first; at--) {
    const event = ofSpace.values[at];
    if (events.kind[event] !== EVENT_KIND.space) continue;
    to.state = events.detail[event];
    to.type = events.other[event];
    to.since = events.time[event];
    break;
  }
  return to;
}

/** The position in the values of the owner's last event until the time; one before its first where there is none. */
export function lastEvent({ events }: ReplayDay, of: Ragged, owner: number, time: number): number {
  const { values, starts } = of;
  let low = starts[owner] - 1;
  let high = starts[owner + 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (events.time[values[middle]] <= time) low = middle;
    else high = middle;
  }
  return low;
}

/** The row of the visitor with a serial number; -1 for none. */
export function rowOf({ visitors }: ReplayDay, serial: number): number {
  if (serial < 0) return -1;
  let low = 0;
  let high = visitors.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (visitors.serial[middle] < serial) low = middle + 1;
    else high = middle;
  }
  return visitors.serial[low] === serial ? low : -1;
}
