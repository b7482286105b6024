/** One space's day: occupied, free or closed, of which type; who was served there; what was perceived from it and in it. */
import { EVENT_KIND } from '../../engine/recording/events.ts';
import { SPACE } from '../../engine/simulation/observer.ts';
import type { House } from '../engine/house.ts';
import type { ConflictTable } from '../replay/conflict-table.ts';
import { listOf } from '../replay/ragged.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import { type Service, servicesIn } from './clerk-day.ts';
import { type Spell, secondsByState, spaceSpells } from './spells.ts';

export const SPACE_STATES = Object.keys(SPACE) as readonly (keyof typeof SPACE)[];

export interface SpaceDay {
  readonly spells: readonly Spell[];
  readonly services: readonly Service[];
  /** Of a waiting area: who waited there, one a wait. */
  readonly waits: readonly AreaWait[];
  /** By state of SPACE, in seconds. */
  readonly seconds: Float64Array;
  /**
   * Places in the list of conflicts of the day: what happened here; and what was perceived from here, by where it happened.
   * Empty as long as privacy is not known.
   */
  readonly here: Int32Array;
  readonly fromHere: readonly FromHere[];
}

export interface AreaWait {
  /** Serial number. */
  readonly visitor: number;
  readonly stage: number;
  readonly isSeated: boolean;
  readonly from: number;
  readonly to: number;
}

export interface FromHere {
  /** -1 on the way. */
  readonly space: number;
  readonly conflicts: readonly number[];
  /** Of exposure, together. */
  readonly seconds: number;
}

export function spaceDayOf(day: ReplayDay, house: House, space: number): SpaceDay {
  const spells = spaceSpells(day, house, space);
  const { privacy } = day;
  return {
    spells,
    services: servicesIn(day, listOf(day.ofSpace, space)),
    waits: areaWaits(day, space),
    seconds: secondsByState(spells, SPACE_STATES.length),
    here: privacy === null ? new Int32Array(0) : listOf(privacy.index.atSpace, space),
    fromHere: privacy === null ? [] : byPlace(privacy.conflicts, listOf(privacy.index.fromSpace, space)),
  };
}

function areaWaits({ events, to }: ReplayDay, area: number): AreaWait[] {
  const { waits, called, leaves } = EVENT_KIND;
  const found: AreaWait[] = [];
  const open = new Map<number, number>();
  for (let event = 0; event < events.length; event++) {
    const kind = events.kind[event];
    const visitor = events.visitor[event];
    if (kind === waits && events.space[event] === area) {
      open.set(visitor, found.length);
      found.push({
        visitor,
        stage: events.stage[event],
        isSeated: events.detail[event] === 1,
        from: events.time[event],
        to,
      });
    } else if (kind === called || kind === leaves || kind === EVENT_KIND['gives-up']) {
      const at = open.get(visitor);
      if (at === undefined) continue;
      found[at] = { ...found[at], to: events.time[event] };
      open.delete(visitor);
    }
  }
  return found;
}

function byPlace(conflicts: ConflictTable, some: Int32Array): FromHere[] {
  const groups = new Map<number, number[]>();
  for (const index of some) {
    const space = conflicts.space[index];
    const group = groups.get(space);
    if (group === undefined) groups.set(space, [index]);
    else group.push(index);
  }
  return [...groups]
    .map(([space, list]) => ({
      space,
      conflicts: list,
      seconds: list.reduce((sum, index) => sum + conflicts.seconds[index], 0),
    }))
    .sort((a, b) => b.seconds - a.seconds);
}
