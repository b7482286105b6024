/**
 * Names called aloud: all who are inside hear them, but for those behind the walls of a closed space. A name tells who
 * is here to everybody, so no acquaintance is needed.
 */
import { STAGE } from '../model/model.ts';
import { FLAG, type Visitors } from '../simulation/visitors.ts';
import { CAUSES, KIND_IDS } from '../statistics/scopes.ts';
import { reach } from '../statistics/sheet.ts';
import { PLAIN } from './conflict.ts';
import type { Shared } from './shared.ts';

const NAME = KIND_IDS.indexOf('name');
const CALL_OUT = CAUSES.indexOf('call-out');
/** How long a call is in the air, in seconds. An assumption. */
const CALL_LENGTH = 3;

export class CallOuts {
  private readonly shared: Shared;
  /** People inside, with companions; those in closed spaces. */
  private inside = 0;
  private shut = 0;
  /** By visitor: where and by whom it was served last, and until when. */
  private at = new Int32Array(64).fill(-1);
  private by = new Int32Array(64).fill(-1);
  private until = new Float64Array(64);
  /** By visitor: how many people are with it, itself included, behind walls. */
  private behind = new Int32Array(64);
  private readonly isClosed: Uint8Array;

  constructor(shared: Shared) {
    this.shared = shared;
    this.isClosed = Uint8Array.from(Object.values(shared.model.scenario.spaceTypes), ({ enclosure }) =>
      Number(enclosure === 'closed'),
    );
  }

  begin(): void {
    this.inside = this.shut = 0;
    this.at.fill(-1);
  }

  comesIn(visitor: number): void {
    this.at = reach(this.at, visitor, -1);
    this.behind = reach(this.behind, visitor, 0);
    this.by = reach(this.by, visitor, -1);
    this.until = reach(this.until, visitor, 0);
    this.at[visitor] = -1;
    this.behind[visitor] = 0;
    this.inside += this.people(visitor);
  }

  goesOut(visitor: number): void {
    this.inside -= this.people(visitor);
  }

  serviceStarts(visitor: number, space: number): void {
    this.at[visitor] = space;
    const isShut = space >= 0 && this.isClosed[this.shared.services.at[space].type] === 1;
    this.behind[visitor] = isShut ? this.people(visitor) : 0;
    this.shut += this.behind[visitor];
  }

  serviceEnds(time: number, visitor: number, clerk: number): void {
    this.by[visitor] = clerk;
    this.until[visitor] = time;
    this.shut -= this.behind[visitor];
    this.behind[visitor] = 0;
  }

  called(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    const { sheet, services, exposures, limits, tell, tellStretch } = this.shared;
    const matter = sheet.stageMatter[stage];
    if (sheet.stageKind[stage] < STAGE.service || clerk < 0) return;
    // Who goes on with the same clerk at once is not called.
    const goesOn = this.at[visitor] === space && this.by[visitor] === clerk && this.until[visitor] === time;
    if (goesOn || (this.visitors.flags[visitor] & FLAG.warmUp) !== 0) return;
    const isPrivate =
      limits.sti[matter] < 1 ||
      limits.presence[matter] < Number.POSITIVE_INFINITY ||
      (this.visitors.flags[visitor] & FLAG.protected) !== 0;
    const persons = this.inside - this.shut - this.people(visitor);
    if (!isPrivate || persons <= 0) return;
    const type = space < 0 ? -1 : services.at[space].type;
    const scene = { cause: CALL_OUT, matter, space, type };
    exposures.add(NAME, scene, CALL_LENGTH * persons, 0, 1);
    tellStretch?.(NAME, space, time, time + CALL_LENGTH, CALL_LENGTH * persons);
    tell?.({
      ...PLAIN,
      kind: NAME,
      from: time,
      to: time + CALL_LENGTH,
      seconds: CALL_LENGTH,
      visitor: this.visitors.serial[visitor],
      witness: -1,
      persons,
      probability: 1,
      matter,
      space,
      clerk,
      cause: CALL_OUT,
      waited: Math.max(0, time - this.visitors.waitStart[visitor]),
    });
  }

  private people(visitor: number): number {
    return 1 + this.visitors.companions[visitor];
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
