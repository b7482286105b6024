/** A number that changes at moments of the day and stays until the next: how many wait, how many are busy. */
import { lastUntil } from '../replay/whereabouts.ts';

export class Steps {
  /** Ascending; the value from each moment on. Before the first it is 0. */
  readonly times: number[] = [];
  readonly values: number[] = [];

  /** Not before the last change. */
  change(time: number, by: number): void {
    const last = this.times.length - 1;
    const value = (this.values[last] ?? 0) + by;
    if (last >= 0 && this.times[last] === time) this.values[last] = value;
    else {
      this.times.push(time);
      this.values.push(value);
    }
  }

  at(time: number): number {
    return this.values[lastUntil(this.times, 0, this.times.length, time)] ?? 0;
  }

  /** Value × seconds between two times. */
  integral(from: number, to: number): number {
    let sum = 0;
    this.visit(from, to, (begin, end, value) => {
      sum += value * (end - begin);
    });
    return sum;
  }

  /** The highest value that lasts for any time. */
  most(from: number, to: number): number {
    let most = 0;
    this.visit(from, to, (_, __, value) => {
      most = Math.max(most, value);
    });
    return most;
  }

  /** Calls `see` for each piece of constant value between two times, from the first change on. */
  private visit(from: number, to: number, see: (begin: number, end: number, value: number) => void): void {
    const { times, values } = this;
    const first = Math.max(0, lastUntil(times, 0, times.length, from));
    for (let k = first; k < times.length && times[k] < to; k++) {
      const begin = Math.max(from, times[k]);
      const end = Math.min(to, times[k + 1] ?? to);
      if (end > begin && Number.isFinite(begin) && Number.isFinite(end)) see(begin, end, values[k]);
    }
  }
}

/** Sorted moments with the highest value of each bin, so that a picture of many steps has no more points than pixels. */
export function thinned(steps: Steps, from: number, to: number, bins: number): Steps {
  if (steps.times.length <= 2 * bins) return steps;
  const thin = new Steps();
  const width = (to - from) / bins;
  let before = 0;
  for (let bin = 0; bin < bins; bin++) {
    const value = steps.most(from + bin * width, from + (bin + 1) * width);
    thin.change(from + bin * width, value - before);
    before = value;
  }
  return thin;
}
