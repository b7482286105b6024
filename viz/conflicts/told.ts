/** The facts of a conflict with their names and numbers as a language has them: what its sentences are made of. */
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { type ConflictFacts, factsOf, indexOver } from '../../engine/report/conflicts/facts.ts';
import type { Reason } from '../../engine/report/conflicts/reason.ts';
import type { KnownVantages } from '../../engine/report/conflicts/whereabouts.ts';
import type { House } from '../engine/house.ts';
import { clerkName, spaceName } from '../floor/names.ts';
import type { Format } from '../words/format.ts';

export interface Told extends ConflictFacts {
  readonly text: {
    readonly visitor: string;
    /** Empty where no visitor perceives it. */
    readonly witness: string;
    readonly companions: string;
    readonly persons: string;
    /** Null where there is none. */
    readonly clerk: string | null;
    readonly interpreter: string | null;
    readonly matter: string | null;
    readonly agency: string;
    /** The space; with its type in brackets. Null on the way. */
    readonly place: string | null;
    /** The space, and how far away; null where it is not perceived from a place. */
    readonly vantage: string | null;
    /** The space in which, or by which, who is seen was; null where that is no matter of presence. */
    readonly seenAt: string | null;
    readonly metres: string | null;
    readonly from: string;
    readonly to: string;
    readonly lasting: string;
    readonly probability: string;
    readonly understood: string;
    /** Null where it is over the limit by less than can be seen. */
    readonly sti: string | null;
    readonly allowed: string;
    readonly allowedTime: string;
    readonly sensitivity: string;
    readonly role: string;
    readonly proper: readonly string[];
    readonly waited: string;
    readonly busy: string;
    readonly busySince: string;
    readonly closeDown: string;
    readonly leaves: string;
  };
}

/** Whoever tells a conflict in a language. */
export interface Teller {
  /** Sentences about what happened. */
  happened(told: Told): string[];
  /** Sentences about why, and what would help; `whyOf` picks the one that holds. */
  readonly why: Whys;
}

type Of<Cause extends Reason['cause']> = Extract<Reason, { readonly cause: Cause }>;
type Sentence = (told: Told) => string;

export interface Whys {
  readonly layout: Readonly<Record<Exclude<Of<'layout'>['perceived'], 'other'>, string>>;
  /** With one of `roles`. */
  letsThrough(told: Told, role: string): string;
  readonly roles: Readonly<Record<Of<'layout'>['role'], string>>;
  /** Of a shortage: there was no proper place at that time; or all were busy. */
  readonly noneThen: Sentence;
  readonly allBusy: Sentence;
  /** A proper place was free; with one of `kept`. */
  freeBut(told: Told, because: string): string;
  readonly kept: Readonly<Record<Of<'rule'>['kept'], Sentence>>;
  readonly callOut: string;
  readonly noMandate: string;
  twoAgencies(nextMatter: string): string;
  readonly leftOpen: Sentence;
  readonly leftPaper: Sentence;
  readonly leftInPrinter: string;
  readonly consent: string;
}

export function toldOf(
  conflict: Conflict,
  vantages: KnownVantages | null,
  house: House,
  format: Format,
): Told {
  const facts = factsOf(conflict, { ...house, vantages });
  const { limit, reason, place, seenFrom, seenAt } = facts;
  const index = indexOver(facts.sti, limit?.sti ?? 1);
  const named = (id: string) => house.scenario.spaces[id]?.name ?? id;
  const instead = reason.cause === 'shortage' || reason.cause === 'rule' ? reason : null;
  const busy = reason.cause === 'shortage' ? reason.busy : null;
  const isPeople = reason.cause === 'people';
  return {
    ...facts,
    text: {
      visitor: String(facts.visitor),
      witness: facts.witness < 0 ? '' : String(facts.witness),
      companions: format.number(facts.companions),
      persons: format.number(facts.persons),
      clerk: conflict.clerk < 0 ? null : clerkName(house, conflict.clerk),
      interpreter: conflict.interpreter < 0 ? null : clerkName(house, conflict.interpreter),
      matter: facts.matter?.name ?? null,
      agency: facts.matter?.agency ?? '',
      place: place === null ? null : `${spaceName(house, place.space)} (${place.type})`,
      vantage: seenFrom === null ? null : spaceName(house, seenFrom.space),
      seenAt: seenAt === null ? null : spaceName(house, seenAt.space),
      metres: seenFrom === null ? null : `${format.fixed(seenFrom.metres, 1)} m`,
      from: format.time(facts.from),
      to: format.time(facts.to),
      lasting: lasting(facts.seconds, format),
      probability: percentage(facts.probability, format),
      understood: percentage(facts.understood, format),
      sti: index === null ? null : format.fixed(index.value, index.digits),
      allowed: format.fixed(limit?.sti ?? 1, 2),
      allowedTime: lasting(limit?.seconds ?? 0, format),
      sensitivity: limit?.sensitivity ?? '',
      role: reason.cause === 'rule' ? (house.scenario.roles[reason.role]?.name ?? reason.role) : '',
      proper: instead?.proper ?? [],
      waited: lasting(instead?.waited ?? 0, format),
      busy: busy === null ? '' : named(busy.space),
      busySince: busy === null ? '' : format.time(busy.since),
      closeDown: isPeople && reason.what === 'left-open' ? lasting(reason.closeDown, format) : '',
      leaves: isPeople && reason.what === 'left-paper' ? percentage(reason.leaves, format) : '',
    },
  };
}

/** `40 s`, `4.2 min`. */
export const lasting = (seconds: number, format: Format): string =>
  seconds < 59.5 ? `${format.number(seconds)} s` : `${format.fixed(seconds / 60, 1)} min`;

/** Below ten per cent with the first digit that is not nought. */
function percentage(share: number, format: Format): string {
  const percent = 100 * share;
  if (percent >= 9.95 || percent === 0) return format.percent(share);
  return format.percent(Number(percent.toPrecision(1)) / 100, 6);
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
