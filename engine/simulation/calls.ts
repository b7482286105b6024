/** Calling: at each moment at which something changed, all who can be served by now, the first first. */
import { STAGE } from '../model/model.ts';
import type { Day } from './day.ts';
import type { Service } from './service.ts';
import type { Visit } from './visit.ts';
import type { WaitingRoom } from './waiting-room.ts';

export class Calls {
  private readonly day: Day;
  private readonly waitingRoom: WaitingRoom;
  private readonly visit: Visit;
  private readonly service: Service;

  constructor(day: Day, waitingRoom: WaitingRoom, visit: Visit, service: Service) {
    this.day = day;
    this.waitingRoom = waitingRoom;
    this.visit = visit;
    this.service = service;
  }

  callAll(time: number): void {
    const { lines, staff, prospects, dispatcher } = this.day;
    staff.settleAll(time);
    while (prospects.haveNarrowed) {
      prospects.haveNarrowed = false;
      this.releaseStranded(time);
      staff.settleAll(time);
    }
    this.day.changed = false;
    while (lines.activeCount > 0 && dispatcher.decide(time)) this.service.call(time);
    this.waitingRoom.settleJoined(time);
  }

  /** Those who wait for somebody who has gone, or for a place that there is no more. */
  private releaseStranded(time: number): void {
    const { lines, visitors } = this.day;
    for (let k = lines.activeCount - 1; k >= 0; k = Math.min(k, lines.activeCount) - 1) {
      const queue = lines.active[k];
      if (!this.isStranded(queue)) continue;
      for (let visitor = lines.head(queue); visitor >= 0; ) {
        const next = visitors.next[visitor];
        this.release(time, visitor);
        visitor = next;
      }
    }
  }

  private isStranded(queue: number): boolean {
    const { lines, prospects } = this.day;
    if (!prospects.canStillServe(queue)) return true;
    const head = lines.head(queue);
    return this.visit.stageOf(head).kind === STAGE.greeting && this.visit.isLeftOut(head);
  }

  /** For a host one waits no longer; a matter that nobody else can do is put off. */
  private release(time: number, visitor: number): void {
    const isLeftOut = this.visit.isLeftOut(visitor);
    if (!isLeftOut && !this.visit.isPutOff(visitor)) {
      // Under dedicated routing another role's queue, or else this one until it falls back.
      this.waitingRoom.changeQueue(visitor);
      return;
    }
    this.waitingRoom.leave(visitor);
    this.day.observer.givesUp(time, visitor);
    if (isLeftOut) this.visit.proceed(time, visitor);
    else this.visit.putOff(time, visitor);
  }
}
