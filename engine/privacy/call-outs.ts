/**
 * Names called aloud: all who are inside hear them, but for those behind the walls of a closed space, and in a closed waiting
 * area only those who wait there. A name tells who is here to everybody, so no acquaintance is needed; those who came together
 * know of each other.
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

/** Behind no walls. */
const HALL = -1;

export class CallOuts {
  private readonly shared: Shared;
  /** People by where they hear names: in the hall, and in each closed space; companions are counted. */
  private readonly hearing: Int32Array;
  /** The same by party: the serial number of its first, times places, plus the place. */
  private readonly together = new Map<number, number>();
  /** By visitor: where and by whom it was served last, and until when. */
  private at = new Int32Array(64).fill(-1);
  private by = new Int32Array(64).fill(-1);
  private until = new Float64Array(64);
  /** By visitor: the closed space that it is in, or HALL. */
  private within = new Int32Array(64).fill(HALL);
  private readonly isClosed: Uint8Array;

  constructor(shared: Shared) {
    this.shared = shared;
    this.hearing = new Int32Array(shared.model.spaces.length + 1);
    this.isClosed = Uint8Array.from(Object.values(shared.model.scenario.spaceTypes), ({ enclosure }) =>
      Number(enclosure === 'closed'),
    );
  }

  begin(): void {
    this.hearing.fill(0);
    this.together.clear();
    this.at.fill(-1);
  }

  comesIn(visitor: number): void {
    this.at = reach(this.at, visitor, -1);
    this.within = reach(this.within, visitor, HALL);
    this.by = reach(this.by, visitor, -1);
    this.until = reach(this.until, visitor, 0);
    this.at[visitor] = -1;
    this.within[visitor] = HALL;
    this.count(visitor, HALL, 1);
  }

  goesOut(visitor: number): void {
    this.count(visitor, this.within[visitor], -1);
  }

  waits(visitor: number, area: number): void {
    this.goesTo(visitor, area);
  }

  /** It stops waiting. */
  comesOut(visitor: number): void {
    this.goesTo(visitor, HALL);
  }

  serviceStarts(visitor: number, space: number): void {
    this.at[visitor] = space;
    this.goesTo(visitor, space);
  }

  serviceEnds(time: number, visitor: number, clerk: number): void {
    this.by[visitor] = clerk;
    this.until[visitor] = time;
    this.goesTo(visitor, HALL);
  }

  /** Before it stops waiting. */
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
    const persons = this.hearers(visitor);
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

  /** People who hear it where the visitor waits, and did not come with it. */
  private hearers(visitor: number): number {
    const where = this.within[visitor];
    return this.hearing[where + 1] - (this.together.get(this.keyOf(visitor, where)) ?? 0);
  }

  private goesTo(visitor: number, space: number): void {
    const isShut = space >= 0 && this.isClosed[this.shared.services.at[space].type] === 1;
    const where = isShut ? space : HALL;
    if (where === this.within[visitor]) return;
    this.count(visitor, this.within[visitor], -1);
    this.within[visitor] = where;
    this.count(visitor, where, 1);
  }

  /** Adds the people of the visit to those who are in the hall or the closed space, or takes them away. */
  private count(visitor: number, where: number, by: 1 | -1): void {
    const people = by * (1 + this.visitors.companions[visitor]);
    this.hearing[where + 1] += people;
    const key = this.keyOf(visitor, where);
    const left = (this.together.get(key) ?? 0) + people;
    if (left > 0) this.together.set(key, left);
    else this.together.delete(key);
  }

  private keyOf(visitor: number, where: number): number {
    return this.visitors.party[visitor] * this.hearing.length + where + 1;
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
