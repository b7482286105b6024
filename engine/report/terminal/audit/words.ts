/** How an audit names where somebody is. */
import type { Spot } from '../../audit/spots.ts';
import { leftWithSuffix } from '../layout.ts';

const DOOR = 'the door';

export function whereText({ id, seat, way, stands }: Spot): string {
  if (way !== null) return `on the way from ${way[0] ?? DOOR} to ${way[1] ?? DOOR}`;
  return `${id}${seat !== null ? `, seat ${seat}` : stands ? ', standing' : ''}`;
}

/** With the distance, in so many columns: the name is what is cut. */
export function whereIn(spot: Spot, distance: number, width: number): string {
  const seat = spot.way === null && spot.seat !== null ? `, seat ${spot.seat}` : '';
  const name = whereText(spot);
  return leftWithSuffix(name.slice(0, name.length - seat.length), `${seat}, ${metres(distance)}`, width);
}

/** For a narrow column. */
export function wayText({ way }: Spot): string {
  return way === null ? '' : way[1] === null ? `from ${way[0] ?? DOOR} out` : `to ${way[1]}`;
}

export const metres = (distance: number): string => `${distance.toFixed(1)} m`;

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
