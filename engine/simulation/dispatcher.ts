/**
 * Who is served next, by whom and where.
 *
 * Clerk, space, interpreter, guard and equipment are seized all at once or not at all, so that nobody holds
 * one while waiting for another: there is no deadlock. Starving is prevented by the hold: the first of those
 * who have waited longer than the policy's `hold` has what is free of its needs kept from everybody else, as
 * long as each of the clerks it lacks is on duty and there are spaces of the type. It is one visitor at a time, so two never hold against
 * each other, and since services end, it is served.
 */
import type { Model } from '../model/model.ts';
import { bitOf } from './free-list.ts';
import type { Needs } from './needs.ts';
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
  private readonly needs: Needs;
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

  /** The decision of `decide`: visitor, by which choice it is served, and what is seized; -1 for what is not needed. */
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
  private heldChoice = -1;

  constructor(
    model: Model,
    needs: Needs,
    visitors: Visitors,
    lines: WaitingLines,
    staff: Staff,
    places: Places,
    reserve: Reserve,
  ) {
    this.model = model;
    this.needs = needs;
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
      const choice = this.feasibleChoice(head, queue);
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

  takeEquipment(choice: number): void {
    const { firstEquipment, equipment } = this.needs;
    for (let k = firstEquipment[choice]; k < firstEquipment[choice + 1]; k++)
      this.equipmentFree[equipment[k]] -= 1;
  }

  returnEquipment(choice: number): void {
    const { firstEquipment, equipment } = this.needs;
    for (let k = firstEquipment[choice]; k < firstEquipment[choice + 1]; k++)
      this.equipmentFree[equipment[k]] += 1;
  }

  /**
   * The best way to serve the visitor that is free now, by the policy's rule for clerks; -1 for none. Clerks without
   * the mandate, who come last of the choices, count only where none with it can serve now.
   */
  private feasibleChoice(visitor: number, queue: number): number {
    const { firstChoice, role, mandated } = this.needs;
    const kept = visitor !== this.heldFor;
    const until = firstChoice[queue + 1];
    let best = -1;
    let bestRank = Number.POSITIVE_INFINITY;
    for (let choice = firstChoice[queue]; choice < until; choice++) {
      if (best >= 0 && mandated[choice] < mandated[best]) return best;
      if (!this.isFree(visitor, choice, queue, kept)) continue;
      if (this.clerkRule === LEAST_FLEXIBLE || role[choice] < 0) return choice;
      const rank = this.rank(visitor, role[choice], kept);
      if (rank < bestRank) {
        best = choice;
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

  private isFree(visitor: number, choice: number, queue: number, kept: boolean): boolean {
    const { firstEquipment, equipment } = this.needs;
    const role = this.needs.role[choice];
    if (role >= 0) {
      if (this.staff.inHall < this.minimumStaff) return false;
      const clerk = this.pickClerk(role, kept);
      if (clerk < 0 || !this.hasHelp(queue, kept, clerk)) return false;
      const walksIn = (this.visitors.flags[visitor] & FLAG.appointment) === 0;
      if (walksIn && this.staff.free.count[role] <= this.reserve.kept(role)) return false;
    }
    for (let k = firstEquipment[choice]; k < firstEquipment[choice + 1]; k++) {
      const isHeld = kept && this.heldChoice >= 0 && this.needs.holds(this.heldChoice, equipment[k]);
      if (this.equipmentFree[equipment[k]] <= (isHeld ? 1 : 0)) return false;
    }
    return this.pickSpace(choice, queue, kept) >= 0;
  }

  private hasHelp(queue: number, kept: boolean, clerk: number): boolean {
    const { interpreter, guard } = this.needs;
    if (interpreter[queue] === 1 && this.pickHelper(this.model.interpreterRoles, kept, clerk) < 0)
      return false;
    return guard[queue] === 0 || this.pickHelper(this.model.guardRoles, kept, clerk) >= 0;
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

  private pickSpace(choice: number, queue: number, kept: boolean): number {
    const { accessible, firstType, type } = this.needs;
    const until = firstType[choice + 1];
    for (let k = firstType[choice]; k < until; k++) {
      const space = this.places.pick(type[k], accessible[queue] === 1, kept ? this.heldSpace : -1);
      if (space >= 0) return space;
    }
    return -1;
  }

  private pick(visitor: number): void {
    const { needs, choice, model } = this;
    const queue = this.visitors.queue[visitor];
    const role = needs.role[choice];
    const kept = visitor !== this.heldFor;
    this.clerk = role < 0 ? -1 : this.pickClerk(role, kept);
    this.space = this.pickSpace(choice, queue, kept);
    this.interpreter =
      needs.interpreter[queue] === 1 ? this.pickHelper(model.interpreterRoles, kept, this.clerk) : -1;
    this.guard = needs.guard[queue] === 1 ? this.pickHelper(model.guardRoles, kept, this.clerk) : -1;
  }

  /** Finds the visitor with the hold, if there is one, and keeps for it what is free of its needs. */
  private keepForTheHeld(time: number): void {
    this.heldFor = this.heldClerk = this.heldSpace = this.heldInterpreter = this.heldGuard = -1;
    this.heldChoice = -1;
    if (this.hold === Number.POSITIVE_INFINITY) return;
    const { active, activeCount } = this.lines;
    for (let k = 0; k < activeCount; k++) {
      const head = this.lines.head(active[k]);
      if (time - this.visitors.queueStart[head] < this.hold) continue;
      if (this.heldFor >= 0 && !this.lines.precedes(head, this.heldFor)) continue;
      const choice = this.choiceOnDuty(active[k]);
      if (choice < 0) continue;
      this.heldFor = head;
      this.heldChoice = choice;
    }
    const { heldChoice: choice, needs } = this;
    if (choice < 0) return;
    const queue = this.visitors.queue[this.heldFor];
    const role = needs.role[choice];
    this.heldClerk = role < 0 ? -1 : this.pickClerk(role, false);
    this.heldSpace = this.pickSpace(choice, queue, false);
    const { interpreterRoles, guardRoles } = this.model;
    if (needs.interpreter[queue] === 1)
      this.heldInterpreter = this.pickHelper(interpreterRoles, false, this.heldClerk);
    if (needs.guard[queue] === 1) this.heldGuard = this.pickHelper(guardRoles, false, this.heldClerk);
  }

  /**
   * The first choice whose clerk is free, or else on duty, of those whose helpers are on duty and for which there
   * are spaces at this time; -1 when what is needed is not there, so that holding would be for nothing.
   */
  private choiceOnDuty(queue: number): number {
    const { onDuty, free } = this.staff;
    const { firstChoice } = this.needs;
    let found = -1;
    for (let choice = firstChoice[queue]; choice < firstChoice[queue + 1]; choice++) {
      const role = this.needs.role[choice];
      if (role >= 0 && !(onDuty[role] > 0 && this.hasHelpOnDuty(queue, role))) continue;
      if (!this.hasSpaces(choice, queue)) continue;
      if (role < 0 || free.count[role] > 0) return choice;
      if (found < 0) found = choice;
    }
    return found;
  }

  private hasSpaces(choice: number, queue: number): boolean {
    const { accessible, firstType, type } = this.needs;
    for (let k = firstType[choice]; k < firstType[choice + 1]; k++)
      if (this.places.hasAny(type[k], accessible[queue] === 1)) return true;
    return false;
  }

  private hasHelpOnDuty(queue: number, role: number): boolean {
    const { interpreterRoles, guardRoles } = this.model;
    const { onDuty } = this.staff;
    if (this.needs.interpreter[queue] === 1 && countBeside(role, interpreterRoles, onDuty) <= 0) return false;
    return this.needs.guard[queue] === 0 || countBeside(role, guardRoles, onDuty) > 0;
  }
}
