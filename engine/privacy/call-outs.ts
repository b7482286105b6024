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
  /** Who is inside; and by visitor, where among them. */
  private readonly inside: number[] = [];
  private position = new Int32Array(64);
  /** By visitor: the space that it is at, or walks to, or a door, which comes after all spaces; and from when on it is there. */
  private place = new Int32Array(64);
  private since = new Float64Array(64);
  /** By visitor: where and by whom it was served last, and until when. */
  private at = new Int32Array(64).fill(-1);
  private by = new Int32Array(64).fill(-1);
  private until = new Float64Array(64);
  private readonly isClosed: Uint8Array;

  constructor(shared: Shared) {
    this.shared = shared;
    this.isClosed = Uint8Array.from(Object.values(shared.model.scenario.spaceTypes), ({ enclosure }) =>
      Number(enclosure === 'closed'),
    );
  }

  begin(): void {
    this.inside.length = 0;
    this.at.fill(-1);
  }

  comesIn(visitor: number): void {
    this.position = reach(this.position, visitor, 0);
    this.place = reach(this.place, visitor, 0);
    this.since = reach(this.since, visitor, 0);
    this.at = reach(this.at, visitor, -1);
    this.by = reach(this.by, visitor, -1);
    this.until = reach(this.until, visitor, 0);
    this.at[visitor] = -1;
    this.place[visitor] = this.shared.model.spaces.length;
    this.since[visitor] = 0;
    this.position[visitor] = this.inside.length;
    this.inside.push(visitor);
  }

  walks(visitor: number, to: number, until: number): void {
    this.place[visitor] = to;
    this.since[visitor] = until;
  }

  goesOut(visitor: number): void {
    const { inside, position } = this;
    const last = inside[inside.length - 1];
    inside[position[visitor]] = last;
    position[last] = position[visitor];
    inside.pop();
  }

  serviceStarts(visitor: number, space: number): void {
    this.at[visitor] = space;
  }

  serviceEnds(time: number, visitor: number, clerk: number): void {
    this.by[visitor] = clerk;
    this.until[visitor] = time;
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
    const persons = this.hearers(time, visitor);
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

  /** People who are within the same walls as the visitor, and did not come with it. */
  private hearers(time: number, visitor: number): number {
    const { party, companions } = this.visitors;
    const where = this.within(time, visitor);
    let persons = 0;
    for (const other of this.inside) {
      if (party[other] !== party[visitor] && this.within(time, other) === where)
        persons += 1 + companions[other];
    }
    return persons;
  }

  /** The closed space that the visitor is in, or HALL. */
  private within(time: number, visitor: number): number {
    const { services, model } = this.shared;
    const place = this.place[visitor];
    if (place >= model.spaces.length || time < this.since[visitor]) return HALL;
    return this.isClosed[services.at[place].type] === 1 ? place : HALL;
  }

  private get visitors(): Visitors {
    return this.shared.sheet.visitors;
  }
}
