/**
 * Where people are who talk or might listen: in every space, in each seat of a waiting area, and standing in it.
 */
import type { Scenario } from '../scenario/schema.ts';
import { seatsIn } from './sight/viewpoint.ts';

export interface HearingPlace {
  /** The space that it is in. */
  readonly space: number;
  /** In metres. */
  readonly x: number;
  readonly y: number;
}

/** The listening places: first one for each space, its centre, then the seats. */
export interface HearingPlaces {
  readonly places: readonly HearingPlace[];
  /** By space: its first seat, and how many there are; people who find none stand at the space's own place. */
  readonly firstSeat: Int32Array;
  readonly seats: Int32Array;
}

/** Above this many seats are not told apart: a waiting area without limit has none. */
const SEATS_MAX = 2000;

export function hearingPlaces(scenario: Scenario): HearingPlaces {
  const spaces = Object.values(scenario.spaces);
  const places: HearingPlace[] = spaces.map(({ at = [0, 0], size = [0, 0] }, space) => ({
    space,
    x: at[0] + size[0] / 2,
    y: at[1] + size[1] / 2,
  }));
  const firstSeat = new Int32Array(spaces.length).fill(-1);
  const seats = new Int32Array(spaces.length);
  spaces.forEach(({ at, size, seats: count = 0 }, space) => {
    if (at === undefined || size === undefined || count === 0 || count > SEATS_MAX) return;
    firstSeat[space] = places.length;
    seats[space] = count;
    for (const { x, y } of seatsIn(at, size, count)) places.push({ space, x: x / 1000, y: y / 1000 });
  });
  return { places, firstSeat, seats };
}
