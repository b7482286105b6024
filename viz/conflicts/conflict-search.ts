/** Which conflicts of the day are listed, and in which order. */
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { CAUSES, type Cause, type Channel, KIND_IDS, KINDS } from '../../engine/statistics/scopes.ts';
import type { House } from '../engine/house.ts';

export interface ConflictSearch {
  /** Null for all. */
  readonly channel: Channel | null;
  readonly cause: Cause | null;
  /** Dense index, or -1 for all. */
  readonly agency: number;
  readonly order: 'gravity' | 'time';
}

export const EVERY_CONFLICT: ConflictSearch = { channel: null, cause: null, agency: -1, order: 'gravity' };

export const channelOf = ({ kind }: Conflict): Channel => KINDS[KIND_IDS[kind]];

/** Places in the list of the day, which has the gravest first; within the stretch, if one is chosen. */
export function searched(
  conflicts: readonly Conflict[],
  { matterAgency }: Pick<House, 'matterAgency'>,
  { channel, cause, agency, order }: ConflictSearch,
  stretch: readonly [number, number] | null,
): Int32Array {
  const places = order === 'time' ? byTime(conflicts) : null;
  const found = new Int32Array(conflicts.length);
  let count = 0;
  for (let k = 0; k < conflicts.length; k++) {
    const index = places === null ? k : places[k];
    const conflict = conflicts[index];
    if (channel !== null && channelOf(conflict) !== channel) continue;
    if (cause !== null && CAUSES[conflict.cause] !== cause) continue;
    if (agency >= 0 && (conflict.matter < 0 || matterAgency[conflict.matter] !== agency)) continue;
    if (stretch !== null && (conflict.to < stretch[0] || conflict.from > stretch[1])) continue;
    found[count++] = index;
  }
  return found.subarray(0, count);
}

const orders = new WeakMap<readonly Conflict[], Int32Array>();

/** Made once a day: there may be millions. */
function byTime(conflicts: readonly Conflict[]): Int32Array {
  let order = orders.get(conflicts);
  if (order === undefined) {
    const times = Float64Array.from(conflicts, ({ from }) => from);
    order = Int32Array.from(times.keys()).sort((a, b) => times[a] - times[b] || a - b);
    orders.set(conflicts, order);
  }
  return order;
}
