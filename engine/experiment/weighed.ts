/**
 * What a planner weighs when designs are compared: waits, who leaves, exposure, the use of staff; for the house, and by
 * agency and role.
 */
import type { Scenario } from '../scenario/schema.ts';
import type { Scope } from '../statistics/scopes.ts';

/** Which way is better for visitors; null where that depends. */
type Better = 'less' | 'more' | null;

export interface Weighed {
  readonly measure: string;
  readonly scope: Scope;
  readonly better: Better;
}

type HouseMeasure = readonly [measure: string, better: Better];
const WAITING: readonly HouseMeasure[] = [
  ['wait.mean', 'less'],
  ['wait.p90', 'less'],
  ['wait.withinTarget', 'more'],
  ['left.share', 'less'],
  ['house.mean', 'less'],
];
const PRIVACY: readonly HouseMeasure[] = [
  ['privacy.exposure', 'less'],
  ['privacy.conflicts', 'less'],
];

/** Of the whole house; privacy where some of the designs limits what others may perceive. */
export function weighedOfHouse(scenarios: readonly Scenario[]): Weighed[] {
  const measures = scenarios.some(limitsPrivacy) ? [...WAITING, ...PRIVACY] : WAITING;
  return measures.map(([measure, better]) => ({ measure, scope: {}, better }));
}

/** All of it: the house, the waits and the exposure of each agency, and how much each role that serves is used. */
export function weighedIn(scenarios: readonly Scenario[]): Weighed[] {
  const agencies = union(scenarios.map((scenario) => Object.keys(scenario.agencies)));
  const roles = union(scenarios.map(servingRoles));
  const byAgency = (measure: string) =>
    agencies.map((agency): Weighed => ({ measure, scope: { agency }, better: 'less' }));
  return [
    ...weighedOfHouse(scenarios),
    ...byAgency('wait.mean'),
    ...(scenarios.some(limitsPrivacy) ? byAgency('privacy.exposure') : []),
    ...roles.map((role): Weighed => ({ measure: 'role.utilisation', scope: { role }, better: null })),
  ];
}

/** Whether a scenario says what others may perceive; without that nothing is exposed. */
export function limitsPrivacy({ sensitivities, policy }: Scenario): boolean {
  const isLimited = Object.values(sensitivities).some(({ speech, sight, seen, data, presence }) =>
    [speech, sight, seen, data, presence].some((limit) => limit !== undefined),
  );
  return isLimited || policy.calls === 'name';
}

/** How many of the differences from the first design there can be: of what both have. */
export function comparisonsOf(weighed: readonly Weighed[], [base, ...others]: readonly Scenario[]): number {
  if (base === undefined) return 0;
  const has = ({ scope }: Weighed, { agencies, roles }: Scenario) =>
    (scope.agency === undefined || Object.hasOwn(agencies, scope.agency)) &&
    (scope.role === undefined || Object.hasOwn(roles, scope.role));
  const pairs = others.map((other) => weighed.filter((one) => has(one, base) && has(one, other)).length);
  return pairs.reduce((sum, count) => sum + count, 0);
}

/** Interpreters and guards are there for the services of others. */
const servingRoles = ({ roles }: Scenario): string[] =>
  Object.keys(roles).filter((id) => !['interpreter', 'guard'].includes(roles[id].kind));

/** In the order of the first that has them. */
const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
