/** What is measured of privacy on a day, by the observer of a run: exposure by the minute, and conflicts. */
import type { ConflictIndex } from './conflict-index.ts';
import type { ConflictTable } from './conflict-table.ts';
import type { ConflictTotals } from './conflict-totals.ts';
import type { VantageColumns } from './vantage-columns.ts';

export interface DayPrivacy {
  /** The gravest first; of a day that has too many the gravest alone. */
  readonly conflicts: ConflictTable;
  readonly index: ConflictIndex;
  /** Of all, also of those that are not kept. */
  readonly totals: ConflictTotals;
  readonly exposure: ExposureOverTime;
  /** Where conflicts are perceived from, by `vantage`; null where there is no floor. */
  readonly vantages: VantageColumns | null;
}

/** Person-seconds of exposure by minute. */
export interface ExposureOverTime {
  /** Minutes after midnight of the first, and how many there are. */
  readonly first: number;
  readonly minutes: number;
  /** By index of KIND_IDS × minutes + minute. */
  readonly byKind: Float64Array;
  readonly places: ExposurePlaces;
}

/** The same person-seconds by minute and place, one row for each of them where there are any, in the order of minutes. */
export interface ExposurePlaces {
  /** After midnight. */
  readonly minute: Int32Array;
  /** Where the private thing is; -1 on a way. */
  readonly space: Int32Array;
  readonly seconds: Float64Array;
}

/** Whether anything of privacy is measured; of what is still being worked out, there is. */
export const isMeasured = (
  { hears, sees }: { readonly hears: boolean; readonly sees: boolean },
  { privacy }: { readonly privacy: DayPrivacy | null },
): boolean => hears || sees || privacy === null || privacy.totals.count > 0;

/** Whether there are conflicts that are in the totals alone. */
export const isCut = ({ conflicts, totals }: DayPrivacy): boolean => conflicts.length < totals.count;
