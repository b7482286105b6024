/** Settings that have no effect where they stand, or another one than was probably meant. */
import { type Finding, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';

/** Papers are left where visitors are alone, and a hearing loop reaches as far as there is a plan. */
export function checkSpaceTypes({ spaceTypes, floor }: Scenario): Finding[] {
  return Object.entries(spaceTypes).flatMap(([id, { use, leaves, loop }]) => {
    const path = ['spaceTypes', id];
    const findings: Finding[] = [];
    if (leaves > 0 && use !== 'kiosk')
      findings.push(warning([...path, 'leaves'], `has no effect in a space for ${use}; it is for kiosks`));
    if (loop !== undefined && floor === undefined)
      findings.push(warning([...path, 'loop'], 'has no effect without a floor'));
    return findings;
  });
}

/** Only who is not there is heard through something. */
export function checkSound({ roles }: Scenario): Finding[] {
  return Object.entries(roles).flatMap(([id, { kind, sound }]) =>
    sound === 'headset' && kind !== 'remote-expert'
      ? [warning(['roles', id, 'sound'], `has no effect in a role of kind ${kind}; it is for remote experts`)]
      : [],
  );
}

/** A guard or a second door makes threats rarer, or is of no use. */
export function checkSafety({ safety }: Scenario): Finding[] {
  if (safety.guarded <= safety.incidents) return [];
  return [warning(['safety', 'guarded'], "is more than 'incidents', with neither a guard nor a second door")];
}
