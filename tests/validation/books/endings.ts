/**
 * How visits end, and whether they may: nobody is left out who could be served. Where the house serves all who are
 * inside, that is whoever could still be served when it came.
 */
import { OUTCOME, type Outcome } from '../../../engine/simulation/observer.ts';
import { fail } from './fail.ts';
import type { Guest } from './guest.ts';
import type { House } from './house.ts';
import type { LineBook } from './line-book.ts';
import type { StaffBook } from './staff-book.ts';

export class Endings {
  private readonly house: House;
  private readonly staff: StaffBook;
  private readonly lines: LineBook;

  constructor(house: House, staff: StaffBook, lines: LineBook) {
    this.house = house;
    this.staff = staff;
    this.lines = lines;
  }

  /** The stages that somebody who is there or still comes could do for the visitor, who has just come. */
  servableOf(time: number, guest: Guest): ReadonlySet<number> {
    return new Set(guest.stages.filter((stage) => this.isServable(time, guest, stage)));
  }

  /** The visitor leaves: by its patience, at the door, or when all is done or put off. */
  check(time: number, guest: Guest, outcome: Outcome): void {
    const { day, profiles } = this.house.scenario;
    const isWaiting = guest.state === 'waiting';
    if (outcome === OUTCOME.reneged) {
      if (!isWaiting || time !== guest.since + guest.patience)
        fail('patience', time, `v${guest.serial} leaves out of patience`);
    } else if (outcome === OUTCOME.balked) {
      const balk = Object.values(profiles)[guest.profile]?.balk;
      if (balk === undefined || this.lines.waiting.size <= balk.queueAbove || guest.stage >= 0)
        fail('outcomes', time, `v${guest.serial} balks`);
    } else if (isWaiting || (day.closing === 'send-home' && time >= day.doors.close)) {
      const mayBe =
        outcome === OUTCOME.sentHome ? day.closing === 'send-home' && time >= day.doors.close : !isWaiting;
      if (!mayBe) fail('outcomes', time, `v${guest.serial} leaves with outcome ${outcome}`);
    } else {
      const expected = this.mattersDone(guest) > 0 ? OUTCOME.served : OUTCOME.sentHome;
      if (outcome !== expected) fail('outcomes', time, `v${guest.serial} leaves with outcome ${outcome}`);
      this.checkPromise(time, guest);
    }
  }

  private mattersDone(guest: Guest): number {
    const matterOf = (stage: number) => this.house.stageOf(stage).matter;
    const isGreeted = [...guest.done].some((stage) => this.house.isGreeting(stage));
    const isDone = (stage: number) => guest.done.has(stage) || (isGreeted && guest.solved.has(stage));
    const last = guest.stages.filter(
      (stage) =>
        matterOf(stage) >= 0 &&
        (this.house.isHandOver(stage) ||
          !guest.stages.some((other) => matterOf(other) === matterOf(stage) && this.house.isHandOver(other))),
    );
    return last.filter(isDone).length;
  }

  /** Where the house serves all who are inside, it does all that somebody could still do when they came. */
  private checkPromise(time: number, guest: Guest): void {
    if (this.house.scenario.day.closing !== 'serve') return;
    // Who is absent cannot be told from who comes late; and a place may be gone that was there.
    if (this.house.clerks.some(({ role }) => role.absence > 0)) return;
    if (this.house.converts(guest.arrival, time)) return;
    const isGreeted = [...guest.done].some((stage) => this.house.isGreeting(stage));
    for (const stage of guest.servable) {
      const isSolved = isGreeted && guest.solved.has(stage);
      if (!this.house.isGreeting(stage) && !guest.done.has(stage) && !isSolved)
        fail(
          'closing',
          time,
          `v${guest.serial} leaves without stage ${stage}, which somebody could have done when it came`,
        );
    }
  }

  /** Whether somebody who is there or still comes could do the stage, and those of the same matter before it. */
  private isServable(time: number, guest: Guest, stage: number): boolean {
    const { matter } = this.house.stageOf(stage);
    const isFirst = guest.stages.find((one) => this.house.stageOf(one).matter === matter) === stage;
    const before = isFirst || matter < 0 ? [] : [guest.stages[guest.stages.indexOf(stage) - 1] ?? stage];
    if (!before.every((one) => this.isServable(time, guest, one))) return false;
    const hasPlace = (clerk: number) => {
      const types = this.house.typesFor(stage, guest.isProtected, false, clerk);
      return this.house.hasSpace(types, guest.needsAccess, time);
    };
    if (!this.house.needsClerk(stage)) return hasPlace(-1);
    const isService = this.house.isService(stage);
    const left = [...this.house.clerks.keys()].filter((clerk) => this.staff.mayStillServe(clerk));
    const inHall = left.filter((clerk) => this.house.isOfHall(clerk));
    if (inHall.length < this.house.scenario.policy.minimumStaff) return false;
    const hasHelp = (kind: 'interpreter' | 'guard', clerk: number) =>
      left.some((other) => other !== clerk && this.house.clerkOf(other).role.kind === kind);
    return left.some(
      (clerk) =>
        this.house.mayDo(clerk, stage) &&
        hasPlace(clerk) &&
        (!isService || !guest.needsInterpreter || hasHelp('interpreter', clerk)) &&
        (!isService || !guest.guarded.has(stage) || hasHelp('guard', clerk)),
    );
  }
}
