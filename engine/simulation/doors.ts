/** At the door: who comes in, who waits outside, who is turned away; bookings and what is kept for them. */
import type { Profile } from '../scenario/schema.ts';
import type { Calls } from './calls.ts';
import type { Day } from './day.ts';
import { EVENT } from './events.ts';
import { OUTCOME } from './observer.ts';
import type { Visit } from './visit.ts';
import { FLAG } from './visitors.ts';

export class Doors {
  private readonly day: Day;
  private readonly visit: Visit;
  private readonly calls: Calls;
  private readonly opens: number;
  private readonly closes: number;
  /** Who arrives earlier belongs to the warm-up. */
  private readonly measuredFrom: number;
  /** By profile. */
  private readonly balks: readonly Profile['balk'][];
  private readonly capacity: number;
  private readonly sendsHome: boolean;

  constructor(day: Day, visit: Visit, calls: Calls) {
    this.day = day;
    this.visit = visit;
    this.calls = calls;
    const { doors, capacity, closing, warmUp } = day.model.scenario.day;
    this.opens = doors.open;
    this.closes = doors.close;
    this.measuredFrom = doors.open + warmUp;
    this.balks = Object.values(day.model.scenario.profiles).map((profile) => profile.balk);
    this.capacity = capacity ?? Number.POSITIVE_INFINITY;
    this.sendsHome = closing === 'send-home';
  }

  begin(): void {
    if (this.day.reserve.inForce) this.scheduleReserve();
    this.day.agenda.at(this.closes, EVENT.doorsClose, 0);
  }

  walkInsArrive(time: number, source: number): void {
    const { arrivals, draws, visitors } = this.day;
    let party = -1;
    for (let size = arrivals.walkInGroup(source); size > 0; size--) {
      const visitor = draws.draw(source, time);
      if (party < 0) party = visitors.serial[visitor];
      visitors.party[visitor] = party;
      this.arrive(time, visitor);
    }
  }

  recordedArrives(time: number, source: number): void {
    const row = this.day.arrivals.recordedRow(source);
    this.arrive(time, this.day.draws.draw(source, time, row));
  }

  bookingArrives(time: number, index: number): void {
    const { arrivals, draws, observer, reserve, visitors } = this.day;
    const booking = arrivals.bookings[index];
    if (!booking.comes) {
      observer.absent(time, booking.source, OUTCOME.noShow);
      return;
    }
    const visitor = draws.draw(booking.source, time);
    visitors.flags[visitor] |= FLAG.appointment;
    visitors.waitStart[visitor] = Math.max(time, booking.time);
    visitors.booking[visitor] = index;
    visitors.ordinal[visitor] = booking.ordinal;
    reserve.comes(index);
    this.arrive(time, visitor);
  }

  /** Who comes before the doors open waits outside; the wait counts from the opening. */
  arrive(time: number, visitor: number): void {
    if (time >= this.opens) {
      this.enter(time, visitor);
      return;
    }
    const { visitors, agenda } = this.day;
    visitors.arrival[visitor] = this.opens;
    visitors.waitStart[visitor] = Math.max(this.opens, visitors.waitStart[visitor]);
    agenda.at(this.opens, EVENT.doorsOpenFor, visitor);
  }

  /** Who comes at the very moment of closing still comes in. */
  enter(time: number, visitor: number): void {
    const { day } = this;
    const { visitors, observer } = day;
    if (day.changed) this.calls.callAll(time);
    if (time > this.closes || day.inside >= this.capacity) {
      day.reserve.endFor(visitor, visitors);
      day.changed = true;
      const outcome = time > this.closes ? OUTCOME.turnedAwayClosed : OUTCOME.turnedAwayFull;
      observer.absent(time, visitors.source[visitor], outcome);
      visitors.release(visitor);
      return;
    }
    day.inside++;
    if (time < this.measuredFrom) visitors.flags[visitor] |= FLAG.warmUp;
    observer.arrived(time, visitor);
    this.visit.countPending(visitor, 0, visitors.stageCount[visitor], 1);
    const balk = this.balks[visitors.profile[visitor]];
    if (balk && day.lines.count > balk.queueAbove && visitors.balking[visitor] < balk.probability) {
      this.visit.leave(time, visitor, OUTCOME.balked);
    } else this.visit.proceed(time, visitor);
  }

  /** Who is inside is served to the end or, by the policy, sent home if waiting. */
  close(time: number): void {
    const { day } = this;
    if (day.changed) this.calls.callAll(time);
    day.doorsClosed = true;
    if (!this.sendsHome) return;
    while (day.lines.activeCount > 0) {
      this.visit.stopWaiting(time, day.lines.head(day.lines.active[0]), OUTCOME.sentHome);
    }
  }

  beginReserve(index: number): void {
    const { arrivals, model, reserve } = this.day;
    const matter = model.sources[arrivals.bookings[index].source].matters[0] ?? -1;
    const role = matter < 0 ? -1 : (model.stages[model.matterStage[matter]].roles[0] ?? -1);
    if (role >= 0) reserve.keep(index, role);
  }

  /** The window after a booked hour is over. False when nothing comes of it. */
  endReserve(index: number): boolean {
    if (!this.day.reserve.windowEnds(index)) return false;
    this.day.changed = true;
    return true;
  }

  private scheduleReserve(): void {
    const { arrivals, reserve, agenda } = this.day;
    for (let index = 0; index < arrivals.bookings.length; index++) {
      const { time } = arrivals.bookings[index];
      agenda.at(Math.max(0, time - reserve.window), EVENT.reserveBegins, index);
      agenda.at(time + reserve.window, EVENT.reserveEnds, index);
    }
  }
}
