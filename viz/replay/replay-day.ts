/**
 * A day to be replayed: what was recorded of it, and what a page needs to answer at once where everybody is at any moment.
 * Plain columns, so that a day of a hundred thousand visitors is sent from thread to thread without a copy.
 */
import type { EventTable } from '../../engine/recording/events.ts';
import type { VisitorTable } from '../../engine/recording/visitor-columns.ts';
import type { DayMeasures } from './day-measures.ts';
import type { DayPrivacy } from './day-privacy.ts';
import type { Ragged } from './ragged.ts';

export interface ReplayDay {
  readonly replication: number;
  /** When the first event was and when the day was over, in seconds after midnight. */
  readonly from: number;
  readonly to: number;
  /** In the order of time. */
  readonly events: EventTable;
  /** One row a visitor, in the order of arrival; `visitor` of an event is a serial number (`rowOf`). */
  readonly visitors: VisitorTable;
  readonly measures: DayMeasures;
  /** By visitor's row: when it came in, and left (infinite for one who is still there at the end). */
  readonly arrival: Float64Array;
  readonly departure: Float64Array;
  readonly motion: Motion;
  /** By visitor's row, by clerk and by space: its events, as rows of `events`, in the order of time. */
  readonly ofVisitor: Ragged;
  readonly ofClerk: Ragged;
  readonly ofSpace: Ragged;
  /** By stretch of `PRESENT_STRETCH` seconds from `from`: the rows of visitors inside when it begins. */
  readonly present: Ragged;
  /** Null as long as it is not known: of a large day, all else is shown while privacy is still being worked out. */
  privacy: DayPrivacy | null;
}

/** Where visitors are: at each knot at a point, and from it straight to the next one. */
export interface Motion {
  /** By visitor's row: where its knots begin, and last, where all end. */
  readonly starts: Int32Array;
  /** Seconds after midnight, ascending within a visitor. */
  readonly time: Float64Array;
  /** Metres on the plan; NaN where the visitor is at no place that is drawn. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** In seconds. */
export const PRESENT_STRETCH = 60;
