/**
 * From where people perceive what on a floor. It is kept of the last floors, for designs that differ in nothing that it depends
 * on, as in their rules, arrivals or staff: with all that was heard and seen there it takes as long to work out as a hundred
 * days to simulate.
 */
import type { Scenario } from '../scenario/schema.ts';
import { type Walking, walkingDistances } from './floor.ts';
import { compileHearing, type Hearing } from './hearing.ts';
import { LastKnown } from './last-known.ts';
import { compileSeeing, type Seeing } from './seeing.ts';
import { Vantages } from './vantage.ts';

export interface Perception {
  readonly vantages: Vantages;
  /** Null where nothing that is said, or to be seen, is limited. */
  readonly hearing: Hearing | null;
  readonly seeing: Seeing | null;
}

/** That which is, and that which it is compared with. */
const KEPT = 2;
const perceptions = new LastKnown<Perception>(KEPT);
const ways = new LastKnown<Walking>(KEPT);

/** Null without a floor. */
export function perceptionOf(scenario: Scenario, walking: Walking): Perception | null {
  if (scenario.floor === undefined) return null;
  return perceptions.get(perceptibleOf(scenario), () => {
    const vantages = new Vantages(scenario, walking);
    return {
      vantages,
      hearing: compileHearing(scenario, vantages),
      seeing: compileSeeing(scenario, vantages),
    };
  });
}

/** As `walkingDistances`. */
export function walkingOf(scenario: Scenario): Walking {
  return ways.get(walkableOf(scenario), () => walkingDistances(scenario));
}

/** All of the scenario that the ways depend on. */
const walkableOf = ({ floor, spaces, spaceTypes, policy }: Scenario): string =>
  JSON.stringify([floor, spaces, spaceTypes, policy.protectedExit]);

/** All of the scenario that perception depends on, with the limits of what may be perceived. */
function perceptibleOf(scenario: Scenario): string {
  const { acoustics, sensitivities, matters, roles } = scenario;
  const spoken = Object.values(matters).map(({ voice, sensitivity }) => [voice ?? null, sensitivity]);
  const heard = Object.values(roles).map(({ kind, sound }) => [kind, sound]);
  return JSON.stringify([walkableOf(scenario), acoustics, sensitivities, spoken, heard]);
}
