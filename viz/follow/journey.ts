/**
 * One visitor's day, worked out from its events: what it did, without gaps from the door to the door; what it waited for;
 * and who served it where.
 */
import { EVENT_KIND } from '../../engine/recording/events.ts';
import { CLERK } from '../../engine/simulation/observer.ts';
import { lastEvent } from '../replay/doing.ts';
import { listOf } from '../replay/ragged.ts';
import type { ReplayDay } from '../replay/replay-day.ts';

/** `ready`: at the place of the service, sitting down or while the clerk prepares; `packs`: after it, before leaving the place. */
export type Deed = 'inside' | 'waits' | 'called' | 'walks' | 'ready' | 'served' | 'packs';

export interface Step {
  readonly deed: Deed;
  /** In seconds after midnight. */
  readonly from: number;
  readonly to: number;
  /** Indices of the model, -1 for none; of `walks` the space that it leads to, which may be a door after all spaces. */
  readonly stage: number;
  readonly clerk: number;
  readonly space: number;
  /** Of `waits`: whether it has a seat. */
  readonly isSeated: boolean;
}

/** In a queue, from joining it to the call. */
export interface QueueWait {
  readonly stage: number;
  readonly area: number;
  readonly isSeated: boolean;
  readonly from: number;
  readonly to: number;
  /**
   * How it ended: `moved` to another seat or line, `left` when the visitor left, `put-off` when nobody who could do it
   * was there, `open` when the day ended.
   */
  readonly ending: 'called' | 'moved' | 'put-off' | 'left' | 'open';
}

export interface Meeting {
  readonly stage: number;
  readonly clerk: number;
  readonly space: number;
  /** Interpreters and guards. */
  readonly helpers: readonly number[];
  readonly called: number;
  /** When the clerk was ready for it, and it set off for the place. */
  readonly prepared: number;
  /** Null where the clerk broke off before. */
  readonly start: number | null;
  readonly end: number;
  readonly isCompleted: boolean;
  /** The clerk's work after it, until this time; `end` where there was none. */
  readonly afterWorkUntil: number;
}

export interface Journey {
  readonly row: number;
  readonly serial: number;
  readonly arrival: number;
  /** The end of the day for one who is still there. */
  readonly departure: number;
  /** Of OUTCOME; -1 for one who is still there at the end. */
  readonly outcome: number;
  readonly steps: readonly Step[];
  readonly waits: readonly QueueWait[];
  readonly meetings: readonly Meeting[];
}

const { arrives, walks, waits, called, starts, ends, leaves, assists } = EVENT_KIND;
const GIVES_UP = EVENT_KIND['gives-up'];

type Mood = Omit<Step, 'from' | 'to'>;
const mood = (deed: Deed, stage = -1, clerk = -1, space = -1, isSeated = true): Mood => ({
  deed,
  stage,
  clerk,
  space,
  isSeated,
});

export function journeyOf(day: ReplayDay, row: number): Journey {
  const { events, arrival, departure, visitors } = day;
  const journey = new Traveller(day.arrival[row]);
  let outcome = -1;
  for (const event of listOf(day.ofVisitor, row)) {
    const time = events.time[event];
    const stage = events.stage[event];
    const clerk = events.clerk[event];
    const space = events.space[event];
    switch (events.kind[event]) {
      case arrives:
        break;
      case waits:
        journey.waits(time, stage, space, events.detail[event] === 1);
        break;
      case walks:
        journey.walks(time, events.until[event], space);
        break;
      case called:
        journey.isCalled(time, stage, clerk, space);
        break;
      case assists:
        journey.isHelped(clerk);
        break;
      case GIVES_UP:
        journey.stopsWaiting(time, 'put-off');
        break;
      case starts:
        journey.starts(time, stage, clerk, space);
        break;
      case ends:
        journey.ends(time, events.detail[event] === 1, afterWorkUntil(day, clerk, time));
        break;
      case leaves:
        outcome = events.detail[event];
        journey.stopsWaiting(time, 'left');
        break;
    }
  }
  const end = Math.min(departure[row], day.to);
  journey.isOver(end);
  return {
    row,
    serial: visitors.serial[row],
    arrival: arrival[row],
    departure: end,
    outcome,
    steps: journey.steps,
    waits: journey.queueWaits,
    meetings: journey.meetings,
  };
}

/** Until when the clerk does after-work that begins at the time; the time itself where there is none. */
function afterWorkUntil(day: ReplayDay, clerk: number, time: number): number {
  if (clerk < 0) return time;
  const { events, ofClerk, to } = day;
  const last = lastEvent(day, ofClerk, clerk, time);
  const changes = (at: number) => events.kind[ofClerk.values[at]] === EVENT_KIND.clerk;
  let at = last;
  while (at >= ofClerk.starts[clerk] && !changes(at)) at--;
  const event = ofClerk.values[at];
  const begins = at >= ofClerk.starts[clerk] && events.time[event] === time;
  if (!begins || events.detail[event] !== CLERK.afterWork) return time;
  let next = last + 1;
  while (next < ofClerk.starts[clerk + 1] && !changes(next)) next++;
  return next < ofClerk.starts[clerk + 1] ? events.time[ofClerk.values[next]] : to;
}

/** Follows the visitor from event to event. */
class Traveller {
  readonly steps: Step[] = [];
  readonly queueWaits: QueueWait[] = [];
  readonly meetings: Meeting[] = [];
  private since: number;
  private present = mood('inside');
  /** Until when it walks, and where to. */
  private walksUntil = Number.NEGATIVE_INFINITY;
  private walksTo = -1;
  private wait: Omit<QueueWait, 'to' | 'ending'> | null = null;
  private meeting: Meeting | null = null;

  constructor(arrival: number) {
    this.since = arrival;
  }

  waits(time: number, stage: number, area: number, isSeated: boolean): void {
    this.stopsWaiting(time, 'moved');
    this.finish(time, false);
    this.change(time, mood('waits', stage, -1, area, isSeated));
    this.wait = { stage, area, isSeated, from: time };
  }

  walks(time: number, until: number, to: number): void {
    this.turn(time);
    if (this.present.deed === 'called') {
      this.present = { ...this.present, deed: 'ready' };
      if (this.meeting !== null) this.meeting = { ...this.meeting, prepared: time };
    } else if (this.present.deed !== 'waits') this.present = mood('inside');
    this.walksUntil = until;
    this.walksTo = to;
  }

  isCalled(time: number, stage: number, clerk: number, space: number): void {
    this.stopsWaiting(time, 'called');
    this.change(time, mood('called', stage, clerk, space));
    this.meeting = {
      stage,
      clerk,
      space,
      helpers: [],
      called: time,
      prepared: time,
      start: null,
      end: time,
      isCompleted: false,
      afterWorkUntil: time,
    };
  }

  isHelped(clerk: number): void {
    if (this.meeting !== null) this.meeting = { ...this.meeting, helpers: [...this.meeting.helpers, clerk] };
  }

  starts(time: number, stage: number, clerk: number, space: number): void {
    // Without a way to the place, all of the time since the call was spent there.
    if (this.present.deed === 'called') this.present = { ...this.present, deed: 'ready' };
    this.change(time, mood('served', stage, clerk, space));
    const before = this.meeting ?? this.takenOver(time, stage, clerk, space);
    this.meeting = { ...before, clerk, space, start: time };
  }

  ends(time: number, isCompleted: boolean, afterWork: number): void {
    const { stage, clerk, space } = this.present;
    this.change(time, mood('packs', stage, clerk, space));
    if (this.meeting === null) return;
    this.meetings.push({ ...this.meeting, end: time, isCompleted, afterWorkUntil: afterWork });
    this.meeting = null;
  }

  stopsWaiting(time: number, ending: QueueWait['ending']): void {
    if (this.wait === null) return;
    this.queueWaits.push({ ...this.wait, to: time, ending });
    this.wait = null;
    this.change(time, mood('inside'));
  }

  isOver(time: number): void {
    this.stopsWaiting(time, 'open');
    this.finish(time, false);
    this.turn(time);
  }

  /** A colleague goes on at the same place, without a call. */
  private takenOver(time: number, stage: number, clerk: number, space: number): Meeting {
    const helpers = this.meetings.at(-1)?.helpers ?? [];
    return {
      stage,
      clerk,
      space,
      helpers,
      called: time,
      prepared: time,
      start: time,
      end: time,
      isCompleted: false,
      afterWorkUntil: time,
    };
  }

  /** What was begun, or called for, and has no end. */
  private finish(time: number, isCompleted: boolean): void {
    if (this.meeting === null) return;
    this.meetings.push({ ...this.meeting, end: time, isCompleted, afterWorkUntil: time });
    this.meeting = null;
  }

  private change(time: number, to: Mood): void {
    this.turn(time);
    this.present = to;
  }

  /** Writes down what has been done until the time. */
  private turn(time: number): void {
    if (this.walksUntil > this.since) {
      const until = Math.min(this.walksUntil, time);
      this.add({
        ...mood('walks', this.present.stage, this.present.clerk, this.walksTo),
        from: this.since,
        to: until,
      });
      this.since = until;
    }
    this.walksUntil = Number.NEGATIVE_INFINITY;
    this.add({ ...this.present, from: this.since, to: time });
    this.since = time;
  }

  private add(step: Step): void {
    if (step.to > step.from) this.steps.push(step);
  }
}
