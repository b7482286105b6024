/** What clerks and spaces did over a day, as spells of one state each, without gaps from the first change on. */
import { EVENT_KIND } from '../../engine/recording/events.ts';
import { CLERK, SPACE } from '../../engine/simulation/observer.ts';
import type { House } from '../engine/house.ts';
import { lastEvent } from '../replay/doing.ts';
import type { Ragged } from '../replay/ragged.ts';
import type { ReplayDay } from '../replay/replay-day.ts';

export interface Spell {
  /** Of CLERK or SPACE. */
  readonly state: number;
  /** Of a space: the type that it has meanwhile; -1 for a clerk. */
  readonly type: number;
  /** In seconds after midnight. */
  readonly from: number;
  readonly to: number;
}

/** A clerk is off before its first spell; of the whole day, or as much of it as is asked for. */
export const clerkSpells = (day: ReplayDay, clerk: number, from = day.from, to = day.to): Spell[] =>
  spellsOf(day, day.ofClerk, clerk, EVENT_KIND.clerk, { state: CLERK.off, type: -1, from, to });

/** A space is closed before its first spell; likewise. */
export const spaceSpells = (
  day: ReplayDay,
  house: House,
  space: number,
  from = day.from,
  to = day.to,
): Spell[] =>
  spellsOf(day, day.ofSpace, space, EVENT_KIND.space, {
    state: SPACE.closed,
    type: house.spaceTypes[space],
    from,
    to,
  });

/** `whole` is the stretch that is asked for, with the state and type before any change. */
function spellsOf(day: ReplayDay, of: Ragged, owner: number, kind: number, whole: Spell): Spell[] {
  const { events } = day;
  const { starts, values } = of;
  const { from, to } = whole;
  let at = lastEvent(day, of, owner, from);
  while (at >= starts[owner] && events.kind[values[at]] !== kind) at--;
  const spells: Spell[] = [];
  let open = whole;
  for (at = Math.max(at, starts[owner]); at < starts[owner + 1]; at++) {
    const event = values[at];
    if (events.kind[event] !== kind) continue;
    const time = events.time[event];
    if (time >= to) break;
    const state = events.detail[event];
    const type = events.other[event];
    if (state === open.state && type === open.type) continue;
    if (time > open.from) spells.push({ ...open, to: time });
    open = { state, type, from: Math.max(from, time), to };
  }
  if (to > open.from) spells.push(open);
  return spells;
}

/** Seconds by state, of what lies within the stretch. */
export function secondsByState(
  spells: readonly Spell[],
  states: number,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): Float64Array {
  const sums = new Float64Array(states);
  for (const spell of spells)
    sums[spell.state] += Math.max(0, Math.min(spell.to, to) - Math.max(spell.from, from));
  return sums;
}

/** Stretches of time in which any of the lists has a spell that is wanted, within a stretch; in order, apart. */
export function unionOf(
  lists: readonly (readonly Spell[])[],
  isWanted: (spell: Spell) => boolean,
  from: number,
  to: number,
): [number, number][] {
  const found = lists
    .flatMap((spells) => spells.filter((spell) => isWanted(spell) && spell.to > from && spell.from < to))
    .map((spell): [number, number] => [Math.max(from, spell.from), Math.min(to, spell.to)])
    .sort(([a], [b]) => a - b);
  const union: [number, number][] = [];
  for (const [begin, end] of found) {
    const last = union.at(-1);
    if (last !== undefined && begin <= last[1]) last[1] = Math.max(last[1], end);
    else union.push([begin, end]);
  }
  return union;
}
