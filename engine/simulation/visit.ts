/**
 * The way through a visit: from stage to stage, what is left out or put off, and out of the door.
 *
 * Leaving releases all that a visitor holds: its place in the line, its seat, the clerk kept in reserve for it.
 */
import { STAGE, type Stage } from '../model/model.ts';
import type { Day } from './day.ts';
import { EVENT } from './events.ts';
import { OUTCOME, type Outcome } from './observer.ts';
import { FLAG, STAGE_FLAG } from './visitors.ts';
import type { WaitingRoom } from './waiting-room.ts';

export class Visit {
  private readonly day: Day;
  private readonly waitingRoom: WaitingRoom;
  private readonly sendsHome: boolean;

  constructor(day: Day, waitingRoom: WaitingRoom) {
    this.day = day;
    this.waitingRoom = waitingRoom;
    this.sendsHome = day.model.scenario.day.closing === 'send-home';
  }

  /** The visitor goes on to the present stage of its visit, or out. */
  proceed(time: number, visitor: number): void {
    this.day.queueChoice.chooseNextMatter(visitor);
    while (!this.isOver(visitor) && this.isLeftOut(visitor)) {
      if (this.completesMatter(visitor)) this.countMatterDone(visitor);
      this.passStage(visitor);
    }
    if (this.isOver(visitor)) this.goOut(time, visitor);
    else if (this.day.doorsClosed && this.sendsHome) this.leave(time, visitor, OUTCOME.sentHome);
    else if (this.isPutOff(visitor)) this.putOff(time, visitor);
    else this.waitingRoom.join(time, visitor);
  }

  /** A greeting while no host is on duty, and a matter that the host has solved. */
  isLeftOut(visitor: number): boolean {
    const { visitors, staff } = this.day;
    if (this.kindOf(visitor) === STAGE.greeting)
      return this.stageOf(visitor).roles.every((role) => staff.onDuty[role] === 0);
    const flags = visitors.stageFlags[this.day.stageSlot(visitor)];
    return visitors.greeted[visitor] === 1 && (flags & STAGE_FLAG.solvedAtGreeting) !== 0;
  }

  /** Whether somebody whom the present stage needs is not there and does not come any more today, or no place is. */
  isPutOff(visitor: number): boolean {
    const { prospects, queueChoice, visitors } = this.day;
    return !prospects.canStillServe(queueChoice.lastQueueFor(visitor, visitors.stageAt[visitor]));
  }

  /** The matter is put off to another day: the visitor goes on with the next one, or leaves. */
  putOff(time: number, visitor: number): void {
    const { matter } = this.stageOf(visitor);
    do this.passStage(visitor);
    while (matter >= 0 && !this.isOver(visitor) && this.stageOf(visitor).matter === matter);
    this.proceed(time, visitor);
  }

  /** The present stage has been done. */
  completeStage(visitor: number): void {
    const { visitors } = this.day;
    if (this.kindOf(visitor) === STAGE.greeting) visitors.greeted[visitor] = 1;
    if (this.completesMatter(visitor)) this.countMatterDone(visitor);
    this.passStage(visitor);
  }

  /** Leaves the line and the house. */
  stopWaiting(time: number, visitor: number, outcome: Outcome): void {
    this.waitingRoom.leave(visitor);
    this.leave(time, visitor, outcome);
  }

  /** Out of the door; one for whom nothing could be done has been sent home. */
  exit(time: number, visitor: number): void {
    this.leave(time, visitor, this.day.visitors.mattersDone[visitor] > 0 ? OUTCOME.served : OUTCOME.sentHome);
  }

  leave(time: number, visitor: number, outcome: Outcome): void {
    const { day } = this;
    const { visitors } = day;
    this.countPending(visitor, visitors.stageAt[visitor], visitors.stageCount[visitor], -1);
    day.reserve.endFor(visitor, visitors);
    visitors.patienceEvent[visitor] = visitors.fallbackEvent[visitor] = visitors.serviceEvent[visitor] = -1;
    day.observer.left(time, visitor, outcome);
    visitors.release(visitor);
    day.inside--;
    day.changed = true;
  }

  /** Counts the visit's stages from one position to another as still to be done, or not any more. */
  countPending(visitor: number, from: number, until: number, by: number): void {
    const { prospects, queueChoice } = this.day;
    for (let position = from; position < until; position++)
      prospects.countVisit(queueChoice.lastQueueFor(visitor, position), by);
  }

  stageOf(visitor: number): Stage {
    return this.day.model.stages[this.day.visitors.presentStage(visitor)];
  }

  isOver(visitor: number): boolean {
    const { stageAt, stageCount } = this.day.visitors;
    return stageAt[visitor] === stageCount[visitor];
  }

  private kindOf(visitor: number): number {
    return this.day.stageKind[this.day.visitors.presentStage(visitor)];
  }

  /** To the nearest exit, or to that of protected visitors. */
  private goOut(time: number, visitor: number): void {
    const { day } = this;
    const isProtected = (day.visitors.flags[visitor] & FLAG.protected) !== 0;
    const door = isProtected ? day.protectedExit : day.doors;
    const walk = day.walkingTime(visitor, door);
    if (walk <= 0) {
      this.exit(time, visitor);
      return;
    }
    day.observer.walks(time, visitor, day.visitors.place[visitor], door, time + walk);
    day.agenda.at(time + walk, EVENT.exits, visitor);
  }

  private passStage(visitor: number): void {
    const { stageAt, flags } = this.day.visitors;
    const at = stageAt[visitor];
    this.countPending(visitor, at, at + 1, -1);
    stageAt[visitor] = at + 1;
    // What was broken off and then put off is not what comes next.
    flags[visitor] &= ~FLAG.resumed;
  }

  /** Whether the matter is done with the present stage: no hand-over follows. */
  private completesMatter(visitor: number): boolean {
    const { stageMatter, visitors } = this.day;
    const matter = stageMatter[visitors.presentStage(visitor)];
    if (matter < 0) return false;
    const isLast = visitors.stageAt[visitor] + 1 === visitors.stageCount[visitor];
    return isLast || stageMatter[visitors.stage[this.day.stageSlot(visitor) + 1]] !== matter;
  }

  private countMatterDone(visitor: number): void {
    const { mattersDone } = this.day.visitors;
    mattersDone[visitor] += 1;
  }
}
