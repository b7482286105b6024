/**
 * Service: called, prepared for, walked to, begun, ended, gone on with, handed over or broken off. Clerk,
 * space, interpreter, guard and equipment are seized at the call, together.
 */
import { STAGE } from '../model/model.ts';
import type { Role } from '../scenario/schema.ts';
import type { Day } from './day.ts';
import { EVENT } from './events.ts';
import { CLERK } from './observer.ts';
import type { Visit } from './visit.ts';
import { FLAG } from './visitors.ts';
import type { WaitingRoom } from './waiting-room.ts';

export class Service {
  private readonly day: Day;
  private readonly waitingRoom: WaitingRoom;
  private readonly visit: Visit;
  private readonly sameClerk: boolean;
  private readonly sendsHome: boolean;
  /** By role. */
  private readonly atShiftEnd: readonly Role['atShiftEnd'][];

  constructor(day: Day, waitingRoom: WaitingRoom, visit: Visit) {
    this.day = day;
    this.waitingRoom = waitingRoom;
    this.visit = visit;
    this.sameClerk = day.model.scenario.policy.nextMatter === 'same-clerk';
    this.sendsHome = day.model.scenario.day.closing === 'send-home';
    this.atShiftEnd = Object.values(day.model.scenario.roles).map((role) => role.atShiftEnd);
  }

  /** Calls the visitor whom the dispatcher has decided on. */
  call(time: number): void {
    const { visitors, dispatcher, staff, observer, needs } = this.day;
    const { visitor, clerk, space, interpreter, guard } = dispatcher;
    const queue = visitors.queue[visitor];
    this.waitingRoom.leave(visitor);
    visitors.clerk[visitor] = clerk;
    visitors.space[visitor] = space;
    visitors.servedQueue[visitor] = queue;
    visitors.servedChoice[visitor] = dispatcher.choice - needs.firstChoice[queue];
    visitors.interpreter[visitor] = interpreter;
    visitors.guard[visitor] = guard;
    const stage = visitors.presentStage(visitor);
    if (this.day.stageKind[stage] >= STAGE.service) this.day.reserve.endFor(visitor, visitors);
    observer.called(time, visitor, stage, clerk, space);
    if (clerk >= 0) staff.seize(clerk, visitor, CLERK.preparing, time);
    if (interpreter >= 0) staff.seize(interpreter, visitor, CLERK.assisting, time);
    if (guard >= 0) staff.seize(guard, visitor, CLERK.assisting, time);
    this.day.places.seize(space, time);
    dispatcher.takeEquipment(dispatcher.choice);
    const preparation = visitors.preparation[this.day.stageSlot(visitor)];
    if (preparation > 0) this.next(visitor, time + preparation, EVENT.prepared);
    else this.walkToPlace(time, visitor);
  }

  walkToPlace(time: number, visitor: number): void {
    const { day } = this;
    const { visitors } = day;
    const space = visitors.space[visitor];
    const walk = day.walkingTime(visitor, space);
    if (space !== visitors.place[visitor])
      day.observer.walks(time, visitor, visitors.place[visitor], space, time + walk);
    visitors.place[visitor] = space;
    const delay = walk + visitors.settling[day.stageSlot(visitor)];
    if (delay > 0) this.next(visitor, time + delay, EVENT.serviceStarts);
    else this.start(time, visitor);
  }

  start(time: number, visitor: number): void {
    const { visitors, observer, staff, stageMatter } = this.day;
    const clerk = visitors.clerk[visitor];
    const stage = visitors.presentStage(visitor);
    // An appointment that begins before its booked time has not waited; a greeting is no such beginning.
    if (visitors.waitStart[visitor] > time && stageMatter[stage] >= 0) visitors.waitStart[visitor] = time;
    visitors.serviceStart[visitor] = time;
    observer.serviceStarts(time, visitor, stage, clerk, visitors.space[visitor]);
    if (clerk >= 0) staff.change(clerk, CLERK.serving, time);
    const duration = visitors.service[this.day.stageSlot(visitor)] / this.pace(visitor);
    this.next(visitor, time + duration, EVENT.serviceEnds);
  }

  end(time: number, visitor: number): void {
    const { day } = this;
    const { visitors } = day;
    const clerk = visitors.clerk[visitor];
    const slot = day.stageSlot(visitor);
    visitors.flags[visitor] &= ~FLAG.resumed;
    day.observer.serviceEnds(time, visitor, visitors.stage[slot], clerk, visitors.space[visitor], true);
    this.visit.completeStage(visitor);
    // Greeting and ticket belong to the wait for the first matter.
    if (day.stageMatter[visitors.stage[slot]] >= 0) visitors.waitStart[visitor] = time;
    visitors.owedAfterWork[visitor] += visitors.afterWork[slot];
    if (clerk >= 0 && this.mayGoOn(visitor) && this.goesOnWithClerk(time, visitor)) return;
    const afterWork = visitors.owedAfterWork[visitor];
    visitors.owedAfterWork[visitor] = 0;
    this.releaseHelp(time, visitor);
    visitors.clerk[visitor] = -1;
    if (clerk >= 0) this.releaseClerk(time, clerk, afterWork);
    const leaving = visitors.leaving[slot];
    if (leaving > 0) day.agenda.at(time + leaving, EVENT.placeLeft, visitor);
    else this.leavePlace(time, visitor);
  }

  freeClerk(time: number, clerk: number): void {
    this.day.staff.becomeFree(clerk, time);
    this.day.changed = true;
  }

  /** The visitor has packed up: the space is free, and the visit goes on. */
  leavePlace(time: number, visitor: number): void {
    this.releaseSpace(time, visitor);
    this.visit.proceed(time, visitor);
  }

  /** By the role's rule, who is with a visitor when the shift ends finishes, hands over or breaks off. */
  endShift(time: number, clerk: number): void {
    const { staff, model } = this.day;
    staff.endShift(clerk, time);
    const visitor = staff.visitor[clerk];
    const state = staff.state[clerk];
    const isServing = state === CLERK.serving;
    if (visitor < 0 || !(isServing || state === CLERK.preparing) || !staff.mayGo(clerk, time)) return;
    const rule = this.atShiftEnd[model.clerks[clerk].role];
    if (rule === 'hand-over' && isServing) this.handOver(time, visitor, clerk);
    if (rule === 'resume' && !this.isOverForThoseWhoWait) this.breakOff(time, visitor, clerk);
  }

  /** Schedules the visitor's next event in its service; any earlier one is void. */
  private next(visitor: number, time: number, kind: number): void {
    this.day.visitors.serviceEvent[visitor] = this.day.agenda.at(time, kind, visitor);
  }

  /** Seconds of the matter's service time that this clerk does with this visitor in a second. */
  private pace(visitor: number): number {
    const { visitors, model, staff } = this.day;
    const clerk = visitors.clerk[visitor];
    if (clerk < 0) return 1;
    const at = visitors.presentStage(visitor) * model.ids.roles.length + staff.roleOf(clerk);
    return model.speedOf[at] / visitors.factor[visitor];
  }

  /** Whether who serves would do what comes next as well: the second part of the same matter, or by the policy another matter. */
  private mayGoOn(visitor: number): boolean {
    return this.sameClerk || this.isHandOver(visitor);
  }

  /** Whether what comes next is the second part of the matter, which needs another mandate than the first. */
  private isHandOver(visitor: number): boolean {
    const { visitors, stageKind } = this.day;
    return !this.visit.isOver(visitor) && stageKind[visitors.presentStage(visitor)] === STAGE.handOver;
  }

  /** What comes next at once, with the same clerk at the same place, where mandate and place allow it. */
  private goesOnWithClerk(time: number, visitor: number): boolean {
    const { visitors, staff, observer, queueChoice } = this.day;
    queueChoice.chooseNextMatter(visitor);
    if (this.visit.isOver(visitor) || this.visit.isLeftOut(visitor)) return false;
    const clerk = visitors.clerk[visitor];
    if (!this.stays(time, visitor, clerk)) return false;
    const queue = this.isHandOver(visitor)
      ? queueChoice.restQueueFor(visitor)
      : queueChoice.queueFor(visitor, visitors.stageAt[visitor]);
    const choice = this.choiceHere(visitor, queue, staff.roleOf(clerk));
    if (choice < 0) return false;
    visitors.servedQueue[visitor] = queue;
    visitors.servedChoice[visitor] = choice;
    const stage = visitors.presentStage(visitor);
    observer.waits(time, visitor, stage, -1, true);
    observer.called(time, visitor, stage, clerk, visitors.space[visitor]);
    staff.change(clerk, CLERK.preparing, time);
    const preparation = visitors.preparation[this.day.stageSlot(visitor)];
    if (preparation > 0) this.next(visitor, time + preparation, EVENT.serviceStarts);
    else this.start(time, visitor);
    return true;
  }

  /** Whether the clerk takes what comes next: what is left of a matter as any service under way, and another one as another visitor. */
  private stays(time: number, visitor: number, clerk: number): boolean {
    return this.isHandOver(visitor) || (this.day.staff.staysOn(clerk, time) && !this.isOverForThoseWhoWait);
  }

  /** After closing, services under way are finished where those who wait are sent home. */
  private get isOverForThoseWhoWait(): boolean {
    return this.day.doorsClosed && this.sendsHome;
  }

  /** How the role, with the mandate, could serve the queue with what the visitor holds already; -1 where it could not. */
  private choiceHere(visitor: number, queue: number, role: number): number {
    const { visitors, needs, places } = this.day;
    if (needs.guard[queue] === 1 && visitors.guard[visitor] < 0) return -1;
    const held = this.choiceOf(visitor);
    const type = places.type[visitors.space[visitor]];
    const first = needs.firstChoice[queue];
    for (let choice = first; choice < needs.firstChoice[queue + 1]; choice++) {
      if (needs.role[choice] !== role || needs.mandated[choice] === 0) continue;
      if (needs.takes(choice, type) && needs.holdAlike(choice, held)) return choice - first;
    }
    return -1;
  }

  /** The choice by which the visitor is served, of those of all queues. */
  private choiceOf(visitor: number): number {
    const { visitors, needs } = this.day;
    return needs.firstChoice[visitors.servedQueue[visitor]] + visitors.servedChoice[visitor];
  }

  private releaseClerk(time: number, clerk: number, afterWork: number): void {
    const { staff, agenda } = this.day;
    if (afterWork <= 0) {
      this.freeClerk(time, clerk);
      return;
    }
    staff.visitor[clerk] = -1;
    staff.change(clerk, CLERK.afterWork, time);
    agenda.at(time + afterWork, EVENT.clerkDone, clerk);
  }

  private releaseHelp(time: number, visitor: number): void {
    const { visitors, dispatcher } = this.day;
    if (visitors.interpreter[visitor] >= 0) this.freeClerk(time, visitors.interpreter[visitor]);
    if (visitors.guard[visitor] >= 0) this.freeClerk(time, visitors.guard[visitor]);
    visitors.interpreter[visitor] = visitors.guard[visitor] = -1;
    dispatcher.returnEquipment(this.choiceOf(visitor));
    this.day.changed = true;
  }

  private releaseSpace(time: number, visitor: number): void {
    const { visitors, places } = this.day;
    places.release(visitors.space[visitor], time);
    visitors.space[visitor] = -1;
    this.day.changed = true;
  }

  /** A free colleague with the mandate takes over at the same place; where none is free the clerk finishes. */
  private handOver(time: number, visitor: number, clerk: number): void {
    const { visitors, staff, needs } = this.day;
    const queue = visitors.servedQueue[visitor];
    for (let k = needs.firstChoice[queue]; k < needs.firstChoice[queue + 1]; k++) {
      const role = needs.role[k];
      if (staff.free.count[role] === 0) continue;
      const choice = this.choiceHere(visitor, queue, role);
      if (choice < 0) continue;
      const colleague = staff.free.longest(role);
      this.stop(time, visitor, clerk);
      visitors.clerk[visitor] = colleague;
      visitors.servedChoice[visitor] = choice;
      staff.seize(colleague, visitor, CLERK.preparing, time);
      this.start(time, visitor);
      this.freeClerk(time, clerk);
      return;
    }
  }

  /** The visitor goes back to the place in the line that it was called from; the rest is done later. */
  private breakOff(time: number, visitor: number, clerk: number): void {
    const { visitors, staff } = this.day;
    if (staff.state[clerk] === CLERK.serving) this.stop(time, visitor, clerk);
    visitors.serviceEvent[visitor] = -1;
    visitors.clerk[visitor] = -1;
    this.releaseHelp(time, visitor);
    this.freeClerk(time, clerk);
    this.releaseSpace(time, visitor);
    this.waitingRoom.join(time, visitor, true);
  }

  /** Stops a service before its end; what is left of it is kept. */
  private stop(time: number, visitor: number, clerk: number): void {
    const { visitors, observer } = this.day;
    const slot = this.day.stageSlot(visitor);
    const done = (time - visitors.serviceStart[visitor]) * this.pace(visitor);
    visitors.service[slot] = Math.max(0, visitors.service[slot] - done);
    visitors.preparation[slot] = 0;
    visitors.flags[visitor] |= FLAG.resumed;
    observer.serviceEnds(time, visitor, visitors.stage[slot], clerk, visitors.space[visitor], false);
  }
}
