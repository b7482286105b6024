/** Which of many stretches of time go on at a moment, found without going through all of them. */
import { listOf, type Ragged, raggedOf } from '../replay/ragged.ts';

export interface Stretch {
  /** Seconds after midnight. */
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60;

export class ByMinute {
  private readonly stretches: readonly Stretch[];
  private readonly first: number;
  private readonly minutes: Ragged;

  constructor(stretches: readonly Stretch[]) {
    const minuteOf = (time: number) => Math.floor(time / MINUTE);
    const first = stretches.reduce(
      (least, { from }) => Math.min(least, minuteOf(from)),
      Number.POSITIVE_INFINITY,
    );
    const last = stretches.reduce((most, { to }) => Math.max(most, minuteOf(to)), Number.NEGATIVE_INFINITY);
    const owners: number[] = [];
    const values: number[] = [];
    for (const [index, { from, to }] of stretches.entries()) {
      for (let minute = minuteOf(from); minute <= minuteOf(to); minute++) {
        owners.push(minute - first);
        values.push(index);
      }
    }
    this.stretches = stretches;
    this.first = first;
    this.minutes = raggedOf(owners, values, owners.length, Math.max(0, last - first + 1) || 0);
  }

  /** Calls `visit` with the index of each, in their order, until it gives false. */
  visit(time: number, visit: (index: number) => boolean): void {
    const minute = Math.floor(time / MINUTE) - this.first;
    if (!(minute >= 0 && minute < this.minutes.starts.length - 1)) return;
    for (const index of listOf(this.minutes, minute)) {
      const { from, to } = this.stretches[index];
      if (from <= time && time <= to && !visit(index)) return;
    }
  }
}
