/**
 * The events of a day. At equal times the lower priority number comes first, and among equal ones the event
 * that was scheduled first. So, at one moment: services end and places become free; staff and spaces change;
 * visitors move on; those outside come in; visitors arrive; limits and patience run out; the doors close. Who is
 * called at that moment is decided once all that became free is known, and before patience runs out.
 */

/** What an event's entity is: a visitor slot, a clerk, a space, a source or a booking. */
export const EVENT = {
  serviceEnds: 0,
  clerkDone: 1,
  placeLeft: 2,
  shiftStarts: 3,
  shiftEnds: 4,
  breakDue: 5,
  breakEnds: 6,
  backOfficeDone: 7,
  spaceChanges: 8,
  prepared: 9,
  serviceStarts: 10,
  exits: 11,
  walkInArrives: 12,
  bookingArrives: 13,
  recordedArrives: 14,
  doorsOpenFor: 15,
  reserveBegins: 16,
  reserveEnds: 17,
  fallbackDue: 18,
  patienceEnds: 19,
  doorsClose: 20,
} as const;

/** By event: its priority at equal times. */
export const PRIORITY: readonly number[] = [0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 4, 4, 4, 3, 2, 2, 5, 6, 7];

const KIND_BITS = 5;
const KIND_MASK = (1 << KIND_BITS) - 1;

export const payloadOf = (kind: number, entity: number): number => (entity << KIND_BITS) | kind;
export const kindOf = (payload: number): number => payload & KIND_MASK;
export const entityOf = (payload: number): number => payload >> KIND_BITS;
