/**
 * Who is where, and since when: at a vantage, or on a way to one. A visitor who walks is at the place that it walks to
 * from the time at which it will be there; the way before is kept beside it.
 */
import type { Vantages } from '../model/vantage.ts';
import { reach } from '../statistics/sheet.ts';

export class Presence {
  readonly vantages: Vantages;
  private readonly spaces: number;
  /** By visitor: the place that it is at, or walks to; -1 for none. From when it is there. */
  place = new Int32Array(64).fill(-1);
  since = new Float64Array(64);
  /** By visitor: the id of the way to that place, or -1; and when it set out. */
  wayId = new Int32Array(64).fill(-1);
  wayStart = new Float64Array(64);
  /** All who are inside. */
  inside = new Int32Array(64);
  insideCount = 0;
  private insideAt = new Int32Array(64);
  /** By visitor: the place in a waiting area that it has been given, or -1. */
  private given = new Int32Array(64).fill(-1);
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
    this.room(visitor);
    this.place[visitor] = this.given[visitor] = this.wayId[visitor] = -1;
    this.insideAt[visitor] = this.insideCount;
    if (this.insideCount >= this.inside.length) this.inside = reach(this.inside, this.insideCount, 0);
    this.inside[this.insideCount++] = visitor;
  }

  /** Gives the first free seat of the area, or a place to stand. */
  give(visitor: number, area: number, seated: boolean): void {
    this.giveUpSeat(visitor);
    if (area < 0) return;
    this.given[visitor] = area;
    if (!seated) return;
    const from = this.vantages.firstSeat[area];
    for (let seat = from; seat < from + this.vantages.seats[area]; seat++) {
      if (this.taken[seat] === 1) continue;
      this.taken[seat] = 1;
      this.given[visitor] = seat;
      return;
    }
  }

  /** Leaves where it is, and walks; indices after the spaces are doors. */
  walks(time: number, visitor: number, from: number, to: number, until: number): void {
    this.wayId[visitor] = until > time ? this.vantages.wayId(from, to) : -1;
    this.wayStart[visitor] = time;
    this.since[visitor] = until;
    this.place[visitor] = to < this.spaces ? this.placeIn(visitor, to) : -1;
  }

  goesOut(visitor: number): void {
    this.giveUpSeat(visitor);
    const last = this.inside[--this.insideCount];
    this.inside[this.insideAt[visitor]] = last;
    this.insideAt[last] = this.insideAt[visitor];
  }

  /** The visitor stops waiting: somebody else may have its seat. */
  giveUpSeat(visitor: number): void {
    const given = this.given[visitor];
    if (given >= this.spaces) this.taken[given] = 0;
    this.given[visitor] = -1;
  }

  /** The place in the area that the visitor was given; the space itself where it is no area. */
  private placeIn(visitor: number, space: number): number {
    const given = this.given[visitor];
    return given >= 0 && this.vantages.points[given].space === space ? given : space;
  }

  private room(visitor: number): void {
    if (visitor < this.place.length) return;
    this.place = reach(this.place, visitor, -1);
    this.since = reach(this.since, visitor, 0);
    this.wayStart = reach(this.wayStart, visitor, 0);
    this.wayId = reach(this.wayId, visitor, -1);
    this.insideAt = reach(this.insideAt, visitor, 0);
    this.given = reach(this.given, visitor, -1);
  }
}
