/**
 * One replication: a day of visitors, clerks and spaces, event by event. It tells its observer what happens
 * and knows no statistic; the same model, seed and replication give the same day.
 */
import type { Model } from '../model/model.ts';
import { Calls } from './calls.ts';
import { Day } from './day.ts';
import { Doors } from './doors.ts';
import { EVENT } from './events.ts';
import { type Observer, OUTCOME } from './observer.ts';
import { Service } from './service.ts';
import { Visit } from './visit.ts';
import { WaitingRoom } from './waiting-room.ts';

export class Simulation {
  private readonly day: Day;
  private readonly waitingRoom: WaitingRoom;
  private readonly visit: Visit;
  private readonly service: Service;
  private readonly calls: Calls;
  private readonly doors: Doors;
  /** Hard end of the day, infinite for none. */
  private readonly end: number;
  /** When something last happened; void events do not count. */
  private last = 0;
  /** Events handled, over all replications so far. */
  events = 0;

  constructor(model: Model, seed: string, observer: Observer) {
    this.day = new Day(model, seed, observer);
    this.waitingRoom = new WaitingRoom(this.day);
    this.visit = new Visit(this.day, this.waitingRoom);
    this.service = new Service(this.day, this.waitingRoom, this.visit);
    this.calls = new Calls(this.day, this.waitingRoom, this.visit, this.service);
    this.doors = new Doors(this.day, this.visit, this.calls);
    this.end = model.scenario.day.end ?? Number.POSITIVE_INFINITY;
  }

  /** Simulates one day. Days are independent, and each can be run alone. */
  run(replication: number): void {
    const { day } = this;
    const { agenda } = day;
    day.begin(replication);
    this.waitingRoom.begin();
    this.doors.begin();
    while (agenda.nextTime() <= this.end && agenda.advance()) {
      this.events++;
      if (this.handle(agenda.time, agenda.kind, agenda.entity)) this.last = agenda.time;
      // Whoever became free at this moment is seen before anybody is called.
      if (day.changed && agenda.nextTime() > agenda.time) this.calls.callAll(agenda.time);
    }
    day.observer.end(this.end === Number.POSITIVE_INFINITY ? this.last : this.end);
  }

  /** Lets the event happen; false when it is void. */
  private handle(time: number, kind: number, entity: number): boolean {
    const { day } = this;
    const { visitors, staff, agenda } = day;
    switch (kind) {
      case EVENT.serviceEnds:
        if (visitors.serviceEvent[entity] !== agenda.token) return false;
        this.service.end(time, entity);
        return true;
      case EVENT.clerkDone:
        this.service.freeClerk(time, entity);
        return true;
      case EVENT.placeLeft:
        this.service.leavePlace(time, entity);
        return true;
      case EVENT.shiftStarts:
        staff.startShift(entity, time);
        break;
      case EVENT.shiftEnds:
        this.service.endShift(time, entity);
        break;
      case EVENT.breakDue:
        staff.breakComes(entity, time);
        break;
      case EVENT.breakEnds:
        staff.endBreak(entity, time);
        break;
      case EVENT.backOfficeDone:
        return staff.backOfficeDone(entity, agenda.token, time);
      case EVENT.spaceChanges:
        day.places.convert(entity, time);
        break;
      case EVENT.prepared:
        if (visitors.serviceEvent[entity] !== agenda.token) return false;
        this.service.walkToPlace(time, entity);
        return true;
      case EVENT.serviceStarts:
        if (visitors.serviceEvent[entity] !== agenda.token) return false;
        this.service.start(time, entity);
        return true;
      case EVENT.exits:
        this.visit.exit(time, entity);
        return true;
      case EVENT.walkInArrives:
        this.doors.walkInsArrive(time, entity);
        return true;
      case EVENT.bookingArrives:
        this.doors.bookingArrives(time, entity);
        return true;
      case EVENT.recordedArrives:
        this.doors.recordedArrives(time, entity);
        return true;
      case EVENT.doorsOpenFor:
        this.doors.enter(time, entity);
        return true;
      case EVENT.reserveBegins:
        this.doors.beginReserve(entity);
        return false;
      case EVENT.reserveEnds:
        return this.doors.endReserve(entity);
      case EVENT.fallbackDue:
        if (visitors.fallbackEvent[entity] !== agenda.token) return false;
        this.waitingRoom.fallBack(entity);
        return true;
      case EVENT.patienceEnds:
        return this.patienceEnds(time, entity, agenda.token);
      case EVENT.doorsClose:
        this.doors.close(time);
        break;
    }
    day.changed = true;
    return true;
  }

  /** Whoever can be served at this very moment is served rather than lost. */
  private patienceEnds(time: number, visitor: number, token: number): boolean {
    const { patienceEvent } = this.day.visitors;
    if (patienceEvent[visitor] !== token) return false;
    if (this.day.changed) this.calls.callAll(time);
    if (patienceEvent[visitor] === token) this.visit.stopWaiting(time, visitor, OUTCOME.reneged);
    return true;
  }
}
