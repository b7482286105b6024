/**
 * The way from the door to the service, and the rules of the house: they must name what fits, and shares of the
 * same visitors must not add up to more than all of them.
 */
import { error, type Finding, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';

/** Sums of shares such as 0.7 and 0.3 may be off by this much. */
const ROUNDING = 1e-9;

export function checkGreeting({ journey, roles }: Scenario): Finding[] {
  const { greeting } = journey;
  const role = greeting && roles[greeting.role];
  if (greeting === undefined || role === undefined || role.kind === 'host') return [];
  return [
    error(['journey', 'greeting', 'role'], `'${greeting.role}' is of kind ${role.kind}; a host greets`),
  ];
}

/** Matters that are done without a clerk need the place for it. */
export function checkSelfService({ journey, matters }: Scenario): Finding[] {
  return Object.entries(matters).flatMap(([id, { kiosk, atGreeting }]) => {
    const findings: Finding[] = [];
    const atKiosk = kiosk?.share ?? 0;
    if (atKiosk > 0 && journey.kiosk === undefined) {
      findings.push(error(['matters', id, 'kiosk'], "is done at a kiosk, but there is no 'journey.kiosk'"));
    }
    if (atGreeting > 0 && journey.greeting === undefined) {
      const message = "has no effect: there is no 'journey.greeting'";
      findings.push(warning(['matters', id, 'atGreeting'], message));
    }
    if (atKiosk + atGreeting > 1 + ROUNDING) {
      const message = `with the kiosk's share adds up to ${percent(atKiosk + atGreeting)}, more than 100 %`;
      findings.push(error(['matters', id, 'atGreeting'], message));
    }
    return findings;
  });
}

const percent = (share: number): string => `${Number((100 * share).toFixed(4))} %`;

export function checkReserve({ policy }: Scenario): Finding[] {
  const routings = [policy.routing, ...policy.compare];
  if (policy.reserve === undefined || routings.includes('appointments-first')) return [];
  return [
    warning(
      ['policy', 'reserve'],
      `has no effect with routing ${policy.routing}; it is for appointments-first`,
    ),
  ];
}

/** In a mandate, `all` stands for every agency. */
export function checkReservedIds({ agencies }: Scenario): Finding[] {
  if (!Object.hasOwn(agencies, 'all')) return [];
  return [error(['agencies', 'all'], "'all' stands for every agency in a mandate; choose another id", 'key')];
}

/** What a matter's sensitivity is where it does not say must be among the scenario's, if it has any. */
export function checkSensitivities({ sensitivities, matters }: Scenario): Finding[] {
  if (Object.keys(sensitivities).length === 0) return [];
  return Object.entries(matters).flatMap(([id, { sensitivity }]) =>
    Object.hasOwn(sensitivities, sensitivity)
      ? []
      : [
          error(
            ['matters', id],
            `needs a 'sensitivity', as there is no '${sensitivity}', which it would have`,
          ),
        ],
  );
}
