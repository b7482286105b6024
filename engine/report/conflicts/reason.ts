/** Why a conflict happened, as facts without words: by its cause, and by what was perceived. */
import type { Conflict } from '../../privacy/conflict.ts';
import type { Policy } from '../../scenario/schema.ts';
import { visible } from '../../scenario/visible.ts';
import { CAUSES, KIND_IDS } from '../../statistics/scopes.ts';
import { type Known, typeAt } from './whereabouts.ts';

export type Reason =
  | LayoutReason
  | ShortageReason
  | RuleReason
  | PeopleReason
  | { readonly cause: 'call-out' };

/** The place, or where others are, lets it through. */
export interface LayoutReason {
  readonly cause: 'layout';
  readonly perceived: 'screen' | 'papers' | 'telling-place' | 'recognised' | 'opponents' | 'other';
  /** The id of the space; empty on the way. */
  readonly place: string;
  /** What the place is to the matter. */
  readonly role: 'greeting' | 'kiosk' | 'proper' | 'served';
}

/** No proper place was free in time. */
export interface ShortageReason extends Instead {
  readonly cause: 'shortage';
  /** The proper place that had been busy for longest, and since when; null where there was none at that time. */
  readonly busy: { readonly space: string; readonly since: number } | null;
}

/** A proper place was free, and a rule kept it: the role does not work there, it was held, or it was not for this service. */
export interface RuleReason extends Instead {
  readonly cause: 'rule';
  readonly kept: 'role' | 'hold' | 'other';
  readonly clerk: string | null;
  /** The id of the clerk's role; empty for none. */
  readonly role: string;
}

interface Instead {
  /** Names of the space types where it belongs. */
  readonly proper: readonly string[];
  /** The space that had to do, after a wait of so many seconds. */
  readonly place: string;
  readonly waited: number;
}

/** What people do. */
export type PeopleReason = { readonly cause: 'people' } & (
  | { readonly what: 'no-mandate' | 'consent' }
  | { readonly what: 'two-agencies'; readonly nextMatter: Policy['nextMatter'] }
  /** In seconds. */
  | { readonly what: 'left-open'; readonly closeDown: number }
  /** Share of the stays after which a paper is left at the place; 0 where it was in the printer. */
  | { readonly what: 'left-paper'; readonly leaves: number }
);

export function reasonOf(conflict: Conflict, known: Known): Reason {
  switch (CAUSES[conflict.cause]) {
    case 'shortage':
      return shortage(conflict, known);
    case 'rule':
      return rule(conflict, known);
    case 'people':
      return { cause: 'people', ...people(conflict, known) };
    case 'call-out':
      return { cause: 'call-out' };
    default:
      return layout(conflict, known);
  }
}

function layout(conflict: Conflict, known: Known): LayoutReason {
  const kind = KIND_IDS[conflict.kind];
  const place = known.ids.spaces[conflict.space] ?? '';
  switch (kind) {
    case 'screen':
    case 'papers':
    case 'telling-place':
    case 'recognised':
    case 'opponents':
      return { cause: 'layout', perceived: kind, place, role: 'served' };
    default:
      return { cause: 'layout', perceived: 'other', place, role: roleOfPlace(conflict, known) };
  }
}

function roleOfPlace(conflict: Conflict, known: Known): LayoutReason['role'] {
  const { space, from } = conflict;
  if (space < 0) return 'served';
  const type = typeAt(space, from, known);
  const { use } = known.scenario.spaceTypes[type];
  if (use === 'greeting' || use === 'kiosk') return use;
  return properTypes(conflict, known).includes(type) ? 'proper' : 'served';
}

const insteadOf = (conflict: Conflict, known: Known): Instead => ({
  proper: properTypes(conflict, known).map((type) => visible(known.scenario.spaceTypes[type].name)),
  place: known.ids.spaces[conflict.space] ?? '',
  waited: conflict.waited,
});

function shortage(conflict: Conflict, known: Known): ShortageReason {
  const { busy, busySince } = conflict;
  return {
    cause: 'shortage',
    ...insteadOf(conflict, known),
    busy: busy < 0 ? null : { space: known.ids.spaces[busy], since: busySince },
  };
}

function rule(conflict: Conflict, known: Known): RuleReason {
  const { ids, scenario, clerks } = known;
  const { clerk } = conflict;
  const role = clerk < 0 ? '' : ids.roles[clerks[clerk].role];
  const where = scenario.roles[role]?.spaces;
  const cannot = where !== undefined && !properTypes(conflict, known).some((type) => where.includes(type));
  const held = scenario.policy.hold < Number.POSITIVE_INFINITY;
  return {
    cause: 'rule',
    ...insteadOf(conflict, known),
    kept: cannot ? 'role' : held ? 'hold' : 'other',
    clerk: ids.clerks[clerk] ?? null,
    role,
  };
}

function people({ kind, space, from }: Conflict, known: Known) {
  const { policy, spaceTypes } = known.scenario;
  switch (KIND_IDS[kind]) {
    case 'no-mandate':
      return { what: 'no-mandate' } as const;
    case 'two-agencies':
      return { what: 'two-agencies', nextMatter: policy.nextMatter } as const;
    case 'left-open':
      return { what: 'left-open', closeDown: policy.closeDown } as const;
    case 'left-paper':
      return {
        what: 'left-paper',
        leaves: space < 0 ? 0 : spaceTypes[typeAt(space, from, known)].leaves,
      } as const;
    default:
      return { what: 'consent' } as const;
  }
}

/** Space types where it should have been: of the list that the place belongs to, which was busy or is the present one. */
function properTypes({ matter, space, busy, from }: Conflict, known: Known): readonly string[] {
  const { matters, policy } = known.scenario;
  const about = matters[known.ids.matters[matter]];
  if (about === undefined) return [];
  const place = busy >= 0 ? busy : space;
  const type = place < 0 ? '' : typeAt(place, from, known);
  const lists = [about.spaces, about.handOver?.spaces ?? [], policy.protectedSpaces];
  return lists.find((list) => list.includes(type)) ?? about.spaces;
}
