/**
 * Who waits, in which order, and for what: nobody is called before somebody who goes first and could be served,
 * and nobody is left waiting while all that it needs is free, where no policy keeps something back.
 */
import type { Arrival, Routing } from '../../../engine/scenario/schema.ts';
import { fail } from './fail.ts';
import type { Guest } from './guest.ts';
import type { House } from './house.ts';
import type { PlaceBook } from './place-book.ts';
import type { StaffBook } from './staff-book.ts';

export class LineBook {
  readonly waiting = new Set<Guest>();
  private readonly house: House;
  private readonly routing: Routing;
  private readonly staff: StaffBook;
  private readonly places: PlaceBook;
  /** Whether whoever can be served is served, the first first, whatever the queue. */
  private readonly keepsNothingBack: boolean;
  /** Those inside with an appointment, for whom a clerk may be kept until they are called to a service. */
  private readonly booked = new Set<Guest>();
  /** Booked hours for which a clerk may be kept, and how long before and after each. */
  private readonly slots: readonly number[];
  private readonly window: number;

  constructor(house: House, routing: Routing, staff: StaffBook, places: PlaceBook) {
    this.house = house;
    this.routing = routing;
    this.staff = staff;
    this.places = places;
    const { reserve, hold, minimumStaff } = house.scenario.policy;
    this.keepsNothingBack =
      routing !== 'dedicated' && hold === Number.POSITIVE_INFINITY && minimumStaff === 0;
    this.window = reserve?.window ?? 0;
    const isReserved = reserve !== undefined && routing === 'appointments-first';
    this.slots = isReserved ? Object.values(house.scenario.arrivals).flatMap(slotsOf) : [];
  }

  comes(guest: Guest): void {
    if (this.slots.length > 0 && guest.hasAppointment) this.booked.add(guest);
  }

  leaves(guest: Guest): void {
    this.waiting.delete(guest);
    this.booked.delete(guest);
  }

  /** Joins a line at its end or, when the stage was broken off, at the place that it had. */
  joins(time: number, guest: Guest, keepsPlace: boolean): void {
    const limit = time + this.house.fallbackLimit(guest.stage);
    const { mayFrom, doesFrom } = fallbackOf(guest);
    guest.fallsBack.set(guest.stage, {
      mayFrom: Math.min(mayFrom, limit),
      doesFrom: Math.min(doesFrom, limit),
    });
    if (!keepsPlace) {
      const isFurther = this.house.scenario.policy.nextMatter !== 'queue-anew' && guest.ticket >= 0;
      guest.joined = isFurther ? guest.ticket : time;
      guest.key = this.keyOf(guest, isFurther);
    }
    if (guest.ticket < 0 && this.house.isService(guest.stage)) guest.ticket = time;
    this.waiting.add(guest);
  }

  /** Of those who could serve the visitor now, the clerk is one whom the policy's rule puts first, with the mandate. */
  checkClerk(time: number, guest: Guest, clerk: number): void {
    if (!this.keepsBackNothing(time, time)) return;
    const { clerk: rule } = this.house.scenario.policy;
    const rank = (one: number) => {
      if (rule === 'longest-idle') return this.staff.freeSince(one);
      return rule === 'fastest' ? -this.house.speed(one, guest.stage) : this.house.flexibility(one);
    };
    const all = [...this.house.clerks.keys()].filter((one) => this.canServe(one, guest, time));
    const mandated = all.filter((one) => this.house.isMandated(one, guest.stage));
    const able = mandated.length > 0 ? mandated : all;
    if (mandated.length > 0 && !this.house.isMandated(clerk, guest.stage))
      fail('order', time, `clerk ${clerk} serves v${guest.serial} without the mandate, which others have`);
    const first = Math.min(...able.map(rank));
    if (rank(clerk) > first) fail('order', time, `clerk ${clerk} is not the ${rule} for v${guest.serial}`);
  }

  /** Who is called goes before all others of its queue and, as a rule, before all who could be served now. */
  isCalled(time: number, guest: Guest): void {
    this.waiting.delete(guest);
    // One who has not fallen back by now will wait as long again, if broken off.
    const { mayFrom, doesFrom } = fallbackOf(guest);
    for (const other of this.waiting) {
      if (!this.precedes(other, guest)) continue;
      if (this.keepsBackNothing(time, time) && this.canBeServed(other, time))
        fail('order', time, `v${guest.serial} is called before v${other.serial}, which could be served`);
      if (this.routing !== 'dedicated' && this.isAlike(guest, other, time))
        fail('order', time, `v${guest.serial} is called before v${other.serial} of the same line`);
    }
    if (this.house.isService(guest.stage)) this.booked.delete(guest);
    guest.fallsBack.set(guest.stage, {
      mayFrom: mayFrom > time ? Number.POSITIVE_INFINITY : mayFrom,
      doesFrom: doesFrom >= time ? Number.POSITIVE_INFINITY : doesFrom,
    });
  }

  /** At the end of a moment: until the next one at `next`, limits may pass. */
  audit(time: number, next: number): void {
    for (const guest of this.waiting) {
      if (guest.since + guest.patience < next)
        fail(
          'patience',
          time,
          `v${guest.serial} waits for longer than its patience of ${guest.patience / 60} min`,
        );
      if (this.keepsBackNothing(time, next) && this.canBeServed(guest, next))
        fail('work', time, `v${guest.serial} waits for stage ${guest.stage}, and all that it needs is free`);
    }
  }

  /** Whether all that the visitor needs is free, with the spaces that it takes before the given time. */
  private canBeServed(guest: Guest, before: number): boolean {
    if (!this.house.needsClerk(guest.stage)) return this.hasSpace(guest, false, -1);
    return [...this.house.clerks.keys()].some((clerk) => this.canServe(clerk, guest, before));
  }

  private canServe(clerk: number, guest: Guest, before: number): boolean {
    const { stage } = guest;
    const isService = this.house.isService(stage);
    return (
      this.staff.isFree(clerk) &&
      this.house.mayDo(clerk, stage) &&
      this.places.hasEquipment(this.house.equipmentFor(stage, clerk)) &&
      this.hasSpace(guest, fallbackOf(guest).doesFrom < before, clerk) &&
      (!isService || !guest.needsInterpreter || this.hasHelper('interpreter', clerk)) &&
      (!isService || !guest.guarded.has(stage) || this.hasHelper('guard', clerk))
    );
  }

  /** Whether no clerk is kept for somebody from the one time to the other: by a hold, a minimum, near a booked hour. */
  private keepsBackNothing(from: number, to: number): boolean {
    const { window } = this;
    const isNear = (slot: number) => slot + window >= from && slot - window <= to;
    const isReserved = this.booked.size > 0 || this.slots.some(isNear);
    return this.keepsNothingBack && !isReserved;
  }

  private hasSpace(guest: Guest, fallsBack: boolean, clerk: number): boolean {
    const types = this.house.typesFor(guest.stage, guest.isProtected, fallsBack, clerk);
    return [...this.house.spaces.keys()].some(
      (space) =>
        this.places.isFree(space) &&
        types.includes(this.places.typeOf(space)) &&
        (!guest.needsAccess || this.house.spaceOf(space).accessible),
    );
  }

  private hasHelper(kind: 'interpreter' | 'guard', except: number): boolean {
    return [...this.house.clerks.keys()].some(
      (clerk) => clerk !== except && this.house.clerkOf(clerk).role.kind === kind && this.staff.isFree(clerk),
    );
  }

  /** Lower goes first. */
  private keyOf(guest: Guest, isFurther: boolean): number {
    switch (this.routing) {
      case 'longest-wait-first':
        return isFurther ? guest.arrival : guest.waitStart;
      case 'appointments-first':
        return guest.hasAppointment ? guest.waitStart - LONGER_THAN_ANY_DAY : guest.joined;
      case 'priority-with-ageing': {
        const { profiles, policy } = this.house.scenario;
        const own = Object.values(profiles)[guest.profile]?.priority ?? 0;
        const ofMatter = this.house.matterOf(guest.stage)?.matter.priority ?? 0;
        return guest.joined - (own + ofMatter) * policy.ageing;
      }
      default:
        return guest.joined;
    }
  }

  private precedes(a: Guest, b: Guest): boolean {
    return a.key < b.key || (a.key === b.key && a.serial < b.serial);
  }

  /** Whether the two wait for the same with the same needs, and surely so. */
  private isAlike(a: Guest, b: Guest, time: number): boolean {
    const { stage } = a;
    const limits = [fallbackOf(a), fallbackOf(b)];
    return (
      stage === b.stage &&
      a.needsAccess === b.needsAccess &&
      a.needsInterpreter === b.needsInterpreter &&
      a.isProtected === b.isProtected &&
      a.guarded.has(stage) === b.guarded.has(stage) &&
      (limits.every(({ doesFrom }) => doesFrom < time) || limits.every(({ mayFrom }) => mayFrom > time))
    );
  }
}

function slotsOf({ appointments }: Arrival): number[] {
  if (appointments === undefined) return [];
  const { from, to, every } = appointments;
  return Array.from({ length: Math.ceil((to - from) / every) }, (_, k) => from + k * every);
}

function fallbackOf(guest: Guest) {
  const never = { mayFrom: Number.POSITIVE_INFINITY, doesFrom: Number.POSITIVE_INFINITY };
  return guest.fallsBack.get(guest.stage) ?? never;
}

const LONGER_THAN_ANY_DAY = 1e9;
