/**
 * Which queue a visitor joins, with which key, and which matter comes next where the policy looks at queues.
 *
 * A queue's length counts those who wait, not those in service, for every role that could serve them.
 */
import { type Model, QUEUE_FLAGS, STAGE, type Stage } from '../model/model.ts';
import type { Routing, Scenario } from '../scenario/schema.ts';
import type { Needs } from './needs.ts';
import type { Prospects } from './prospects.ts';
import type { Staff } from './staff.ts';
import { FLAG, STAGE_FLAG, type Visitors } from './visitors.ts';
import type { WaitingLines } from './waiting-lines.ts';

const NEEDS = FLAG.accessible | FLAG.interpreter | FLAG.protected;
const STAGE_NEEDS = STAGE_FLAG.guard | STAGE_FLAG.fallback;

const [AS_THEY_COME, LONGEST_WAIT, APPOINTMENTS, PRIORITY] = [0, 1, 2, 3];
/** Whom queues put first, under the routings that differ in it. */
const ORDERS: Partial<Record<Routing, number>> = {
  'longest-wait-first': LONGEST_WAIT,
  'appointments-first': APPOINTMENTS,
  'priority-with-ageing': PRIORITY,
};

export class QueueChoice {
  private readonly model: Model;
  private readonly needs: Needs;
  private readonly visitors: Visitors;
  private readonly lines: WaitingLines;
  private readonly staff: Staff;
  private readonly prospects: Prospects;
  /** The policy, by numbers: texts are compared letter by letter. */
  private readonly order: number;
  private readonly keepsPlace: boolean;
  private readonly looksAtQueues: boolean;
  private readonly ageing: number;
  /** By stage: how long before it falls back to a less private space, infinite for never. */
  readonly fallbackAfter: Float64Array;
  /** By matter, and by profile. */
  private readonly matterPriority: Float64Array;
  private readonly profilePriority: Float64Array;

  constructor(
    model: Model,
    needs: Needs,
    visitors: Visitors,
    lines: WaitingLines,
    staff: Staff,
    prospects: Prospects,
  ) {
    this.prospects = prospects;
    this.model = model;
    this.needs = needs;
    this.visitors = visitors;
    this.lines = lines;
    this.staff = staff;
    const { matters, profiles, policy } = model.scenario;
    this.order = ORDERS[model.routing] ?? AS_THEY_COME;
    this.keepsPlace = policy.nextMatter !== 'queue-anew';
    this.looksAtQueues = policy.matterOrder === 'shortest-queue-first';
    this.ageing = policy.ageing;
    this.fallbackAfter = Float64Array.from(model.stages, (stage) => fallbackAfter(stage, model.scenario));
    this.matterPriority = Float64Array.from(Object.values(matters), (matter) => matter.priority);
    this.profilePriority = Float64Array.from(Object.values(profiles), (one) => one.priority);
  }

  /** The queue for the visitor's stage; under dedicated routing, that of one role. */
  queueFor(visitor: number, position: number): number {
    const shared = this.sharedQueue(visitor, position, 0);
    if (this.model.dedicatedQueue.length === 0) return shared;
    const role = this.dedicatedRole(shared);
    return role < 0 ? shared : this.model.dedicatedQueue[shared * this.model.ids.roles.length + role];
  }

  /** The queue for what is left of a matter after its service, of all who could do it where that was: a place to fall back to also. */
  restQueueFor(visitor: number): number {
    const { stageAt, stageFlags, stagesMax } = this.visitors;
    const position = stageAt[visitor];
    const service = visitor * stagesMax + position - 1;
    return this.sharedQueue(visitor, position, stageFlags[service] & STAGE_FLAG.fallback);
  }

  /** The queue in which the visitor would wait at the last, when it has fallen back, for whoever can serve it. */
  lastQueueFor(visitor: number, position: number): number {
    const stage = this.visitors.stage[visitor * this.visitors.stagesMax + position];
    const fallsBack = this.fallbackAfter[stage] < Number.POSITIVE_INFINITY;
    return this.sharedQueue(visitor, position, fallsBack ? STAGE_FLAG.fallback : 0);
  }

  /** Lower is served first. */
  keyFor(visitor: number, time: number): number {
    const { ticket, waitStart, arrival, flags, profile } = this.visitors;
    const keepsPlace = this.keepsPlace && ticket[visitor] >= 0;
    const joined = keepsPlace ? ticket[visitor] : time;
    switch (this.order) {
      case LONGEST_WAIT:
        return keepsPlace ? arrival[visitor] : waitStart[visitor];
      case APPOINTMENTS:
        return (flags[visitor] & FLAG.appointment) !== 0 ? waitStart[visitor] - APPOINTMENT_LEAD : joined;
      case PRIORITY: {
        const { matter } = this.model.stages[this.visitors.presentStage(visitor)];
        const ofMatter = matter < 0 ? 0 : this.matterPriority[matter];
        // Waiting and priority age at one rate, so the order of two visitors never changes while they wait.
        return joined - (this.profilePriority[profile[visitor]] + ofMatter) * this.ageing;
      }
      default:
        return joined;
    }
  }

  /** Brings the matter with the shortest queue to the present position, under that policy. */
  chooseNextMatter(visitor: number): void {
    if (!this.looksAtQueues) return;
    const { stageAt, stageCount } = this.visitors;
    const from = stageAt[visitor];
    let best = from;
    let shortest = Number.POSITIVE_INFINITY;
    for (let position = from; position < stageCount[visitor]; position++) {
      const kind = this.kindAt(visitor, position);
      // A hand-over follows its service: neither is another matter put between, nor does it go alone.
      if (kind === STAGE.handOver && position > from) continue;
      if (kind !== STAGE.service) return;
      const length = this.lengthFor(this.queueFor(visitor, position));
      if (length < shortest) {
        shortest = length;
        best = position;
      }
    }
    if (best > from) this.bringForward(visitor, best, from);
  }

  /** Those who wait for a role, at the role for which the fewest wait for each clerk on duty. */
  private lengthFor(queue: number): number {
    let length = Number.POSITIVE_INFINITY;
    const { firstChoice } = this.needs;
    for (let choice = firstChoice[queue]; choice < firstChoice[queue + 1]; choice++) {
      const role = this.needs.role[choice];
      if (role >= 0)
        length = Math.min(length, this.lines.countByRole[role] / Math.max(1, this.staff.onDuty[role]));
    }
    return length;
  }

  /**
   * Of those who can still serve today, the least flexible role on duty or, if none is, that is still to come; of
   * equally flexible ones, that for which the fewest wait. Where nobody can any more, the least flexible one. Roles
   * without the mandate come after all with it that are on duty, and likewise of those still to come.
   */
  private dedicatedRole(queue: number): number {
    const { firstChoice, role } = this.needs;
    const first = firstChoice[queue];
    const until = firstChoice[queue + 1];
    let best = -1;
    for (let choice = first; choice < until; choice++) {
      if (role[choice] < 0) return -1;
      if (!this.prospects.canStillChoose(queue, choice)) continue;
      if (best < 0 || this.isBetter(choice, best)) best = choice;
    }
    if (best >= 0) return role[best];
    return first < until ? role[first] : -1;
  }

  /** Whether to join the queue of a role rather than that of one that comes before it, and is no more flexible. */
  private isBetter(choice: number, best: number): boolean {
    const { mandated } = this.needs;
    const [role, bestRole] = [this.needs.role[choice], this.needs.role[best]];
    const isThere = this.staff.onDuty[role] > 0;
    if (isThere !== this.staff.onDuty[bestRole] > 0) return isThere;
    const { flexibility } = this.model;
    const { countByRole } = this.lines;
    const areAlike = mandated[choice] === mandated[best] && flexibility[role] === flexibility[bestRole];
    return areAlike && countByRole[role] < countByRole[bestRole];
  }

  private sharedQueue(visitor: number, position: number, flag: number): number {
    const at = visitor * this.visitors.stagesMax + position;
    const needs = (this.visitors.flags[visitor] & NEEDS) | (this.visitors.stageFlags[at] & STAGE_NEEDS);
    return this.model.queueOf[this.visitors.stage[at] * QUEUE_FLAGS + (needs | flag)];
  }

  private kindAt(visitor: number, position: number): number {
    return this.model.stages[this.visitors.stage[visitor * this.visitors.stagesMax + position]].kind;
  }

  /** Moves the matter's stages (its service and hand-over) to the front, the others after it. */
  private bringForward(visitor: number, position: number, to: number): void {
    const { visitors } = this;
    const base = visitor * visitors.stagesMax;
    const last = position + 1;
    const length =
      last < visitors.stageCount[visitor] && this.kindAt(visitor, last) === STAGE.handOver ? 2 : 1;
    for (const column of [
      visitors.stage,
      visitors.stageFlags,
      visitors.service,
      visitors.preparation,
      visitors.settling,
      visitors.leaving,
      visitors.afterWork,
    ]) {
      for (let k = 0; k < length; k++) {
        const moved = column[base + position + k];
        column.copyWithin(base + to + k + 1, base + to + k, base + position + k);
        column[base + to + k] = moved;
      }
    }
  }
}

function fallbackAfter({ kind, matter }: Stage, { matters, policy }: Scenario): number {
  const fallback = kind >= STAGE.service ? Object.values(matters)[matter].fallback : undefined;
  return fallback === undefined ? Number.POSITIVE_INFINITY : (fallback.after ?? policy.fallback);
}

/** Puts appointments before all walk-ins, whatever the length of the day: over 30 years. */
const APPOINTMENT_LEAD = 1e9;
