/**
 * Who is where, and since when: at a vantage, or on a way to one. A visitor who walks is listed at the place that it
 * walks to, from the time at which it will be there; the way before is kept beside it.
 */
import type { Vantages, WayPieces } from '../model/vantage.ts';
import { reach } from '../statistics/sheet.ts';

export class Presence {
  readonly vantages: Vantages;
  private readonly spaces: number;
  /** By place: the first of those who are there, or -1. */
  readonly first: Int32Array;
  /** By visitor: the next and the previous one at the same place, or -1. */
  next = new Int32Array(64);
  private previous = new Int32Array(64);
  /** By visitor: the place that it is at, or walks to; -1 for none. From when it is there. */
  place = new Int32Array(64).fill(-1);
  since = new Float64Array(64);
  /** By visitor: the way to that place, or null, and when it set out. */
  readonly way: (WayPieces | null)[] = [];
  wayStart = new Float64Array(64);
  /** Those whose way has not been accounted for in full; by visitor: its position among them, or -1. */
  walkers = new Int32Array(64);
  walkerCount = 0;
  private walkerAt = new Int32Array(64).fill(-1);
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
    this.first = new Int32Array(vantages.places);
    this.taken = new Uint8Array(vantages.places);
  }

  begin(): void {
    this.first.fill(-1);
    this.taken.fill(0);
    this.place.fill(-1);
    this.given.fill(-1);
    this.way.fill(null);
    this.walkerAt.fill(-1);
    this.walkerCount = this.insideCount = 0;
  }

  comesIn(visitor: number): void {
    this.room(visitor);
    this.place[visitor] = this.given[visitor] = -1;
    this.way[visitor] = null;
    this.walkerAt[visitor] = -1;
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
    this.leavePlace(visitor);
    const way = until > time ? this.vantages.way(from, to) : null;
    this.way[visitor] = way;
    if (way !== null) {
      this.walkerAt[visitor] = this.walkerCount;
      if (this.walkerCount >= this.walkers.length) this.walkers = reach(this.walkers, this.walkerCount, 0);
      this.walkers[this.walkerCount++] = visitor;
    }
    this.wayStart[visitor] = time;
    this.since[visitor] = until;
    if (to < this.spaces) this.enter(visitor, this.placeIn(visitor, to));
  }

  /** The way has been accounted for, where services are perceived on it. */
  endWay(visitor: number): void {
    if (this.walkerAt[visitor] < 0) return;
    const last = this.walkers[--this.walkerCount];
    this.walkers[this.walkerAt[visitor]] = last;
    this.walkerAt[last] = this.walkerAt[visitor];
    this.walkerAt[visitor] = -1;
  }

  isOnWay(visitor: number): boolean {
    return this.walkerAt[visitor] >= 0;
  }

  goesOut(visitor: number): void {
    this.leavePlace(visitor);
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

  private enter(visitor: number, place: number): void {
    const { first, next, previous } = this;
    next[visitor] = first[place];
    previous[visitor] = -1;
    if (first[place] >= 0) previous[first[place]] = visitor;
    first[place] = visitor;
    this.place[visitor] = place;
  }

  private leavePlace(visitor: number): void {
    this.endWay(visitor);
    const place = this.place[visitor];
    if (place < 0) return;
    const { next, previous } = this;
    if (previous[visitor] >= 0) next[previous[visitor]] = next[visitor];
    else this.first[place] = next[visitor];
    if (next[visitor] >= 0) previous[next[visitor]] = previous[visitor];
    this.place[visitor] = -1;
  }

  private room(visitor: number): void {
    if (visitor < this.place.length) return;
    this.next = reach(this.next, visitor, -1);
    this.previous = reach(this.previous, visitor, -1);
    this.place = reach(this.place, visitor, -1);
    this.since = reach(this.since, visitor, 0);
    this.wayStart = reach(this.wayStart, visitor, 0);
    this.walkerAt = reach(this.walkerAt, visitor, -1);
    this.insideAt = reach(this.insideAt, visitor, 0);
    this.given = reach(this.given, visitor, -1);
  }
}
