/**
 * Every matter needs a space where it may be handled, in which somebody who may handle it can work, and which
 * the visitors who bring it can use. The same holds for the host's and the kiosks' places.
 */
import { error, type Finding, type Path, warning } from '../finding.ts';
import { handlersOf } from '../mandates.ts';
import { listed } from '../nearest.ts';
import type { Matter, Part, Role, Scenario } from '../schema.ts';
import type { Traces } from '../trace.ts';
import { mattersBroughtBy, profilesUsed } from './brought.ts';

/** The space types that there are spaces of at some time of the day. */
class Existing {
  private readonly all = new Set<string>();
  private readonly accessible = new Set<string>();

  constructor(scenario: Scenario) {
    for (const space of Object.values(scenario.spaces)) {
      for (const type of [space.type, ...space.timetable.map((entry) => entry.type)]) {
        this.all.add(type);
        if (space.accessible) this.accessible.add(type);
      }
    }
  }

  has(type: string, onlyAccessible = false): boolean {
    return (onlyAccessible ? this.accessible : this.all).has(type);
  }
}

export function checkPlaces(scenario: Scenario, traces: Traces): Finding[] {
  const findings: Finding[] = [];
  const existing = new Existing(scenario);
  const forAccessible = mattersBroughtBy(scenario, traces, (profile) => profile.accessibility > 0);

  const checkStage = (
    id: string,
    matter: Matter,
    parts: readonly Part[],
    types: readonly string[],
    path: Path,
  ) => {
    const roles = handlersOf(scenario, id, matter, parts);
    if (roles.length === 0) return;
    const there = types.filter((type) => existing.has(type) && scenario.spaceTypes[type]?.use === 'service');
    const usable = there.filter((type) => roles.some((role) => worksIn(role, type)));
    if (usable.length > 0) {
      if (forAccessible.has(id) && !usable.some((type) => existing.has(type, true))) {
        findings.push(
          error(path, 'visitors who need an accessible space bring it, but none of its spaces is accessible'),
        );
      }
      return;
    }
    const reason =
      there.length === 0
        ? `there is no space of type ${listed(types, 'or')}`
        : `those who may handle it do not work in a space of type ${listed(there, 'or')}`;
    if (canFallBack(scenario, matter, existing, roles)) {
      findings.push(warning(path, `always falls back to a less private space: ${reason}`));
    } else findings.push(error(path, `no space may hold it: ${reason}`));
  };

  for (const [id, matter] of Object.entries(scenario.matters)) {
    checkStage(id, matter, matter.parts, matter.spaces, ['matters', id, 'spaces']);
    const { handOver } = matter;
    if (handOver === undefined || handOver.share === 0) continue;
    const path = ['matters', id, 'handOver', ...(handOver.spaces ? ['spaces'] : [])];
    checkStage(id, matter, handOver.parts, handOver.spaces ?? matter.spaces, path);
  }
  return findings;
}

const worksIn = (role: Role, type: string): boolean =>
  role.spaces === undefined || role.spaces.includes(type);

function canFallBack(
  scenario: Scenario,
  matter: Matter,
  existing: Existing,
  roles: readonly Role[],
): boolean {
  const { fallback } = matter;
  if (fallback === undefined || (fallback.after ?? scenario.policy.fallback) === Number.POSITIVE_INFINITY)
    return false;
  return fallback.spaces.some((type) => existing.has(type) && roles.some((role) => worksIn(role, type)));
}

/** Where protected visitors are served whatever their matter: those who handle it must be able to work there. */
export function checkProtectedSpaces(scenario: Scenario, traces: Traces): Finding[] {
  const types = scenario.policy.protectedSpaces;
  const brought = mattersBroughtBy(scenario, traces, (profile) => profile.protection > 0);
  if (types.length === 0 || brought.size === 0) return [];
  const path = ['policy', 'protectedSpaces'];
  const existing = new Existing(scenario);
  const there = types.filter((type) => existing.has(type));
  if (there.length === 0) return [error(path, `there is no space of type ${listed(types, 'or')}`)];
  const stuck = [...brought].filter((id) => {
    const matter = scenario.matters[id];
    if (matter === undefined) return false;
    const roles = handlersOf(scenario, id, matter, matter.parts);
    return roles.length > 0 && !there.some((type) => roles.some((role) => worksIn(role, type)));
  });
  if (stuck.length === 0) return [];
  const [first = ''] = stuck;
  const others = stuck.length === 1 ? '' : ` (and ${stuck.length - 1} more)`;
  return [
    error(path, `nobody who may handle '${first}'${others} works in a space of type ${listed(there, 'or')}`),
  ];
}

/** The space types named for a use must have that use. */
export function checkUses(scenario: Scenario): Finding[] {
  const check = (types: readonly string[] | undefined, use: string, path: Path): Finding[] =>
    (types ?? []).flatMap((type, index) => {
      const is = scenario.spaceTypes[type]?.use;
      const message = `'${type}' is a space type for ${is}, not for ${use}`;
      return is === undefined || is === use ? [] : [error([...path, index], message)];
    });
  const { greeting, kiosk } = scenario.journey;
  return [
    ...Object.entries(scenario.matters).flatMap(([id, matter]) => [
      ...check(matter.spaces, 'service', ['matters', id, 'spaces']),
      ...check(matter.fallback?.spaces, 'service', ['matters', id, 'fallback', 'spaces']),
      ...check(matter.handOver?.spaces, 'service', ['matters', id, 'handOver', 'spaces']),
    ]),
    ...check(greeting?.spaces, 'greeting', ['journey', 'greeting', 'spaces']),
    ...check(kiosk?.spaces, 'kiosk', ['journey', 'kiosk', 'spaces']),
    ...check(scenario.policy.protectedSpaces, 'service', ['policy', 'protectedSpaces']),
    ...check(scenario.policy.protectedWaiting, 'waiting', ['policy', 'protectedWaiting']),
  ];
}

/** Where visitors come, there must be places to greet them, and kiosks, if they are to go there. */
export function checkJourneySpaces(scenario: Scenario, traces: Traces): Finding[] {
  const existing = new Existing(scenario);
  const used = profilesUsed(scenario, traces);
  const accessible = [...used].some((name) => (scenario.profiles[name]?.accessibility ?? 0) > 0);
  const check = (name: 'greeting' | 'kiosk'): Finding[] => {
    const types = scenario.journey[name]?.spaces;
    if (types === undefined || used.size === 0) return [];
    const path = ['journey', name, 'spaces'];
    if (!types.some((type) => existing.has(type))) {
      return [error(path, `there is no space of type ${listed(types, 'or')}`)];
    }
    const reachable = !accessible || types.some((type) => existing.has(type, true));
    return reachable ? [] : [error(path, 'visitors who need an accessible space come, but none of these is')];
  };
  return [...check('greeting'), ...check('kiosk')];
}
