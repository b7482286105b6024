/**
 * The way from the door to the service, and the rules of the house: they must name what fits, and have an effect.
 */
import { error, type Finding, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';

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
    return findings;
  });
}

/** A fall-back without a limit of waiting never happens. */
export function checkFallbacks({ matters, policy }: Scenario): Finding[] {
  return Object.entries(matters).flatMap(([id, { fallback }]) => {
    if (fallback === undefined || (fallback.after ?? policy.fallback) < Number.POSITIVE_INFINITY) return [];
    if (fallback.after !== undefined) return [];
    const message = "has no effect: neither its 'after' nor 'policy.fallback' says after how long";
    return [warning(['matters', id, 'fallback'], message)];
  });
}

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
