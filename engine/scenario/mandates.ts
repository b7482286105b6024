/**
 * Who may handle what: a role may do a part of a visit when one of its mandates covers the matter with all the
 * parts that are done. Where the policy is pragmatic, a mandate for some part of the matter lets it do the others too.
 */
import type { Matter, Part, Role, Scenario } from './schema.ts';

/** The mandate on which a role does what is done at a stage of a matter. */
export interface Ground {
  readonly speed: number;
  /** How many of the parts that are done it does not cover; 0 where the role has the mandate. */
  readonly missing: number;
}

/**
 * Of the role's mandates for some part of the matter, the one that fits best: that lacks the fewest of the parts that
 * are done and, of equal ones, the fastest. Null where it has none.
 */
export function groundOf(
  role: Role,
  matterId: string,
  matter: Matter,
  parts: readonly Part[],
): Ground | null {
  const whole: readonly Part[] = [...matter.parts, ...(matter.handOver?.parts ?? []), ...parts];
  let best: Ground | null = null;
  for (const mandate of role.mandates) {
    const agency = mandate.agency === 'all' || mandate.agency === matter.agency;
    const covered = mandate.matters === 'all' || mandate.matters.includes(matterId);
    if (!agency || !covered || !whole.some((part) => mandate.parts.includes(part))) continue;
    const { speed } = mandate;
    const missing = parts.filter((part) => !mandate.parts.includes(part)).length;
    const isBetter =
      best === null || missing < best.missing || (missing === best.missing && speed > best.speed);
    if (isBetter) best = { speed, missing };
  }
  return best;
}

/** The role's speed for these parts of the matter, the fastest of several; 0 where it has no mandate. */
export function mandatedSpeed(role: Role, matterId: string, matter: Matter, parts: readonly Part[]): number {
  const ground = groundOf(role, matterId, matter, parts);
  return ground?.missing === 0 ? ground.speed : 0;
}

/** Whether anybody works in the role: it has clerks, and they are not away every day. */
export const isStaffed = (role: Role): boolean => role.count > 0 && role.absence < 1;

/** The roles that have the mandate for the matter and in which somebody works. */
export function mandatedFor(
  scenario: Scenario,
  matterId: string,
  matter: Matter,
  parts: readonly Part[],
): readonly Role[] {
  return Object.values(scenario.roles).filter(
    (role) => isStaffed(role) && mandatedSpeed(role, matterId, matter, parts) > 0,
  );
}

/** The roles that handle the matter, with the mandate or, where the policy lets them, without, and are staffed. */
export function handlersOf(
  scenario: Scenario,
  matterId: string,
  matter: Matter,
  parts: readonly Part[],
): readonly Role[] {
  if (scenario.policy.mandates === 'strict') return mandatedFor(scenario, matterId, matter, parts);
  return Object.values(scenario.roles).filter(
    (role) => isStaffed(role) && groundOf(role, matterId, matter, parts) !== null,
  );
}
