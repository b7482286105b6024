/**
 * All that is measured of a day: waits, visits and use; privacy and threats where the scenario limits or rates them; and
 * the recording of the day, where it is wanted. One observer that passes on to each part what it listens to: calls to
 * parts of known classes cost next to nothing.
 */
import type { Model } from '../model/model.ts';
import { type Privacy, privacyObserver } from '../privacy/privacy.ts';
import type { TellStretch } from '../privacy/shared.ts';
import type { Recording } from '../recording/recording.ts';
import type { ClerkState, Observer, Outcome, SpaceState } from '../simulation/observer.ts';
import type { Visitors } from '../simulation/visitors.ts';
import { Safety } from '../statistics/safety.ts';
import type { Statistics } from '../statistics/statistics.ts';

export class MeasuredDay implements Observer {
  private readonly statistics: Statistics;
  private readonly privacy: Privacy | null;
  private readonly safety: Safety | null;
  private readonly recording: Recording | null;

  /** Stretches of exposure are told to whoever wants to know when in the day it was. */
  constructor(
    model: Model,
    statistics: Statistics,
    recording: Recording | null = null,
    tellStretch: TellStretch | null = null,
  ) {
    this.statistics = statistics;
    this.recording = recording;
    const tell = recording === null ? null : recording.tell;
    this.privacy = privacyObserver(model, statistics.sheet, tell, tellStretch);
    this.safety = Safety.isMeasured(model) ? new Safety(model, statistics.sheet) : null;
  }

  begin(time: number, visitors: Visitors): void {
    this.statistics.begin(time, visitors);
    this.privacy?.begin();
    this.safety?.begin();
    this.recording?.begin(time, visitors);
  }

  arrived(time: number, visitor: number): void {
    this.statistics.arrived(time, visitor);
    this.privacy?.arrived(time, visitor);
    this.recording?.arrived(time, visitor);
  }

  absent(time: number, source: number, outcome: Outcome): void {
    this.statistics.absent(time, source, outcome);
    this.recording?.absent(time, source, outcome);
  }

  walks(time: number, visitor: number, from: number, to: number, until: number): void {
    this.privacy?.walks(time, visitor, from, to, until);
    this.recording?.walks(time, visitor, from, to, until);
  }

  waits(time: number, visitor: number, stage: number, area: number, seated: boolean): void {
    this.statistics.waits(time, visitor, stage, area, seated);
    this.privacy?.waits(time, visitor, stage, area, seated);
    this.recording?.waits(time, visitor, stage, area, seated);
  }

  called(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    this.statistics.called(time, visitor, stage, clerk, space);
    this.privacy?.called(time, visitor, stage, clerk, space);
    this.recording?.called(time, visitor, stage, clerk, space);
  }

  givesUp(time: number, visitor: number): void {
    this.statistics.givesUp(time, visitor);
    this.privacy?.givesUp(time, visitor);
    this.recording?.givesUp(time, visitor);
  }

  serviceStarts(time: number, visitor: number, stage: number, clerk: number, space: number): void {
    this.statistics.serviceStarts(time, visitor, stage);
    this.privacy?.serviceStarts(time, visitor, stage, clerk, space);
    this.safety?.serviceStarts(time, visitor, stage, clerk, space);
    this.recording?.serviceStarts(time, visitor, stage, clerk, space);
  }

  serviceEnds(
    time: number,
    visitor: number,
    stage: number,
    clerk: number,
    space: number,
    completed: boolean,
  ): void {
    this.statistics.serviceEnds(time, visitor, stage, clerk, space, completed);
    this.privacy?.serviceEnds(time, visitor, stage, clerk, space);
    this.safety?.serviceEnds(time, visitor, stage, clerk, space);
    this.recording?.serviceEnds(time, visitor, stage, clerk, space, completed);
  }

  left(time: number, visitor: number, outcome: Outcome): void {
    this.statistics.left(time, visitor, outcome);
    this.privacy?.left(time, visitor);
    this.recording?.left(time, visitor, outcome);
  }

  clerkChanges(time: number, clerk: number, state: ClerkState): void {
    this.statistics.clerkChanges(time, clerk, state);
    this.safety?.clerkChanges(time, clerk, state);
    this.recording?.clerkChanges(time, clerk, state);
  }

  spaceChanges(time: number, space: number, state: SpaceState, type: number): void {
    this.statistics.spaceChanges(time, space, state, type);
    this.privacy?.spaceChanges(time, space, state, type);
    this.safety?.spaceChanges(time, space, state, type);
    this.recording?.spaceChanges(time, space, state, type);
  }

  end(time: number): void {
    this.statistics.end(time);
    this.privacy?.end(time);
    this.safety?.end(time);
    this.recording?.end(time);
  }
}
