/**
 * The clerks: shifts, breaks with cover, back-office work, absence, and who is free. It decides when a clerk
 * may leave; who serves whom is the dispatcher's matter.
 */
import type { Stream } from '../kernel/stream.ts';
import type { Model } from '../model/model.ts';
import type { Agenda } from './agenda.ts';
import { EVENT } from './events.ts';
import { FreeList } from './free-list.ts';
import { CLERK, type ClerkState, type Observer } from './observer.ts';
import type { Prospects } from './prospects.ts';

export class Staff {
  private readonly model: Model;
  /** By clerk. */
  private readonly role: Int32Array;
  private readonly agenda: Agenda;
  private readonly observer: Observer;
  private readonly prospects: Prospects;
  readonly free: FreeList;
  readonly state: Uint8Array;
  /** By role: how many are on duty and not on a break. */
  readonly onDuty: Int32Array;
  /** Hosts, advisers and experts on site who are on duty and not on a break. */
  inHall = 0;
  /** By clerk: the visitor it is with, or -1. */
  readonly visitor: Int32Array;
  private readonly cover: Int32Array;
  private readonly minimumStaff: number;
  private readonly wantsOff: Uint8Array;
  /** Length of the break that is due, or 0. */
  private readonly breakDue: Float64Array;
  private readonly backOfficeLeft: Float64Array;
  private readonly backOfficeSince: Float64Array;
  private readonly backOfficeEvent: Float64Array;
  /** Free or not, clerks who wait to take a break or to go home. */
  private restless = 0;

  constructor(model: Model, agenda: Agenda, observer: Observer, prospects: Prospects) {
    this.prospects = prospects;
    this.model = model;
    this.role = model.clerkRole;
    this.agenda = agenda;
    this.observer = observer;
    const clerks = model.clerks.length;
    const roles = Object.values(model.scenario.roles);
    this.free = new FreeList(roles.length, clerks);
    this.state = new Uint8Array(clerks);
    this.onDuty = new Int32Array(roles.length);
    this.visitor = new Int32Array(clerks);
    this.cover = Int32Array.from(roles, (role) => role.cover);
    this.minimumStaff = model.scenario.policy.minimumStaff;
    this.wantsOff = new Uint8Array(clerks);
    this.breakDue = new Float64Array(clerks);
    this.backOfficeLeft = new Float64Array(clerks);
    this.backOfficeSince = new Float64Array(clerks);
    this.backOfficeEvent = new Float64Array(clerks);
  }

  /** Begins a day: clerks for whom the role's stream draws less than its share of absence stay away. */
  begin(absence: readonly Stream[]): void {
    this.free.clear();
    this.state.fill(CLERK.off);
    this.onDuty.fill(0);
    this.inHall = 0;
    this.visitor.fill(-1);
    this.wantsOff.fill(0);
    this.breakDue.fill(0);
    this.backOfficeEvent.fill(-1);
    this.restless = 0;
    const roles = Object.values(this.model.scenario.roles);
    this.model.clerks.forEach((clerk, index) => {
      const role = roles[clerk.role];
      this.backOfficeLeft[index] = role.backOffice;
      if (role.absence > 0 && absence[clerk.role].next() < role.absence) return;
      this.prospects.countClerk(clerk.role, 1);
      this.agenda.at(clerk.start, EVENT.shiftStarts, index);
      if (clerk.end < Number.POSITIVE_INFINITY) this.agenda.at(clerk.end, EVENT.shiftEnds, index);
      for (let k = 0; k < clerk.breaks.length; k++) this.agenda.at(clerk.breaks[k].at, EVENT.breakDue, index);
    });
  }

  roleOf(clerk: number): number {
    return this.role[clerk];
  }

  startShift(clerk: number, time: number): void {
    this.enterDuty(clerk);
    this.becomeFree(clerk, time);
  }

  /** The shift is over: goes home if free and not needed, or else remembers to. */
  endShift(clerk: number, time: number): void {
    if (this.state[clerk] === CLERK.off) return;
    if (this.state[clerk] === CLERK.onBreak && this.mayGo(clerk, time)) {
      this.goHome(clerk, time);
      return;
    }
    this.wantsOff[clerk] = 1;
    this.restless++;
    this.settle(clerk, time);
  }

  breakComes(clerk: number, time: number): void {
    if (this.state[clerk] === CLERK.off || this.wantsOff[clerk] === 1) return;
    const due = this.model.clerks[clerk].breaks.find((pause) => pause.at === time);
    if (due === undefined) return;
    if (this.breakDue[clerk] === 0) this.restless++;
    this.breakDue[clerk] += due.length;
    this.settle(clerk, time);
  }

  endBreak(clerk: number, time: number): void {
    if (this.state[clerk] !== CLERK.onBreak) return;
    this.enterDuty(clerk);
    this.becomeFree(clerk, time);
  }

  /** The clerk's back-office work of the day is done; false when the event is void. */
  backOfficeDone(clerk: number, token: number, time: number): boolean {
    if (this.backOfficeEvent[clerk] !== token) return false;
    this.backOfficeLeft[clerk] = 0;
    this.backOfficeEvent[clerk] = -1;
    this.change(clerk, CLERK.free, time);
    return true;
  }

  /** Takes a free clerk for a visitor. Back-office work yields. */
  seize(clerk: number, visitor: number, state: ClerkState, time: number): void {
    this.free.remove(clerk);
    this.stopBackOffice(clerk, time);
    this.visitor[clerk] = visitor;
    this.change(clerk, state, time);
  }

  change(clerk: number, state: ClerkState, time: number): void {
    this.state[clerk] = state;
    this.observer.clerkChanges(time, clerk, state);
  }

  /** The clerk has nothing more to do for a visitor. */
  becomeFree(clerk: number, time: number): void {
    this.visitor[clerk] = -1;
    this.free.add(this.roleOf(clerk), clerk, time);
    if (this.leavesDuty(clerk, time)) return;
    this.startBackOffice(clerk, time);
  }

  /** Whether the clerk could go on with another visitor: no break is due, and the shift goes on. */
  staysOn(clerk: number, time: number): boolean {
    return this.breakDue[clerk] === 0 && (this.wantsOff[clerk] === 0 || !this.mayGo(clerk, time));
  }

  /** Whether a clerk whose shift is over may go; it decides on who is there and on what visitors inside need. */
  mayGo(clerk: number, time: number): boolean {
    return this.prospects.mayGo(this.roleOf(clerk), time, this.inHall);
  }

  /** Lets free clerks take the breaks that are due, and go home, as far as the rules allow by now. */
  settleAll(time: number): void {
    if (this.restless === 0) return;
    for (let clerk = 0; clerk < this.state.length; clerk++) {
      if (this.wantsOff[clerk] === 1 || this.breakDue[clerk] > 0) this.settle(clerk, time);
    }
  }

  private settle(clerk: number, time: number): void {
    if (this.free.has(clerk)) this.leavesDuty(clerk, time);
  }

  /** Sends a free clerk home or to its break where due and allowed; whether it left. */
  private leavesDuty(clerk: number, time: number): boolean {
    if (this.wantsOff[clerk] === 1 && this.mayGo(clerk, time)) {
      this.wantsOff[clerk] = 0;
      this.restless--;
      if (this.breakDue[clerk] > 0) this.restless--;
      this.breakDue[clerk] = 0;
      this.leaveDuty(clerk, time);
      this.goHome(clerk, time);
      return true;
    }
    const length = this.breakDue[clerk];
    if (length > 0 && this.isCovered(clerk)) {
      this.breakDue[clerk] = 0;
      this.restless--;
      this.leaveDuty(clerk, time);
      this.change(clerk, CLERK.onBreak, time);
      this.agenda.at(time + length, EVENT.breakEnds, clerk);
      return true;
    }
    return false;
  }

  private isCovered(clerk: number): boolean {
    const role = this.roleOf(clerk);
    const hallLeft = this.inHall - this.prospects.isInHall[role];
    const enough = this.prospects.isInHall[role] === 0 || hallLeft >= this.minimumStaff;
    return enough && this.onDuty[role] - 1 >= this.cover[role];
  }

  private enterDuty(clerk: number): void {
    const role = this.roleOf(clerk);
    this.onDuty[role] += 1;
    this.inHall += this.prospects.isInHall[role];
  }

  private goHome(clerk: number, time: number): void {
    this.prospects.countClerk(this.roleOf(clerk), -1);
    this.change(clerk, CLERK.off, time);
  }

  private leaveDuty(clerk: number, time: number): void {
    const role = this.roleOf(clerk);
    this.free.remove(clerk);
    this.stopBackOffice(clerk, time);
    this.onDuty[role] -= 1;
    this.inHall -= this.prospects.isInHall[role];
    this.prospects.haveNarrowed = true;
  }

  private startBackOffice(clerk: number, time: number): void {
    const left = this.backOfficeLeft[clerk];
    if (left <= 0) {
      this.change(clerk, CLERK.free, time);
      return;
    }
    this.backOfficeSince[clerk] = time;
    this.backOfficeEvent[clerk] = this.agenda.at(time + left, EVENT.backOfficeDone, clerk);
    this.change(clerk, CLERK.backOffice, time);
  }

  private stopBackOffice(clerk: number, time: number): void {
    if (this.backOfficeEvent[clerk] === -1) return;
    this.backOfficeLeft[clerk] -= time - this.backOfficeSince[clerk];
    this.backOfficeEvent[clerk] = -1;
  }
}
