/**
 * What a figure may be about: the whole house, or one agency, matter, role, space type, hour of the day, or a
 * pair of them. Within a kind of scope the figures lie densely, the last key running fastest.
 */
import type { Ids } from '../model/model.ts';

/** Hours of the day; over a longer horizon the same hour of all days counts as one. */
export const HOURS = 24;

/** The kinds of scopes, with the keys that a scope of that kind has. */
export const SCOPES = {
  all: [],
  agency: ['agency'],
  matter: ['matter'],
  hour: ['hour'],
  agencyHour: ['agency', 'hour'],
  role: ['role'],
  roleHour: ['role', 'hour'],
  spaceType: ['spaceType'],
  spaceTypeHour: ['spaceType', 'hour'],
  channel: ['channel'],
  kind: ['kind'],
  cause: ['cause'],
  channelCause: ['channel', 'cause'],
  space: ['space'],
  pair: ['pair'],
} as const satisfies Record<string, readonly ScopeKey[]>;

export type ScopeKind = keyof typeof SCOPES;
export type ScopeKey =
  | 'agency'
  | 'matter'
  | 'role'
  | 'spaceType'
  | 'hour'
  | 'channel'
  | 'kind'
  | 'cause'
  | 'space'
  | 'pair';

/** The ways in which something private can come to somebody who has no right to it. */
export const CHANNELS = ['speech', 'sight', 'data', 'presence'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What happens in them, each kind in one channel. */
export const KINDS = {
  /** Talk that somebody else can understand. */
  talk: 'speech',
  /** A screen, or papers on the desk, that somebody else can read. */
  screen: 'sight',
  papers: 'sight',
  /** An acquaintance sees the visitor at a place that tells what it came for. */
  'telling-place': 'sight',
  /** A step of a matter done by a clerk without a mandate for it. */
  'no-mandate': 'data',
  /** One clerk has the visitor's matters of two agencies open, without consent. */
  'two-agencies': 'data',
  /** The case of the last visitor is still open when the next sits down. */
  'left-open': 'data',
  /** A paper left at a kiosk or printer, which the next one there finds. */
  'left-paper': 'data',
  /** An interpreter or companion is there without consent. */
  bystander: 'data',
  /** An acquaintance sees that a visitor is here who must not be found. */
  recognised: 'presence',
  /** Two opponents in a dispute see each other. */
  opponents: 'presence',
  /** A name is called aloud. */
  name: 'presence',
} as const satisfies Record<string, Channel>;
export type Kind = keyof typeof KINDS;
export const KIND_IDS = Object.keys(KINDS) as readonly Kind[];

/**
 * Why it did: the place was a proper one and lets it through, or seen from elsewhere; proper places were busy; one was
 * free, and a rule of the house kept it; what people do; or a call.
 */
export const CAUSES = ['layout', 'shortage', 'rule', 'people', 'call-out'] as const;
export type Cause = (typeof CAUSES)[number];

/** What one figure is about: `{}` for all, `{ agency: 'vero' }`, `{ spaceType: 'booth', hour: 10 }`. */
export type Scope = Readonly<Partial<Record<ScopeKey, string | number>>>;

/** The ids that a key ranges over; none for the hour. */
export function idsOf(key: ScopeKey, ids: Ids): readonly string[] {
  switch (key) {
    case 'agency':
      return ids.agencies;
    case 'matter':
      return ids.matters;
    case 'role':
      return ids.roles;
    case 'spaceType':
      return ids.spaceTypes;
    case 'channel':
      return CHANNELS;
    case 'kind':
      return KIND_IDS;
    case 'cause':
      return CAUSES;
    case 'space':
      return ids.spaces;
    case 'pair':
      return ids.pairs;
    case 'hour':
      return [];
  }
}

const extent = (key: ScopeKey, ids: Ids) => (key === 'hour' ? HOURS : idsOf(key, ids).length);

/** How many scopes of a kind there are. */
export function scopeCount(kind: ScopeKind, ids: Ids): number {
  return SCOPES[kind].reduce((count, key) => count * extent(key, ids), 1);
}

/** The scope of a kind at a dense index. */
export function scopeAt(kind: ScopeKind, index: number, ids: Ids): Scope {
  const scope: Partial<Record<ScopeKey, string | number>> = {};
  let rest = index;
  for (const key of [...SCOPES[kind]].reverse()) {
    const at = rest % extent(key, ids);
    rest = (rest - at) / extent(key, ids);
    scope[key] = key === 'hour' ? at : (idsOf(key, ids)[at] ?? '');
  }
  return Object.fromEntries(SCOPES[kind].map((key) => [key, scope[key]]));
}

/** Whether two scopes are about the same. */
export function sameScope(one: Scope, other: Scope): boolean {
  const keys = Object.keys(one) as ScopeKey[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
