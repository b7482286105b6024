/** One clerk's day: what it did when, whom it served, and what share of its time on duty it was busy. */
import { EVENT_KIND } from '../../engine/recording/events.ts';
import { CLERK } from '../../engine/simulation/observer.ts';
import { listOf } from '../replay/ragged.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { clerkSpells, type Spell, secondsByState } from './spells.ts';

export const CLERK_STATES = Object.keys(CLERK) as readonly (keyof typeof CLERK)[];

export interface ClerkDay {
  readonly spells: readonly Spell[];
  readonly services: readonly Service[];
  /** By state of CLERK, in seconds. */
  readonly seconds: Float64Array;
  /** Preparing, serving, after-work and assisting; and that with back-office work and being free. In seconds. */
  readonly busy: number;
  readonly duty: number;
  /** On duty after the end of the shift, in seconds. */
  readonly overtime: number;
}

export interface Service {
  /** Serial number. */
  readonly visitor: number;
  readonly stage: number;
  readonly clerk: number;
  readonly space: number;
  readonly from: number;
  readonly to: number;
  readonly isCompleted: boolean;
}

export function clerkDayOf(day: ReplayDay, clerk: number, shiftEnd: number): ClerkDay {
  const spells = clerkSpells(day, clerk);
  const seconds = secondsByState(spells, CLERK_STATES.length);
  const busy =
    seconds[CLERK.preparing] + seconds[CLERK.serving] + seconds[CLERK.afterWork] + seconds[CLERK.assisting];
  const after = secondsByState(spells, CLERK_STATES.length, shiftEnd);
  const onDuty = (some: Float64Array) =>
    some.reduce((sum, one, state) => (state === CLERK.off || state === CLERK.onBreak ? sum : sum + one), 0);
  return {
    spells,
    services: servicesIn(day, listOf(day.ofClerk, clerk)),
    seconds,
    busy,
    duty: onDuty(seconds),
    overtime: onDuty(after),
  };
}

/** From each start to its end, in the order of starts; one that has no end lasts until the day is over. */
export function servicesIn({ events, to }: ReplayDay, list: Int32Array): Service[] {
  const services: Service[] = [];
  const open = new Map<number, number>();
  for (const event of list) {
    const visitor = events.visitor[event];
    const isStart = events.kind[event] === EVENT_KIND.starts;
    if (isStart) {
      open.set(visitor, services.length);
      services.push({
        visitor,
        stage: events.stage[event],
        clerk: events.clerk[event],
        space: events.space[event],
        from: events.time[event],
        to,
        isCompleted: false,
      });
    } else if (events.kind[event] === EVENT_KIND.ends) {
      const at = open.get(visitor);
      if (at === undefined) continue;
      services[at] = { ...services[at], to: events.time[event], isCompleted: events.detail[event] === 1 };
      open.delete(visitor);
    }
  }
  return services;
}
