/** Adds up all conflicts of a day as they are told. */
import type { Conflict } from '../../engine/privacy/conflict.ts';
import { CHANNELS } from '../../engine/statistics/scopes.ts';
import { reach } from '../../engine/statistics/sheet.ts';
import { type ConflictTotals, channelOf } from '../replay/conflict-totals.ts';

export class ConflictSums {
  private readonly step: number;
  private count = 0;
  /** By channel, and bin of a time: rounded down of begins, and rounded up of what changes how many go on. */
  private begun = CHANNELS.map(() => new Int32Array(0));
  private weight = CHANNELS.map(() => new Float64Array(0));
  private change = CHANNELS.map(() => new Int32Array(0));
  private suffered = new Int32Array(0);
  private witnessed = new Int32Array(0);
  private fromVantage = new Float64Array(0);
  private inSpace = new Float64Array(0);

  /** `step` in seconds: that many are a bin. */
  constructor(step: number) {
    this.step = step;
  }

  add({ kind, from, to, seconds, visitor, witness, persons, probability, space, vantage }: Conflict): void {
    const { step } = this;
    this.count++;
    const channel = channelOf(kind);
    const begin = Math.max(0, Math.floor(from / step));
    this.begun[channel] = added(this.begun[channel], begin, 1);
    this.weight[channel] = added(this.weight[channel], begin, probability);
    this.change[channel] = added(this.change[channel], Math.max(0, Math.ceil(from / step)), 1);
    this.change[channel] = added(this.change[channel], Math.max(0, Math.ceil(to / step)), -1);
    this.suffered = added(this.suffered, visitor, 1);
    if (witness >= 0) this.witnessed = added(this.witnessed, witness, 1);
    const exposure = seconds * persons * probability;
    if (vantage >= 0) this.fromVantage = added(this.fromVantage, vantage, exposure);
    else if (space >= 0) this.inSpace = added(this.inSpace, space, exposure);
  }

  /** What has been added since the last time. */
  take(): ConflictTotals {
    const { count, step, suffered, witnessed, fromVantage, inSpace } = this;
    const bins = Math.max(
      ...this.change.map(({ length }) => length),
      ...this.begun.map(({ length }) => length),
    );
    const begun = new Int32Array(CHANNELS.length * bins);
    const weight = new Float64Array(CHANNELS.length * bins);
    const goingOn = new Int32Array(CHANNELS.length * bins);
    for (let channel = 0; channel < CHANNELS.length; channel++) {
      begun.set(this.begun[channel], channel * bins);
      weight.set(this.weight[channel], channel * bins);
      let now = 0;
      for (let bin = 0; bin < bins; bin++) {
        now += this.change[channel][bin] ?? 0;
        goingOn[channel * bins + bin] = now;
      }
    }
    this.count = 0;
    this.begun = CHANNELS.map(() => new Int32Array(0));
    this.weight = CHANNELS.map(() => new Float64Array(0));
    this.change = CHANNELS.map(() => new Int32Array(0));
    this.suffered = new Int32Array(0);
    this.witnessed = new Int32Array(0);
    this.fromVantage = new Float64Array(0);
    this.inSpace = new Float64Array(0);
    return { count, step, bins, begun, weight, goingOn, suffered, witnessed, fromVantage, inSpace };
  }
}

/** The column with something added at a place, or a longer copy of it. */
function added<T extends Float64Array | Int32Array>(column: T, at: number, amount: number): T {
  if (at < 0) return column;
  const wide = reach(column, at, 0);
  wide[at] += amount;
  return wide;
}
