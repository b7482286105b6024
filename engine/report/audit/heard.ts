/** Where the talk at a place is understood best, and what another partition round the place would give. */
import { compileHearing, type Hearing, type Manner } from '../../model/hearing.ts';
import { ISO_9921_SENTENCES, sentencesUnderstood } from '../../model/speech/intelligibility.ts';
import { type StiLetter, stiLetter } from '../../model/speech/sti.ts';
import type { Vantages } from '../../model/vantage.ts';
import { handlersOf } from '../../scenario/mandates.ts';
import type { PARTITIONS } from '../../scenario/place-schema.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { passing, type Spot, type Spots, usesOf } from './spots.ts';

type PartitionName = (typeof PARTITIONS)[number];

/** Partitions that are tried in place of what is there, from the least to the best. */
export const TRIED: readonly PartitionName[] = ['semi-closed booth', 'pod B', 'full room'];

/** How private a place is, by the STI at the worst spot where others stay: 0.20 and 0.50 after ISO 3382-3. */
export type PrivacyClass = 'private' | 'partly' | 'understood';
export const PRIVACY_STI = 0.2;
export const UNDERSTOOD_FROM = 0.5;

/** The STI below which talk is private: 0.20, or the limit of a sensitivity that is stricter. */
export const privateBelow = ({ sensitivities }: Scenario): number =>
  Math.min(PRIVACY_STI, ...Object.values(sensitivities).map(({ speech }) => speech?.sti ?? 1));

/** Where nothing is understood, talk is private whatever the limit. */
const classOf = (sti: number, below: number): PrivacyClass =>
  sti === 0 || sti < below ? 'private' : sti < UNDERSTOOD_FROM ? 'partly' : 'understood';

/** The spot of several where talk is understood best. */
export interface Heard {
  readonly at: Spot;
  /** From the middle of the talkers' space, in metres. */
  readonly distance: number;
  readonly sti: number;
  /** Of those in which one may talk there the one that is understood best. */
  readonly manner: Manner;
}

export interface HeardPlace {
  /** By area; null where that is no other than the place itself. */
  readonly areas: readonly (Heard | null)[];
  /** At another place of service; null where there is none. */
  readonly neighbour: Heard | null;
  /** The best of these, where others stay, and the best on a way. */
  readonly worst: Heard | null;
  readonly way: Heard | null;
  readonly letter: StiLetter;
  /** Share of sentences understood at the worst spot, after ISO 9921. */
  readonly understood: number;
  readonly privacy: PrivacyClass;
  /** The STI at the worst spot with each of the partitions TRIED; null where it would be no lower than now. */
  readonly better: readonly (number | null)[];
  /** Where others stay within reach of the hearing loop of the place, so that hearing aids pick up all of its talk. */
  readonly inLoop: readonly Spot[];
  /** By vantage of a space or seat: the STI there. */
  readonly sti: readonly number[];
}

/** Everything about hearing that an audit needs to ask. */
export interface Listening {
  readonly scenario: Scenario;
  readonly vantages: Vantages;
  readonly hearing: Hearing;
  readonly spots: Spots;
}

export function heardPlace(space: number, listening: Listening): HeardPlace {
  const { scenario, vantages, hearing, spots } = listening;
  const manners = mannersAt(space, scenario, hearing);
  const best = (some: readonly number[]) => heardBest(some, manners, space, listening);
  const { areas, neighbours, stays } = spots;
  const worst = best(stays);
  const sti = worst?.sti ?? 0;
  return {
    areas: areas.map((area) => best(area.vantages)),
    neighbour: best(neighbours),
    worst,
    way: best(passing(spots, Object.keys(scenario.spaces)[space])),
    letter: stiLetter(sti),
    understood: sentencesUnderstood(sti, ISO_9921_SENTENCES),
    privacy: classOf(sti, privateBelow(scenario)),
    better: TRIED.map((partition) => {
      const other = compileHearing(withPartition(scenario, space, partition), vantages);
      if (other === null || worst === null) return null;
      const high = Math.max(...stays.map((vantage) => highest(other, manners, space, vantage)));
      return high < sti ? high : null;
    }),
    inLoop: stays.filter((vantage) => hearing.isInLoop(space, vantage)).map((vantage) => spots.all[vantage]),
    sti: Array.from({ length: vantages.places }, (_, vantage) => highest(hearing, manners, space, vantage)),
  };
}

/**
 * In which ways one may talk there: about each matter that it is for, with each role that handles it there. Visitors are
 * greeted as one talks in the hall.
 */
function mannersAt(space: number, scenario: Scenario, hearing: Hearing): number[] {
  const [id, { type, timetable }] = Object.entries(scenario.spaces)[space];
  const types = [type, ...timetable.map((entry) => entry.type)];
  const roles = Object.values(scenario.roles);
  const manners = Object.entries(scenario.matters).flatMap(([name, matter], index) => {
    const { spaces, fallback, handOver } = matter;
    const stages = [
      { at: [...spaces, ...(fallback?.spaces ?? [])], parts: matter.parts },
      ...(handOver === undefined ? [] : [{ at: handOver.spaces ?? spaces, parts: handOver.parts }]),
    ];
    return stages
      .filter(({ at }) => at.some((one) => types.includes(one)))
      .flatMap(({ parts }) => handlersOf(scenario, name, matter, parts))
      .filter((role) => role.spaces?.some((one) => types.includes(one)) ?? true)
      .map((role) => hearing.mannerOf(index, roles.indexOf(role)));
  });
  return manners.length === 0 || usesOf(scenario, id).includes('greeting')
    ? [...new Set([0, ...manners])]
    : [...new Set(manners)];
}

const highest = (hearing: Hearing, manners: readonly number[], space: number, vantage: number): number =>
  Math.max(...manners.map((manner) => hearing.sti(manner, space, vantage)));

function heardBest(
  some: readonly number[],
  manners: readonly number[],
  space: number,
  { scenario, spots, hearing }: Listening,
): Heard | null {
  const { at = [0, 0], size = [0, 0] } = Object.values(scenario.spaces)[space];
  const [x, y] = [at[0] + size[0] / 2, at[1] + size[1] / 2];
  let best: Heard | null = null;
  for (const vantage of some) {
    if (vantage === space) continue;
    const spot = spots.all[vantage];
    const sti = highest(hearing, manners, space, vantage);
    if (best !== null && sti <= best.sti) continue;
    const manner = manners.find((one) => hearing.sti(one, space, vantage) === sti) ?? 0;
    const distance = Math.hypot(spot.x - x, spot.y - y);
    best = { at: spot, distance, sti, manner: hearing.manners[manner] };
  }
  return best;
}

/** The same floor with this partition round the one space; what of it is open stays so. */
function withPartition(scenario: Scenario, space: number, partition: PartitionName): Scenario {
  const [id, one] = Object.entries(scenario.spaces)[space];
  const type = { ...scenario.spaceTypes[one.type], partition };
  // No id that a scenario can have.
  const name = ' tried';
  return {
    ...scenario,
    spaceTypes: { ...scenario.spaceTypes, [name]: type },
    spaces: { ...scenario.spaces, [id]: { ...one, type: name } },
  };
}
