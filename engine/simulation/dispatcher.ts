/**
 * Who is served next, by whom and where.
 *
 * Clerk, space, interpreter, guard and equipment are seized all at once or not at all, so that nobody holds
 * one while waiting for another: there is no deadlock. Starving is prevented by the hold: the first of those
 * who have waited longer than the policy's `hold` has what is free of its needs kept from everybody else, as
 * long as each of the clerks it lacks is on duty and there are spaces of the type. It is one visitor at a time, so two never hold against
 * each other, and since services end, it is served.
 */
import type { Choice, Model, Queue } from '../model/model.ts';
import { bitOf } from './free-list.ts';
import type { Places } from './places.ts';
import { countBeside } from './prospects.ts';
import type { Reserve } from './reserve.ts';
import type { Staff } from './staff.ts';
import { FLAG, type Visitors } from './visitors.ts';
import type { WaitingLines } from './waiting-lines.ts';

const CLERK_RULE = { 'least-flexible': 0, 'longest-idle': 1, fastest: 2 } as const;
const LEAST_FLEXIBLE = CLERK_RULE['least-flexible'];
const LONGEST_IDLE = CLERK_RULE['longest-idle'];

/** In a mask of roles: no clerk is needed. The bit of no group. */
const NO_CLERK = 1 << 31;

const maskOf = (groups: readonly number[]): number =>
  groups.reduce((mask, group) => mask | (group < 0 ? NO_CLERK : bitOf(group)), 0);

export class Dispatcher {
  private readonly model: Model;
  private readonly visitors: Visitors;
  private readonly lines: WaitingLines;
  private readonly staff: Staff;
  private readonly places: Places;
  private readonly reserve: Reserve;
  /** Units free, by equipment. */
  private readonly equipmentFree: Int32Array;
  private readonly hold: number;
  private readonly minimumStaff: number;
  /** The policy's rule for clerks; by number, since a text is compared letter by letter. */
  private readonly clerkRule: number;
  /** By queue: the bits, as in FreeList, of the roles and types of space of all its choices. */
  private readonly roleMask: Int32Array;
  private readonly typeMask: Int32Array;

  /** The decision of `decide`: visitor, how it is served, and what is seized; -1 for what is not needed. */
  visitor = -1;
  choice = -1;
  clerk = -1;
  space = -1;
  interpreter = -1;
  guard = -1;

  /** What is kept for the visitor with the hold. */
  private heldFor = -1;
  private heldClerk = -1;
  private heldSpace = -1;
  private heldInterpreter = -1;
  private heldGuard = -1;
  private heldChoice: Choice | null = null;

  constructor(
    model: Model,
    visitors: Visitors,
    lines: WaitingLines,
    staff: Staff,
    places: Places,
    reserve: Reserve,
  ) {
    this.model = model;
    this.visitors = visitors;
    this.lines = lines;
    this.staff = staff;
    this.places = places;
    this.reserve = reserve;
    this.equipmentFree = new Int32Array(model.equipmentCount.length);
    this.hold = model.scenario.policy.hold;
    this.minimumStaff = model.scenario.policy.minimumStaff;
    this.clerkRule = CLERK_RULE[model.scenario.policy.clerk];
    this.roleMask = Int32Array.from(model.queues, ({ choices }) => maskOf(choices.map(({ role }) => role)));
    this.typeMask = Int32Array.from(model.queues, ({ choices }) =>
      maskOf(choices.flatMap(({ spaceTypes }) => spaceTypes)),
    );
  }

  begin(): void {
    this.equipmentFree.set(this.model.equipmentCount);
  }

  /** Decides whom to call next; false when nobody who waits can be served now. */
  decide(time: number): boolean {
    this.visitor = -1;
    const { active, activeCount } = this.lines;
    let k = 0;
    // Mostly nobody can, and that is seen at once.
    while (k < activeCount && !this.mayBeServed(active[k])) k++;
    if (k === activeCount) return false;
    this.keepForTheHeld(time);
    for (; k < activeCount; k++) {
      const queue = active[k];
      if (!this.mayBeServed(queue)) continue;
      const head = this.lines.head(queue);
      if (this.visitor >= 0 && !this.lines.precedes(head, this.visitor)) continue;
      const choice = this.feasibleChoice(head, this.model.queues[queue]);
      if (choice < 0) continue;
      this.visitor = head;
      this.choice = choice;
    }
    if (this.visitor < 0) return false;
    this.pick(this.visitor);
    return true;
  }

  /** False where nobody of its roles, or no space of its types, is free. */
  private mayBeServed(queue: number): boolean {
    const roles = this.staff.free.mask | NO_CLERK;
    return (this.roleMask[queue] & roles) !== 0 && (this.typeMask[queue] & this.places.free.mask) !== 0;
  }

  takeEquipment(choice: Choice): void {
    for (const equipment of choice.equipment) this.equipmentFree[equipment] -= 1;
  }

  returnEquipment(choice: Choice): void {
    for (const equipment of choice.equipment) this.equipmentFree[equipment] += 1;
  }

  /**
   * The best way to serve the visitor that is free now, by the policy's rule for clerks; -1 for none. Clerks without
   * the mandate, who come last of the choices, count only where none with it can serve now.
   */
  private feasibleChoice(visitor: number, queue: Queue): number {
    const kept = visitor !== this.heldFor;
    let best = -1;
    let bestRank = Number.POSITIVE_INFINITY;
    for (let k = 0; k < queue.choices.length; k++) {
      const choice = queue.choices[k];
      if (best >= 0 && !choice.mandated && queue.choices[best].mandated) return best;
      if (!this.isFree(visitor, choice, queue, kept)) continue;
      if (this.clerkRule === LEAST_FLEXIBLE || choice.role < 0) return k;
      const rank = this.rank(visitor, choice.role, kept);
      if (rank < bestRank) {
        best = k;
        bestRank = rank;
      }
    }
    return best;
  }

  /** Lower is better. */
  private rank(visitor: number, role: number, kept: boolean): number {
    if (this.clerkRule === LONGEST_IDLE) return this.staff.free.since[this.pickClerk(role, kept)];
    return -this.model.speedOf[this.visitors.presentStage(visitor) * this.model.ids.roles.length + role];
  }

  private isFree(visitor: number, choice: Choice, queue: Queue, kept: boolean): boolean {
    const { role } = choice;
    if (role >= 0) {
      if (this.staff.inHall < this.minimumStaff) return false;
      const clerk = this.pickClerk(role, kept);
      if (clerk < 0 || !this.hasHelp(queue, kept, clerk)) return false;
      const walksIn = (this.visitors.flags[visitor] & FLAG.appointment) === 0;
      if (walksIn && this.staff.free.count[role] <= this.reserve.kept(role)) return false;
    }
    for (const equipment of choice.equipment) {
      const held = kept && this.heldChoice?.equipment.includes(equipment) ? 1 : 0;
      if (this.equipmentFree[equipment] <= held) return false;
    }
    return this.pickSpace(choice, queue.accessible, kept) >= 0;
  }

  private hasHelp({ interpreter, guard }: Queue, kept: boolean, clerk: number): boolean {
    const { interpreterRoles, guardRoles } = this.model;
    if (interpreter && this.pickHelper(interpreterRoles, kept, clerk) < 0) return false;
    return !guard || this.pickHelper(guardRoles, kept, clerk) >= 0;
  }

  /** Of the role's free clerks who are not kept for another, the one who has been free for the longest; or -1. */
  private pickClerk(role: number, kept: boolean, except = -1): number {
    const { free } = this.staff;
    let clerk = free.longest(role);
    while (clerk >= 0 && (clerk === except || (kept && this.isHeld(clerk)))) clerk = free.after(clerk);
    return clerk;
  }

  /** An interpreter or guard who is free and not the clerk of the service, whose role may help and serve. */
  private pickHelper(roles: readonly number[], kept: boolean, clerk: number): number {
    for (const role of roles) {
      const helper = this.pickClerk(role, kept, clerk);
      if (helper >= 0) return helper;
    }
    return -1;
  }

  private isHeld(clerk: number): boolean {
    return clerk === this.heldClerk || clerk === this.heldInterpreter || clerk === this.heldGuard;
  }

  private pickSpace(choice: Choice, accessible: boolean, kept: boolean): number {
    for (const type of choice.spaceTypes) {
      const space = this.places.pick(type, accessible, kept ? this.heldSpace : -1);
      if (space >= 0) return space;
    }
    return -1;
  }

  private pick(visitor: number): void {
    const queue = this.model.queues[this.visitors.queue[visitor]];
    const choice = queue.choices[this.choice];
    const kept = visitor !== this.heldFor;
    this.clerk = choice.role < 0 ? -1 : this.pickClerk(choice.role, kept);
    this.space = this.pickSpace(choice, queue.accessible, kept);
    const { interpreterRoles, guardRoles } = this.model;
    this.interpreter = queue.interpreter ? this.pickHelper(interpreterRoles, kept, this.clerk) : -1;
    this.guard = queue.guard ? this.pickHelper(guardRoles, kept, this.clerk) : -1;
  }

  /** Finds the visitor with the hold, if there is one, and keeps for it what is free of its needs. */
  private keepForTheHeld(time: number): void {
    this.heldFor = this.heldClerk = this.heldSpace = this.heldInterpreter = this.heldGuard = -1;
    this.heldChoice = null;
    if (this.hold === Number.POSITIVE_INFINITY) return;
    const { active, activeCount } = this.lines;
    for (let k = 0; k < activeCount; k++) {
      const head = this.lines.head(active[k]);
      if (time - this.visitors.queueStart[head] < this.hold) continue;
      if (this.heldFor >= 0 && !this.lines.precedes(head, this.heldFor)) continue;
      const choice = this.choiceOnDuty(this.model.queues[active[k]]);
      if (choice === null) continue;
      this.heldFor = head;
      this.heldChoice = choice;
    }
    const choice = this.heldChoice;
    if (choice === null) return;
    const queue = this.model.queues[this.visitors.queue[this.heldFor]];
    this.heldClerk = choice.role < 0 ? -1 : this.pickClerk(choice.role, false);
    this.heldSpace = this.pickSpace(choice, queue.accessible, false);
    const { interpreterRoles, guardRoles } = this.model;
    if (queue.interpreter) this.heldInterpreter = this.pickHelper(interpreterRoles, false, this.heldClerk);
    if (queue.guard) this.heldGuard = this.pickHelper(guardRoles, false, this.heldClerk);
  }

  /**
   * The first choice whose clerk is free, or else on duty, of those whose helpers are on duty and for which there
   * are spaces at this time; null when what is needed is not there, so that holding would be for nothing.
   */
  private choiceOnDuty(queue: Queue): Choice | null {
    const { onDuty, free } = this.staff;
    let found: Choice | null = null;
    for (const choice of queue.choices) {
      if (choice.role >= 0 && !(onDuty[choice.role] > 0 && this.hasHelpOnDuty(queue, choice.role))) continue;
      if (!this.hasSpaces(choice.spaceTypes, queue.accessible)) continue;
      if (choice.role < 0 || free.count[choice.role] > 0) return choice;
      found ??= choice;
    }
    return found;
  }

  private hasSpaces(types: readonly number[], accessible: boolean): boolean {
    for (const type of types) if (this.places.hasAny(type, accessible)) return true;
    return false;
  }

  private hasHelpOnDuty({ interpreter, guard }: Queue, role: number): boolean {
    const { interpreterRoles, guardRoles } = this.model;
    const { onDuty } = this.staff;
    if (interpreter && countBeside(role, interpreterRoles, onDuty) <= 0) return false;
    return !guard || countBeside(role, guardRoles, onDuty) > 0;
  }
}
