/**
 * What each clerk does and with whom: nobody is in two services, serves off duty or on a break, breaks are those
 * that are due and have their full length, and shifts end.
 */
import { CLERK, type ClerkState } from '../../../engine/simulation/observer.ts';
import { isAbout } from './durations.ts';
import { fail } from './fail.ts';
import type { Guest } from './guest.ts';
import type { House } from './house.ts';

const BY_NAME = Object.entries(CLERK);
const nameOf = (state: ClerkState) => BY_NAME.find(([, value]) => value === state)?.[0] ?? `state ${state}`;

const { off, free, backOffice, preparing, serving, afterWork, onBreak, assisting } = CLERK;
const AT_REST: readonly ClerkState[] = [free, backOffice, onBreak, off];

/** By state: which may follow. */
const FOLLOWS = new Map<ClerkState, readonly ClerkState[]>([
  [off, [free, backOffice]],
  [free, [preparing, assisting, onBreak, off]],
  [backOffice, [free, preparing, assisting, onBreak, off]],
  [preparing, [serving, ...AT_REST]],
  [serving, [preparing, afterWork, ...AT_REST]],
  [afterWork, AT_REST],
  [onBreak, AT_REST],
  [assisting, AT_REST],
]);

/** Times are sums of floating-point numbers. */
const ROUNDING = 1e-6;

const isFree = (state: ClerkState) => state === free || state === backOffice;

class ClerkEntry {
  state: ClerkState = off;
  since = Number.NEGATIVE_INFINITY;
  /** Since when it is free, back-office work or not. */
  freeSince = Number.NEGATIVE_INFINITY;
  afterWorkUntil = 0;
  /** Whom it prepares for or serves, and whom it interprets for or guards. */
  guest: Guest | null = null;
  helped: Guest | null = null;
  hasGone = false;
  readonly breaksTaken = new Set<number>();
  /** When the break that it is on ends; two ends where one more break was due at the very moment it began. */
  breakEnds: readonly { readonly at: number; readonly taken: readonly number[] }[] = [];
  backOfficeSpent = 0;
}

export class StaffBook {
  private readonly house: House;
  private readonly entries: readonly ClerkEntry[];

  constructor(house: House) {
    this.house = house;
    this.entries = house.clerks.map(() => new ClerkEntry());
  }

  changes(time: number, clerk: number, state: ClerkState): void {
    const entry = this.entry(clerk);
    const was = entry.state;
    if (FOLLOWS.get(was)?.includes(state) !== true)
      fail('shifts', time, `clerk ${clerk} goes from ${nameOf(was)} to ${nameOf(state)}`);
    if (entry.guest?.state === 'served' && state !== serving)
      fail('services', time, `clerk ${clerk} leaves v${entry.guest.serial} in the middle of the service`);
    if (entry.helped?.state === 'served' && state !== assisting)
      fail('helpers', time, `clerk ${clerk} does not help v${entry.helped.serial} to the end`);
    if (was === off) this.comes(time, clerk);
    if (was === onBreak) this.endsBreak(time, clerk, state);
    if (was === afterWork && !isAbout(time, entry.afterWorkUntil))
      fail('durations', time, `clerk ${clerk} ends its work after`);
    if (was === serving && state !== preparing) this.worksAfter(time, clerk, state);
    if (was === backOffice) this.stopsBackOffice(time, clerk);
    if (state === free && entry.backOfficeSpent < this.house.clerkOf(clerk).role.backOffice - ROUNDING)
      fail('shifts', time, `clerk ${clerk} is idle with back-office work to do`);
    if (state === off) this.goes(time, clerk);
    if (state === onBreak) this.beginsBreak(time, clerk);
    if (state !== preparing && state !== serving && entry.guest) {
      entry.guest.clerk = -1;
      entry.guest = null;
    }
    if (state !== assisting) entry.helped = null;
    if (isFree(state) && !isFree(was)) entry.freeSince = time;
    entry.state = state;
    entry.since = time;
  }

  /** Free to be called for a visitor; back-office work yields. */
  isFree(clerk: number): boolean {
    return isFree(this.entry(clerk).state);
  }

  freeSince(clerk: number): number {
    return this.entry(clerk).freeSince;
  }

  isOnDuty(clerk: number): boolean {
    const { state } = this.entry(clerk);
    return state !== off && state !== onBreak;
  }

  isPreparing(clerk: number): boolean {
    return this.entry(clerk).state === preparing;
  }

  isWith(clerk: number, guest: Guest): boolean {
    return this.entry(clerk).guest === guest;
  }

  /** There, or still to come today; one who is absent cannot be told from one who has not come yet. */
  mayStillServe(clerk: number): boolean {
    return !this.entry(clerk).hasGone;
  }

  /** The clerk is called for the visitor, to serve it or to help at its service. */
  takes(time: number, clerk: number, guest: Guest): void {
    const entry = this.entry(clerk);
    if (entry.guest !== null && entry.guest !== guest)
      fail(
        'services',
        time,
        `clerk ${clerk} is in two services, of v${entry.guest.serial} and v${guest.serial}`,
      );
    if (entry.helped !== null)
      fail('helpers', time, `clerk ${clerk} serves v${guest.serial} while helping another`);
    entry.guest = guest;
  }

  /** The clerk has handed its visitor over. */
  letsGo(clerk: number): void {
    this.entry(clerk).guest = null;
  }

  helps(time: number, clerk: number, guest: Guest, kind: 'interpreter' | 'guard'): void {
    const entry = this.entry(clerk);
    if (this.house.clerkOf(clerk).role.kind !== kind) fail('helpers', time, `clerk ${clerk} is no ${kind}`);
    if (entry.guest !== null) fail('helpers', time, `clerk ${clerk} serves and is ${kind} at once`);
    if (entry.helped !== null && entry.helped !== guest)
      fail('helpers', time, `clerk ${clerk} is ${kind} of v${entry.helped.serial} and of v${guest.serial}`);
    entry.helped = guest;
  }

  /** No service begins with fewer in the hall than the minimum. */
  checkMinimum(time: number): void {
    const { minimumStaff } = this.house.scenario.policy;
    const clerks = [...this.house.clerks.keys()];
    const inHall = clerks.filter((clerk) => this.house.isOfHall(clerk) && this.isOnDuty(clerk));
    if (inHall.length < minimumStaff)
      fail('shifts', time, `${inHall.length} in the hall call, of ${minimumStaff}`);
  }

  /** At the end of a moment. */
  audit(time: number, inside: number): void {
    this.entries.forEach(({ state, guest, helped }, clerk) => {
      const { start, end } = this.house.clerkOf(clerk);
      const isWith = state === preparing || state === serving;
      if (isWith !== (guest !== null))
        fail('services', time, `clerk ${clerk} is ${nameOf(state)} with ${guest?.serial}`);
      if ((state === assisting) !== (helped !== null))
        fail('helpers', time, `clerk ${clerk} is ${nameOf(state)} and helps ${helped?.serial}`);
      if (guest !== null && guest.state !== (state === serving ? 'served' : 'called'))
        fail('services', time, `clerk ${clerk} is ${nameOf(state)}, v${guest.serial} is ${guest.state}`);
      if (state !== off && time < start) fail('shifts', time, `clerk ${clerk} is there before its shift`);
      if (!this.isFree(clerk)) return;
      const staysLate = time >= end;
      if (staysLate && this.house.scenario.day.closing === 'send-home')
        fail('shifts', time, `clerk ${clerk} stays after its shift`);
      if (staysLate && inside === 0) fail('shifts', time, `clerk ${clerk} stays with nobody inside`);
      if (this.breaksDue(clerk, time).length > 0 && this.isCovered(clerk))
        fail('breaks', time, `clerk ${clerk} does not take the break that is due`);
    });
  }

  private comes(time: number, clerk: number): void {
    if (time !== this.house.clerkOf(clerk).start) fail('shifts', time, `clerk ${clerk} comes off its shift`);
  }

  private goes(time: number, clerk: number): void {
    if (time < this.house.clerkOf(clerk).end)
      fail('shifts', time, `clerk ${clerk} goes before the end of its shift`);
    this.entry(clerk).hasGone = true;
  }

  /** Who has served to the end does the work that is left after it, and nobody else does. */
  private worksAfter(time: number, clerk: number, state: ClerkState): void {
    const entry = this.entry(clerk);
    const { guest } = entry;
    const owed = guest?.done.has(guest.stage) ? guest.owed : 0;
    if ((state === afterWork) !== owed > 0)
      fail('durations', time, `clerk ${clerk} owes ${owed} s and is ${nameOf(state)}`);
    entry.afterWorkUntil = time + owed;
    if (guest && owed > 0) guest.owed = 0;
  }

  private stopsBackOffice(time: number, clerk: number): void {
    const entry = this.entry(clerk);
    entry.backOfficeSpent += time - entry.since;
    if (entry.backOfficeSpent > this.house.clerkOf(clerk).role.backOffice + ROUNDING)
      fail('shifts', time, `clerk ${clerk} does more back-office work than there is`);
  }

  /** Breaks that were due during the shift, by their numbers, which have not been taken. */
  private breaksDue(clerk: number, time: number): number[] {
    const { breaks, end } = this.house.clerkOf(clerk);
    const taken = this.entry(clerk).breaksTaken;
    return [...breaks.keys()].filter((k) => {
      const at = breaks[k]?.at ?? Number.POSITIVE_INFINITY;
      return at <= time && at < end && !taken.has(k);
    });
  }

  private beginsBreak(time: number, clerk: number): void {
    const entry = this.entry(clerk);
    const { breaks } = this.house.clerkOf(clerk);
    const due = this.breaksDue(clerk, time);
    if (due.length === 0) fail('breaks', time, `clerk ${clerk} takes a break that is not due`);
    if (!this.isCovered(clerk)) fail('breaks', time, `clerk ${clerk} takes a break without cover`);
    const lengthOf = (taken: readonly number[]) =>
      taken.reduce((sum, k) => sum + (breaks[k]?.length ?? 0), 0);
    const before = due.filter((k) => breaks[k]?.at !== time);
    const ways = before.length > 0 ? [before, due] : [due];
    entry.breakEnds = ways.map((taken) => ({ at: time + lengthOf(taken), taken }));
  }

  private endsBreak(time: number, clerk: number, state: ClerkState): void {
    const { breakEnds, breaksTaken } = this.entry(clerk);
    const ended = breakEnds.find(({ at }) => at === time);
    for (const k of ended?.taken ?? []) breaksTaken.add(k);
    const goesHome = state === off && time === this.house.clerkOf(clerk).end;
    if (ended === undefined && !goesHome) fail('breaks', time, `clerk ${clerk} ends a break before its time`);
  }

  /** Whether enough others would stay: of the role, and in the hall. */
  private isCovered(clerk: number): boolean {
    const { roleId, role } = this.house.clerkOf(clerk);
    const others = [...this.house.clerks.keys()].filter((other) => other !== clerk && this.isOnDuty(other));
    const inHall = others.filter((other) => this.house.isOfHall(other)).length;
    const ofRole = others.filter((other) => this.house.clerkOf(other).roleId === roleId).length;
    const isEnough = !this.house.isOfHall(clerk) || inHall >= this.house.scenario.policy.minimumStaff;
    return ofRole >= role.cover && isEnough;
  }

  private entry(clerk: number): ClerkEntry {
    const entry = this.entries[clerk];
    if (entry === undefined) throw new Error(`there is no clerk ${clerk}`);
    return entry;
  }
}
