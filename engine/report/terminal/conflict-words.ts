/** Times, people and places of conflicts in words, for lists and stories. */
import type { ConflictFacts, NamedSpot, PlaceFacts } from '../conflicts/facts.ts';
import { type Known, spotOf } from '../conflicts/whereabouts.ts';

/** `09:05`. */
export function clock(seconds: number): string {
  const minute = Math.floor(seconds / 60);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `40 s`, `4.2 min`. */
export function lasting(seconds: number): string {
  return seconds < 59.5 ? `${Math.round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`;
}

/** `for 4.2 min from 10:03 on`; with the time between where it came and went. */
export function when({ from, to, seconds, isWhole }: ConflictFacts): string {
  if (isWhole) return `from ${clock(from)} on for ${lasting(seconds)}`;
  return `for ${lasting(seconds)} between ${clock(from)} and ${clock(to)}`;
}

/** `40 %`, `0.2 %`. */
export const percentage = (share: number): string => `${percentOf(share)} %`;

/** The same without its sign. */
export function percentOf(share: number): string {
  const percent = 100 * share;
  return percent >= 9.95 || percent === 0 ? percent.toFixed(0) : String(Number(percent.toPrecision(1)));
}

/** `visitor 15 and 2 who came along`. */
export function witnesses({ witness, companions }: ConflictFacts): string {
  return companions < 1 ? `visitor ${witness}` : `visitor ${witness} and ${companions} who came along`;
}

/** `b1, Puolisuljettu palvelupiste (semi-closed booth)`: the space, and the type that it has at the time. */
export const placeInWords = (place: PlaceFacts | null): string =>
  place === null ? 'the way' : `${place.id}, ${place.type}`;

/** `waiting, seat 12`, `the way past b2`, `d1`. */
export function vantageInWords({ id, seat, isOnWay }: NamedSpot): string {
  if (isOnWay) return id === '' ? 'the way' : `the way past ${id}`;
  return seat > 0 ? `${id}, seat ${seat}` : id;
}

/** The same in few columns: `waiting:12`, `past b2`, `d1`. */
export function vantageInShort(vantage: number, known: Known): string {
  const { space, seat, isOnWay } = spotOf(vantage, known);
  const name = known.ids.spaces[space] ?? '';
  if (isOnWay) return name === '' ? 'the way' : `past ${name}`;
  return seat > 0 ? `${name}:${seat}` : name;
}
