/**
 * Why exposures happen, ranked, and what would be without each cause: the same days with the same visitors in a design
 * that cannot have it, compared by paired differences.
 */
import { type CompileOptions, compile } from '../model/compile.ts';
import type { Walking } from '../model/floor.ts';
import type { Model } from '../model/model.ts';
import type { Scenario } from '../scenario/schema.ts';
import { CAUSES, type Cause } from '../statistics/scopes.ts';
import { withClosedPlaces } from './closed-places.ts';
import { figureOf, houseDifference, type Measure, type Results } from './results.ts';
import { withFallback } from './tradeoff.ts';
import { withTwins } from './twins.ts';

/** What is changed so that the cause cannot be: in a few words, and in full. */
export interface Change {
  readonly brief: string;
  readonly text: string;
}

export const CHANGES: Readonly<Record<Cause, Change>> = {
  layout: {
    brief: 'with every place a closed room',
    text: 'with every place of service a closed room of the same size, its door shut',
  },
  shortage: {
    brief: 'with enough of the proper places',
    text: 'with as many proper places as are ever needed, where there are some now',
  },
  rule: {
    brief: 'with no fall-back at all',
    text: 'with every matter waiting for a proper place, however long',
  },
  people: {
    brief: 'with all rules on data kept',
    text: 'with strict mandates (what nobody is mandated for is not done), full consent, cases closed at once and no papers left',
  },
  'call-out': {
    brief: 'with numbers called, not names',
    text: 'with numbers called instead of names',
  },
};

/** What a cause is weighed by, for the whole house. */
export type Affected = 'privacy.exposure' | 'privacy.conflicts' | 'wait.mean' | 'service.count';

export interface Counterfactual {
  readonly change: Change;
  /** From the design as it is, paired by replication; below zero where there is less of it. */
  readonly differences: Readonly<Record<Affected, Measure>>;
}

export interface RankedCause {
  readonly cause: Cause;
  /** Of all exposure, from 0 to 1. */
  readonly share: number;
  readonly exposure: Measure;
  readonly conflicts: Measure;
  /** Null where it was not run. */
  readonly without: Counterfactual | null;
}

/** A scenario with what is known of it already. */
export interface Design extends Pick<CompileOptions, 'routing' | 'traces'> {
  readonly scenario: Scenario;
  readonly walking: Walking;
}

/** The design changed as CHANGES says, and nothing else about it. */
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

/**
 * The causes of which there is exposure, or a conflict, the largest first. `without` runs the days of `base` in the
 * design that lacks the cause; null where the counterfactuals are not wanted.
 */
export function rankCauses(base: Results, without: ((cause: Cause) => Results) | null): RankedCause[] {
  const total = figureOf(base, 'privacy.exposure').mean ?? 0;
  return CAUSES.map((cause) => {
    const exposure = figureOf(base, 'privacy.exposure', { cause });
    const conflicts = figureOf(base, 'privacy.conflicts', { cause });
    return { cause, share: total > 0 ? (exposure.mean ?? 0) / total : 0, exposure, conflicts };
  })
    .filter(({ exposure, conflicts }) => (exposure.mean ?? 0) > 0 || (conflicts.mean ?? 0) > 0)
    .sort((a, b) => b.share - a.share || (b.conflicts.mean ?? 0) - (a.conflicts.mean ?? 0))
    .map((ranked) => {
      if (without === null) return { ...ranked, without };
      const other = without(ranked.cause);
      const differences = forEach((name) => houseDifference(base, other, name));
      return { ...ranked, without: { change: CHANGES[ranked.cause], differences } };
    });
}

const forEach = (of: (name: Affected) => Measure): Record<Affected, Measure> => ({
  'privacy.exposure': of('privacy.exposure'),
  'privacy.conflicts': of('privacy.conflicts'),
  'wait.mean': of('wait.mean'),
  'service.count': of('service.count'),
});
