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
    const { lines, staff, dispatcher } = this.day;
    staff.settleAll(time);
    while (staff.somebodyLeft) {
      staff.somebodyLeft = false;
      this.releaseStranded(time);
      staff.settleAll(time);
    }
    this.day.changed = false;
    while (lines.activeCount > 0 && dispatcher.decide(time)) this.service.call(time);
    this.waitingRoom.settleJoined(time);
  }

  /** Those who wait for somebody who has gone: for a host they wait no longer; a matter that no one else can do is put off. */
  private releaseStranded(time: number): void {
    const { lines } = this.day;
    for (let k = lines.activeCount - 1; k >= 0; k = Math.min(k, lines.activeCount) - 1) {
      const queue = lines.active[k];
      const isGreeting = this.visit.stageOf(lines.head(queue)).kind === STAGE.greeting;
      if (isGreeting ? !this.visit.isLeftOut(lines.head(queue)) : !this.visit.isPutOff(queue)) continue;
      for (let visitor = lines.head(queue); visitor >= 0; visitor = lines.head(queue)) {
        if (!isGreeting && this.couldWaitElsewhere(visitor)) {
          this.waitingRoom.changeQueue(visitor);
          continue;
        }
        this.waitingRoom.leave(visitor);
        this.day.observer.givesUp(time, visitor);
        if (isGreeting) this.visit.proceed(time, visitor);
        else this.visit.putOff(time, visitor);
      }
    }
  }

  /** Whether another role than that of the visitor's dedicated queue can still serve it. */
  private couldWaitElsewhere(visitor: number): boolean {
    const { queueChoice, visitors } = this.day;
    return !this.visit.isPutOff(queueChoice.queueFor(visitor, visitors.stageAt[visitor]));
  }
}
