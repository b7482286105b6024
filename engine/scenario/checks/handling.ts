/**
 * Every matter needs somebody who may handle it, with all its parts, and so does its hand-over.
 */
import { error, type Finding } from '../finding.ts';
import { handlersOf, isStaffed, mandatedSpeed } from '../mandates.ts';
import { listed } from '../nearest.ts';
import type { Matter, Part, Scenario } from '../schema.ts';

export function checkHandling(scenario: Scenario): Finding[] {
  const findings: Finding[] = [];
  for (const [id, matter] of Object.entries(scenario.matters)) {
    if (handlersOf(scenario, id, matter, matter.parts).length === 0) {
      findings.push(
        error(['matters', id], `no role may handle it${reason(scenario, id, matter, matter.parts)}`),
      );
    }
    const { handOver } = matter;
    if (handOver && handOver.share > 0 && handlersOf(scenario, id, matter, handOver.parts).length === 0) {
      const message = `no role may take it over${reason(scenario, id, matter, handOver.parts)}`;
      findings.push(error(['matters', id, 'handOver'], message));
    }
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
