/** Where conflicts are perceived from, as columns: on the ways of a large hall there are hundreds of thousands of places. */
import type { Vantages } from '../../engine/model/vantage.ts';
import type { Conflict } from '../../engine/privacy/conflict.ts';
import type { KnownVantages } from '../../engine/report/conflicts/whereabouts.ts';

/** By vantage: first the spaces, then the seats, then, from `places` on, the pieces of ways. */
export interface VantageColumns {
  readonly places: number;
  readonly space: Int32Array;
  /** Metres on the plan. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** By space: the vantage of its first seat, or -1. */
  readonly firstSeat: Int32Array;
}

export function vantageColumns({ points, places, firstSeat }: Vantages): VantageColumns {
  return {
    places,
    space: Int32Array.from(points, ({ space }) => space),
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    firstSeat: Int32Array.from(firstSeat),
  };
}

/** The place as the engine has it; null where there is none. */
export function pointAt(
  { space, x, y }: VantageColumns,
  vantage: number,
): KnownVantages['points'][number] | null {
  return vantage >= 0 && vantage < space.length
    ? { space: space[vantage], x: x[vantage], y: y[vantage] }
    : null;
}

/** What the engine has to know to tell of a conflict: where it is perceived from, who is seen where, and the spaces. */
export function knownVantages(
  columns: VantageColumns,
  { vantage, seenAt }: Pick<Conflict, 'vantage' | 'seenAt'>,
): KnownVantages {
  const { places, firstSeat } = columns;
  const points: KnownVantages['points'][number][] = [];
  for (const one of [...firstSeat.keys(), vantage, seenAt]) {
    const point = pointAt(columns, one);
    if (point !== null) points[one] = point;
  }
  return { points, places, firstSeat };
}
