/**
 * What a scenario says of its house, looked up anew and plainly each time: who may do what, where and with what.
 * Nothing here is shared with the engine's own compilation but the numbers by which its observers name things.
 */
import type { Model, Stage } from '../../../engine/model/model.ts';
import { STAGE } from '../../../engine/model/model.ts';
import { PARTS } from '../../../engine/scenario/constants.ts';
import type { Matter, Part, Role, Scenario } from '../../../engine/scenario/schema.ts';

type Mandate = Role['mandates'][number];

export interface Clerk {
  readonly roleId: string;
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  readonly breaks: readonly { readonly at: number; readonly length: number }[];
}

export class House {
  readonly scenario: Scenario;
  readonly clerks: readonly Clerk[];
  readonly spaces: readonly Scenario['spaces'][string][];
  /** Spaces where one waits. */
  private readonly areas: readonly number[];
  private readonly stages: readonly Stage[];

  constructor({ scenario, stages }: Model) {
    this.scenario = scenario;
    this.stages = stages;
    this.spaces = Object.values(scenario.spaces);
    this.areas = [...this.spaces.keys()].filter(
      (space) => scenario.spaceTypes[this.spaceOf(space).type]?.use === 'waiting',
    );
    const whole = { from: scenario.day.doors.open, to: scenario.day.doors.close, breaks: [] };
    this.clerks = Object.entries(scenario.roles).flatMap(([roleId, role]) =>
      Array.from({ length: role.count }, (_, k): Clerk => {
        const shift = role.shifts?.[k % role.shifts.length] ?? whole;
        return { roleId, role, start: shift.from, end: shift.to, breaks: shift.breaks };
      }),
    );
  }

  clerkOf(clerk: number): Clerk {
    return known(this.clerks[clerk], `clerk ${clerk}`);
  }

  /** Whether the clerk is in the hall when on duty. */
  isOfHall(clerk: number): boolean {
    return ['host', 'adviser', 'expert'].includes(this.clerkOf(clerk).role.kind);
  }

  spaceOf(space: number): Scenario['spaces'][string] {
    return known(this.spaces[space], `space ${space}`);
  }

  stageOf(stage: number): Stage {
    return known(this.stages[stage], `stage ${stage}`);
  }

  /** The matter of a stage; null for a greeting, and a stay at a kiosk for the ticket alone. */
  matterOf(stage: number): { readonly id: string; readonly matter: Matter } | null {
    const [id, matter] = Object.entries(this.scenario.matters)[this.stageOf(stage).matter] ?? [];
    return id === undefined || matter === undefined ? null : { id, matter };
  }

  /** Whether a service of the stage is given by a clerk, for a matter, and so with interpreter and guard. */
  isService(stage: number): boolean {
    const { kind } = this.stageOf(stage);
    return kind === STAGE.service || kind === STAGE.handOver;
  }

  isHandOver(stage: number): boolean {
    return this.stageOf(stage).kind === STAGE.handOver;
  }

  isGreeting(stage: number): boolean {
    return this.stageOf(stage).kind === STAGE.greeting;
  }

  needsClerk(stage: number): boolean {
    return this.isService(stage) || this.isGreeting(stage);
  }

  /** Where the visitor may wait. */
  areasFor(isProtected: boolean): readonly number[] {
    const { protectedWaiting } = this.scenario.policy;
    const isApart = (area: number) => protectedWaiting.includes(this.spaceOf(area).type);
    return this.areas.filter((area) => protectedWaiting.length === 0 || isApart(area) === isProtected);
  }

  /** Where the visitor goes out, as observers name it. */
  exitFor(isProtected: boolean): number {
    const isApart = isProtected && this.scenario.floor && this.scenario.policy.protectedExit !== undefined;
    return this.spaces.length + (isApart ? 1 : 0);
  }

  /** Whether the clerk has the mandate for what is done at the stage. */
  isMandated(clerk: number, stage: number): boolean {
    if (this.isGreeting(stage)) return this.scenario.journey.greeting?.role === this.clerkOf(clerk).roleId;
    return this.lacking(clerk, stage).some(({ count }) => count === 0);
  }

  /** Whether the clerk does it, if need be without the mandate. */
  mayDo(clerk: number, stage: number): boolean {
    const isPragmatic = this.scenario.policy.mandates === 'pragmatic';
    return this.isMandated(clerk, stage) || (isPragmatic && this.lacking(clerk, stage).length > 0);
  }

  /** How fast the clerk does it: the fastest of the mandates that fit it best; a greeting has one speed. */
  speed(clerk: number, stage: number): number {
    if (this.isGreeting(stage)) return 1;
    const known = this.lacking(clerk, stage);
    const least = Math.min(...known.map(({ count }) => count));
    return Math.max(0, ...known.map(({ speed, count }) => (count === least ? speed : 0)));
  }

  /** By mandate of the clerk for some part of the stage's matter: how many parts of what is done it lacks. */
  private lacking(clerk: number, stage: number): { speed: number; count: number }[] {
    const found = this.matterOf(stage);
    if (found === null || !this.isService(stage)) return [];
    const { id, matter } = found;
    const done = this.isHandOver(stage) ? (matter.handOver?.parts ?? []) : matter.parts;
    const all = PARTS.filter((part) => matter.parts.includes(part) || matter.handOver?.parts.includes(part));
    return this.clerkOf(clerk).role.mandates.flatMap((mandate) => {
      const has = (part: Part) => covers(mandate, id, matter.agency, [part]);
      if (!all.some(has)) return [];
      return [{ speed: mandate.speed, count: new Set(done.filter((part) => !has(part))).size }];
    });
  }

  /** How many pairs of matter and part the clerk may handle. */
  flexibility(clerk: number): number {
    const { mandates } = this.clerkOf(clerk).role;
    const pairs = Object.entries(this.scenario.matters).flatMap(([id, { agency }]) =>
      PARTS.filter((part) => mandates.some((one) => covers(one, id, agency, [part]))),
    );
    return pairs.length;
  }

  /** Space types where the stage may be done for such a visitor, by a clerk or by none. */
  typesFor(stage: number, isProtected: boolean, fallsBack: boolean, clerk: number): readonly string[] {
    const types = this.typesForAll(stage, isProtected, fallsBack);
    const own = clerk < 0 ? undefined : this.clerkOf(clerk).role.spaces;
    return own === undefined ? types : types.filter((type) => own.includes(type));
  }

  private typesForAll(stage: number, isProtected: boolean, fallsBack: boolean): readonly string[] {
    const { journey, policy } = this.scenario;
    if (this.isGreeting(stage)) return journey.greeting?.spaces ?? [];
    const found = this.matterOf(stage);
    if (found === null || !this.isService(stage)) return journey.kiosk?.spaces ?? [];
    if (isProtected && policy.protectedSpaces.length > 0) return policy.protectedSpaces;
    const { matter } = found;
    const proper = (this.isHandOver(stage) ? matter.handOver?.spaces : undefined) ?? matter.spaces;
    return fallsBack ? [...proper, ...(matter.fallback?.spaces ?? [])] : proper;
  }

  /** How long a visitor waits at the stage for a proper space before it falls back, in seconds. */
  fallbackLimit(stage: number): number {
    const fallback = this.isService(stage) ? this.matterOf(stage)?.matter.fallback : undefined;
    if (fallback === undefined) return Number.POSITIVE_INFINITY;
    return fallback.after ?? this.scenario.policy.fallback;
  }

  /** What a service of the stage by the clerk holds one unit of. */
  equipmentFor(stage: number, clerk: number): ReadonlySet<string> {
    const own = this.isService(stage) ? this.matterOf(stage)?.matter.equipment : undefined;
    return new Set([...(own ?? []), ...(clerk < 0 ? [] : this.clerkOf(clerk).role.equipment)]);
  }

  /** The type that the space has by its timetable. */
  typeAt(space: number, time: number): string {
    const { type, timetable } = this.spaceOf(space);
    return timetable.find((entry) => entry.from <= time && time < entry.to)?.type ?? type;
  }

  /** Whether a space is of one of the types then, or will be later. */
  hasSpace(types: readonly string[], needsAccess: boolean, from: number): boolean {
    return [...this.spaces.entries()].some(([index, { accessible, timetable }]) => {
      const times = [from, ...timetable.flatMap((entry) => [entry.from, entry.to]).filter((at) => at > from)];
      return (accessible || !needsAccess) && times.some((at) => types.includes(this.typeAt(index, at)));
    });
  }

  /** Whether a space changes its type after the one time and until the other. */
  converts(after: number, until: number): boolean {
    const isBetween = (at: number) => at > after && at <= until;
    return this.spaces.some(({ timetable }) =>
      timetable.some(({ from, to }) => isBetween(from) || isBetween(to)),
    );
  }

  typeName(type: number): string {
    return known(Object.keys(this.scenario.spaceTypes)[type], `space type ${type}`);
  }
}

function covers(
  { agency, matters, parts }: Mandate,
  id: string,
  owner: string,
  done: readonly Part[],
): boolean {
  const isOfAgency = agency === 'all' || agency === owner;
  return (
    isOfAgency && (matters === 'all' || matters.includes(id)) && done.every((part) => parts.includes(part))
  );
}

function known<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`there is no ${name}`);
  return thing;
}
