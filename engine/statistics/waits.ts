/**
 * Waits in the sense of the field: from arrival, booked time or the end of the service before, to the start of
 * the service of a matter. One for each matter whose service begins; greetings, kiosks and hand-overs are
 * not among them, nor is a service that resumes what was broken off.
 */
import { type Model, STAGE } from '../model/model.ts';
import { FLAG } from '../simulation/visitors.ts';
import { hourOf } from './hours.ts';
import { Observations } from './observations.ts';
import { HOURS } from './scopes.ts';
import type { Sheet } from './sheet.ts';

/** Times are sums of floating-point numbers: a wait of exactly the limit must not miss it by the rounding. */
const ROUNDING = 1e-6;

export class Waits {
  /** Each wait in seconds; its owner is matter × HOURS + hour of the day when the wait began. */
  readonly observations = new Observations();
  private readonly sheet: Sheet;
  private readonly isService: Uint8Array;
  /** By agency, in seconds. */
  private readonly limit: Float64Array;
  private readonly span: number;
  private readonly all: number;
  private readonly byAgency: number;
  private readonly byMatter: number;
  private readonly byHour: number;
  private readonly byAgencyHour: number;

  constructor(model: Model, sheet: Sheet) {
    this.sheet = sheet;
    this.isService = Uint8Array.from(model.stages, (stage) => Number(stage.kind === STAGE.service));
    const { agencies, policy } = model.scenario;
    this.limit = Float64Array.from(
      model.ids.agencies,
      (id) => agencies[id]?.serviceLevel ?? policy.serviceLevel,
    );
    const { layout } = sheet;
    this.span = layout.span('waits');
    this.all = layout.offset('waits', 'all');
    this.byAgency = layout.offset('waits', 'agency');
    this.byMatter = layout.offset('waits', 'matter');
    this.byHour = layout.offset('waits', 'hour');
    this.byAgencyHour = layout.offset('waits', 'agencyHour');
  }

  begin(): void {
    this.observations.clear();
  }

  serviceStarts(time: number, visitor: number, stage: number): void {
    if (this.isService[stage] === 0) return;
    const { visitors, stageMatter, stageAgency } = this.sheet;
    if ((visitors.flags[visitor] & (FLAG.resumed | FLAG.warmUp)) !== 0) return;
    const matter = stageMatter[stage];
    const agency = stageAgency[stage];
    const start = visitors.waitStart[visitor];
    // One with an appointment may be served before the booked time, and has then not waited.
    const wait = Math.max(0, time - start);
    const hour = hourOf(start);
    const inTime = wait <= this.limit[agency] + ROUNDING ? 1 : 0;
    this.observations.add(wait, matter * HOURS + hour);
    this.count(this.all, wait, inTime);
    this.count(this.byAgency + agency, wait, inTime);
    this.count(this.byMatter + matter, wait, inTime);
    this.count(this.byHour + hour, wait, inTime);
    this.count(this.byAgencyHour + agency * HOURS + hour, wait, inTime);
  }

  private count(slot: number, wait: number, inTime: number): void {
    const { row } = this.sheet;
    row[slot] += 1;
    row[slot + this.span] += wait;
    row[slot + 2 * this.span] += inTime;
  }
}
