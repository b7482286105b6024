/**
 * The static audit of a floor plan, without any simulation: from where the talk at each place could be understood and
 * what is on its desk made out, and what better partitions and filters would give.
 */
import { type Walking, walkingDistances } from '../model/floor.ts';
import { compileHearing, hallOf } from '../model/hearing.ts';
import { distanceOfSti, distractionDistance } from '../model/speech/propagation.ts';
import { speechSpectrum } from '../model/speech/speech-spectrum.ts';
import { Vantages } from '../model/vantage.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Bounds, boundsOf } from './audit/bounds.ts';
import { type HeardPlace, heardPlace, privateBelow } from './audit/heard.ts';
import { lookingOf, type SeenThing, seenThings } from './audit/seen.ts';
import { type Spots, spotsOf, usesOf } from './audit/spots.ts';

export interface AuditedPlace {
  /** Ids of the space and of its type. */
  readonly space: string;
  readonly type: string;
  readonly bounds: Bounds;
  /** Whether who is seen there is known to have come for a certain matter. */
  readonly tells: boolean;
  /** Null where nobody talks, or there is no limit to what may be heard. */
  readonly heard: HeardPlace | null;
  /** Null where there is no limit to what may be seen. */
  readonly seen: readonly SeenThing[] | null;
}

export interface Audit {
  readonly spots: Spots;
  /** Metres beyond which speech in the hall's voice distracts no more in the open, and is private; infinite where it never is. */
  readonly hall: { readonly distraction: number; readonly privacy: number } | null;
  /** The STI below which talk is private. */
  readonly privateBelow: number;
  /** Where visitors are served, greeted or serve themselves, in the order of the file. */
  readonly places: readonly AuditedPlace[];
}

/** Null where there is no floor, or no limit to what may be heard or seen. */
export function audit(scenario: Scenario, walking: Walking = walkingDistances(scenario)): Audit | null {
  if (scenario.floor === undefined) return null;
  const vantages = new Vantages(scenario, walking);
  const spots = spotsOf(scenario, vantages);
  const hearing = compileHearing(scenario, vantages);
  const looking = lookingOf(scenario, vantages, spots);
  if (hearing === null && looking === null) return null;
  const places = Object.entries(scenario.spaces).flatMap(
    ([id, { type, at, size }], space): AuditedPlace[] => {
      const uses = usesOf(scenario, id);
      const talks = uses.includes('service') || uses.includes('greeting');
      if (at === undefined || !(talks || uses.includes('kiosk'))) return [];
      return [
        {
          space: id,
          type,
          bounds: boundsOf(scenario.spaceTypes[type], { size }),
          tells: scenario.spaceTypes[type].tells,
          heard:
            hearing === null || !talks ? null : heardPlace(space, { scenario, vantages, hearing, spots }),
          seen: looking === null ? null : seenThings(space, looking),
        },
      ];
    },
  );
  return {
    spots,
    hall: hearing === null ? null : hallDistances(scenario),
    privateBelow: privateBelow(scenario),
    places,
  };
}

function hallDistances(scenario: Scenario): { distraction: number; privacy: number } {
  const { noise, room, modulation } = hallOf(scenario);
  const source = speechSpectrum(scenario.acoustics.voice);
  return {
    distraction: distractionDistance(room, noise, source, modulation),
    privacy: distanceOfSti(privateBelow(scenario), room, noise, source, modulation),
  };
}
