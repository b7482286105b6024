/**
 * How long everything takes, from what was drawn at the arrival: preparation, the walk, settling, the service at
 * the clerk's speed, what is left of it for another clerk, leaving and the work after it.
 */
import { fail } from './fail.ts';
import type { Guest, Work } from './guest.ts';
import type { House } from './house.ts';

/** Times are sums of floating-point numbers, added up in another order here. */
const ROUNDING = 1e-6;

export class Durations {
  private readonly house: House;

  constructor(house: House) {
    this.house = house;
  }

  /** From the call: who goes on with the same clerk sits there already. */
  isCalled(time: number, guest: Guest, goesOn: boolean): void {
    const { preparation, settling } = workOf(guest);
    guest.due = time + preparation + (goesOn ? 0 : settling);
    guest.leavesPlaceAt = Number.POSITIVE_INFINITY;
  }

  /** A walk to the place comes after the preparation. */
  walks(time: number, guest: Guest, until: number): void {
    if (guest.state === 'called') guest.due += until - time;
  }

  begins(time: number, guest: Guest, isHandedOver: boolean): void {
    if (!isHandedOver && !isAbout(time, guest.due))
      fail('durations', time, `v${guest.serial} begins, and not at ${guest.due / 60}`);
    guest.due = time + workOf(guest).service / this.pace(guest);
  }

  ends(time: number, guest: Guest): void {
    if (!isAbout(time, guest.due))
      fail('durations', time, `the service of v${guest.serial} does not last to ${guest.due / 60}`);
    const { leaving, afterWork } = workOf(guest);
    guest.leavesPlaceAt = time + leaving;
    guest.owed += afterWork;
  }

  /** The rest is done by somebody else, without a new preparation. */
  breaksOff(time: number, guest: Guest): void {
    if (time > guest.due + ROUNDING)
      fail('durations', time, `v${guest.serial} was served for longer than it needs`);
    const work = workOf(guest);
    work.service = Math.max(0, (guest.due - time) * this.pace(guest));
    work.preparation = 0;
  }

  leavesPlace(time: number, guest: Guest): void {
    const isDone = guest.done.has(guest.stage);
    if (isDone && !isAbout(time, guest.leavesPlaceAt))
      fail('durations', time, `v${guest.serial} lets go of its place`);
  }

  /** Of the service that is drawn, how much is done in a second. */
  private pace({ clerk, stage, factor }: Guest): number {
    return clerk < 0 ? 1 : this.house.speed(clerk, stage) / factor;
  }
}

export const isAbout = (time: number, expected: number): boolean => Math.abs(time - expected) <= ROUNDING;

function workOf({ work, stage, serial }: Guest): Work {
  const found = work.get(stage);
  if (found === undefined) throw new Error(`v${serial} has no stage ${stage}`);
  return found;
}
