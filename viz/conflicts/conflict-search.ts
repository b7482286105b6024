/** Which conflicts of the day are listed, and in which order. */
import {
  CAUSES,
  type Cause,
  CHANNELS,
  type Channel,
  KIND_IDS,
  KINDS,
} from '../../engine/statistics/scopes.ts';
import type { House } from '../engine/house.ts';
import { channelOf } from '../replay/conflict-totals.ts';
import type { DayPrivacy } from '../replay/day-privacy.ts';

export interface ConflictSearch {
  /** Null for all. */
  readonly channel: Channel | null;
  readonly cause: Cause | null;
  /** Dense index, or -1 for all. */
  readonly agency: number;
  readonly order: 'gravity' | 'time';
}

export const EVERY_CONFLICT: ConflictSearch = { channel: null, cause: null, agency: -1, order: 'gravity' };

/** The channel of an index of KIND_IDS. */
export const channelNamed = (kind: number): Channel => KINDS[KIND_IDS[kind]];

/** Places in the list of the day, which has the gravest first; within the stretch, if one is chosen. */
export function searched(
  { conflicts, index }: Pick<DayPrivacy, 'conflicts' | 'index'>,
  { matterAgency }: Pick<House, 'matterAgency'>,
  { channel, cause, agency, order }: ConflictSearch,
  stretch: readonly [number, number] | null,
): Int32Array {
  const { length, kind, from, to, matter, cause: causes } = conflicts;
  const rows = order === 'time' ? index.byBegin : null;
  const ofChannel = channel === null ? -1 : CHANNELS.indexOf(channel);
  const ofCause = cause === null ? -1 : CAUSES.indexOf(cause);
  const found = new Int32Array(length);
  let count = 0;
  for (let k = 0; k < length; k++) {
    const row = rows === null ? k : rows[k];
    if (ofChannel >= 0 && channelOf(kind[row]) !== ofChannel) continue;
    if (ofCause >= 0 && causes[row] !== ofCause) continue;
    if (agency >= 0 && (matter[row] < 0 || matterAgency[matter[row]] !== agency)) continue;
    if (stretch !== null && (to[row] < stretch[0] || from[row] > stretch[1])) continue;
    found[count++] = row;
  }
  return found.subarray(0, count);
}

/** What there is to choose from. */
export interface Choices {
  readonly channels: readonly Channel[];
  readonly causes: readonly Cause[];
  /** Dense indices. */
  readonly agencies: readonly number[];
}

export function choicesOf(
  { conflicts }: Pick<DayPrivacy, 'conflicts'>,
  { matterAgency, ids }: Pick<House, 'matterAgency' | 'ids'>,
): Choices {
  const channels = new Uint8Array(CHANNELS.length);
  const causes = new Uint8Array(CAUSES.length);
  const agencies = new Uint8Array(ids.agencies.length);
  for (let row = 0; row < conflicts.length; row++) {
    channels[channelOf(conflicts.kind[row])] = 1;
    causes[conflicts.cause[row]] = 1;
    if (conflicts.matter[row] >= 0) agencies[matterAgency[conflicts.matter[row]]] = 1;
  }
  return {
    channels: CHANNELS.filter((_, one) => channels[one] === 1),
    causes: CAUSES.filter((_, one) => causes[one] === 1),
    agencies: [...agencies.keys()].filter((one) => agencies[one] === 1),
  };
}
