/**
 * The clerks: shifts, breaks with cover, back-office work, absence, and who is free. It decides when a clerk
 * may leave; who serves whom is the dispatcher's matter.
 */
import type { Model, Queue } from '../model/model.ts';
import type { Agenda } from './agenda.ts';
import { EVENT } from './events.ts';
import { FreeList } from './free-list.ts';
import { CLERK, type ClerkState, type Observer } from './observer.ts';

export class Staff {
  private readonly model: Model;
  private readonly agenda: Agenda;
  private readonly observer: Observer;
  readonly free: FreeList;
  readonly state: Uint8Array;
  /** By role: how many are on duty and not on a break. */
  readonly onDuty: Int32Array;
  /** By role: how many are there or still come today. */
  readonly available: Int32Array;
  /** Set when somebody has left duty; whoever looks at it clears it. */
  somebodyLeft = false;
  /** By stage: visits inside that have it before them, or are at it. */
  private readonly pending: Int32Array;
  /** Of these stages, those that need a clerk, an interpreter, a guard. */
  private pendingWithClerk = 0;
  private pendingInterpreted = 0;
  private pendingGuarded = 0;
  /** Hosts, advisers and experts on site who are on duty and not on a break. */
  inHall = 0;
  /** By clerk: the visitor it is with, or -1. */
  readonly visitor: Int32Array;
  private readonly hall: Uint8Array;
  private readonly cover: Int32Array;
  /** By role: the stages that it may do. */
  private readonly stagesOf: readonly (readonly number[])[];
  /** By role, for `mayGo`: whether its clerks have been counted. */
  private readonly counted: Uint8Array;
  private readonly minimumStaff: number;
  private readonly wantsOff: Uint8Array;
  /** Length of the break that is due, or 0. */
  private readonly breakDue: Float64Array;
  private readonly backOfficeLeft: Float64Array;
  private readonly backOfficeSince: Float64Array;
  private readonly backOfficeEvent: Float64Array;
  /** Free or not, clerks who wait to take a break or to go home. */
  private restless = 0;

  constructor(model: Model, agenda: Agenda, observer: Observer) {
    this.model = model;
    this.agenda = agenda;
    this.observer = observer;
    const clerks = model.clerks.length;
    const roles = Object.values(model.scenario.roles);
    this.free = new FreeList(roles.length, clerks);
    this.state = new Uint8Array(clerks);
    this.onDuty = new Int32Array(roles.length);
    this.pending = new Int32Array(model.stages.length);
    this.stagesOf = roles.map((_, role) =>
      model.stages.flatMap((stage, index) => (stage.roles.includes(role) ? [index] : [])),
    );
    this.counted = new Uint8Array(roles.length);
    this.available = new Int32Array(roles.length);
    this.visitor = new Int32Array(clerks);
    this.hall = Uint8Array.from(roles, (role) =>
      role.kind === 'host' || role.kind === 'adviser' || role.kind === 'expert' ? 1 : 0,
    );
    this.cover = Int32Array.from(roles, (role) => role.cover);
    this.minimumStaff = model.scenario.policy.minimumStaff;
    this.wantsOff = new Uint8Array(clerks);
    this.breakDue = new Float64Array(clerks);
    this.backOfficeLeft = new Float64Array(clerks);
    this.backOfficeSince = new Float64Array(clerks);
    this.backOfficeEvent = new Float64Array(clerks);
  }

  /** Begins a day: clerks for whom `uniform` draws less than their role's share of absence stay away. */
  begin(uniform: () => number): void {
    this.free.clear();
    this.state.fill(CLERK.off);
    this.onDuty.fill(0);
    this.pending.fill(0);
    this.pendingWithClerk = this.pendingInterpreted = this.pendingGuarded = 0;
    this.available.fill(0);
    this.somebodyLeft = false;
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
      if (role.absence > 0 && uniform() < role.absence) return;
      this.available[clerk.role] += 1;
      this.agenda.at(clerk.start, EVENT.shiftStarts, index);
      if (clerk.end < Number.POSITIVE_INFINITY) this.agenda.at(clerk.end, EVENT.shiftEnds, index);
      for (let k = 0; k < clerk.breaks.length; k++) this.agenda.at(clerk.breaks[k].at, EVENT.breakDue, index);
    });
  }

  /** Counts a stage of a visit inside as still to be done (`by` 1), or not any more (-1). */
  countPending(stage: number, isInterpreted: boolean, isGuarded: boolean, by: number): void {
    this.pending[stage] += by;
    if (this.model.stages[stage].roles.length === 0) return;
    this.pendingWithClerk += by;
    if (isInterpreted) this.pendingInterpreted += by;
    if (isGuarded) this.pendingGuarded += by;
  }

  /** Whether everybody whom a service of the queue needs is there or still comes today. */
  canStillServe(queue: Queue): boolean {
    for (const { role } of queue.choices) if (role < 0 || this.canRoleServe(role, queue)) return true;
    return false;
  }

  /** Whether one of the role, and whom its service needs besides, is there or still comes today. */
  canRoleServe(role: number, { interpreter, guard }: Queue): boolean {
    const { interpreterRoles, guardRoles } = this.model;
    if (this.available[role] === 0) return false;
    if (interpreter && countBeside(role, interpreterRoles, this.available) <= 0) return false;
    return !guard || countBeside(role, guardRoles, this.available) > 0;
  }

  roleOf(clerk: number): number {
    return this.model.clerks[clerk].role;
  }

  startShift(clerk: number, time: number): void {
    this.enterDuty(clerk);
    this.becomeFree(clerk, time);
  }

  /** The shift is over: goes home if free and not needed, or else remembers to. */
  endShift(clerk: number, time: number): void {
    if (this.state[clerk] === CLERK.off) return;
    if (this.state[clerk] === CLERK.onBreak) {
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

  /**
   * Whether a clerk whose shift is over may go. Where the house serves all who are inside, the clerk stays
   * until somebody else who is there or still comes could do each stage that visitors inside have before
   * them; after closing, until there are as many others as visitors whom the clerk could serve; and as one of
   * the minimum staff, until none of the visitors inside needs a clerk.
   */
  mayGo(clerk: number, time: number): boolean {
    const { day } = this.model.scenario;
    if (day.closing !== 'serve') return true;
    const own = this.roleOf(clerk);
    const leftInHall = this.inHall - this.hall[own];
    if (this.hall[own] === 1 && this.pendingWithClerk > 0 && leftInHall < this.minimumStaff) return false;
    const isClosed = time >= day.doors.close;
    if (!this.helpIsCovered(own, this.model.interpreterRoles, this.pendingInterpreted, isClosed))
      return false;
    if (!this.helpIsCovered(own, this.model.guardRoles, this.pendingGuarded, isClosed)) return false;
    let visits = 0;
    let colleagues = -1;
    this.counted.fill(0);
    for (const stage of this.stagesOf[own]) {
      if (this.pending[stage] === 0) continue;
      const { roles } = this.model.stages[stage];
      if (this.availableOf(roles) === 1) return false;
      visits += this.pending[stage];
      for (const role of roles) {
        if (this.counted[role] === 0) colleagues += this.available[role];
        this.counted[role] = 1;
      }
    }
    return visits === 0 || !isClosed || visits <= colleagues;
  }

  /** Whether enough others of the roles are left, without one of `own`, for those who still need their help. */
  private helpIsCovered(own: number, roles: readonly number[], visits: number, isClosed: boolean): boolean {
    if (visits === 0 || !roles.includes(own)) return true;
    const others = this.availableOf(roles) - 1;
    return others > 0 && (!isClosed || visits <= others);
  }

  /** How many clerks of the roles are there or still come. */
  private availableOf(roles: readonly number[]): number {
    let available = 0;
    for (const role of roles) available += this.available[role];
    return available;
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
    const hallLeft = this.inHall - this.hall[role];
    const enough = this.hall[role] === 0 || hallLeft >= this.minimumStaff;
    return enough && this.onDuty[role] - 1 >= this.cover[role];
  }

  private enterDuty(clerk: number): void {
    const role = this.roleOf(clerk);
    this.onDuty[role] += 1;
    this.inHall += this.hall[role];
  }

  private goHome(clerk: number, time: number): void {
    const role = this.roleOf(clerk);
    this.available[role] -= 1;
    this.somebodyLeft = true;
    this.change(clerk, CLERK.off, time);
  }

  private leaveDuty(clerk: number, time: number): void {
    const role = this.roleOf(clerk);
    this.free.remove(clerk);
    this.stopBackOffice(clerk, time);
    this.onDuty[role] -= 1;
    this.inHall -= this.hall[role];
    this.somebodyLeft = true;
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

/** How many there are of the helping roles, beside one of `own`, who does not help at a service of its own. */
export function countBeside(own: number, helping: readonly number[], count: Int32Array): number {
  let others = 0;
  for (const role of helping) others += role === own ? count[role] - 1 : count[role];
  return others;
}
