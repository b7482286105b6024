/**
 * One conflict as facts: who, where, when, who could perceive it from where and how strongly, and why. Whoever tells it,
 * the terminal or a page in any language, takes its words from these alone.
 */
import type { Conflict } from '../../privacy/conflict.ts';
import { mandatedSpeed } from '../../scenario/mandates.ts';
import type { Part } from '../../scenario/schema.ts';
import { visible } from '../../scenario/visible.ts';
import { CAUSES, type Cause, KIND_IDS, type Kind } from '../../statistics/scopes.ts';
import { type Reason, reasonOf } from './reason.ts';
import { type Known, type Spot, spotOf, typeAt } from './whereabouts.ts';

export interface ConflictFacts {
  readonly kind: Kind;
  readonly cause: Cause;
  /** In seconds after midnight; `seconds` of exposure between. */
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  /** Whether it lasted from its begin to its end without a gap. */
  readonly isWhole: boolean;
  /** Serial numbers; `witness` is -1 where no visitor perceives it. */
  readonly visitor: number;
  readonly witness: number;
  /** Whole people who perceive it; and of them those who came along with the witness. */
  readonly persons: number;
  readonly companions: number;
  readonly probability: number;
  /** The speech transmission index, and the share of sentences understood; 0 where it is not talk. */
  readonly sti: number;
  readonly understood: number;
  /** Whether a hearing loop carries it. */
  readonly isByLoop: boolean;
  /** As the reports call the clerk; null where there is none. */
  readonly clerk: string | null;
  /** The clerk who interprets, where that is who perceives it; null otherwise. */
  readonly interpreter: string | null;
  readonly matter: MatterFacts | null;
  /** Null on the way. */
  readonly place: PlaceFacts | null;
  /** From where it is perceived for the longest, and how far away; null where it is not perceived from a place. */
  readonly seenFrom: SeenFrom | null;
  /** Of a visitor's presence: where that is then; null otherwise. */
  readonly seenAt: NamedSpot | null;
  readonly limit: LimitFacts | null;
  /** Parts of the matter, or else of its hand-over, for which the clerk's role has no mandate. */
  readonly missingParts: readonly Part[];
  readonly reason: Reason;
}

export interface MatterFacts {
  /** Names with what is not seen spelt out. */
  readonly name: string;
  readonly agency: string;
}

export interface PlaceFacts {
  readonly space: number;
  readonly id: string;
  /** The name of the type that it has at the time. */
  readonly type: string;
}

export interface NamedSpot extends Spot {
  /** The id of the space; empty for none. */
  readonly id: string;
}

export interface SeenFrom extends NamedSpot {
  readonly metres: number;
}

/** What the sensitivity of the matter allows of such a thing. */
export interface LimitFacts {
  readonly sensitivity: string;
  /** Of talk: as the speech transmission index; 1 for all of it. */
  readonly sti: number;
  /** In seconds. */
  readonly seconds: number;
}

export function factsOf(conflict: Conflict, known: Known): ConflictFacts {
  const { from, to, seconds, visitor, witness, probability, sti, understood, clerk } = conflict;
  const persons = Math.round(conflict.persons);
  const kind = KIND_IDS[conflict.kind];
  return {
    kind,
    cause: CAUSES[conflict.cause],
    from,
    to,
    seconds,
    isWhole: to - from - seconds < 1,
    visitor,
    witness,
    persons,
    companions: Math.max(0, persons - 1),
    probability,
    sti,
    understood,
    isByLoop: kind === 'talk' && sti >= 1,
    clerk: known.ids.clerks[clerk] ?? null,
    interpreter: known.ids.clerks[conflict.interpreter] ?? null,
    matter: matterOf(conflict, known),
    place: placeOf(conflict, known),
    seenFrom: seenFromOf(conflict, known),
    seenAt: namedSpot(conflict.seenAt, known),
    limit: limitOf(conflict, known),
    missingParts: kind === 'no-mandate' ? missingPartsOf(conflict, known) : [],
    reason: reasonOf(conflict, known),
  };
}

/** With the digits that it takes to see that an index is over its limit; null where four would not do. */
export function indexOver(
  sti: number,
  limit: number,
): { readonly value: number; readonly digits: 2 | 3 } | null {
  if (sti.toFixed(2) !== limit.toFixed(2)) return { value: sti, digits: 2 };
  return Number(sti.toFixed(3)) > limit ? { value: sti, digits: 3 } : null;
}

function matterOf({ matter }: Conflict, { scenario, ids }: Known): MatterFacts | null {
  const about = scenario.matters[ids.matters[matter]];
  if (about === undefined) return null;
  return { name: visible(about.name), agency: visible(scenario.agencies[about.agency].name) };
}

function placeOf({ space, from }: Conflict, known: Known): PlaceFacts | null {
  if (space < 0) return null;
  const { name } = known.scenario.spaceTypes[typeAt(space, from, known)];
  return { space, id: known.ids.spaces[space], type: visible(name) };
}

function seenFromOf({ vantage, metres }: Conflict, known: Known): SeenFrom | null {
  const spot = namedSpot(vantage, known);
  return spot === null ? null : { ...spot, metres };
}

function namedSpot(vantage: number, known: Known): NamedSpot | null {
  if (vantage < 0) return null;
  const spot = spotOf(vantage, known);
  return { ...spot, id: known.ids.spaces[spot.space] ?? '' };
}

function limitOf({ kind, matter }: Conflict, { scenario, ids }: Known): LimitFacts | null {
  const about = scenario.matters[ids.matters[matter]];
  const sensitivity = about === undefined ? undefined : scenario.sensitivities[about.sensitivity];
  if (sensitivity === undefined) return null;
  const { speech, sight, seen } = sensitivity;
  const name = visible(sensitivity.name);
  switch (KIND_IDS[kind]) {
    case 'talk':
      return { sensitivity: name, sti: speech?.sti ?? 1, seconds: speech?.time ?? 0 };
    case 'screen':
    case 'papers':
      return { sensitivity: name, sti: 1, seconds: sight?.time ?? 0 };
    case 'telling-place':
      return { sensitivity: name, sti: 1, seconds: seen?.time ?? 0 };
    default:
      return null;
  }
}

function missingPartsOf({ matter, clerk }: Conflict, { scenario, ids, clerks }: Known): readonly Part[] {
  const id = ids.matters[matter];
  const about = scenario.matters[id];
  const role = scenario.roles[ids.roles[clerks[clerk]?.role ?? -1]];
  if (about === undefined || role === undefined) return [];
  const missing = (parts: readonly Part[]) =>
    parts.filter((part) => mandatedSpeed(role, id, about, [part]) === 0);
  const ofService = missing(about.parts);
  return ofService.length > 0 ? ofService : missing(about.handOver?.parts ?? []);
}
