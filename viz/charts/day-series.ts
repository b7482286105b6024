/**
 * What goes on over a day, from its events: who waits, which clerks are busy, which spaces are in use. By the definitions
 * of the engine's statistics, and tested against them.
 */
import { EVENT_KIND } from '../../engine/recording/events.ts';
import { CLERK, type ClerkState, SPACE } from '../../engine/simulation/observer.ts';
import type { House } from '../engine/house.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { Steps } from './steps.ts';

export interface DaySeries {
  /** Waiting for anything: all, by agency, and those who wait for no agency's matter, as for a greeting. */
  readonly waiting: Steps;
  readonly waitingByAgency: readonly Steps[];
  readonly waitingForNone: Steps;
  /** By role: on duty, without breaks; and of these preparing, serving, on after-work or assisting. */
  readonly onDuty: readonly Steps[];
  readonly busy: readonly Steps[];
  /** By the type that spaces have at the time: open to use, and of these seized. */
  readonly usable: readonly Steps[];
  readonly occupied: readonly Steps[];
}

const BUSY: ReadonlySet<number> = new Set<ClerkState>([
  CLERK.preparing,
  CLERK.serving,
  CLERK.afterWork,
  CLERK.assisting,
]);
const ON_DUTY: ReadonlySet<number> = new Set<number>([...BUSY, CLERK.free, CLERK.backOffice]);
const NOT_WAITING = -2;

export function daySeries({ events, visitors }: ReplayDay, house: House): DaySeries {
  const { ids, clerks, stages, matterAgency } = house;
  const waiting = new Steps();
  const waitingForNone = new Steps();
  const many = (count: number) => Array.from({ length: count }, () => new Steps());
  const waitingByAgency = many(ids.agencies.length);
  const [onDuty, busy] = [many(ids.roles.length), many(ids.roles.length)];
  const [usable, occupied] = [many(ids.spaceTypes.length), many(ids.spaceTypes.length)];
  const last = visitors.serial.at(-1) ?? -1;
  /** By serial number of the visitor: the agency that it waits for, -1 for none, or that it does not wait. */
  const waitsFor = new Int32Array(last + 1).fill(NOT_WAITING);
  const clerkState = new Uint8Array(clerks.length);
  const spaceState = new Uint8Array(house.spaceTypes.length);
  const spaceType = Int32Array.from(house.spaceTypes);

  const wait = (time: number, visitor: number, agency: number, by: 1 | -1) => {
    waiting.change(time, by);
    (agency < 0 ? waitingForNone : waitingByAgency[agency]).change(time, by);
    waitsFor[visitor] = by === 1 ? agency : NOT_WAITING;
  };
  const stop = (time: number, visitor: number) => {
    if (waitsFor[visitor] !== NOT_WAITING) wait(time, visitor, waitsFor[visitor], -1);
  };
  for (let k = 0; k < events.length; k++) {
    const time = events.time[k];
    const visitor = events.visitor[k];
    switch (events.kind[k]) {
      case EVENT_KIND.waits: {
        stop(time, visitor);
        const { matter } = stages[events.stage[k]];
        wait(time, visitor, matter < 0 ? -1 : matterAgency[matter], 1);
        break;
      }
      case EVENT_KIND.called:
      case EVENT_KIND['gives-up']:
      case EVENT_KIND.leaves:
        stop(time, visitor);
        break;
      case EVENT_KIND.clerk: {
        const clerk = events.clerk[k];
        const { role } = clerks[clerk];
        swap(onDuty[role], time, ON_DUTY.has(clerkState[clerk]), ON_DUTY.has(events.detail[k]));
        swap(busy[role], time, BUSY.has(clerkState[clerk]), BUSY.has(events.detail[k]));
        clerkState[clerk] = events.detail[k];
        break;
      }
      case EVENT_KIND.space: {
        const space = events.space[k];
        const [before, after] = [spaceType[space], events.other[k]];
        if (spaceState[space] !== SPACE.closed) usable[before].change(time, -1);
        if (events.detail[k] !== SPACE.closed) usable[after].change(time, 1);
        if (spaceState[space] === SPACE.occupied) occupied[before].change(time, -1);
        if (events.detail[k] === SPACE.occupied) occupied[after].change(time, 1);
        spaceType[space] = after;
        spaceState[space] = events.detail[k];
        break;
      }
    }
  }
  return { waiting, waitingByAgency, waitingForNone, onDuty, busy, usable, occupied };
}

function swap(steps: Steps, time: number, was: boolean, is: boolean): void {
  if (was !== is) steps.change(time, is ? 1 : -1);
}

const made = new WeakMap<ReplayDay, DaySeries>();

/** The series of a day, made once for as long as the day is kept. */
export function seriesOf(day: ReplayDay, house: House): DaySeries {
  let series = made.get(day);
  if (series === undefined) {
    series = daySeries(day, house);
    made.set(day, series);
  }
  return series;
}
