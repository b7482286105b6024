/**
 * The observer that records a day: every event that the simulation tells, who came in and, where privacy is measured too,
 * each conflict. It allocates nothing per event, and is used anew for each replication.
 */
import type { Conflict } from '../privacy/conflict.ts';
import type { ClerkState, Observer, Outcome, SpaceState } from '../simulation/observer.ts';
import type { Visitors } from '../simulation/visitors.ts';
import { EventColumns } from './event-columns.ts';
import { EVENT_KIND, type EventTable } from './events.ts';
import { VisitorColumns, type VisitorTable } from './visitor-columns.ts';

/** One day as it was; plain data, that can be kept and sent. */
export interface RecordedDay {
  /** When the first event was and when the day was over, in seconds after midnight. */
  readonly from: number;
  readonly to: number;
  readonly events: EventTable;
  readonly visitors: VisitorTable;
  readonly conflicts: readonly Conflict[];
}

const {
  arrives: ARRIVES,
  absent: ABSENT,
  walks: WALKS,
  waits: WAITS,
  called: CALLED,
  'gives-up': GIVES_UP,
  starts: STARTS,
  ends: ENDS,
  leaves: LEAVES,
  assists: ASSISTS,
  clerk: CLERK_CHANGES,
  space: SPACE_CHANGES,
} = EVENT_KIND;

export class Recording implements Observer, RecordedDay {
  from = 0;
  to = 0;
  readonly events = new EventColumns();
  readonly visitors = new VisitorColumns();
  readonly conflicts: Conflict[] = [];
  private table: Visitors | null = null;
  /** By slot of the live table: the visitor's serial number. */
  private serial = new Int32Array(0);

  /** Takes a conflict, as `privacyObserver` tells it. */
  readonly tell = (conflict: Conflict): void => {
    this.conflicts.push(conflict);
  };

  /** The day recorded last, copied: the recording itself is used anew by the next one. */
  copy(): RecordedDay {
    const { from, to, events, visitors, conflicts } = this;
    return { from, to, events: events.copy(), visitors: visitors.copy(), conflicts: [...conflicts] };
  }

  begin(time: number, visitors: Visitors): void {
    this.table = visitors;
    this.serial = visitors.serial;
    this.from = this.to = time;
    this.events.clear();
    this.visitors.clear();
    this.conflicts.length = 0;
  }

  arrived(time: number, visitor: number): void {
    if (this.table === null) throw new Error('no replication has begun');
    // The live table grows by getting new columns, and only a new visitor makes it grow.
    this.serial = this.table.serial;
    this.visitors.add(this.table, visitor);
    this.events.add(time, ARRIVES, this.serial[visitor], -1, -1, -1, -1, 0, 0);
  }

  absent(time: number, source: number, outcome: Outcome): void {
    this.events.add(time, ABSENT, -1, -1, -1, -1, source, outcome, 0);
  }

  walks(time: number, visitor: number, from: number, to: number, until: number): void {
    this.events.add(time, WALKS, this.serial[visitor], -1, -1, to, from, 0, until);
  }

  waits(time: number, visitor: number, stage: number, area: number, seated: boolean): void {
    this.events.add(time, WAITS, this.serial[visitor], stage, -1, area, -1, seated ? 1 : 0, 0);
  }

  called(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    this.events.add(time, CALLED, this.serial[visitor], stage, clerk, space, -1, 0, 0);
    if (this.table === null) return;
    this.assists(time, visitor, stage, this.table.interpreter[visitor], space);
    this.assists(time, visitor, stage, this.table.guard[visitor], space);
  }

  givesUp(time: number, visitor: number): void {
    this.events.add(time, GIVES_UP, this.serial[visitor], -1, -1, -1, -1, 0, 0);
  }

  serviceStarts(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    this.events.add(time, STARTS, this.serial[visitor], stage, clerk, space, -1, 0, 0);
  }

  serviceEnds(
    time: number,
    visitor: number,
    stage: number,
    clerk: number,
    space: number,
    completed: boolean,
  ): void {
    this.events.add(time, ENDS, this.serial[visitor], stage, clerk, space, -1, completed ? 1 : 0, 0);
  }

  left(time: number, visitor: number, outcome: Outcome): void {
    this.events.add(time, LEAVES, this.serial[visitor], -1, -1, -1, -1, outcome, 0);
  }

  clerkChanges(time: number, clerk: number, state: ClerkState): void {
    this.events.add(time, CLERK_CHANGES, -1, -1, clerk, -1, -1, state, 0);
  }

  spaceChanges(time: number, space: number, state: SpaceState, type: number): void {
    this.events.add(time, SPACE_CHANGES, -1, -1, -1, space, type, state, 0);
  }

  end(time: number): void {
    this.to = time;
  }

  /** -1 is nobody. */
  private assists(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    if (clerk >= 0) this.events.add(time, ASSISTS, this.serial[visitor], stage, clerk, space, -1, 0, 0);
  }
}
