/** Adds up stretches of exposure by minute of the day, and in each by kind and by place, each spread evenly over its time. */
import { KIND_IDS } from '../../engine/statistics/scopes.ts';
import type { ExposureOverTime, ExposurePlaces } from '../replay/day-privacy.ts';

const MINUTE = 60;

export class ExposureByMinute {
  /** By kind and minute after midnight. */
  private readonly kinds: number[][] = KIND_IDS.map(() => []);

  /** By minute after midnight, and by space + 1. */
  private readonly places: number[][] = [];

  clear(): void {
    for (const minutes of this.kinds) minutes.length = 0;
    this.places.length = 0;
  }

  readonly add = (kind: number, space: number, from: number, to: number, exposure: number): void => {
    const minutes = this.kinds[kind];
    if (minutes === undefined || exposure === 0) return;
    const last = Math.max(Math.floor(from / MINUTE), Math.ceil(to / MINUTE) - 1);
    for (let minute = Math.floor(from / MINUTE); minute <= last; minute++) {
      const begin = Math.max(from, minute * MINUTE);
      const end = Math.min(to, (minute + 1) * MINUTE);
      const share = to > from ? (end - begin) / (to - from) : 1;
      minutes[minute] = (minutes[minute] ?? 0) + exposure * share;
      this.places[minute] ??= [];
      const spaces = this.places[minute];
      spaces[space + 1] = (spaces[space + 1] ?? 0) + exposure * share;
    }
  };

  /** From the minute of one time to that of another, and beyond where there is exposure. */
  overTime(from: number, to: number): ExposureOverTime {
    const first = Math.floor(from / MINUTE);
    const longest = Math.max(...this.kinds.map(({ length }) => length));
    const minutes = Math.max(Math.ceil(to / MINUTE), longest, first + 1) - first;
    const byKind = new Float64Array(KIND_IDS.length * minutes);
    this.kinds.forEach((all, kind) => {
      all.forEach((exposure, minute) => {
        byKind[kind * minutes + minute - first] += exposure;
      });
    });
    return { first, minutes, byKind, places: this.byPlace() };
  }

  private byPlace(): ExposurePlaces {
    const rows: (readonly [minute: number, space: number, seconds: number])[] = [];
    // Both are full of holes, which are not visited.
    this.places.forEach((spaces, minute) => {
      spaces.forEach((seconds, at) => {
        rows.push([minute, at - 1, seconds]);
      });
    });
    return {
      minute: Int32Array.from(rows, ([minute]) => minute),
      space: Int32Array.from(rows, ([, space]) => space),
      seconds: Float64Array.from(rows, ([, , seconds]) => seconds),
    };
  }
}
