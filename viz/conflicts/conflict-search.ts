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
): number[] {
  const found = conflicts.flatMap((conflict, index) => {
    if (channel !== null && channelOf(conflict) !== channel) return [];
    if (cause !== null && CAUSES[conflict.cause] !== cause) return [];
    if (agency >= 0 && (conflict.matter < 0 || matterAgency[conflict.matter] !== agency)) return [];
    if (stretch !== null && (conflict.to < stretch[0] || conflict.from > stretch[1])) return [];
    return [index];
  });
  if (order === 'time') found.sort((a, b) => conflicts[a].from - conflicts[b].from || a - b);
  return found;
}
