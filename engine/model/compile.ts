/**
 * Compiles a checked scenario to the model that the simulation runs on. It trusts the checks of the scenario:
 * a name that is not there is an internal error.
 */
import { meanOf } from '../kernel/moments.ts';
import { RateProfile } from '../kernel/poisson-process.ts';
import type { Matter, Role, Routing, Scenario } from '../scenario/schema.ts';
import type { Traces } from '../scenario/trace.ts';
import { walkingDistances } from './floor.ts';
import type { Clerk, Model, Peak, Source, Space, WeightedMatters } from './model.ts';
import { compileQueues } from './queues.ts';
import { compileStages } from './stages.ts';

/** Dense indices of the ids of a collection. */
export class Index {
  readonly ids: readonly string[];
  private readonly at: ReadonlyMap<string, number>;

  constructor(ids: readonly string[]) {
    this.ids = ids;
    this.at = new Map(ids.map((id, index) => [id, index]));
  }

  of(id: string): number {
    const index = this.at.get(id);
    if (index === undefined) throw new Error(`'${id}' is not known; the scenario was not checked`);
    return index;
  }
}

export interface Indices {
  readonly agencies: Index;
  readonly matters: Index;
  readonly roles: Index;
  readonly spaceTypes: Index;
  readonly spaces: Index;
  readonly equipment: Index;
  readonly profiles: Index;
  readonly arrivals: Index;
}

export interface CompileOptions {
  /** Another routing than the scenario's, to compare them. */
  readonly routing?: Routing;
  /** Recorded arrivals, by the id of their source. */
  readonly traces?: Traces;
}

export function compile(scenario: Scenario, options: CompileOptions = {}): Model {
  const indices: Indices = {
    agencies: new Index(Object.keys(scenario.agencies)),
    matters: new Index(Object.keys(scenario.matters)),
    roles: new Index(Object.keys(scenario.roles)),
    spaceTypes: new Index(Object.keys(scenario.spaceTypes)),
    spaces: new Index(Object.keys(scenario.spaces)),
    equipment: new Index(Object.keys(scenario.equipment)),
    profiles: new Index(Object.keys(scenario.profiles)),
    arrivals: new Index(Object.keys(scenario.arrivals)),
  };
  const routing = options.routing ?? scenario.policy.routing;
  const roles = Object.values(scenario.roles);
  const matters = Object.values(scenario.matters);
  const stages = compileStages(scenario, indices);
  const queues = compileQueues(scenario, indices, stages.stages, routing === 'dedicated');
  const spaces = Object.values(scenario.spaces).map((space) => compileSpace(space, indices));
  const clerks = roles.flatMap((role, index) => clerksOf(role, index, scenario.day.doors));
  const useOf = Object.values(scenario.spaceTypes).map((type) => type.use);
  const sources = Object.entries(scenario.arrivals).map(([id]) =>
    sourceOf(id, scenario, indices, options.traces),
  );
  return {
    scenario,
    ids: {
      ...Object.fromEntries(Object.entries(indices).map(([name, index]) => [name, index.ids])),
      clerks: clerkIds(scenario),
      languages: [
        ...new Set(Object.values(scenario.profiles).flatMap((profile) => Object.keys(profile.languages))),
      ],
    } as unknown as Model['ids'],
    routing,
    ...stages,
    matterAgency: Int32Array.from(matters, (matter) => indices.agencies.of(matter.agency)),
    ...queues,
    clerks,
    interpreterRoles: rolesOfKind(roles, 'interpreter'),
    guardRoles: rolesOfKind(roles, 'guard'),
    spaces,
    waitingAreas: spaces.flatMap((space, index) => (useOf[space.type] === 'waiting' ? [index] : [])),
    equipmentCount: Int32Array.from(Object.values(scenario.equipment), (equipment) => equipment.count),
    sources,
    peaks: Object.values(scenario.peaks).map(
      (peak): Peak => ({
        probability: peak.probability,
        factor: peak.factor,
        from: peak.from ?? 0,
        to: peak.to ?? Number.POSITIVE_INFINITY,
        sources: peak.arrivals.map((id) => indices.arrivals.of(id)),
      }),
    ),
    mattersMax: mattersMax(scenario, sources),
    distance: walkingDistances(scenario).distance,
  };
}

function rolesOfKind(roles: readonly Role[], kind: Role['kind']): number[] {
  return roles.flatMap((role, index) => (role.kind === kind ? [index] : []));
}

function clerksOf(role: Role, index: number, doors: { open: number; close: number }): Clerk[] {
  const shifts = role.shifts ?? [{ from: doors.open, to: doors.close, breaks: [] }];
  return Array.from({ length: role.count }, (_, k) => {
    const shift = shifts[k % shifts.length]!;
    return { role: index, start: shift.from, end: shift.to, breaks: shift.breaks };
  });
}

function clerkIds(scenario: Scenario): string[] {
  return Object.entries(scenario.roles).flatMap(([id, role]) =>
    Array.from({ length: role.count }, (_, k) => `${id} ${k + 1}`),
  );
}

function compileSpace(space: Scenario['spaces'][string], indices: Indices): Space {
  const type = indices.spaceTypes.of(space.type);
  const entries = [...space.timetable].sort((a, b) => a.from - b.from);
  const timetable = entries.flatMap((entry, k) => {
    const goesOn = entries[k + 1]?.from === entry.to;
    const begins = { at: entry.from, type: indices.spaceTypes.of(entry.type) };
    return goesOn ? [begins] : [begins, { at: entry.to, type }];
  });
  return { type, accessible: space.accessible, seats: space.seats ?? Number.POSITIVE_INFINITY, timetable };
}

function sourceOf(id: string, scenario: Scenario, indices: Indices, traces: Traces | undefined): Source {
  const arrival = scenario.arrivals[id]!;
  const first = firstMatters(arrival, scenario, indices);
  return {
    id,
    profiles: Object.keys(arrival.profiles).map((profile) => indices.profiles.of(profile)),
    profileWeights: Object.values(arrival.profiles),
    matters: first.matters,
    matterWeights: first.weights,
    more: arrival.more.map((more) => weighted(more.matters, more.probability, indices)),
    busyness: arrival.busyness,
    group: arrival.group,
    rate: arrival.rate ? { ...arrival.rate, points: scaledPoints(arrival, scenario.day.doors) } : null,
    appointments: arrival.appointments ?? null,
    trace: arrival.trace
      ? (traces?.[id] ?? []).map((row) => ({
          time: row.time,
          profile: row.profile === null ? -1 : indices.profiles.of(row.profile),
          matters: row.matters.map((matter) => indices.matters.of(matter)),
        }))
      : null,
  };
}

export function weighted(
  weights: Readonly<Record<string, number>>,
  probability: number,
  indices: Indices,
): WeightedMatters {
  return {
    probability,
    matters: Object.keys(weights).map((matter) => indices.matters.of(matter)),
    weights: Object.values(weights),
  };
}

function firstMatters(arrival: Scenario['arrivals'][string], scenario: Scenario, indices: Indices) {
  if (arrival.matters) return weighted(arrival.matters, 1, indices);
  if (arrival.agency === undefined) return { matters: [], weights: [] };
  const own = Object.entries(scenario.matters).filter(([, matter]) => matter.agency === arrival.agency);
  return weighted(
    Object.fromEntries(own.map(([id, matter]: [string, Matter]) => [id, matter.weight])),
    1,
    indices,
  );
}

/** The rate's points, scaled so that `perDay` visitors are expected between opening and closing. */
function scaledPoints(
  arrival: Scenario['arrivals'][string],
  doors: { open: number; close: number },
): [number, number][] {
  const { shape, points } = arrival.rate!;
  if (arrival.perDay === undefined) return points;
  const profile = new RateProfile(shape, points, doors.close);
  const expected = profile.total * meanOf(arrival.group);
  return points.map(([at, rate]) => [at, (rate * arrival.perDay!) / expected]);
}

function mattersMax(scenario: Scenario, sources: readonly Source[]): number {
  const ofProfile = Object.values(scenario.profiles).map((profile) => profile.matters.length);
  const ofSource = sources.map((source) => {
    const drawn =
      source.matters.length > 0 ? 1 : Math.max(0, ...source.profiles.map((profile) => ofProfile[profile]!));
    return Math.max(
      drawn + source.more.length,
      ...(source.trace ?? []).map((row) => row.matters.length + source.more.length),
    );
  });
  return Math.max(1, ...ofSource);
}
