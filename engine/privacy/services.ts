/**
 * The services that go on in spaces: who talks about what with whom, since when, how private it is, and why there.
 */
import { type Model, STAGE } from '../model/model.ts';
import { SPACE } from '../simulation/observer.ts';
import { FLAG, type Visitors } from '../simulation/visitors.ts';
import { ProperSpaces } from '../statistics/proper-spaces.ts';
import { CAUSES } from '../statistics/scopes.ts';
import type { Sheet } from '../statistics/sheet.ts';

const LAYOUT = CAUSES.indexOf('layout');
const SHORTAGE = CAUSES.indexOf('shortage');
const RULE = CAUSES.indexOf('rule');
const NEVER = Number.POSITIVE_INFINITY;

/** A space as it is now, and the service there, which goes on or was the last; written over for the next. */
export class ServiceAt {
  readonly space: number;
  /** The space type now; a state of SPACE; and since when it has been busy, infinite where it is not. */
  type = 0;
  state: number = SPACE.closed;
  busyFrom = NEVER;
  /** Its position among the services that go on, or -1. */
  index = -1;
  /** The visitor's slot and serial number, that of the first of its party, the clerk or -1, the matter, the manner of talking. */
  visitor = -1;
  serial = -1;
  party = -1;
  clerk = -1;
  matter = -1;
  manner = 0;
  /** How long the visitor had waited when it was called there; who goes on with a service was not called anew. */
  waited = Number.NaN;
  /** An index of CAUSES; the proper space that had been busy for longest, or -1, and since when. */
  cause = LAYOUT;
  busy = -1;
  busySince = 0;

  constructor(space: number) {
    this.space = space;
  }
}

export class Services {
  private readonly model: Model;
  private readonly sheet: Sheet;
  private readonly proper: ProperSpaces;
  /** By space. */
  readonly at: readonly ServiceAt[];
  /** The first so many go on. */
  readonly active: ServiceAt[] = [];
  activeCount = 0;
  /** By clerk: its role. */
  private readonly roleOf: Int32Array;

  constructor(model: Model, sheet: Sheet) {
    this.model = model;
    this.sheet = sheet;
    this.proper = new ProperSpaces(model);
    this.at = model.spaces.map((_, space) => new ServiceAt(space));
    this.roleOf = model.clerkRole;
  }

  begin(): void {
    this.activeCount = 0;
    for (const one of this.at) {
      one.index = -1;
      one.busyFrom = NEVER;
      one.state = SPACE.closed;
    }
  }

  spaceChanges(time: number, space: number, state: number, type: number): void {
    const one = this.at[space];
    if (state !== SPACE.occupied) one.busyFrom = NEVER;
    else if (one.state !== SPACE.occupied) one.busyFrom = time;
    one.state = state;
    one.type = type;
  }

  /** At the call, before the space is seized: why the service will be there. */
  called(time: number, visitor: number, stage: number, space: number): void {
    if (space < 0) return;
    const { visitors } = this;
    const one = this.at[space];
    one.waited = Math.max(0, time - visitors.waitStart[visitor]);
    one.cause = LAYOUT;
    one.busy = -1;
    one.busySince = 0;
    const kind = this.sheet.stageKind[stage];
    if (kind !== STAGE.service && kind !== STAGE.handOver) return;
    const flags = visitors.flags[visitor];
    if (!this.proper.has(stage, one.type, (flags & FLAG.protected) !== 0)) this.lacks(one, stage, flags);
  }

  /** The space is not a proper one: which was busy, or what rule led there. */
  private lacks(one: ServiceAt, stage: number, flags: number): void {
    const isProtected = (flags & FLAG.protected) !== 0;
    let busiest: ServiceAt | null = null;
    let isFree = false;
    for (const other of this.at) {
      if (!this.proper.has(stage, other.type, isProtected) || other.state === SPACE.closed) continue;
      if ((flags & FLAG.accessible) !== 0 && !this.model.spaces[other.space].accessible) continue;
      if (other.state === SPACE.free) isFree = true;
      else if (busiest === null || other.busyFrom < busiest.busyFrom) busiest = other;
    }
    one.cause = isFree ? RULE : SHORTAGE;
    if (isFree || busiest === null) return;
    one.busy = busiest.space;
    one.busySince = busiest.busyFrom;
  }

  /** False where it is about no matter, or of a visitor that is not measured: its talk is there all the same. */
  starts(visitor: number, stage: number, clerk: number, space: number): boolean {
    const { visitors } = this;
    if (space < 0) return false;
    const isGreeting = this.sheet.stageKind[stage] === STAGE.greeting;
    const matter = isGreeting ? this.nextMatter(visitor) : this.sheet.stageMatter[stage];
    if (matter < 0) return false;
    const one = this.at[space];
    one.visitor = visitor;
    one.serial = visitors.serial[visitor];
    one.party = visitors.party[visitor];
    one.clerk = clerk;
    one.matter = matter;
    one.manner =
      clerk < 0 || isGreeting ? 0 : (this.model.hearing?.mannerOf(matter, this.roleOf[clerk]) ?? 0);
    one.index = this.activeCount++;
    this.active[one.index] = one;
    return (visitors.flags[visitor] & FLAG.warmUp) === 0;
  }

  isActive(space: number): boolean {
    return space >= 0 && this.at[space].index >= 0;
  }

  ends(space: number): void {
    const one = this.at[space];
    const moved = this.active[--this.activeCount];
    this.active[one.index] = moved;
    moved.index = one.index;
    one.index = -1;
  }

  /** What is talked about at a greeting: the first matter that the visitor brings, or -1. */
  private nextMatter(visitor: number): number {
    const { stage, stageAt, stageCount, stagesMax } = this.visitors;
    const next = stageAt[visitor] + 1;
    return next < stageCount[visitor] ? this.sheet.stageMatter[stage[visitor * stagesMax + next]] : -1;
  }

  private get visitors(): Visitors {
    return this.sheet.visitors;
  }
}
