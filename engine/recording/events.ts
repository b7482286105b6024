/**
 * The events of one day as columns of numbers, in the order in which they were told, and the same as objects for whoever
 * reads them. Enough to replay the day: who is where, on which way, doing what; who waits; what clerks and spaces do.
 */
import type { ClerkState, Outcome, SpaceState } from '../simulation/observer.ts';

/** What can happen, by the index that stands for it. */
export const EVENTS = [
  'arrives',
  'absent',
  'walks',
  'waits',
  'called',
  'gives-up',
  'starts',
  'ends',
  'leaves',
  'assists',
  'clerk',
  'space',
] as const;
export type EventName = (typeof EVENTS)[number];

/** The index of each event. */
export const EVENT_KIND = Object.fromEntries(EVENTS.map((name, kind) => [name, kind])) as Readonly<
  Record<EventName, number>
>;

/**
 * One row an event. What an event does not have is -1 (0 in `detail` and `until`). All are the model's dense indices, but
 * visitors are serial numbers of the day.
 */
export interface EventTable {
  readonly length: number;
  /** Seconds after midnight. */
  readonly time: Float64Array;
  /** An index of EVENTS. */
  readonly kind: Uint8Array;
  readonly visitor: Int32Array;
  readonly stage: Int32Array;
  readonly clerk: Int32Array;
  /** Where it happens; of `walks` the place that it leads to, of `waits` the waiting area. */
  readonly space: Int32Array;
  /** Of `walks` the place that it comes from, of `absent` the source, of `space` the space type. */
  readonly other: Int32Array;
  /** Of `absent` and `leaves` the outcome, of `clerk` and `space` the state; of `waits` seated, of `ends` completed: 0 or 1. */
  readonly detail: Uint8Array;
  /** Of `walks`: when the visitor is there. */
  readonly until: Float64Array;
}

/** Places of walks are the spaces, and after them the doors and the protected visitors' exit. */
export type RecordedEvent = { readonly time: number } & (
  | { readonly event: 'arrives' | 'gives-up'; readonly visitor: number }
  | { readonly event: 'absent'; readonly source: number; readonly outcome: Outcome }
  | {
      readonly event: 'walks';
      readonly visitor: number;
      readonly from: number;
      readonly to: number;
      readonly until: number;
    }
  | {
      readonly event: 'waits';
      readonly visitor: number;
      readonly stage: number;
      readonly area: number;
      readonly seated: boolean;
    }
  | (Meeting & {
      /** `assists`: the clerk, an interpreter or a guard, joins in what the visitor has just been called for. */
      readonly event: 'called' | 'starts' | 'assists';
    })
  | (Meeting & { readonly event: 'ends'; readonly completed: boolean })
  | { readonly event: 'leaves'; readonly visitor: number; readonly outcome: Outcome }
  | { readonly event: 'clerk'; readonly clerk: number; readonly state: ClerkState }
  | { readonly event: 'space'; readonly space: number; readonly type: number; readonly state: SpaceState }
);

interface Meeting {
  readonly visitor: number;
  readonly stage: number;
  readonly clerk: number;
  readonly space: number;
}

/** The events of a table one by one; makes an object for each. */
export function* eventsOf(table: EventTable): Generator<RecordedEvent, void, undefined> {
  for (let row = 0; row < table.length; row++) yield eventAt(table, row);
}

/** One event of a table; throws where it has no such row. */
export function eventAt(table: EventTable, row: number): RecordedEvent {
  if (!(row >= 0 && row < table.length)) throw new RangeError(`there is no event ${row} of ${table.length}`);
  const event = EVENTS[table.kind[row]];
  const time = table.time[row];
  const visitor = table.visitor[row];
  const stage = table.stage[row];
  const clerk = table.clerk[row];
  const space = table.space[row];
  const other = table.other[row];
  const detail = table.detail[row];
  switch (event) {
    case 'arrives':
    case 'gives-up':
      return { time, event, visitor };
    case 'absent':
      return { time, event, source: other, outcome: detail as Outcome };
    case 'walks':
      return { time, event, visitor, from: other, to: space, until: table.until[row] };
    case 'waits':
      return { time, event, visitor, stage, area: space, seated: detail === 1 };
    case 'called':
    case 'starts':
    case 'assists':
      return { time, event, visitor, stage, clerk, space };
    case 'ends':
      return { time, event, visitor, stage, clerk, space, completed: detail === 1 };
    case 'leaves':
      return { time, event, visitor, outcome: detail as Outcome };
    case 'clerk':
      return { time, event, clerk, state: detail as ClerkState };
    case 'space':
      return { time, event, space, type: other, state: detail as SpaceState };
  }
}
