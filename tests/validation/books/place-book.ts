/**
 * Who holds which space, how many sit where, and what equipment is out: no space for two visitors, no more
 * seats and no more equipment than there are, and spaces of the type that their timetable says.
 */
import { SPACE, type SpaceState } from '../../../engine/simulation/observer.ts';
import { fail } from './fail.ts';
import type { Guest } from './guest.ts';
import type { House } from './house.ts';

export class PlaceBook {
  private readonly house: House;
  private readonly state = new Map<number, SpaceState>();
  private readonly type = new Map<number, string>();
  private readonly holder = new Map<number, Guest>();
  private readonly seated = new Map<number, number>();
  private readonly inUse = new Map<string, number>();

  constructor(house: House) {
    this.house = house;
  }

  changes(time: number, space: number, state: SpaceState, type: number): void {
    const guest = this.holder.get(space);
    if (guest?.state === 'served' && state !== SPACE.occupied)
      fail('services', time, `space ${space} is let go while v${guest.serial} is served there`);
    if (state === SPACE.occupied && guest === undefined)
      fail('services', time, `space ${space} is occupied by nobody`);
    if (state !== SPACE.occupied && guest) {
      guest.space = -1;
      this.holder.delete(space);
    }
    this.state.set(space, state);
    this.type.set(space, this.house.typeName(type));
  }

  isFree(space: number): boolean {
    return this.state.get(space) === SPACE.free && !this.holder.has(space);
  }

  typeOf(space: number): string {
    return this.type.get(space) ?? '';
  }

  holderOf(space: number): Guest | undefined {
    return this.holder.get(space);
  }

  isOf(space: number, guest: Guest): boolean {
    return this.holder.get(space) === guest;
  }

  takes(time: number, space: number, guest: Guest): void {
    const other = this.holder.get(space);
    if (other) fail('services', time, `space ${space} is that of v${other.serial} and of v${guest.serial}`);
    if (!this.isFree(space)) fail('services', time, `space ${space} is not free for v${guest.serial}`);
    this.holder.set(space, guest);
  }

  /** The visitor sits down or stands; it stands only where no area has enough seats for it. */
  sits(time: number, guest: Guest, area: number, isSeated: boolean): void {
    guest.area = area;
    const areas = this.house.areasFor(guest.isProtected);
    if (area < 0) {
      if (areas.length > 0) fail('seats', time, `v${guest.serial} waits nowhere`);
      return;
    }
    if (!areas.includes(area)) fail('protection', time, `v${guest.serial} waits in space ${area}`);
    const hasSeats = (one: number) => this.seatsLeft(one) >= guest.seats;
    if (isSeated !== areas.some(hasSeats) || (isSeated && !hasSeats(area)))
      fail(
        'seats',
        time,
        `v${guest.serial} ${isSeated ? 'sits without a seat' : 'stands though there are seats'}`,
      );
    guest.seatsHeld = isSeated ? guest.seats : 0;
    this.seated.set(area, (this.seated.get(area) ?? 0) + guest.seatsHeld);
  }

  stands(guest: Guest): void {
    if (guest.area >= 0) this.seated.set(guest.area, (this.seated.get(guest.area) ?? 0) - guest.seatsHeld);
    guest.area = -1;
    guest.seatsHeld = 0;
  }

  /** Whether a unit of each is there. */
  hasEquipment(wanted: ReadonlySet<string>): boolean {
    return [...wanted].every((name) => (this.inUse.get(name) ?? 0) < this.countOf(name));
  }

  takesEquipment(time: number, guest: Guest, wanted: ReadonlySet<string>): void {
    if (!this.hasEquipment(wanted))
      fail('equipment', time, `v${guest.serial} takes equipment of which none is left`);
    this.count(wanted, 1);
    guest.equipment = wanted;
  }

  returnsEquipment(guest: Guest): void {
    this.count(guest.equipment, -1);
    guest.equipment = new Set();
  }

  /** At the end of a moment. */
  audit(time: number): void {
    for (const space of this.house.spaces.keys()) {
      const type = this.type.get(space);
      const use = this.house.scenario.spaceTypes[type ?? '']?.use ?? 'closed';
      if (type !== this.house.typeAt(space, time)) fail('places', time, `space ${space} is still a ${type}`);
      const guest = this.holder.get(space);
      const serves = ['service', 'kiosk', 'greeting'].includes(use);
      const expected = guest ? SPACE.occupied : serves ? SPACE.free : SPACE.closed;
      if (this.state.get(space) !== expected)
        fail('services', time, `space ${space} is in state ${this.state.get(space)}`);
      if (guest && guest.state === 'waiting')
        fail('services', time, `v${guest.serial} waits and holds space ${space}`);
    }
  }

  private seatsLeft(area: number): number {
    return (this.house.spaceOf(area).seats ?? Number.POSITIVE_INFINITY) - (this.seated.get(area) ?? 0);
  }

  private countOf(name: string): number {
    return this.house.scenario.equipment[name]?.count ?? 0;
  }

  private count(names: ReadonlySet<string>, by: number): void {
    for (const name of names) this.inUse.set(name, (this.inUse.get(name) ?? 0) + by);
  }
}
