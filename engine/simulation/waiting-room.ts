/**
 * Waiting: the line and the key with which a visitor joins it, the seat, the limits that run from then on.
 */
import { STAGE } from '../model/model.ts';
import type { Day } from './day.ts';
import { EVENT } from './events.ts';
import { FLAG, STAGE_FLAG } from './visitors.ts';

const NEVER = Number.POSITIVE_INFINITY;

export class WaitingRoom {
  private readonly day: Day;
  /** Visitors who joined since the last decision, some of whom may have been called since. */
  private joined = new Int32Array(64);
  private joinedCount = 0;

  constructor(day: Day) {
    this.day = day;
  }

  begin(): void {
    this.joinedCount = 0;
  }

  /** Joins the queue for the present stage; with `keepsKey`, at the place that the visitor had. */
  join(time: number, visitor: number, keepsKey = false): void {
    const { day } = this;
    const { visitors, queueChoice } = day;
    const stage = visitors.presentStage(visitor);
    if (queueChoice.fallbackAfter[stage] === 0) this.flagFallback(visitor);
    if (!keepsKey) visitors.key[visitor] = queueChoice.keyFor(visitor, time);
    if (day.stageKind[stage] >= STAGE.service && visitors.ticket[visitor] < 0)
      visitors.ticket[visitor] = time;
    visitors.queueStart[visitor] = time;
    this.takeSeat(visitor);
    day.lines.join(queueChoice.queueFor(visitor, visitors.stageAt[visitor]), visitor);
    const area = visitors.area[visitor];
    day.observer.waits(time, visitor, stage, area, area < 0 || visitors.seatsHeld[visitor] > 0);
    if (this.joinedCount === this.joined.length) this.joined = doubled(this.joined);
    this.joined[this.joinedCount++] = visitor;
    day.changed = true;
  }

  /** Those who joined and still wait walk to their seats, and their patience and limits begin. */
  settleJoined(time: number): void {
    const { day } = this;
    const { visitors, agenda } = day;
    for (let k = 0; k < this.joinedCount; k++) {
      const visitor = this.joined[k];
      const isSettled = visitors.patienceEvent[visitor] >= 0 || visitors.fallbackEvent[visitor] >= 0;
      if (visitors.queue[visitor] < 0 || isSettled) continue;
      const area = visitors.area[visitor];
      if (area >= 0 && area !== visitors.place[visitor]) {
        const arrives = time + day.walkingTime(visitor, area);
        day.observer.walks(time, visitor, visitors.place[visitor], area, arrives);
        visitors.place[visitor] = area;
      }
      const patience = visitors.patience[visitor];
      if (patience < NEVER)
        visitors.patienceEvent[visitor] = agenda.at(time + patience, EVENT.patienceEnds, visitor);
      const limit = day.queueChoice.fallbackAfter[visitors.presentStage(visitor)];
      if (limit > 0 && limit < NEVER) {
        visitors.fallbackEvent[visitor] = agenda.at(time + limit, EVENT.fallbackDue, visitor);
      }
    }
    this.joinedCount = 0;
  }

  /** The limit has passed without a proper space: from now on a less private one will do. */
  fallBack(visitor: number): void {
    this.flagFallback(visitor);
    this.changeQueue(visitor);
    this.day.visitors.fallbackEvent[visitor] = -1;
    this.day.changed = true;
  }

  /** Goes over to the queue that is the visitor's by now, with the place that it has. */
  changeQueue(visitor: number): void {
    const { visitors, lines, queueChoice } = this.day;
    lines.leave(visitor);
    lines.join(queueChoice.queueFor(visitor, visitors.stageAt[visitor]), visitor);
  }

  /** Leaves the line and the seat. */
  leave(visitor: number): void {
    const { visitors, lines } = this.day;
    lines.leave(visitor);
    if (visitors.seatsHeld[visitor] > 0) {
      this.day.places.stand(visitors.area[visitor], visitors.seatsHeld[visitor]);
    }
    visitors.seatsHeld[visitor] = 0;
    visitors.patienceEvent[visitor] = visitors.fallbackEvent[visitor] = -1;
  }

  private flagFallback(visitor: number): void {
    const { stageFlags } = this.day.visitors;
    const slot = this.day.stageSlot(visitor);
    stageFlags[slot] |= STAGE_FLAG.fallback;
  }

  /**
   * The nearest waiting area with seats for the visitor and its companions; standing at the nearest one else. Of those
   * set apart for protected visitors, if there are such, only for them.
   */
  private takeSeat(visitor: number): void {
    const { day } = this;
    const { visitors, places } = day;
    const seats = 1 + visitors.companions[visitor];
    const from = visitors.place[visitor];
    let nearest = -1;
    let nearestWithSeats = -1;
    const isProtected = (visitors.flags[visitor] & FLAG.protected) !== 0;
    for (const area of isProtected ? day.model.protectedWaitingAreas : day.model.waitingAreas) {
      const distance = day.distance(from, area);
      if (nearest < 0 || distance < day.distance(from, nearest)) nearest = area;
      const isNearer = nearestWithSeats < 0 || distance < day.distance(from, nearestWithSeats);
      if (isNearer && places.hasSeats(area, seats)) nearestWithSeats = area;
    }
    visitors.area[visitor] = nearestWithSeats >= 0 ? nearestWithSeats : nearest;
    visitors.seatsHeld[visitor] = nearestWithSeats >= 0 ? seats : 0;
    if (nearestWithSeats >= 0) places.sit(nearestWithSeats, seats);
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2);
  grown.set(array);
  return grown;
}
