/** From where the screen, the papers and the visitor's face at a place can be made out. */
import { compileSeeing, type Seeing } from '../../model/seeing.ts';
import { type Target, targetsOf } from '../../model/sight/target.ts';
import { distanceBetween } from '../../model/sight/view.ts';
import { eyesAt } from '../../model/sight/viewpoint.ts';
import type { Vantages } from '../../model/vantage.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { passing, type Spot, type Spots } from './spots.ts';

/** The most telling first. */
export const SIGHTS = ['screen', 'paper', 'face'] as const satisfies readonly Target['kind'][];
export type SightKind = (typeof SIGHTS)[number];

/** The nearest spot of several from where something is made out. */
export interface Seen {
  readonly at: Spot;
  /** From the eye to what it sees, in metres. */
  readonly distance: number;
}

export interface SeenThing {
  readonly what: SightKind;
  /** By area: whether it is made out from anywhere there; null where that is no other than the place itself. */
  readonly areas: readonly (boolean | null)[];
  /** From another place of service; null where there is none. */
  readonly neighbour: Seen | null;
  /** The nearest of these, where others stay, and the nearest on a way; null where there is none. */
  readonly nearest: Seen | null;
  readonly way: Seen | null;
  /** How many seats of waiting areas it is made out from. */
  readonly seats: number;
  /** Of a screen: the nearest spot of all from where it would be read behind a filter. */
  readonly filtered: Seen | null;
  /** By vantage of a space or seat: 1 where it is made out. */
  readonly from: readonly (0 | 1)[];
}

/** Everything about seeing that an audit needs to ask. */
export interface Looking {
  readonly scenario: Scenario;
  readonly vantages: Vantages;
  readonly seeing: Seeing;
  /** The same with a filter before every screen. */
  readonly filtered: Seeing;
  readonly spots: Spots;
  readonly targets: readonly Target[];
}

/** Null where there is no limit to what may be seen. */
export function lookingOf(scenario: Scenario, vantages: Vantages, spots: Spots): Looking | null {
  const seeing = compileSeeing(scenario, vantages);
  const filtered = compileSeeing(withFilters(scenario), vantages);
  if (seeing === null || filtered === null) return null;
  return { scenario, vantages, seeing, filtered, spots, targets: targetsOf(scenario) };
}

/** What there is to be seen at the place, whether it is or not. */
export function seenThings(space: number, looking: Looking): SeenThing[] {
  const { scenario, vantages, seeing, filtered, spots, targets } = looking;
  const ways = passing(spots, Object.keys(scenario.spaces)[space]);
  const { stays } = spots;
  return SIGHTS.flatMap((what): SeenThing[] => {
    const target = targets.find((one) => one.space === space && one.kind === what);
    if (target === undefined) return [];
    const isSeen = (vantage: number) => seeing.makesOut(what, space, vantage);
    const isFiltered = (vantage: number) => filtered.makesOut(what, space, vantage);
    const nearest = (some: readonly number[], sees: (vantage: number) => boolean) =>
      seenNearest(some.filter(sees), target, spots);
    return [
      {
        what,
        areas: spots.areas.map((area) =>
          area.vantages.every((vantage) => vantage === space) ? null : area.vantages.some(isSeen),
        ),
        neighbour: nearest(spots.neighbours, isSeen),
        nearest: nearest(stays, isSeen),
        way: nearest(ways, isSeen),
        seats: stays.filter((vantage) => spots.all[vantage].seat !== null && isSeen(vantage)).length,
        filtered: what === 'screen' ? nearest([...stays, ...ways], isFiltered) : null,
        from: Array.from({ length: vantages.places }, (_, vantage) => (isSeen(vantage) ? 1 : 0)),
      },
    ];
  });
}

function seenNearest(some: readonly number[], target: Target, { all }: Spots): Seen | null {
  let nearest: Seen | null = null;
  for (const vantage of some) {
    const at = all[vantage];
    const distance = distanceBetween(eyesAt([at.x, at.y], at.posture), target);
    if (nearest === null || distance < nearest.distance) nearest = { at, distance };
  }
  return nearest;
}

function withFilters(scenario: Scenario): Scenario {
  const spaceTypes = Object.entries(scenario.spaceTypes).map(([id, type]) => [
    id,
    { ...type, screenFilter: true },
  ]);
  return { ...scenario, spaceTypes: Object.fromEntries(spaceTypes) };
}
