/**
 * Every matter needs somebody who may handle it, with all its parts, and so does its hand-over; where the policy is
 * pragmatic, somebody who does.
 */
import { error, type Finding, type Path, warning } from '../finding.ts';
import { handlersOf, isStaffed, mandatedFor, mandatedSpeed } from '../mandates.ts';
import { listed } from '../nearest.ts';
import type { Matter, Part, Scenario } from '../schema.ts';

export function checkHandling(scenario: Scenario): Finding[] {
  const findings: Finding[] = [];
  for (const [id, matter] of Object.entries(scenario.matters)) {
    const check = (parts: readonly Part[], path: Path, none: string, unmandated: string) => {
      if (mandatedFor(scenario, id, matter, parts).length > 0) return;
      const why = reason(scenario, id, matter, parts);
      const isDone = handlersOf(scenario, id, matter, parts).length > 0;
      findings.push(isDone ? warning(path, `${unmandated}${why}`) : error(path, `${none}${why}`));
    };
    const path = ['matters', id];
    check(matter.parts, path, 'no role may handle it', 'is always handled without a mandate');
    const { handOver } = matter;
    if (handOver === undefined || handOver.share === 0) continue;
    const unmandated = 'is always taken over without a mandate';
    check(handOver.parts, [...path, 'handOver'], 'no role may take it over', unmandated);
  }
  return findings;
}

/** Which role is nearest to it, and what it lacks. */
function reason(scenario: Scenario, id: string, matter: Matter, parts: readonly Part[]): string {
  const roles = Object.entries(scenario.roles);
  const idle = roles.find(([, role]) => !isStaffed(role) && mandatedSpeed(role, id, matter, parts) > 0);
  if (idle !== undefined) return `: '${idle[0]}' may, but nobody works in it`;
  const needs = `: it needs a mandate of '${matter.agency}' for ${listed(parts, 'and')}`;
  let best: { name: string; lacking: Part[] } | undefined;
  for (const [name, role] of roles) {
    for (const mandate of role.mandates) {
      const covers = mandate.matters === 'all' || mandate.matters.includes(id);
      if (!isStaffed(role) || !covers || (mandate.agency !== 'all' && mandate.agency !== matter.agency))
        continue;
      const lacking = parts.filter((part) => !mandate.parts.includes(part));
      if (best === undefined || lacking.length < best.lacking.length) best = { name, lacking };
    }
  }
  return best === undefined ? needs : `${needs}, and '${best.name}' lacks ${listed(best.lacking, 'and')}`;
}

/** A mandate for matters of another agency than its own would never be used. */
export function checkMandates(scenario: Scenario): Finding[] {
  return Object.entries(scenario.roles).flatMap(([id, role]) =>
    role.mandates.flatMap((mandate, index) => {
      if (mandate.agency === 'all' || mandate.matters === 'all') return [];
      return mandate.matters.flatMap((name, k) => {
        const owner = scenario.matters[name]?.agency;
        if (owner === undefined || owner === mandate.agency) return [];
        const path = ['roles', id, 'mandates', index, 'matters', k];
        return [error(path, `'${name}' is a matter of '${owner}', not of '${mandate.agency}'`)];
      });
    }),
  );
}
