/** Simulates single days again with the observer of privacy, as in a run, and keeps what it tells. */
import type { Model } from '../../engine/model/model.ts';
import { privacyObserver } from '../../engine/privacy/privacy.ts';
import { Simulation } from '../../engine/simulation/simulation.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { together } from '../../engine/statistics/together.ts';
import { conflictIndex } from '../replay/conflict-index.ts';
import type { DayPrivacy } from '../replay/day-privacy.ts';
import { vantageColumns } from '../replay/vantage-columns.ts';
import { DayTimes } from './day-times.ts';
import { ExposureByMinute } from './exposure-by-minute.ts';
import { GatheredConflicts } from './gathered-conflicts.ts';
import { rowsInOrder } from './ordered.ts';

/** In seconds: conflicts of days of more than two days are added up by the minute. */
const LONG = 48 * 3600;

export class PrivacyRecorder {
  private readonly model: Model;
  private readonly exposure = new ExposureByMinute();
  private readonly gathered: GatheredConflicts;
  private readonly times = new DayTimes();
  /** Null where nothing of privacy is measured. */
  private readonly simulation: Simulation | null;

  constructor(model: Model, seed: string) {
    this.model = model;
    this.gathered = new GatheredConflicts(model.scenario.day.doors.close > LONG ? 60 : 1);
    const statistics = new Statistics(model);
    const privacy = privacyObserver(model, statistics.sheet, this.gathered.add, this.exposure.add);
    this.simulation =
      privacy === null
        ? null
        : new Simulation(model, seed, together([together([statistics, privacy]), this.times.observer]));
  }

  /** Whether anything of privacy is measured. */
  get isMeasuring(): boolean {
    return this.simulation !== null;
  }

  /** `onTime` is told now and then how far in the day it is, in seconds after midnight. */
  record(replication: number, onTime: (time: number) => void = () => {}): DayPrivacy {
    const { gathered, times, exposure } = this;
    exposure.clear();
    // Of a day that failed midway.
    gathered.take();
    times.onTime = onTime;
    try {
      this.simulation?.run(replication);
    } finally {
      times.onTime = () => {};
    }
    const { conflicts, totals } = gathered.take();
    // After the day, when the ways that were walked are among them.
    const vantages = this.model.vantages === null ? null : vantageColumns(this.model.vantages);
    return {
      conflicts,
      totals,
      index: conflictIndex(conflicts, vantages, rowsInOrder(conflicts.from)),
      exposure: exposure.overTime(times.from, times.to),
      vantages,
    };
  }
}
