/** What people, places and matters are called. */
import type { House } from '../engine/house.ts';

export const spaceName = ({ scenario, ids }: House, space: number): string =>
  scenario.spaces[ids.spaces[space]]?.name ?? ids.spaces[space] ?? '';

export const typeName = ({ scenario, ids }: House, type: number): string =>
  scenario.spaceTypes[ids.spaceTypes[type]]?.name ?? ids.spaceTypes[type] ?? '';

export const matterName = ({ scenario, ids }: House, matter: number): string =>
  scenario.matters[ids.matters[matter]]?.name ?? ids.matters[matter] ?? '';

/** As short as the scenario has it. */
export function agencyName({ scenario, ids }: House, agency: number): string {
  const one = scenario.agencies[ids.agencies[agency]];
  return one?.short ?? one?.name ?? ids.agencies[agency] ?? '';
}

export const roleName = ({ scenario, ids }: House, role: number): string =>
  scenario.roles[ids.roles[role]]?.name ?? ids.roles[role] ?? '';

/** The role, and which of those in it where there are several. */
export function clerkName(house: House, clerk: number): string {
  const { clerks } = house;
  const role = clerks[clerk]?.role ?? -1;
  let first = clerk;
  while (clerks[first - 1]?.role === role) first--;
  const isOnlyOne = first === clerk && clerks[clerk + 1]?.role !== role;
  return isOnlyOne ? roleName(house, role) : `${roleName(house, role)} ${clerk - first + 1}`;
}

/** How spaces of a type are used. */
export const useOf = ({ scenario, ids }: House, type: number): string =>
  scenario.spaceTypes[ids.spaceTypes[type]]?.use ?? '';

/** Whether somebody is served, greeted or at a kiosk in spaces of the type: others are never free or occupied. */
export function isServing(house: House, type: number): boolean {
  const use = useOf(house, type);
  return use === 'service' || use === 'greeting' || use === 'kiosk' || use === 'closed';
}
