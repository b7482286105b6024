/**
 * What a service needs besides the clerk must be there: guard, interpreter, equipment, enough staff in the hall.
 */
import { error, type Finding, warning } from '../finding.ts';
import { isStaffed } from '../mandates.ts';
import type { Matter, Role, Scenario } from '../schema.ts';
import type { Traces } from '../trace.ts';
import { profilesUsed } from './brought.ts';

const hasKind = (scenario: Scenario, kind: Role['kind']): boolean =>
  Object.values(scenario.roles).some((role) => role.kind === kind && isStaffed(role));

export function checkGuards(scenario: Scenario): Finding[] {
  if (hasKind(scenario, 'guard')) return [];
  return Object.entries(scenario.matters)
    .filter(([, matter]) => matter.guard > 0)
    .map(([id]) =>
      error(['matters', id, 'guard'], 'needs a guard, but nobody works in a role of kind guard'),
    );
}

export function checkInterpreters(scenario: Scenario, traces: Traces): Finding[] {
  const used = profilesUsed(scenario, traces);
  const there = hasKind(scenario, 'interpreter');
  return Object.entries(scenario.profiles).flatMap(([id, profile]) =>
    Object.entries(profile.interpreter).flatMap(([language, share]) => {
      const path = ['profiles', id, 'interpreter', language];
      if (!Object.hasOwn(profile.languages, language)) {
        const languages = Object.keys(profile.languages).join(', ');
        return [
          error(path, `nobody of this profile speaks '${language}'; its languages are ${languages}`, 'key'),
        ];
      }
      const needed = share > 0 && (profile.languages[language] ?? 0) > 0 && used.has(id);
      if (there || !needed) return [];
      return [error(path, 'needs an interpreter, but nobody works in a role of kind interpreter')];
    }),
  );
}

/** Equipment of which there is none would never let a service begin. */
export function checkEquipment(scenario: Scenario): Finding[] {
  const check = (collection: 'matters' | 'roles'): Finding[] =>
    Object.entries<Matter | Role>(scenario[collection]).flatMap(([id, holder]) =>
      holder.equipment.flatMap((name, index) =>
        scenario.equipment[name]?.count === 0
          ? [error([collection, id, 'equipment', index], `there is no '${name}': its count is 0`)]
          : [],
      ),
    );
  return [...check('matters'), ...check('roles')];
}

/** Kinds of roles that count as staff in the hall. */
const HALL_KINDS: ReadonlySet<string> = new Set(['host', 'adviser', 'expert']);

/** A break that needs more others on duty than there are never begins. */
export function checkCover({ roles }: Scenario): Finding[] {
  return Object.entries(roles).flatMap(([id, { cover, count, shifts = [] }]) => {
    const hasBreaks = shifts.some(({ breaks }) => breaks.length > 0);
    if (!hasBreaks || cover === 0 || cover < count) return [];
    const others = count === 2 ? 'there is 1' : `there are ${count - 1}`;
    return [
      warning(
        ['roles', id, 'cover'],
        `no break of the role ever begins: it needs ${cover} others, and ${others}`,
      ),
    ];
  });
}

/** With fewer staff than the minimum no service would ever begin. */
export function checkMinimumStaff(scenario: Scenario): Finding[] {
  const { minimumStaff } = scenario.policy;
  const inHall = Object.values(scenario.roles)
    .filter((role) => HALL_KINDS.has(role.kind) && isStaffed(role))
    .reduce((sum, role) => sum + role.count, 0);
  if (minimumStaff <= inHall || Object.keys(scenario.arrivals).length === 0) return [];
  return [
    error(
      ['policy', 'minimumStaff'],
      `needs ${minimumStaff} in the hall, but hosts, advisers and experts together are ${inHall}`,
    ),
  ];
}
