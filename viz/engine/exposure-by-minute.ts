/** Adds up stretches of exposure by minute of the day and kind, each spread evenly over its time. */
import { KIND_IDS } from '../../engine/statistics/scopes.ts';
import type { ExposureOverTime } from '../replay/day-privacy.ts';

const MINUTE = 60;

export class ExposureByMinute {
  /** By kind and minute after midnight. */
  private readonly kinds: number[][] = KIND_IDS.map(() => []);

  clear(): void {
    for (const minutes of this.kinds) minutes.length = 0;
  }

  readonly add = (kind: number, _space: number, from: number, to: number, exposure: number): void => {
    const minutes = this.kinds[kind];
    if (minutes === undefined || exposure === 0) return;
    const last = Math.max(Math.floor(from / MINUTE), Math.ceil(to / MINUTE) - 1);
    for (let minute = Math.floor(from / MINUTE); minute <= last; minute++) {
      const begin = Math.max(from, minute * MINUTE);
      const end = Math.min(to, (minute + 1) * MINUTE);
      const share = to > from ? (end - begin) / (to - from) : 1;
      minutes[minute] = (minutes[minute] ?? 0) + exposure * share;
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
    return { first, minutes, byKind };
  }
}
