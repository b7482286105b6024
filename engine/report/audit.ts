/**
 * The static audit of a floor plan, without any simulation: from each place where people talk, where it is understood
 * best, and what better partitions would give.
 */
import { compileHearing, type Hearing, hallOf } from '../model/hearing.ts';
import { distractionDistance, privacyDistance } from '../model/speech/propagation.ts';
import { stiLetter } from '../model/speech/sti.ts';
import type { PARTITIONS } from '../scenario/place-schema.ts';
import type { Scenario } from '../scenario/schema.ts';

type PartitionName = (typeof PARTITIONS)[number];

/** Partitions that are tried in place of what is there, from the least to the best. */
export const TRIED: readonly PartitionName[] = ['semi-closed booth', 'pod B', 'full room'];

/** How private a place is, by the STI at the worst listening place; after ISO 3382-3 and 0.20 and 0.50 there. */
export type PrivacyClass = 'private' | 'partly' | 'understood';
const PRIVATE_BELOW = 0.2;
const UNDERSTOOD_FROM = 0.5;

export interface AuditedPlace {
  /** Ids of the space and of its type. */
  readonly space: string;
  readonly type: string;
  /** The space where it is understood best, and the STI there; null where nobody could be. */
  readonly worst: { readonly space: string; readonly distance: number; readonly sti: number } | null;
  readonly letter: string;
  readonly privacy: PrivacyClass;
  /** The highest STI with each of the partitions TRIED round it. */
  readonly better: readonly number[];
}

export interface Audit {
  /** Distances in metres beyond which speech in the open hall distracts no more, and is private. */
  readonly distraction: number;
  readonly privacy: number;
  readonly places: readonly AuditedPlace[];
}

/** Null where there is no floor, or no sensitivity with a limit. */
export function audit(scenario: Scenario): Audit | null {
  const hearing = compileHearing(scenario);
  if (hearing === null) return null;
  const { noise, room } = hallOf(scenario);
  const tried = TRIED.map((partition) => compileHearing(everywhere(scenario, partition)) ?? hearing);
  const spaces = Object.entries(scenario.spaces);
  const places = spaces.flatMap(([id, { type }], space): AuditedPlace[] => {
    const { use } = scenario.spaceTypes[type];
    if (use !== 'service' && use !== 'greeting') return [];
    const { place, sti } = loudest(hearing, space);
    const { places: all } = hearing;
    return [
      {
        space: id,
        type,
        worst:
          place < 0
            ? null
            : {
                space: spaces[all[place].space][0],
                distance: Math.hypot(all[place].x - all[space].x, all[place].y - all[space].y),
                sti,
              },
        letter: stiLetter(sti),
        privacy: sti < PRIVATE_BELOW ? 'private' : sti < UNDERSTOOD_FROM ? 'partly' : 'understood',
        better: tried.map((other) => loudest(other, space).sti),
      },
    ];
  });
  return { distraction: distractionDistance(room, noise), privacy: privacyDistance(room, noise), places };
}

/** Where the space's talk is understood best, of the places where visitors may be. */
function loudest({ sti, places }: Hearing, space: number): { place: number; sti: number } {
  let best = { place: -1, sti: 0 };
  for (let place = 0; place < places.length; place++) {
    const here = sti[space * places.length + place];
    if (here > best.sti) best = { place, sti: here };
  }
  return best;
}

/** The same floor with this partition round every place where people are served. */
function everywhere(scenario: Scenario, partition: PartitionName): Scenario {
  const spaceTypes = Object.fromEntries(
    Object.entries(scenario.spaceTypes).map(([id, type]) => [
      id,
      type.use === 'service' || type.use === 'greeting' ? { ...type, partition, openShare: 0 } : type,
    ]),
  );
  return { ...scenario, spaceTypes };
}
