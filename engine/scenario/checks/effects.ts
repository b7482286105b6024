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

/** From the least to the most that bounds a space. */
const ENCLOSURES = ['open', 'screened', 'semi-closed', 'closed'];

/** Walls do not come and go by a timetable: a space has those of its own type, so that may be the most enclosed one. */
export function checkConvertibles({ spaces, spaceTypes, floor }: Scenario): Finding[] {
  if (floor === undefined) return [];
  return Object.entries(spaces).flatMap(([id, { type, timetable }]) =>
    timetable.flatMap((entry, index) => {
      const own = spaceTypes[type];
      const other = spaceTypes[entry.type];
      if (own === undefined || other === undefined || other.use === 'closed') return [];
      if (ENCLOSURES.indexOf(other.enclosure) <= ENCLOSURES.indexOf(own.enclosure)) return [];
      const message =
        `'${entry.type}' is ${other.enclosure}, but the space is ${own.enclosure} all day, as its own type '${type}'; ` +
        `make '${entry.type}' its type and '${type}' that of the timetable`;
      return [warning(['spaces', id, 'timetable', index, 'type'], message)];
    }),
  );
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
