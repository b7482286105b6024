/**
 * What the house has for visitors under non-disclosure, besides the places where they are served: an area where they
 * wait out of sight, and a door by which they leave.
 */
import { error, type Finding, warning } from '../finding.ts';
import { listed } from '../nearest.ts';
import type { Scenario } from '../schema.ts';
import type { Traces } from '../trace.ts';
import { profilesUsed } from './brought.ts';

/** An area of these types must be there for them, and another one for everybody else. */
export function checkProtectedWaiting(scenario: Scenario, traces: Traces): Finding[] {
  const { profiles, spaces, spaceTypes } = scenario;
  const types = scenario.policy.protectedWaiting;
  const used = [...profilesUsed(scenario, traces)].flatMap((id) => profiles[id] ?? []);
  if (types.length === 0 || used.length === 0) return [];
  const path = ['policy', 'protectedWaiting'];
  const areas = Object.values(spaces).filter(({ type }) => spaceTypes[type]?.use === 'waiting');
  const apart = areas.filter(({ type }) => types.includes(type));
  if (apart.length === 0 && used.some(({ protection }) => protection > 0))
    return [error(path, `there is no space of type ${listed(types, 'or')}`)];
  const leavesNone = apart.length === areas.length && used.some(({ protection }) => protection < 1);
  return leavesNone ? [warning(path, 'leaves no waiting area for all other visitors')] : [];
}

/** One goes out by it. That it can be reached is for the floor's own computation of ways. */
export function checkProtectedExit({ policy, floor }: Scenario): Finding[] {
  const { protectedExit } = policy;
  const use = protectedExit === undefined ? undefined : floor?.doors[protectedExit]?.use;
  if (use === undefined || use === 'exit' || use === 'both') return [];
  const message = `'${protectedExit}' is a door of use ${use}; one goes out by a door of use exit or both`;
  return [error(['policy', 'protectedExit'], message)];
}
