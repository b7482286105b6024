/** Whether clerk, place and helpers are such as the visitor's present stage needs. */
import type { Visitors } from '../../../engine/simulation/visitors.ts';
import { fail } from './fail.ts';
import type { Guest } from './guest.ts';
import type { House } from './house.ts';

/** Mandate, type of space and accessibility. */
export function checkFit(
  house: House,
  time: number,
  guest: Guest,
  clerk: number,
  space: number,
  type: string,
): void {
  const { stage, serial } = guest;
  if (house.needsClerk(stage) !== clerk >= 0)
    fail('mandates', time, `v${serial} is called by clerk ${clerk}`);
  if (clerk >= 0 && !house.mayDo(clerk, stage))
    fail('mandates', time, `clerk ${clerk} has no mandate for stage ${stage}`);
  // What is left of a matter may be done where its service was.
  const service = [...guest.done].at(-1);
  const goesOn = guest.clerk >= 0 && house.isHandOver(stage);
  const mayFallBack = (one = -1) => (guest.fallsBack.get(one)?.mayFrom ?? Number.POSITIVE_INFINITY) <= time;
  const fallsBack = mayFallBack(stage) || (goesOn && mayFallBack(service));
  const types = house.typesFor(stage, guest.isProtected, fallsBack, clerk);
  if (!types.includes(type)) fail('places', time, `v${serial} is called to a ${type} for stage ${stage}`);
  if (guest.needsAccess && !house.spaceOf(space).accessible)
    fail('places', time, `v${serial} is called to a space that it cannot use`);
}

/** The interpreter and the guard, or -1, as the table has them; one who goes on may keep a guard for nothing. */
export function helpersFor(house: House, time: number, guest: Guest, table: Visitors, goesOn: boolean) {
  const { stage, serial, slot } = guest;
  const isService = house.isService(stage);
  const needed = {
    interpreter: isService && guest.needsInterpreter,
    guard: isService && guest.guarded.has(stage),
  };
  return (['interpreter', 'guard'] as const).map((kind) => {
    const helper = table[kind][slot] ?? -1;
    if (needed[kind] && helper < 0) fail('helpers', time, `v${serial} has no ${kind} for stage ${stage}`);
    if (!needed[kind] && helper >= 0 && !goesOn)
      fail('helpers', time, `v${serial} has a ${kind} for nothing`);
    return [kind, helper] as const;
  });
}
