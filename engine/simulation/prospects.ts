/**
 * What can still be done today: who is there or still comes, which types of space there still are, and what the
 * visits inside have before them. From this follow what is put off, and which clerk may go.
 *
 * Visits are counted by the queue that each of their stages would wait in at the last, with its fall-back.
 */
import type { Model } from '../model/model.ts';
import type { Needs } from './needs.ts';

const [UNKNOWN, YES, NO] = [0, 1, 2];

const HALL_KINDS: ReadonlySet<string> = new Set(['host', 'adviser', 'expert']);

export class Prospects {
  private readonly model: Model;
  private readonly needs: Needs;
  private readonly minimumStaff: number;
  private readonly servesAll: boolean;
  private readonly closes: number;
  /** By role: 1 where its clerks are in the hall. */
  readonly isInHall: Uint8Array;
  /** By role: how many are there or still come; and how many in the hall. */
  private readonly available: Int32Array;
  private availableInHall = 0;
  /** By type of space: how often one is or will be of it, and by 1 + twice the type those that are accessible. */
  private readonly spaces: Int32Array;
  /** By queue: stages that visits inside have before them, or are at. */
  private readonly pending: Int32Array;
  private pendingWithClerk = 0;
  private pendingInterpreted = 0;
  private pendingGuarded = 0;
  /** By queue: whether all that it needs is there or still comes, as far as it has been asked since that last changed. */
  private readonly servable: Uint8Array;
  /** By role: the queues that it serves, or helps to serve. */
  private readonly queuesOf: readonly (readonly number[])[];
  /** By role, for `mayGo`: whether its clerks have been counted. */
  private readonly counted: Uint8Array;
  /** Set when somebody has gone, or a space is used otherwise; whoever looks at it clears it. */
  haveNarrowed = false;

  constructor(model: Model, needs: Needs) {
    this.model = model;
    this.needs = needs;
    const { policy, day } = model.scenario;
    const roles = Object.values(model.scenario.roles);
    this.minimumStaff = policy.minimumStaff;
    this.servesAll = day.closing === 'serve';
    this.closes = day.doors.close;
    this.isInHall = Uint8Array.from(roles, ({ kind }) => (HALL_KINDS.has(kind) ? 1 : 0));
    this.available = new Int32Array(roles.length);
    this.counted = new Uint8Array(roles.length);
    this.spaces = new Int32Array(2 * model.ids.spaceTypes.length);
    this.pending = new Int32Array(model.queues.length);
    this.servable = new Uint8Array(model.queues.length);
    this.queuesOf = roles.map((_, role) =>
      model.queues.flatMap((_, queue) => (isAtQueue(role, queue, needs, model) ? [queue] : [])),
    );
  }

  begin(): void {
    this.available.fill(0);
    this.availableInHall = 0;
    this.spaces.fill(0);
    this.pending.fill(0);
    this.pendingWithClerk = this.pendingInterpreted = this.pendingGuarded = 0;
    this.haveNarrowed = false;
    this.servable.fill(UNKNOWN);
  }

  /** One more of the role works today (`by` 1), or one has gone (-1). */
  countClerk(role: number, by: number): void {
    this.available[role] += by;
    this.availableInHall += by * this.isInHall[role];
    this.servable.fill(UNKNOWN);
    if (by < 0) this.haveNarrowed = true;
  }

  /** A space is or will be of the type (`by` 1), or is so no longer (-1). */
  countSpace(type: number, accessible: boolean, by: number): void {
    this.spaces[2 * type] += by;
    if (accessible) this.spaces[2 * type + 1] += by;
    this.servable.fill(UNKNOWN);
    if (by < 0) this.haveNarrowed = true;
  }

  /** A visit inside has a stage of the queue to do (`by` 1), or no longer (-1). */
  countVisit(queue: number, by: number): void {
    this.pending[queue] += by;
    const { clerk, interpreter, guard } = this.needs;
    if (clerk[queue] === 0) return;
    this.pendingWithClerk += by;
    if (interpreter[queue] === 1) this.pendingInterpreted += by;
    if (guard[queue] === 1) this.pendingGuarded += by;
  }

  /** Whether everybody whom a service of the queue needs is there or still comes today, and a place for it. */
  canStillServe(queue: number): boolean {
    let known = this.servable[queue];
    if (known === UNKNOWN) {
      known = this.hasChoice(queue) ? YES : NO;
      this.servable[queue] = known;
    }
    return known === YES;
  }

  /** The same for one choice of the queue. */
  canStillChoose(queue: number, choice: number): boolean {
    const { needs } = this;
    const role = needs.role[choice];
    const { interpreterRoles, guardRoles } = this.model;
    if (role >= 0) {
      if (this.available[role] === 0 || this.availableInHall < this.minimumStaff) return false;
      if (needs.interpreter[queue] === 1 && countBeside(role, interpreterRoles, this.available) <= 0)
        return false;
      if (needs.guard[queue] === 1 && countBeside(role, guardRoles, this.available) <= 0) return false;
    }
    const until = needs.firstType[choice + 1];
    for (let k = needs.firstType[choice]; k < until; k++)
      if (this.spaces[2 * needs.type[k] + needs.accessible[queue]] > 0) return true;
    return false;
  }

  /**
   * Whether a clerk of the role whose shift is over may go. Where the house serves all who are inside, the clerk
   * stays until somebody else who is there or still comes could do each stage that visitors inside have before
   * them; after closing, until there are as many others as visitors whom the clerk could serve; and as one of
   * the minimum staff, until none of the visitors inside needs a clerk.
   */
  mayGo(own: number, time: number, inHall: number): boolean {
    if (!this.servesAll) return true;
    const isInHall = this.isInHall[own] === 1;
    if (isInHall && this.pendingWithClerk > 0 && inHall - 1 < this.minimumStaff) return false;
    if (this.isMissed(own)) return false;
    return time < this.closes || this.areOthersEnough(own);
  }

  private hasChoice(queue: number): boolean {
    const { firstChoice } = this.needs;
    for (let choice = firstChoice[queue]; choice < firstChoice[queue + 1]; choice++)
      if (this.canStillChoose(queue, choice)) return true;
    return false;
  }

  /** Whether something that visits inside need can be done with a clerk of the role, and not with one less. */
  private isMissed(own: number): boolean {
    for (const queue of this.queuesOf[own]) {
      if (this.pending[queue] === 0) continue;
      this.available[own] -= 1;
      const canDoWithout = this.hasChoice(queue);
      this.available[own] += 1;
      if (!canDoWithout && this.canStillServe(queue)) return true;
    }
    return false;
  }

  private areOthersEnough(own: number): boolean {
    const { interpreterRoles, guardRoles } = this.model;
    if (!this.areHelpersEnough(own, interpreterRoles, this.pendingInterpreted)) return false;
    if (!this.areHelpersEnough(own, guardRoles, this.pendingGuarded)) return false;
    const { firstChoice } = this.needs;
    let visits = 0;
    let colleagues = -1;
    this.counted.fill(0);
    for (const queue of this.queuesOf[own]) {
      if (this.pending[queue] === 0 || !serves(own, queue, this.needs)) continue;
      visits += this.pending[queue];
      for (let choice = firstChoice[queue]; choice < firstChoice[queue + 1]; choice++) {
        const role = this.needs.role[choice];
        if (this.counted[role] === 0) colleagues += this.available[role];
        this.counted[role] = 1;
      }
    }
    return visits === 0 || visits <= colleagues;
  }

  private areHelpersEnough(own: number, helping: readonly number[], visits: number): boolean {
    return visits === 0 || !helping.includes(own) || visits <= countBeside(own, helping, this.available);
  }
}

/** How many there are of the helping roles, beside one of `own`, who does not help at a service of its own. */
export function countBeside(own: number, helping: readonly number[], count: Int32Array): number {
  let others = 0;
  for (const role of helping) others += role === own ? count[role] - 1 : count[role];
  return others;
}

function isAtQueue(
  role: number,
  queue: number,
  needs: Needs,
  { interpreterRoles, guardRoles }: Model,
): boolean {
  if (needs.interpreter[queue] === 1 && interpreterRoles.includes(role)) return true;
  if (needs.guard[queue] === 1 && guardRoles.includes(role)) return true;
  return serves(role, queue, needs);
}

/** Whether the role is one by which the queue may be served. */
function serves(own: number, queue: number, { firstChoice, role }: Needs): boolean {
  for (let choice = firstChoice[queue]; choice < firstChoice[queue + 1]; choice++)
    if (role[choice] === own) return true;
  return false;
}
