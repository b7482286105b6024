/** The spaces: which are free, by type; convertible ones by their timetable; and seats in waiting areas. */
import type { Model } from '../model/model.ts';
import type { Agenda } from './agenda.ts';
import { EVENT } from './events.ts';
import { FreeList } from './free-list.ts';
import { type Observer, SPACE } from './observer.ts';
import type { Prospects } from './prospects.ts';

export class Places {
  private readonly model: Model;
  private readonly agenda: Agenda;
  private readonly observer: Observer;
  private readonly prospects: Prospects;
  readonly free: FreeList;
  /** By 2 × type, and 1 more for those that are accessible: how many spaces are of it now, free or not. */
  private readonly present: Int32Array;
  /** By space: its type now. */
  readonly type: Int32Array;
  private readonly occupied: Uint8Array;
  /** By type: whether visitors are served there. */
  private readonly serves: Uint8Array;
  private readonly seatsFree: Float64Array;
  private readonly timetableAt: Int32Array;

  constructor(model: Model, agenda: Agenda, observer: Observer, prospects: Prospects) {
    this.prospects = prospects;
    this.model = model;
    this.agenda = agenda;
    this.observer = observer;
    const spaces = model.spaces.length;
    const types = Object.values(model.scenario.spaceTypes);
    this.free = new FreeList(types.length, spaces);
    this.present = new Int32Array(2 * types.length);
    this.type = new Int32Array(spaces);
    this.occupied = new Uint8Array(spaces);
    this.serves = Uint8Array.from(types, ({ use }) =>
      use === 'service' || use === 'kiosk' || use === 'greeting' ? 1 : 0,
    );
    this.seatsFree = new Float64Array(spaces);
    this.timetableAt = new Int32Array(spaces);
  }

  begin(time: number): void {
    this.free.clear();
    this.occupied.fill(0);
    this.timetableAt.fill(0);
    this.present.fill(0);
    this.model.spaces.forEach((space, index) => {
      this.type[index] = space.type;
      this.countPresent(index, 1);
      this.seatsFree[index] = space.seats;
      this.prospects.countSpace(space.type, space.accessible, 1);
      for (const change of space.timetable) {
        this.prospects.countSpace(change.type, space.accessible, 1);
        this.agenda.at(change.at, EVENT.spaceChanges, index);
      }
      this.open(index, time);
    });
  }

  /** A free space of the type, the one that was free for the longest; -1 where there is none. */
  pick(type: number, accessible: boolean, except: number): number {
    if (this.free.count[type] === 0) return -1;
    let space = this.free.longest(type);
    while (space >= 0 && (space === except || (accessible && !this.model.spaces[space].accessible))) {
      space = this.free.after(space);
    }
    return space;
  }

  seize(space: number, time: number): void {
    this.free.remove(space);
    this.occupied[space] = 1;
    this.observer.spaceChanges(time, space, SPACE.occupied, this.type[space]);
  }

  release(space: number, time: number): void {
    this.occupied[space] = 0;
    this.open(space, time);
  }

  /** By its timetable the space gets another type: now, or when it becomes free. */
  convert(space: number, time: number): void {
    const change = this.model.spaces[space].timetable[this.timetableAt[space]];
    this.timetableAt[space] += 1;
    if (this.free.has(space)) this.free.remove(space);
    this.prospects.countSpace(this.type[space], this.model.spaces[space].accessible, -1);
    this.countPresent(space, -1);
    this.type[space] = change.type;
    this.countPresent(space, 1);
    if (this.occupied[space] === 0) this.open(space, time);
    else this.observer.spaceChanges(time, space, SPACE.occupied, change.type);
  }

  /** Whether there is a space of the type now, free or in use. */
  hasAny(type: number, accessible: boolean): boolean {
    return this.present[2 * type + (accessible ? 1 : 0)] > 0;
  }

  hasSeats(area: number, seats: number): boolean {
    return this.seatsFree[area] >= seats;
  }

  sit(area: number, seats: number): void {
    this.seatsFree[area] -= seats;
  }

  stand(area: number, seats: number): void {
    this.seatsFree[area] += seats;
  }

  private countPresent(space: number, by: number): void {
    this.present[2 * this.type[space]] += by;
    if (this.model.spaces[space].accessible) this.present[2 * this.type[space] + 1] += by;
  }

  private open(space: number, time: number): void {
    const type = this.type[space];
    const serves = this.serves[type] === 1;
    if (serves) this.free.add(type, space, time);
    this.observer.spaceChanges(time, space, serves ? SPACE.free : SPACE.closed, type);
  }
}
