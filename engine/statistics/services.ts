/**
 * Services: how many, how long, in proper spaces or not, handed over, and by whom. A service that is broken off and
 * resumed is one service, as long as its parts together.
 */
import { type Model, STAGE } from '../model/model.ts';
import { FLAG } from '../simulation/visitors.ts';
import { ProperSpaces } from './proper-spaces.ts';
import { reach, type Sheet } from './sheet.ts';
import type { Spaces } from './spaces.ts';

const EXPERTS: ReadonlySet<string> = new Set(['expert', 'remote-expert']);

export class Services {
  private readonly sheet: Sheet;
  private readonly spaces: Spaces;
  private readonly proper: ProperSpaces;
  private readonly kind: Uint8Array;
  private readonly expertOnly: Uint8Array;
  private readonly role: Int32Array;
  /** By role: whether its people are experts. */
  private readonly expert: Uint8Array;
  private readonly byAgency: number;
  private readonly byMatter: number;
  private readonly begun: number;
  private readonly done: number;
  private readonly time: number;
  private readonly placed: number;
  private readonly fellBack: number;
  private readonly handOvers: number;
  private readonly handOverWaitTime: number;
  private readonly roleServices: number;
  private readonly expertTime: number;
  private readonly expertOnlyTime: number;
  /** By visitor: the type of the space it was called to; since when it is served, and for how long before. */
  private calledTo = new Int32Array(64);
  private since = new Float64Array(64);
  private spent = new Float64Array(64);
  /** By visitor: by whom it was served last, where, and until when; and whether it was called to go on there and then. */
  private servedBy = new Int32Array(64);
  private servedAt = new Int32Array(64);
  private until = new Float64Array(64);
  private goesOn = new Uint8Array(64);

  constructor(model: Model, sheet: Sheet, spaces: Spaces) {
    this.sheet = sheet;
    this.spaces = spaces;
    this.proper = new ProperSpaces(model);
    this.kind = Uint8Array.from(model.stages, (stage) => stage.kind);
    this.expertOnly = Uint8Array.from(model.stages, (stage) => Number(stage.expertOnly));
    this.role = model.clerkRole;
    const { roles } = model.scenario;
    this.expert = Uint8Array.from(model.ids.roles, (id) => Number(EXPERTS.has(roles[id]?.kind ?? '')));
    const { layout } = sheet;
    this.byAgency = layout.offset('services', 'agency') - layout.base('services');
    this.byMatter = layout.offset('services', 'matter') - layout.base('services');
    this.begun = layout.base('services');
    this.done = layout.base('servicesDone');
    this.time = layout.base('serviceTime');
    this.placed = layout.base('placed');
    this.fellBack = layout.base('fellBack');
    this.handOvers = layout.base('handOvers');
    this.handOverWaitTime = layout.base('handOverWaitTime');
    this.roleServices = layout.base('roleServices');
    this.expertTime = layout.base('expertTime');
    this.expertOnlyTime = layout.base('expertOnlyTime');
  }

  called(time: number, visitor: number, clerk: number, space: number): void {
    this.calledTo = reach(this.calledTo, visitor, -1);
    this.servedBy = reach(this.servedBy, visitor, -1);
    this.servedAt = reach(this.servedAt, visitor, -1);
    this.until = reach(this.until, visitor, -1);
    this.goesOn = reach(this.goesOn, visitor, 0);
    this.calledTo[visitor] = space < 0 ? -1 : this.spaces.type[space];
    const isSame = this.servedBy[visitor] === clerk && this.servedAt[visitor] === space;
    this.goesOn[visitor] = Number(isSame && this.until[visitor] === time);
  }

  starts(time: number, visitor: number, stage: number): void {
    this.since = reach(this.since, visitor, 0);
    this.spent = reach(this.spent, visitor, 0);
    this.since[visitor] = time;
    const { visitors } = this.sheet;
    const flags = visitors.flags[visitor];
    if ((flags & FLAG.resumed) !== 0) return;
    this.spent[visitor] = 0;
    const kind = this.kind[stage];
    if ((flags & FLAG.warmUp) !== 0 || (kind !== STAGE.service && kind !== STAGE.handOver)) return;
    // Who does both parts of a matter, one right after the other, hands nothing over.
    if (kind === STAGE.handOver && this.goesOn[visitor] === 1) return;
    if (kind === STAGE.service) {
      this.add(this.begun, stage, 1);
    } else {
      this.add(this.handOvers, stage, 1);
      this.add(this.handOverWaitTime, stage, Math.max(0, time - visitors.waitStart[visitor]));
    }
    const type = this.calledTo[visitor];
    if (type < 0) return;
    this.add(this.placed, stage, 1);
    if (!this.proper.has(stage, type, (flags & FLAG.protected) !== 0)) this.add(this.fellBack, stage, 1);
  }

  ends(time: number, visitor: number, stage: number, clerk: number, space: number, completed: boolean): void {
    this.servedBy[visitor] = clerk;
    this.servedAt[visitor] = space;
    this.until[visitor] = time;
    const since = this.since[visitor];
    this.spent[visitor] += time - since;
    if (clerk >= 0) this.byClerk(time, since, stage, clerk, completed);
    if (!completed || this.kind[stage] !== STAGE.service) return;
    if ((this.sheet.visitors.flags[visitor] & FLAG.warmUp) !== 0) return;
    this.add(this.done, stage, 1);
    this.add(this.time, stage, this.spent[visitor]);
  }

  private byClerk(time: number, since: number, stage: number, clerk: number, completed: boolean): void {
    const { row, from } = this.sheet;
    if (time < from) return;
    const role = this.role[clerk];
    if (completed) row[this.roleServices + role] += 1;
    if (this.expert[role] === 0) return;
    const seconds = time - Math.max(since, from);
    row[this.expertTime] += seconds;
    row[this.expertTime + 1 + role] += seconds;
    if (this.expertOnly[stage] === 0) return;
    row[this.expertOnlyTime] += seconds;
    row[this.expertOnlyTime + 1 + role] += seconds;
  }

  private add(figure: number, stage: number, amount: number): void {
    const { row, stageAgency, stageMatter } = this.sheet;
    row[figure] += amount;
    row[figure + this.byAgency + stageAgency[stage]] += amount;
    row[figure + this.byMatter + stageMatter[stage]] += amount;
  }
}
