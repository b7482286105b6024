/** What a visitor waited for: for how much of the wait nobody who might serve it was free, and no proper place. */

import { STAGE } from '../../engine/model/model.ts';
import { CLERK, SPACE } from '../../engine/simulation/observer.ts';
import type { House } from '../engine/house.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import type { QueueWait } from './journey.ts';
import { clerkSpells, type Spell, spaceSpells, unionOf } from './spells.ts';

export interface WaitCauses {
  /** Names of the roles and space types, of which one each is needed; empty where none is. */
  readonly roles: readonly number[];
  readonly spaceTypes: readonly string[];
  /** In seconds: no clerk free though a place was, no place free though a clerk was, neither, and both. */
  readonly noClerk: number;
  readonly noSpace: number;
  readonly neither: number;
  readonly both: number;
}

export function waitCausesOf(
  day: ReplayDay,
  house: House,
  wait: QueueWait,
  isProtected: boolean,
): WaitCauses {
  const { roles } = house.stages[wait.stage];
  const spaceTypes = typesFor(house, wait.stage, isProtected);
  const clerks = house.clerks.flatMap(({ role }, clerk) =>
    roles.includes(role) ? [clerkSpells(day, clerk, wait.from, wait.to)] : [],
  );
  const typeIds = Object.keys(house.scenario.spaceTypes);
  const spaces = house.ids.spaces.map((_, space) => spaceSpells(day, house, space, wait.from, wait.to));
  const { from, to } = wait;
  const isClerkFree = ({ state }: Spell) => state === CLERK.free || state === CLERK.backOffice;
  const isSpaceFree = ({ state, type }: Spell) => state === SPACE.free && spaceTypes.includes(typeIds[type]);
  const whole: [number, number][] = [[from, to]];
  const clerkFree = roles.length === 0 ? whole : unionOf(clerks, isClerkFree, from, to);
  const spaceFree = spaceTypes.length === 0 ? whole : unionOf(spaces, isSpaceFree, from, to);
  const both = overlap(clerkFree, spaceFree);
  const [someClerk, someSpace] = [lengthOf(clerkFree), lengthOf(spaceFree)];
  return {
    roles,
    spaceTypes,
    noClerk: someSpace - both,
    noSpace: someClerk - both,
    neither: Math.max(0, to - from - someClerk - someSpace + both),
    both,
  };
}

/** Space types that are proper for the stage. */
export function typesFor(
  { scenario, stages, ids }: House,
  stage: number,
  isProtected: boolean,
): readonly string[] {
  const { kind, matter } = stages[stage];
  const about = scenario.matters[ids.matters[matter]];
  const { journey, policy } = scenario;
  if (kind === STAGE.greeting) return journey.greeting?.spaces ?? [];
  if (kind === STAGE.kiosk) return journey.kiosk?.spaces ?? [];
  if (isProtected && policy.protectedSpaces.length > 0) return policy.protectedSpaces;
  if (about === undefined) return [];
  return kind === STAGE.handOver ? (about.handOver?.spaces ?? about.spaces) : about.spaces;
}

const lengthOf = (some: readonly [number, number][]): number =>
  some.reduce((sum, [from, to]) => sum + to - from, 0);

function overlap(one: readonly [number, number][], other: readonly [number, number][]): number {
  let sum = 0;
  for (const [a, b] of one) for (const [c, d] of other) sum += Math.max(0, Math.min(b, d) - Math.max(a, c));
  return sum;
}
