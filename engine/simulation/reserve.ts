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

  constructor(model: Model) {
    const { reserve } = model.scenario.policy;
    const inForce = model.routing === 'appointments-first' && reserve !== undefined;
    this.clerks = inForce ? reserve.clerks : 0;
    this.window = inForce ? reserve.window : 0;
    this.due = new Int32Array(model.ids.roles.length);
  }

  clear(): void {
    this.due.fill(0);
  }

  get inForce(): boolean {
    return this.clerks > 0;
  }

  begin(role: number): void {
    this.due[role] += 1;
  }

  end(role: number): void {
    this.due[role] -= 1;
  }

  /** The visitor is served or gone: no clerk need be kept for it any more. */
  endFor(visitor: number, visitors: Visitors): void {
    const role = visitors.reservedRole[visitor];
    if (role < 0) return;
    visitors.reservedRole[visitor] = -1;
    this.end(role);
  }

  /** How many free clerks of the role a walk-in must leave. */
  kept(role: number): number {
    return Math.min(this.clerks, this.due[role]);
  }
}
