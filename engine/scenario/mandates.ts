/**
 * Who may handle what: a role may do a part of a visit when one of its mandates covers the matter with all the
 * parts that are done. The speed is that of the covering mandate; of several, the fastest.
 */
import type { Matter, Part, Role, Scenario } from './schema.ts';

/** The role's speed for these parts of the matter; 0 where it has no mandate. */
export function mandatedSpeed(role: Role, matterId: string, matter: Matter, parts: readonly Part[]): number {
  let fastest = 0;
  for (const mandate of role.mandates) {
    const agency = mandate.agency === 'all' || mandate.agency === matter.agency;
    const covered = mandate.matters === 'all' || mandate.matters.includes(matterId);
    if (agency && covered && parts.every((part) => mandate.parts.includes(part))) {
      fastest = Math.max(fastest, mandate.speed);
    }
  }
  return fastest;
}

/** Whether anybody works in the role: it has clerks, and they are not away every day. */
export const isStaffed = (role: Role): boolean => role.count > 0 && role.absence < 1;

/** The roles that may handle the matter and in which somebody works. */
export function handlersOf(
  scenario: Scenario,
  matterId: string,
  matter: Matter,
  parts: readonly Part[],
): readonly Role[] {
  return Object.values(scenario.roles).filter(
    (role) => isStaffed(role) && mandatedSpeed(role, matterId, matter, parts) > 0,
  );
}
