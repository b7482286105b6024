/**
 * The services that go on in spaces: who talks about what with whom, since when, how private it is, and why there.
 */
import { type Model, STAGE } from '../model/model.ts';
import { SPACE } from '../simulation/observer.ts';
import { FLAG, type Visitors } from '../simulation/visitors.ts';
import { ProperSpaces } from '../statistics/proper-spaces.ts';
import { CAUSES } from '../statistics/scopes.ts';
import type { Sheet } from '../statistics/sheet.ts';
import type { Scene } from './exposures.ts';

const LAYOUT = CAUSES.indexOf('layout');
const SHORTAGE = CAUSES.indexOf('shortage');
const RULE = CAUSES.indexOf('rule');

export class Services {
  private readonly model: Model;
  private readonly sheet: Sheet;
  private readonly proper: ProperSpaces;
  /** Spaces in which a service goes on; by space: its position among them, or -1. */
  readonly active: Int32Array;
  activeCount = 0;
  readonly activeAt: Int32Array;
  /** By space, of its service: the visitor's slot and serial number, the clerk or -1, the matter, the manner of talking. */
  readonly visitor: Int32Array;
  readonly serial: Int32Array;
  readonly clerk: Int32Array;
  readonly matter: Int32Array;
  readonly manner: Int32Array;
  /** When it began, and until when its exposures have been added up. */
  readonly since: Float64Array;
  readonly settled: Float64Array;
  /** How long the visitor had waited when it was called there; who goes on with a service was not called anew. */
  readonly waited: Float64Array;
  /** By space: the space type now, and since when it has been busy; infinite where it is not. */
  readonly type: Int32Array;
  private readonly busyFrom: Float64Array;
  /** By space, of its service: an index of CAUSES; and the proper space that had been busy for longest, or -1. */
  readonly cause: Int32Array;
  readonly busy: Int32Array;
  readonly busySince: Float64Array;
  private readonly state: Int32Array;
  private readonly present = { cause: 0, matter: 0, space: 0, type: 0 };
  /** By clerk: its role. */
  private readonly roleOf: Int32Array;

  constructor(model: Model, sheet: Sheet) {
    this.model = model;
    this.sheet = sheet;
    this.proper = new ProperSpaces(model);
    const spaces = model.spaces.length;
    const integers = () => new Int32Array(spaces);
    const floats = () => new Float64Array(spaces);
    this.active = integers();
    this.activeAt = integers();
    this.visitor = integers();
    this.serial = integers();
    this.clerk = integers();
    this.matter = integers();
    this.manner = integers();
    this.since = floats();
    this.settled = floats();
    this.waited = floats();
    this.type = integers();
    this.busyFrom = floats();
    this.cause = integers();
    this.busy = integers();
    this.busySince = floats();
    this.state = integers();
    this.roleOf = Int32Array.from(model.clerks, ({ role }) => role);
  }

  begin(): void {
    this.activeAt.fill(-1);
    this.activeCount = 0;
    this.busyFrom.fill(Number.POSITIVE_INFINITY);
    this.state.fill(SPACE.closed);
  }

  spaceChanges(time: number, space: number, state: number, type: number): void {
    if (state !== SPACE.occupied) this.busyFrom[space] = Number.POSITIVE_INFINITY;
    else if (this.state[space] !== SPACE.occupied) this.busyFrom[space] = time;
    this.state[space] = state;
    this.type[space] = type;
  }

  /** At the call, before the space is seized: why the service will be there. */
  called(time: number, visitor: number, stage: number, space: number): void {
    if (space < 0) return;
    this.waited[space] = Math.max(0, time - this.visitors.waitStart[visitor]);
    this.cause[space] = LAYOUT;
    this.busy[space] = -1;
    const { kind } = this.model.stages[stage];
    if (kind !== STAGE.service && kind !== STAGE.handOver) return;
    const flags = this.visitors.flags[visitor];
    const isProtected = (flags & FLAG.protected) !== 0;
    if (this.proper.has(stage, this.type[space], isProtected)) return;
    this.cause[space] = SHORTAGE;
    for (let other = 0; other < this.state.length; other++) {
      if (!this.proper.has(stage, this.type[other], isProtected) || this.state[other] === SPACE.closed)
        continue;
      if ((flags & FLAG.accessible) !== 0 && !this.model.spaces[other].accessible) continue;
      if (this.state[other] === SPACE.free) this.cause[space] = RULE;
      else if (this.busy[space] < 0 || this.busyFrom[other] < this.busyFrom[this.busy[space]])
        this.busy[space] = other;
    }
    if (this.cause[space] === RULE) this.busy[space] = -1;
    if (this.busy[space] >= 0) this.busySince[space] = this.busyFrom[this.busy[space]];
  }

  /** False where it is about no matter, or of a visitor that is not measured: its talk is there all the same. */
  starts(time: number, visitor: number, stage: number, clerk: number, space: number): boolean {
    const { visitors } = this;
    if (space < 0) return false;
    const matter = this.matterOf(visitor, stage);
    if (matter < 0) return false;
    this.visitor[space] = visitor;
    this.serial[space] = visitors.serial[visitor];
    this.clerk[space] = clerk;
    this.matter[space] = matter;
    const talksAsAtGreeting = clerk < 0 || this.model.stages[stage].kind === STAGE.greeting;
    this.manner[space] = talksAsAtGreeting
      ? 0
      : (this.model.hearing?.mannerOf(matter, this.roleOf[clerk]) ?? 0);
    this.since[space] = this.settled[space] = time;
    this.activeAt[space] = this.activeCount;
    this.active[this.activeCount++] = space;
    return (visitors.flags[visitor] & FLAG.warmUp) === 0;
  }

  isActive(space: number): boolean {
    return space >= 0 && this.activeAt[space] >= 0;
  }

  ends(space: number): void {
    const at = this.activeAt[space];
    const moved = this.active[--this.activeCount];
    this.active[at] = moved;
    this.activeAt[moved] = at;
    this.activeAt[space] = -1;
  }

  /** What an exposure of the service counts for; used anew by the next call. */
  scene(space: number): Scene {
    const { present } = this;
    present.cause = this.cause[space];
    present.matter = this.matter[space];
    present.space = space;
    present.type = this.type[space];
    return present;
  }

  /** What is talked about: the stage's matter, and at a greeting the first one that the visitor brings. */
  private matterOf(visitor: number, stage: number): number {
    const { kind, matter } = this.model.stages[stage];
    if (kind !== STAGE.greeting) return matter;
    const { visitors } = this;
    if (visitors.stageAt[visitor] + 1 >= visitors.stageCount[visitor]) return -1;
    const next = visitors.stage[visitor * visitors.stagesMax + visitors.stageAt[visitor] + 1];
    return this.model.stages[next].matter;
  }

  private get visitors(): Visitors {
    return this.sheet.visitors;
  }
}
