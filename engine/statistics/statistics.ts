/**
 * The observer that measures a day: waits, queues, visits, services, and the use of clerks and spaces. It adds
 * numbers to one row, allocates nothing per event, and is used anew for each replication.
 *
 * Visitors who arrive in the warm-up are left out of what is counted by visitor; what is integrated over time
 * counts from the end of the warm-up.
 */
import type { Model } from '../model/model.ts';
import type { ClerkState, Observer, Outcome, SpaceState } from '../simulation/observer.ts';
import type { Visitors } from '../simulation/visitors.ts';
import { Clerks } from './clerks.ts';
import type { Layout } from './figures.ts';
import { Inside } from './inside.ts';
import type { Observations } from './observations.ts';
import { Queues } from './queues.ts';
import { Services } from './services.ts';
import { Sheet } from './sheet.ts';
import { Spaces } from './spaces.ts';
import { Visits } from './visits.ts';
import { Waits } from './waits.ts';

/** What one replication yields. The arrays are used anew by the next one: copy what is to last. */
export interface DayFigures {
  readonly layout: Layout;
  readonly row: Float64Array;
  /** Waits in seconds; the owner is matter × HOURS + the hour in which the wait began. */
  readonly waits: Observations;
  /** Times in the house of those served, in seconds; the owner is the agency or -1. */
  readonly stays: Observations;
}

export class Statistics implements Observer {
  /** The figures of the replication that has just ended. */
  readonly figures: DayFigures;
  /** The row of figures; other observers of the day may add theirs. */
  readonly sheet: Sheet;
  private readonly waiting: Waits;
  private readonly queues: Queues;
  private readonly visits: Visits;
  private readonly inside: Inside;
  private readonly clerks: Clerks;
  private readonly spaces: Spaces;
  private readonly services: Services;

  constructor(model: Model) {
    const sheet = new Sheet(model);
    this.sheet = sheet;
    this.waiting = new Waits(model, sheet);
    this.queues = new Queues(model, sheet);
    this.visits = new Visits(sheet);
    this.inside = new Inside(sheet);
    this.clerks = new Clerks(model, sheet);
    this.spaces = new Spaces(model, sheet);
    this.services = new Services(model, sheet, this.spaces);
    this.figures = {
      layout: sheet.layout,
      row: sheet.row,
      waits: this.waiting.observations,
      stays: this.visits.stays,
    };
  }

  begin(time: number, visitors: Visitors): void {
    this.sheet.begin(visitors);
    this.waiting.begin();
    this.queues.begin(time);
    this.visits.begin();
    this.inside.begin();
    this.clerks.begin(time);
    this.spaces.begin(time);
  }

  arrived(time: number, visitor: number): void {
    this.visits.arrived(visitor);
    this.inside.change(time, 1);
  }

  absent(time: number, _source: number, outcome: Outcome): void {
    this.visits.absent(time, outcome);
  }

  walks(): void {}

  waits(time: number, visitor: number, stage: number, _area: number, seated: boolean): void {
    this.queues.waits(time, visitor, stage, seated);
  }

  called(time: number, visitor: number, _stage: number, clerk: number, space: number): void {
    this.queues.stops(time, visitor);
    this.services.called(time, visitor, clerk, space);
  }

  givesUp(time: number, visitor: number): void {
    this.queues.stops(time, visitor);
  }

  serviceStarts(time: number, visitor: number, stage: number): void {
    this.waiting.serviceStarts(time, visitor, stage);
    this.services.starts(time, visitor, stage);
  }

  serviceEnds(
    time: number,
    visitor: number,
    stage: number,
    clerk: number,
    space: number,
    completed: boolean,
  ): void {
    this.services.ends(time, visitor, stage, clerk, space, completed);
  }

  left(time: number, visitor: number, outcome: Outcome): void {
    this.queues.stops(time, visitor);
    this.visits.left(time, visitor, outcome);
    this.inside.change(time, -1);
  }

  clerkChanges(time: number, clerk: number, state: ClerkState): void {
    this.clerks.change(time, clerk, state);
  }

  spaceChanges(time: number, space: number, state: SpaceState, type: number): void {
    this.spaces.change(time, space, state, type);
  }

  end(time: number): void {
    this.queues.end(time);
    this.visits.end();
    this.inside.change(time, 0);
    this.clerks.end(time);
    this.spaces.end(time);
  }
}
