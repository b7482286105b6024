/**
 * Appointments first, with a reserve: from some time before each booked hour until its visitor is called,
 * leaves, or has not come within the same time after it, a free clerk of the role is kept from walk-ins.
 */
import type { Model } from '../model/model.ts';
import type { Visitors } from './visitors.ts';

export class Reserve {
  /** Most clerks that are kept, by role; 0 without the policy. */
  private readonly clerks: number;
  /** Seconds before and after the booked time; 0 without the policy. */
  readonly window: number;
  /** By role: bookings for which a clerk should be kept now. */
  private readonly due: Int32Array;
  /** By booking: PHASE, the role while a clerk is kept, and whether the visitor has come. */
  private phase = new Uint8Array(0);
  private role = new Int32Array(0);
  private hasCome = new Uint8Array(0);

  constructor(model: Model) {
    const { reserve } = model.scenario.policy;
    const inForce = model.routing === 'appointments-first' && reserve !== undefined;
    this.clerks = inForce ? reserve.clerks : 0;
    this.window = inForce ? reserve.window : 0;
    this.due = new Int32Array(model.ids.roles.length);
  }

  /** Begins a day of so many bookings. */
  begin(bookings: number): void {
    this.due.fill(0);
    this.phase = new Uint8Array(bookings);
    this.role = new Int32Array(bookings);
    this.hasCome = new Uint8Array(bookings);
  }

  get inForce(): boolean {
    return this.clerks > 0;
  }

  /** The booked hour is near: a clerk of the role is kept, unless the visitor was early and has been called. */
  keep(booking: number, role: number): void {
    if (this.phase[booking] !== PHASE.before) return;
    this.phase[booking] = PHASE.kept;
    this.role[booking] = role;
    this.due[role] += 1;
  }

  comes(booking: number): void {
    this.hasCome[booking] = 1;
  }

  /** The window after the booked hour is over; whether that ends the keeping, as nobody has come. */
  windowEnds(booking: number): boolean {
    return this.hasCome[booking] === 0 && this.end(booking);
  }

  /** The visitor is called to its service or gone: no clerk need be kept for it any more. */
  endFor(visitor: number, visitors: Visitors): void {
    const booking = visitors.booking[visitor];
    if (booking >= 0) this.end(booking);
  }

  /** How many free clerks of the role a walk-in must leave. */
  kept(role: number): number {
    return Math.min(this.clerks, this.due[role]);
  }

  private end(booking: number): boolean {
    const isKept = this.phase[booking] === PHASE.kept;
    if (isKept) this.due[this.role[booking]] -= 1;
    this.phase[booking] = PHASE.over;
    return isKept;
  }
}

/** Of a booking: no clerk is kept yet, one is, none is any more. */
const PHASE = { before: 0, kept: 1, over: 2 } as const;
