/** Where a conflict happens and from where it is perceived, as facts without words. */
import type { Ids } from '../../model/model.ts';
import type { Vantages } from '../../model/vantage.ts';
import type { Scenario } from '../../scenario/schema.ts';

/** What of a model is needed to tell of conflicts: plain data, which a page can hold as well. */
export interface Known {
  readonly scenario: Scenario;
  readonly ids: Pick<Ids, 'clerks' | 'matters' | 'roles' | 'spaces'>;
  readonly clerks: readonly { readonly role: number }[];
  readonly vantages: KnownVantages | null;
}

export interface KnownVantages extends Pick<Vantages, 'places'> {
  readonly points: readonly { readonly space: number; readonly x: number; readonly y: number }[];
  readonly firstSeat: ArrayLike<number>;
}

export interface Spot {
  /** The space that it is in, or the nearest where it is on the way; -1 for none. */
  readonly space: number;
  /** From 1 on, 0 for none. */
  readonly seat: number;
  readonly isOnWay: boolean;
}

/** The id of the space type at the time of day, for a convertible space too. */
export function typeAt(space: number, time: number, { scenario, ids }: Known): string {
  const { type, timetable } = scenario.spaces[ids.spaces[space]];
  return timetable.find((change) => change.from <= time && time < change.to)?.type ?? type;
}

/** Where a vantage is. */
export function spotOf(vantage: number, { vantages }: Known): Spot {
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
