/**
 * Who is where, and since when: at a vantage, or on a way to one. A visitor who walks is at the place that it walks to
 * from the time at which it will be there; the way before is kept beside it.
 */
import type { Vantages } from '../model/vantage.ts';

/** The present stay of a visitor; one for each slot of the visitor table, written over for the next who has it. */
export class Stay {
  readonly visitor: number;
  /** The place that it is at, or walks to; -1 for none. From when it is there. */
  place = -1;
  since = Number.NaN;
  /** The id of the way to that place, or -1; and when it set out. */
  way = -1;
  setOut = Number.NaN;
  /** The place in a waiting area that it has been given, or -1. */
  given = -1;
  /** Its position among all who are inside. */
  index = -1;
  /** The spots of the place and the way, as in `ImpressionTable`. */
  spotAt = 0;
  spotOn = 0;
  /**
   * Of the visitor, for as long as it is inside: its serial number, and that of the first of its party; companions, and the share
   * of such who hear by an aid.
   */
  serial = -1;
  party = -1;
  companions = 0;
  byAid = Number.NaN;

  constructor(visitor: number) {
    this.visitor = visitor;
  }
}

export class Presence {
  readonly vantages: Vantages;
  private readonly spaces: number;
  /** By visitor. */
  readonly of: Stay[] = [];
  /** The first so many are of all who are inside. */
  readonly inside: Stay[] = [];
  insideCount = 0;
  /** By place: 1 for a seat that is given to somebody. */
  private readonly taken: Uint8Array;

  constructor(vantages: Vantages, spaces: number) {
    this.vantages = vantages;
    this.spaces = spaces;
    this.taken = new Uint8Array(vantages.places);
  }

  begin(): void {
    this.taken.fill(0);
    this.insideCount = 0;
  }

  comesIn(visitor: number): void {
    for (let slot = this.of.length; slot <= visitor; slot++) this.of.push(new Stay(slot));
    const stay = this.of[visitor];
    stay.place = stay.given = stay.way = -1;
    stay.index = this.insideCount++;
    this.inside[stay.index] = stay;
  }

  /** Gives the first free seat of the area, or a place to stand. */
  give(visitor: number, area: number, seated: boolean): void {
    this.giveUpSeat(visitor);
    if (area < 0) return;
    const stay = this.of[visitor];
    stay.given = area;
    if (!seated) return;
    const { taken } = this;
    const from = this.vantages.firstSeat[area];
    const to = from + this.vantages.seats[area];
    for (let seat = from; seat < to; seat++) {
      if (taken[seat] === 1) continue;
      taken[seat] = 1;
      stay.given = seat;
      return;
    }
  }

  /** Leaves where it is, and walks; indices after the spaces are doors. */
  walks(time: number, visitor: number, from: number, to: number, until: number): void {
    const stay = this.of[visitor];
    stay.way = until > time ? this.vantages.wayId(from, to) : -1;
    stay.setOut = time;
    stay.since = until;
    stay.place = to < this.spaces ? this.placeIn(stay.given, to) : -1;
  }

  goesOut(visitor: number): void {
    this.giveUpSeat(visitor);
    const { index } = this.of[visitor];
    const last = this.inside[--this.insideCount];
    this.inside[index] = last;
    last.index = index;
  }

  /** The visitor stops waiting: somebody else may have its seat. */
  giveUpSeat(visitor: number): void {
    const stay = this.of[visitor];
    if (stay.given >= this.spaces) this.taken[stay.given] = 0;
    stay.given = -1;
  }

  /** The place in the area that was given; the space itself where it is no area. */
  private placeIn(given: number, space: number): number {
    return given >= 0 && this.vantages.points[given].space === space ? given : space;
  }
}
