/**
 * What the simulation tells of a day: numbers only, in the order of time. An observer changes nothing; a
 * day without one costs nothing. Times are seconds after midnight. Visitors are slots of the visitor table,
 * used anew once their visitor has left; stages, clerks, spaces and sources are the model's dense indices.
 */
import type { Visitors } from './visitors.ts';

/** How a visitor's day ended. */
export const OUTCOME = {
  /** All that the visitor came for, or was able to do today, was done. */
  served: 0,
  /** Left while waiting: patience ran out. */
  reneged: 1,
  /** Came in, saw the queue and left. */
  balked: 2,
  /** Left at closing time, or because nobody who could handle the matter was there any more. */
  sentHome: 3,
  /** Did not come in: the house was full. */
  turnedAwayFull: 4,
  /** Did not come in: the doors were closed. */
  turnedAwayClosed: 5,
  /** Had an appointment and did not come. */
  noShow: 6,
} as const;
export type Outcome = (typeof OUTCOME)[keyof typeof OUTCOME];

/** What a clerk is doing. */
export const CLERK = {
  off: 0,
  /** On duty, with nothing to do. */
  free: 1,
  /** Back-office work, which yields to a customer. */
  backOffice: 2,
  /** Preparing, or waiting for the visitor to walk to the place and sit down. */
  preparing: 3,
  /** With a visitor. */
  serving: 4,
  /** Work after the visitor has left. */
  afterWork: 5,
  onBreak: 6,
  /** At somebody else's service: interpreting, guarding. */
  assisting: 7,
} as const;
export type ClerkState = (typeof CLERK)[keyof typeof CLERK];

/** What a space is used for. */
export const SPACE = {
  closed: 0,
  free: 1,
  /** Seized: from the call until the visitor has packed up. */
  occupied: 2,
} as const;
export type SpaceState = (typeof SPACE)[keyof typeof SPACE];

export interface Observer {
  /** A replication begins, at the time of its first event. `visitors` is the live table, to read only. */
  begin(time: number, visitors: Visitors): void;
  /** A visitor has come in at the door. */
  arrived(time: number, visitor: number): void;
  /** Somebody who did not come in: an outcome from `turnedAwayFull` on. `source` is the arrival's index. */
  absent(time: number, source: number, outcome: Outcome): void;
  /**
   * A visitor walks, without waiting for anything, and is there at `until`. Places are the spaces; after them the
   * doors, from the nearest entrance or to the nearest exit; and then, to go to, the exit of protected visitors where
   * they have one of their own. The ways between them are those of `Walking.pathBetween`.
   */
  walks(time: number, visitor: number, from: number, to: number, until: number): void;
  /** A visitor begins to wait for a stage, at a waiting area (-1 for none), with a seat or standing. */
  waits(time: number, visitor: number, stage: number, area: number, seated: boolean): void;
  /** A visitor's wait ends: clerk (-1 where the stage needs none) and space (-1 likewise) are seized. */
  called(time: number, visitor: number, stage: number, clerk: number, space: number): void;
  /** A visitor stops waiting without a call and stays inside: nobody who could serve it is there any more. */
  givesUp(time: number, visitor: number): void;
  /** Clerk and visitor begin, at the place. */
  serviceStarts(time: number, visitor: number, stage: number, clerk: number, space: number): void;
  /** They stop; not `completed` when a clerk broke off at the end of a shift or the day ended. */
  serviceEnds(
    time: number,
    visitor: number,
    stage: number,
    clerk: number,
    space: number,
    completed: boolean,
  ): void;
  /** A visitor leaves the house (one who waited stops waiting by this alone). */
  left(time: number, visitor: number, outcome: Outcome): void;
  /** A clerk, of the model's clerks, changes what it is doing. */
  clerkChanges(time: number, clerk: number, state: ClerkState): void;
  /** A space changes state or, by its timetable, type. */
  spaceChanges(time: number, space: number, state: SpaceState, type: number): void;
  /** The replication is over; whoever is still in the visitor table is unfinished. */
  end(time: number): void;
}
