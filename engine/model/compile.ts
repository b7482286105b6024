/**
 * Compiles a checked scenario to the model that the simulation runs on. It trusts the checks of the scenario:
 * a name that is not there is an internal error.
 */
import type { Role, Routing, Scenario } from '../scenario/schema.ts';
import type { Traces } from '../scenario/trace.ts';
import type { Walking } from './floor.ts';
import { type Indices, indicesOf } from './indices.ts';
import type { Clerk, Model, Peak, Space } from './model.ts';
import { pairsOf } from './pairs.ts';
import { perceptionOf, walkingOf } from './perception.ts';
import { compileQueues } from './queues.ts';
import { compileSources, mattersMax } from './sources.ts';
import { compileStages } from './stages.ts';

export interface CompileOptions {
  /** Another routing than the scenario's, to compare them. */
  readonly routing?: Routing;
  /** Where they are known already; found from the floor otherwise. */
  readonly walking?: Walking;
  /** Recorded arrivals, by the id of their source. */
  readonly traces?: Traces;
}

export function compile(scenario: Scenario, options: CompileOptions = {}): Model {
  const indices = indicesOf(scenario);
  const routing = options.routing ?? scenario.policy.routing;
  const roles = Object.values(scenario.roles);
  const matters = Object.values(scenario.matters);
  const stages = compileStages(scenario, indices);
  const queues = compileQueues(scenario, indices, stages, routing === 'dedicated');
  const spaces = Object.values(scenario.spaces).map((space) => compileSpace(space, indices));
  const clerks = roles.flatMap((role, index) => clerksOf(role, index, scenario.day.doors));
  const walking = options.walking ?? walkingOf(scenario);
  const perception = perceptionOf(scenario, walking);
  const vantages = perception?.vantages ?? null;
  const pairs = pairsOf(scenario, vantages);
  const spaceIds = Object.keys(scenario.spaces);
  const sources = compileSources(scenario, indices, options.traces ?? {});
  return {
    scenario,
    ids: {
      ...Object.fromEntries(Object.entries(indices).map(([name, index]) => [name, index.ids])),
      clerks: clerkIds(scenario),
      languages: [
        ...new Set(Object.values(scenario.profiles).flatMap((profile) => Object.keys(profile.languages))),
      ],
      pairs: pairs.map(([space, other]) => `${spaceIds[space]} > ${spaceIds[other]}`),
    } as unknown as Model['ids'],
    routing,
    ...stages,
    stageKind: Uint8Array.from(stages.stages, ({ kind }) => kind),
    stageMatter: Int32Array.from(stages.stages, ({ matter }) => matter),
    matterAgency: Int32Array.from(matters, (matter) => indices.agencies.of(matter.agency)),
    ...queues,
    clerks,
    clerkRole: Int32Array.from(clerks, ({ role }) => role),
    interpreterRoles: rolesOfKind(roles, 'interpreter'),
    guardRoles: rolesOfKind(roles, 'guard'),
    spaces,
    ...waitingAreasOf(scenario, spaces, indices),
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
    distance: walking.distance,
    staffDistance: walking.staffDistance,
    exitDistance: walking.exitDistance,
    pairs,
    vantages,
    hearing: perception?.hearing ?? null,
    seeing: perception?.seeing ?? null,
  };
}

/** Where the policy sets some apart for protected visitors, nobody else waits there, and they wait nowhere else. */
function waitingAreasOf(scenario: Scenario, spaces: readonly Space[], indices: Indices) {
  const types = Object.values(scenario.spaceTypes);
  const apart = scenario.policy.protectedWaiting.map((id) => indices.spaceTypes.of(id));
  const areas = [...spaces.keys()].filter((space) => types[spaces[space].type].use === 'waiting');
  if (apart.length === 0) return { protectedWaitingAreas: areas, waitingAreas: areas };
  const isApart = (space: number) => apart.includes(spaces[space].type);
  return {
    protectedWaitingAreas: areas.filter(isApart),
    waitingAreas: areas.filter((space) => !isApart(space)),
  };
}

function rolesOfKind(roles: readonly Role[], kind: Role['kind']): number[] {
  return roles.flatMap((role, index) => (role.kind === kind ? [index] : []));
}

function clerksOf(role: Role, index: number, doors: { open: number; close: number }): Clerk[] {
  const shifts = role.shifts ?? [{ from: doors.open, to: doors.close, breaks: [] }];
  return Array.from({ length: role.count }, (_, k) => {
    const shift = shifts[k % shifts.length];
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
