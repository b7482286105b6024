/** One visitor as the ledger knows it: what it drew at its arrival, copied, and what has happened to it since. */
import { FLAG, STAGE_FLAG, type Visitors } from '../../../engine/simulation/visitors.ts';

/** Between two of the others a visitor walks, packs up or is on its way out. */
export type State = 'between' | 'waiting' | 'called' | 'served';

/** Seconds, as drawn: of the service, at speed 1; and of what goes before and after it. */
export interface Work {
  service: number;
  preparation: number;
  readonly settling: number;
  readonly leaving: number;
  readonly afterWork: number;
}

export interface Guest {
  readonly slot: number;
  readonly serial: number;
  readonly source: number;
  readonly profile: number;
  readonly arrival: number;
  readonly isMeasured: boolean;
  readonly hasAppointment: boolean;
  readonly needsAccess: boolean;
  readonly needsInterpreter: boolean;
  readonly isProtected: boolean;
  readonly patience: number;
  /** Seats that it takes, with its companions. */
  readonly seats: number;
  /** As brought, whatever the order in which they are done. */
  readonly stages: readonly number[];
  /** By stage; what is left of it, where it was broken off. */
  readonly work: ReadonlyMap<number, Work>;
  /** How much longer a clerk needs for it. */
  readonly factor: number;
  readonly guarded: ReadonlySet<number>;
  /** Left out once greeted: the host solves them. */
  readonly solved: ReadonlySet<number>;
  state: State;
  /** The present stage, and since when the present state lasts. */
  stage: number;
  since: number;
  /** When it is where it walks to. */
  walksUntil: number;
  /** From when its wait counts, by the rule. */
  waitStart: number;
  /** When it first joined a queue for a service; -1 before. */
  ticket: number;
  /** When it got its place in the line; from then on its key counts. */
  joined: number;
  key: number;
  /**
   * By stage: from when on it may take a less private space, and from when on it does. They differ where it was
   * called at the very moment when its limit passed, and then broken off.
   */
  readonly fallsBack: Map<number, { readonly mayFrom: number; readonly doesFrom: number }>;
  readonly done: Set<number>;
  /** Stages whose service has begun. */
  readonly begun: Set<number>;
  /** When its service is to begin or end, and when it is to let go of its place; infinite where that is open. */
  due: number;
  leavesPlaceAt: number;
  /** Seconds of work after stages that went on with the same clerk, and after the last one. */
  owed: number;
  /** Stages that somebody could still do at its arrival. */
  servable: ReadonlySet<number>;
  area: number;
  seatsHeld: number;
  clerk: number;
  space: number;
  interpreter: number;
  guard: number;
  equipment: ReadonlySet<string>;
}

export function guestOf(table: Visitors, slot: number, time: number, measuredFrom: number): Guest {
  const at = (column: ArrayLike<number>, index = slot) => column[index] ?? Number.NaN;
  const first = slot * table.stagesMax;
  const positions = Array.from({ length: at(table.stageCount) }, (_, k) => first + k);
  const stages = positions.map((position) => at(table.stage, position));
  const flagged = (flag: number) =>
    new Set(stages.filter((_, k) => (at(table.stageFlags, first + k) & flag) !== 0));
  const has = (flag: number) => (at(table.flags) & flag) !== 0;
  return {
    slot,
    serial: at(table.serial),
    source: at(table.source),
    profile: at(table.profile),
    arrival: at(table.arrival),
    isMeasured: time >= measuredFrom,
    hasAppointment: has(FLAG.appointment),
    needsAccess: has(FLAG.accessible),
    needsInterpreter: has(FLAG.interpreter),
    isProtected: has(FLAG.protected),
    patience: at(table.patience),
    seats: 1 + at(table.companions),
    stages,
    work: new Map(stages.map((stage, k) => [stage, workOf(table, first + k)])),
    factor: at(table.factor),
    guarded: flagged(STAGE_FLAG.guard),
    solved: flagged(STAGE_FLAG.solvedAtGreeting),
    state: 'between',
    stage: -1,
    since: time,
    walksUntil: time,
    waitStart: at(table.waitStart),
    ticket: -1,
    joined: time,
    key: 0,
    fallsBack: new Map(),
    done: new Set(),
    begun: new Set(),
    due: Number.POSITIVE_INFINITY,
    leavesPlaceAt: Number.POSITIVE_INFINITY,
    owed: 0,
    servable: new Set(),
    area: -1,
    seatsHeld: 0,
    clerk: -1,
    space: -1,
    interpreter: -1,
    guard: -1,
    equipment: new Set(),
  };
}

function workOf(table: Visitors, position: number): Work {
  const at = (column: ArrayLike<number>) => column[position] ?? Number.NaN;
  return {
    service: at(table.service),
    preparation: at(table.preparation),
    settling: at(table.settling),
    leaving: at(table.leaving),
    afterWork: at(table.afterWork),
  };
}
