/**
 * Designs that cannot have a cause of exposure, everything else about them being as it was: what a counterfactual runs.
 */
import { compile } from '../model/compile.ts';
import type { Model } from '../model/model.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Cause } from '../statistics/scopes.ts';
import { withClosedPlaces } from './closed-places.ts';
import type { Design } from './design.ts';
import { withTwins } from './twins.ts';
import { withFallback } from './with-fallback.ts';

/** The design changed as `CHANGES` says in words, and nothing else about it. */
export function modelWithout(cause: Cause, design: Design): Model {
  const { scenario, walking } = design;
  switch (cause) {
    case 'layout':
      return withClosedPlaces(compile(scenario, design));
    case 'shortage': {
      const twins = withTwins(scenario, walking);
      return compile(twins.scenario, { ...design, walking: twins.walking });
    }
    case 'rule':
      return compile(withFallback(scenario, Number.POSITIVE_INFINITY), design);
    case 'people':
      return compile(withDiligence(scenario), design);
    case 'call-out':
      return compile({ ...scenario, policy: { ...scenario.policy, calls: 'number' } }, design);
  }
}

/** Strict mandates, cases closed at once, everybody's consent, and no paper left anywhere. */
function withDiligence(scenario: Scenario): Scenario {
  const consent = { agencies: 1, companions: 1, interpreter: 1 };
  return {
    ...scenario,
    policy: { ...scenario.policy, mandates: 'strict', closeDown: 0 },
    profiles: mapped(scenario.profiles, (profile) => ({ ...profile, consent })),
    spaceTypes: mapped(scenario.spaceTypes, (type) => ({ ...type, leaves: 0 })),
    equipment: mapped(scenario.equipment, (one) => ({ ...one, leaves: 0 })),
  };
}

const mapped = <T>(collection: Readonly<Record<string, T>>, change: (part: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(collection).map(([id, part]) => [id, change(part)]));
