/**
 * Who is at which listening place, and since when. A visitor is at one place at most: a seat, the space where it
 * is served, or a waiting area where it stands; on its way it is nowhere, which leaves out what is
 * overheard in passing.
 */
import type { Hearing } from '../model/hearing.ts';
import { reach } from '../statistics/sheet.ts';

export class Presence {
  private readonly hearing: Hearing;
  /** By place: the first of those who are there, or -1. */
  readonly first: Int32Array;
  /** By visitor: the next and the previous one at the same place, or -1. */
  next = new Int32Array(64);
  private previous = new Int32Array(64);
  /** By visitor: its place, or -1, and from when it is there. */
  place = new Int32Array(64).fill(-1);
  since = new Float64Array(64);
  /** By visitor: the place in a waiting area that it has been given, or -1. */
  private given = new Int32Array(64).fill(-1);
  /** By place: 1 for a seat that is given to somebody. */
  private readonly taken: Uint8Array;

  constructor(hearing: Hearing) {
    this.hearing = hearing;
    this.first = new Int32Array(hearing.places.length);
    this.taken = new Uint8Array(hearing.places.length);
    this.begin();
  }

  begin(): void {
    this.first.fill(-1);
    this.taken.fill(0);
    this.place.fill(-1);
    this.given.fill(-1);
  }

  /** Gives the first free seat of the area, or a place to stand. */
  give(visitor: number, area: number, seated: boolean): void {
    this.room(visitor);
    if (area < 0) return;
    this.given[visitor] = area;
    if (!seated) return;
    const from = this.hearing.firstSeat[area];
    for (let seat = from; seat < from + this.hearing.seats[area]; seat++) {
      if (this.taken[seat] === 1) continue;
      this.taken[seat] = 1;
      this.given[visitor] = seat;
      return;
    }
  }

  /** The place in the area that the visitor was given; the space itself where it is no area. */
  placeIn(visitor: number, space: number): number {
    const given = this.given[visitor];
    return given >= 0 && this.hearing.places[given].space === space ? given : space;
  }

  enter(visitor: number, place: number, time: number): void {
    this.room(visitor);
    const { first, next, previous } = this;
    next[visitor] = first[place];
    previous[visitor] = -1;
    if (first[place] >= 0) previous[first[place]] = visitor;
    first[place] = visitor;
    this.place[visitor] = place;
    this.since[visitor] = time;
  }

  /** Leaves the place, and gives up the seat if it was one. */
  leave(visitor: number): void {
    const place = this.place[visitor];
    const { next, previous } = this;
    if (previous[visitor] >= 0) next[previous[visitor]] = next[visitor];
    else this.first[place] = next[visitor];
    if (next[visitor] >= 0) previous[next[visitor]] = previous[visitor];
    this.place[visitor] = -1;
  }

  /** The visitor stops waiting: somebody else may have its seat. */
  giveUpSeat(visitor: number): void {
    const given = this.given[visitor] ?? -1;
    if (given >= 0) this.taken[given] = 0;
    if (visitor < this.given.length) this.given[visitor] = -1;
  }

  private room(visitor: number): void {
    if (visitor < this.place.length) return;
    this.next = reach(this.next, visitor, -1);
    this.previous = reach(this.previous, visitor, -1);
    this.place = reach(this.place, visitor, -1);
    this.since = reach(this.since, visitor, 0);
    this.given = reach(this.given, visitor, -1);
  }
}
