/**
 * Figures of a stretch of a day, or of all of it. A visit is in the stretch in which it arrives, a wait and a conflict in the
 * one in which they begin; what is averaged over time is cut at its ends. So stretches side by side add up to the day.
 */
import { quantileOfSorted } from '../../engine/experiment/estimate/quantile.ts';
import { EVENT_KIND } from '../../engine/recording/events.ts';
import { OUTCOME } from '../../engine/simulation/observer.ts';
import { FLAG } from '../../engine/simulation/visitors.ts';
import { KIND_IDS } from '../../engine/statistics/scopes.ts';
import type { House } from '../engine/house.ts';
import { channelOf, conflictsBetween } from '../replay/conflict-totals.ts';
import type { ReplayDay } from '../replay/replay-day.ts';
import type { DaySeries } from './day-series.ts';

/** From the first time on and before the second, in seconds after midnight. */
export type Stretch = readonly [number, number];
export const WHOLE_DAY: Stretch = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** Null is where there is nothing to take a mean of. */
export interface WaitFigures {
  readonly count: number;
  /** In seconds. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}

export interface PrivacyFigures {
  /** Person-seconds; and conflicts, each by its probability. */
  readonly exposure: number;
  readonly conflicts: number;
}

const LEFT: readonly number[] = [OUTCOME.reneged, OUTCOME.balked, OUTCOME.sentHome];

export class StretchFigures {
  readonly stretch: Stretch;
  private readonly day: ReplayDay;
  private readonly house: House;
  private readonly series: DaySeries;
  /** What is averaged over time begins and ends here. */
  private readonly from: number;
  private readonly to: number;

  constructor(day: ReplayDay, house: House, series: DaySeries, stretch: Stretch) {
    this.day = day;
    this.house = house;
    this.series = series;
    this.stretch = stretch;
    this.from = Math.max(day.from, stretch[0], day.measures.measuredFrom);
    this.to = Math.min(day.to, stretch[1]);
  }

  /** Visitors who came in, and those of them who left without service, whenever that was. */
  visits(): { readonly came: number; readonly left: number } {
    const { visitors, arrival, events } = this.day;
    const [from, to] = this.stretch;
    const counted = new Set<number>();
    for (let row = 0; row < visitors.length; row++) {
      const isMeasured = (visitors.flags[row] & FLAG.warmUp) === 0;
      if (isMeasured && arrival[row] >= from && arrival[row] < to) counted.add(visitors.serial[row]);
    }
    let left = 0;
    for (let k = 0; k < events.length; k++) {
      if (
        events.kind[k] === EVENT_KIND.leaves &&
        LEFT.includes(events.detail[k]) &&
        counted.has(events.visitor[k])
      )
        left++;
    }
    return { came: counted.size, left };
  }

  /** Of all agencies, or of one. */
  waits(agency: number | null = null): WaitFigures {
    const values = this.waitSeconds(agency);
    if (values.length === 0) return { count: 0, mean: null, median: null, p90: null };
    return {
      count: values.length,
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
      median: quantileOfSorted(values, 0.5),
      p90: quantileOfSorted(values, 0.9),
    };
  }

  /** In ascending order. */
  waitSeconds(agency: number | null = null): Float64Array {
    const { from: began, seconds, matter, length } = this.day.measures.waits;
    const [from, to] = this.stretch;
    const found: number[] = [];
    for (let k = 0; k < length; k++) {
      if (began[k] < from || began[k] >= to) continue;
      if (agency === null || this.house.matterAgency[matter[k]] === agency) found.push(seconds[k]);
    }
    return Float64Array.from(found).sort();
  }

  /** Visitors who wait, averaged over time from the opening of the doors: for all, one agency, or -1 for none's matter. */
  queue(agency: number | null = null): number | null {
    const { waiting, waitingByAgency, waitingForNone } = this.series;
    const steps = agency === null ? waiting : agency < 0 ? waitingForNone : waitingByAgency[agency];
    const seconds = this.to - Math.max(this.from, this.house.scenario.day.doors.open);
    return seconds > 0 ? steps.integral(this.from, this.to) / seconds : null;
  }

  /** Share of the time on duty in which the clerks of a role are busy. */
  roleUse(role: number): number | null {
    return this.share(this.series.busy[role].integral(this.from, this.to), this.series.onDuty[role]);
  }

  /** Share of the time in which spaces of a type are usable that they are occupied. */
  spaceUse(type: number): number | null {
    return this.share(this.series.occupied[type].integral(this.from, this.to), this.series.usable[type]);
  }

  /** Of all channels, or of one; null as long as privacy is not known. */
  privacy(channel: number | null = null): PrivacyFigures | null {
    const { privacy } = this.day;
    if (privacy === null) return null;
    const { first, minutes, byKind } = privacy.exposure;
    const [from, to] = this.stretch;
    let exposure = 0;
    for (let kind = 0; kind < KIND_IDS.length; kind++) {
      if (channel !== null && channelOf(kind) !== channel) continue;
      for (let minute = 0; minute < minutes; minute++) {
        const begin = (first + minute) * 60;
        const share = (Math.min(to, begin + 60) - Math.max(from, begin)) / 60;
        if (share > 0) exposure += byKind[kind * minutes + minute] * share;
      }
    }
    return { exposure, conflicts: conflictsBetween(privacy.totals, channel, from, to) };
  }

  private share(part: number, whole: { integral(from: number, to: number): number }): number | null {
    const seconds = whole.integral(this.from, this.to);
    return seconds > 0 ? part / seconds : null;
  }
}
