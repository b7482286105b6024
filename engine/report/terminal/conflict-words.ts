/** Times, people and places of conflicts in words, for lists and stories. */
import type { Model } from '../../model/model.ts';
import type { Conflict } from '../../privacy/conflict.ts';
import { visible } from '../../scenario/visible.ts';

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
export function when({ from, to, seconds }: Conflict): string {
  const isWhole = to - from - seconds < 1;
  if (isWhole) return `from ${clock(from)} on for ${lasting(seconds)}`;
  return `for ${lasting(seconds)} between ${clock(from)} and ${clock(to)}`;
}

/** `40 %`, `0.2 %`. */
export function percentage(share: number): string {
  const percent = 100 * share;
  return `${percent >= 9.95 || percent === 0 ? percent.toFixed(0) : Number(percent.toPrecision(1))} %`;
}

/** `visitor 15 and 2 who came along`. */
export function witnesses({ witness, persons }: Conflict): string {
  const others = Math.round(persons) - 1;
  return others < 1 ? `visitor ${witness}` : `visitor ${witness} and ${others} who came along`;
}

/** `b1, Puolisuljettu palvelupiste (semi-closed booth)`: the space, and the type that it has at the time. */
export function placeInWords(space: number, time: number, model: Model): string {
  if (space < 0) return 'the way';
  const { spaceTypes } = model.scenario;
  return `${model.ids.spaces[space]}, ${visible(spaceTypes[typeAt(space, time, model)].name)}`;
}

/** The id of the space type at the time of day, for a convertible space too. */
export function typeAt(space: number, time: number, { scenario, ids }: Model): string {
  const { type, timetable } = scenario.spaces[ids.spaces[space]];
  return timetable.find((change) => change.from <= time && time < change.to)?.type ?? type;
}

/** `waiting, seat 12`, `the way past b2`, `d1`. */
export function vantageInWords(vantage: number, model: Model): string {
  const { space, seat, isOnWay } = located(vantage, model);
  const name = model.ids.spaces[space] ?? '';
  if (isOnWay) return name === '' ? 'the way' : `the way past ${name}`;
  return seat > 0 ? `${name}, seat ${seat}` : name;
}

/** The same in few columns: `waiting:12`, `past b2`, `d1`. */
export function vantageInShort(vantage: number, model: Model): string {
  const { space, seat, isOnWay } = located(vantage, model);
  const name = model.ids.spaces[space] ?? '';
  if (isOnWay) return name === '' ? 'the way' : `past ${name}`;
  return seat > 0 ? `${name}:${seat}` : name;
}

/** In metres, over the floor; null where either is unknown. */
export function metresBetween(space: number, vantage: number, { vantages }: Model): number | null {
  const here = vantages?.points[space];
  const there = vantages?.points[vantage];
  return here === undefined || there === undefined ? null : Math.hypot(here.x - there.x, here.y - there.y);
}

/** The vantage's space, or the nearest where it is on the way; its seat there from 1 on, 0 for none. */
function located(vantage: number, { vantages }: Model): { space: number; seat: number; isOnWay: boolean } {
  const point = vantages?.points[vantage];
  if (vantages === null || point === undefined) return { space: vantage, seat: 0, isOnWay: false };
  if (vantage >= vantages.places) {
    const spaces = vantages.points.slice(0, vantages.firstSeat.length);
    const distances = spaces.map(({ x, y }) => Math.hypot(x - point.x, y - point.y));
    return { space: distances.indexOf(Math.min(...distances)), seat: 0, isOnWay: true };
  }
  const first = vantages.firstSeat[point.space];
  const isSeat = first >= 0 && vantage >= first;
  return { space: point.space, seat: isSeat ? vantage - first + 1 : 0, isOnWay: false };
}
