/**
 * An observer that keeps books of its own, by brute force, and ends the run at the first call that breaks a rule:
 * of time, of who is where, of who serves whom and where, of order, breaks, patience and closing. It knows of a
 * visitor what was drawn at its arrival, and nothing else of the engine.
 */
import type { Model } from '../../engine/model/model.ts';
import {
  type ClerkState,
  type Observer,
  OUTCOME,
  type Outcome,
  SPACE,
  type SpaceState,
} from '../../engine/simulation/observer.ts';
import type { Visitors } from '../../engine/simulation/visitors.ts';
import { Durations } from './books/durations.ts';
import { Endings } from './books/endings.ts';
import { fail } from './books/fail.ts';
import { checkFit, helpersFor } from './books/fit.ts';
import { type Guest, guestOf, type State } from './books/guest.ts';
import { House } from './books/house.ts';
import { LineBook } from './books/line-book.ts';
import { PlaceBook } from './books/place-book.ts';
import { StaffBook } from './books/staff-book.ts';
import { Tally } from './books/tally.ts';

/** More calls than this in a day of some tens of visitors: it would never end. */
const MOST_CALLS = 20_000;

export class Ledger implements Observer {
  readonly tally: Tally;
  private readonly house: House;
  private readonly staff: StaffBook;
  private readonly places: PlaceBook;
  private readonly lines: LineBook;
  private readonly durations: Durations;
  private readonly endings: Endings;
  private readonly measuredFrom: number;
  private readonly inside = new Map<number, Guest>();
  private table: Visitors | null = null;
  private time = Number.NEGATIVE_INFINITY;
  private calls = 0;
  private lastSerial = -1;

  constructor(model: Model) {
    this.house = new House(model);
    this.staff = new StaffBook(this.house);
    this.places = new PlaceBook(this.house);
    this.durations = new Durations(this.house);
    this.lines = new LineBook(this.house, model.routing, this.staff, this.places);
    this.endings = new Endings(this.house, this.staff, this.lines);
    const { doors, warmUp } = model.scenario.day;
    this.measuredFrom = doors.open + warmUp;
    this.tally = new Tally(warmUp > 0 ? this.measuredFrom : Number.NEGATIVE_INFINITY);
  }

  begin(time: number, visitors: Visitors): void {
    this.table = visitors;
    this.time = time;
  }

  arrived(time: number, visitor: number): void {
    this.moveTo(time);
    if (this.inside.has(visitor)) fail('visits', time, `slot ${visitor} is taken by two visitors`);
    const { open, close } = this.house.scenario.day.doors;
    if (time < open || time > close) fail('closing', time, 'somebody comes in through closed doors');
    const guest = guestOf(this.visitors(), visitor, time, this.measuredFrom);
    if (guest.serial <= this.lastSerial)
      fail('order', time, `v${guest.serial} comes in after v${this.lastSerial}`);
    this.lastSerial = guest.serial;
    guest.servable = this.endings.servableOf(time, guest);
    this.inside.set(visitor, guest);
    if (this.inside.size > (this.house.scenario.day.capacity ?? Number.POSITIVE_INFINITY))
      fail('visits', time, 'more are inside than the house holds');
    this.lines.comes(guest);
    this.checkTable(time);
    this.tally.arrives(guest);
  }

  absent(time: number, _source: number, outcome: Outcome): void {
    this.moveTo(time);
    const { doors, capacity } = this.house.scenario.day;
    const mayBe = {
      [OUTCOME.turnedAwayClosed]: time > doors.close,
      [OUTCOME.turnedAwayFull]: this.inside.size === capacity,
      [OUTCOME.noShow]: true,
    } as Partial<Record<Outcome, boolean>>;
    if (mayBe[outcome] !== true) fail('outcomes', time, `somebody is absent with outcome ${outcome}`);
    this.tally.absent(time, outcome);
  }

  walks(time: number, visitor: number, from: number, to: number, until: number): void {
    const guest = this.moveToGuest(time, visitor, 'between', 'waiting', 'called');
    if (from === to || until < time)
      fail('visits', time, `v${guest.serial} walks from ${from} to ${to} in ${until - time} s`);
    if (to >= this.house.spaces.length && to !== this.house.exitFor(guest.isProtected))
      fail('protection', time, `v${guest.serial} goes out by ${to}`);
    guest.walksUntil = until;
    this.durations.walks(time, guest, until);
  }

  waits(time: number, visitor: number, stage: number, area: number, isSeated: boolean): void {
    const guest = this.moveToGuest(time, visitor, 'between', 'called');
    if (!guest.stages.includes(stage) || guest.done.has(stage))
      fail('visits', time, `v${guest.serial} waits for stage ${stage}`);
    const goesOn = guest.clerk >= 0;
    const brokeOff = guest.stage === stage;
    if (guest.state === 'called') {
      if (goesOn || !brokeOff) fail('visits', time, `v${guest.serial}, who is called, waits`);
      this.places.returnsEquipment(guest);
    }
    if (this.house.isHandOver(stage) && !brokeOff) this.checkHandOver(time, guest, stage);
    guest.stage = stage;
    this.becomes(time, guest, 'waiting');
    if (goesOn && area < 0) return;
    this.places.sits(time, guest, area, isSeated);
    this.lines.joins(time, guest, brokeOff);
  }

  called(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    const guest = this.moveToGuest(time, visitor, 'waiting');
    if (guest.stage !== stage)
      fail('visits', time, `v${guest.serial} is called for another stage than it waits for`);
    checkFit(this.house, time, guest, clerk, space, this.places.typeOf(space));
    const goesOn = guest.clerk >= 0;
    if (clerk >= 0 && !goesOn) this.staff.checkMinimum(time);
    if (goesOn) this.checkGoingOn(time, guest, clerk, space);
    else {
      this.lines.isCalled(time, guest);
      if (clerk >= 0) this.lines.checkClerk(time, guest, clerk);
    }
    this.stopsWaiting(time, guest);
    this.becomes(time, guest, 'called');
    if (clerk >= 0) {
      if (!goesOn && !this.staff.isFree(clerk))
        fail('services', time, `clerk ${clerk} is not free for v${guest.serial}`);
      this.staff.takes(time, clerk, guest);
    }
    if (!goesOn) this.places.takes(time, space, guest);
    guest.clerk = clerk;
    guest.space = space;
    this.durations.isCalled(time, guest, goesOn);
    // Who is called on the way to a seat turns round; that it has not got there yet is left out of account.
    guest.walksUntil = time;
    this.places.takesEquipment(time, guest, this.house.equipmentFor(stage, clerk));
    this.takesHelp(time, guest, goesOn);
  }

  givesUp(time: number, visitor: number): void {
    const guest = this.moveToGuest(time, visitor, 'waiting');
    this.stopsWaiting(time, guest);
    this.lines.waiting.delete(guest);
    this.becomes(time, guest, 'between');
  }

  serviceStarts(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    const guest = this.moveToGuest(time, visitor, 'called', 'between');
    const isHandedOver = guest.state === 'between';
    if (isHandedOver) this.isHandedOver(time, guest, clerk);
    if (guest.stage !== stage || guest.clerk !== clerk || guest.space !== space)
      fail('services', time, `v${guest.serial} is served otherwise than it was called`);
    if (time < guest.walksUntil) fail('durations', time, `v${guest.serial} is served before it is there`);
    if (clerk >= 0 && !this.staff.isPreparing(clerk) && !this.staff.isWith(clerk, guest))
      fail('services', time, `clerk ${clerk} serves v${guest.serial} without preparing for it`);
    if (!this.places.isOf(space, guest))
      fail('services', time, `v${guest.serial} is served at a space that it does not hold`);
    if (this.house.isService(stage) && !this.house.isHandOver(stage) && !guest.begun.has(stage))
      this.tally.begins(time, guest);
    if (this.house.matterOf(stage)) guest.waitStart = Math.min(guest.waitStart, time);
    guest.begun.add(stage);
    this.durations.begins(time, guest, isHandedOver);
    this.becomes(time, guest, 'served');
  }

  serviceEnds(
    time: number,
    visitor: number,
    stage: number,
    clerk: number,
    space: number,
    completed: boolean,
  ): void {
    const guest = this.moveToGuest(time, visitor, 'served');
    if (guest.stage !== stage || guest.clerk !== clerk || guest.space !== space)
      fail('services', time, `v${guest.serial} ends another service than it began`);
    this.becomes(time, guest, 'between');
    this.places.returnsEquipment(guest);
    if (!completed) {
      const { role, end } = this.house.clerkOf(clerk);
      if (time !== end || role.atShiftEnd === 'finish') fail('shifts', time, `clerk ${clerk} breaks off`);
      this.durations.breaksOff(time, guest);
      return;
    }
    guest.done.add(stage);
    this.durations.ends(time, guest);
    if (this.house.matterOf(stage)) guest.waitStart = time;
  }

  left(time: number, visitor: number, outcome: Outcome): void {
    const guest = this.moveToGuest(time, visitor, 'waiting', 'between');
    if (time < guest.walksUntil && guest.state === 'between')
      fail('visits', time, `v${guest.serial} leaves while it walks`);
    if (guest.space >= 0 || guest.clerk >= 0)
      fail('visits', time, `v${guest.serial} leaves with a space or a clerk`);
    this.endings.check(time, guest, outcome);
    if (guest.state === 'waiting') this.stopsWaiting(time, guest);
    this.lines.leaves(guest);
    this.inside.delete(visitor);
    this.tally.leaves(guest, outcome);
  }

  clerkChanges(time: number, clerk: number, state: ClerkState): void {
    this.moveTo(time);
    this.staff.changes(time, clerk, state);
  }

  spaceChanges(time: number, space: number, state: SpaceState, type: number): void {
    this.moveTo(time);
    const guest = this.places.holderOf(space);
    if (guest && state !== SPACE.occupied) this.durations.leavesPlace(time, guest);
    this.places.changes(time, space, state, type);
  }

  end(time: number): void {
    const { end } = this.house.scenario.day;
    if (time < this.time || (end !== undefined && time !== end))
      fail('time', time, 'the day ends at another time');
    this.momentEnds(time);
    this.checkTable(time);
    for (const guest of this.inside.values()) {
      if (guest.state === 'waiting') this.tally.hasWaited(guest, time);
      this.tally.isInside(guest);
    }
    this.tally.passes(this.time, time, this.lines.waiting.size);
  }

  /** Visits inside that nothing ends: only for a day without a hard end. */
  get stuck(): readonly Guest[] {
    return this.house.scenario.day.end === undefined ? [...this.inside.values()] : [];
  }

  private moveTo(time: number): void {
    if (++this.calls > MOST_CALLS) fail('time', time, 'the day does not end');
    if (time === this.time) return;
    if (time < this.time) fail('time', time, `time goes back from ${this.time / 60}`);
    if (time > (this.house.scenario.day.end ?? Number.POSITIVE_INFINITY))
      fail('time', time, 'the day is over');
    this.momentEnds(time);
    this.tally.passes(this.time, time, this.lines.waiting.size);
    this.time = time;
  }

  /** Nothing more happens at the present moment; the next is at `next`. */
  private momentEnds(next: number): void {
    this.staff.audit(this.time, this.inside.size);
    this.places.audit(this.time);
    this.lines.audit(this.time, next);
    const { close } = this.house.scenario.day.doors;
    const isSentHome = this.house.scenario.day.closing === 'send-home' && next > close;
    if (isSentHome && this.lines.waiting.size > 0) fail('closing', next, 'somebody waits after closing');
    for (const guest of this.inside.values()) {
      const isHeld = guest.state === 'called' || guest.state === 'served';
      if (isHeld && (guest.space < 0 || this.house.needsClerk(guest.stage) !== guest.clerk >= 0))
        fail(
          'services',
          this.time,
          `v${guest.serial} is ${guest.state} with clerk ${guest.clerk} at space ${guest.space}`,
        );
      if (!isHeld && guest.clerk >= 0)
        fail('services', this.time, `v${guest.serial} is ${guest.state} with a clerk`);
      if (guest.state === 'between' && guest.space < 0 && guest.walksUntil <= this.time)
        fail('visits', this.time, `v${guest.serial} neither waits nor moves`);
    }
  }

  /** Until the doors have opened, the table holds those outside too. */
  private checkTable(time: number): void {
    const { inUse } = this.visitors();
    if (time > this.house.scenario.day.doors.open && inUse !== this.inside.size)
      fail('visits', time, `${this.inside.size} are inside, ${inUse} in the table`);
  }

  private moveToGuest(time: number, visitor: number, ...states: readonly State[]): Guest {
    this.moveTo(time);
    const guest = this.inside.get(visitor);
    if (guest === undefined) fail('visits', time, `slot ${visitor} is nobody's`);
    if (!states.includes(guest.state))
      fail('visits', time, `v${guest.serial} is ${guest.state}, not ${states.join(' or ')}`);
    return guest;
  }

  private becomes(time: number, guest: Guest, state: State): void {
    guest.state = state;
    guest.since = time;
  }

  private stopsWaiting(time: number, guest: Guest): void {
    this.tally.hasWaited(guest, time);
    this.places.stands(guest);
  }

  private checkGoingOn(time: number, guest: Guest, clerk: number, space: number): void {
    const isSame = guest.clerk === clerk && guest.space === space;
    const isMeant =
      this.house.scenario.policy.nextMatter === 'same-clerk' || this.house.isHandOver(guest.stage);
    if (!isSame || !isMeant)
      fail('services', time, `v${guest.serial} goes on with clerk ${clerk} at space ${space}`);
    this.checkMandate(time, guest, clerk);
  }

  /** Who goes on or takes over has the mandate. */
  private checkMandate(time: number, guest: Guest, clerk: number): void {
    if (!this.house.isMandated(clerk, guest.stage))
      fail('mandates', time, `clerk ${clerk} goes on with v${guest.serial} without the mandate`);
  }

  /** Interpreter and guard come with the call. */
  private takesHelp(time: number, guest: Guest, goesOn: boolean): void {
    for (const [kind, helper] of helpersFor(this.house, time, guest, this.visitors(), goesOn)) {
      if (helper >= 0 && !goesOn && !this.staff.isFree(helper))
        fail('helpers', time, `${kind} ${helper} is not free`);
      if (helper >= 0) this.staff.helps(time, helper, guest, kind);
      guest[kind] = helper;
    }
  }

  /** At the end of a shift a colleague goes on with the visitor, at the same place. */
  private isHandedOver(time: number, guest: Guest, clerk: number): void {
    const before = guest.clerk;
    if (before < 0 || guest.done.has(guest.stage) || clerk === before || clerk < 0)
      fail('services', time, `v${guest.serial} is served without a call`);
    if (this.house.clerkOf(before).role.atShiftEnd !== 'hand-over')
      fail('shifts', time, `clerk ${before} hands over`);
    this.checkMandate(time, guest, clerk);
    this.staff.letsGo(before);
    checkFit(this.house, time, guest, clerk, guest.space, this.places.typeOf(guest.space));
    this.staff.takes(time, clerk, guest);
    guest.clerk = clerk;
    this.places.takesEquipment(time, guest, this.house.equipmentFor(guest.stage, clerk));
  }

  /** A matter is handed over right after its service. */
  private checkHandOver(time: number, guest: Guest, stage: number): void {
    const matter = this.house.stageOf(stage).matter;
    const before = [...guest.done].at(-1) ?? -1;
    if (before < 0 || this.house.stageOf(before).matter !== matter)
      fail('visits', time, `v${guest.serial} is handed over after another matter`);
  }

  private visitors(): Visitors {
    if (this.table === null) throw new Error('no replication has begun');
    return this.table;
  }
}
