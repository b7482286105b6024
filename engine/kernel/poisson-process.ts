/**
 * Poisson arrivals whose rate changes over the day, exactly and without time steps: unit-exponential steps
 * along the integral of the rate, mapped back to the clock (Çinlar, "Introduction to Stochastic Processes",
 * 1975, section 4.7). An arrival costs one draw, one binary search and one root.
 */
import { lastAtMost } from './search.ts';

/** A point in time, in seconds, and the rate there, in arrivals a second. */
export type RatePoint = readonly [time: number, rate: number];

/**
 * A rate over time, in steps or joined by straight lines. It is 0 before the first point; the rate of the
 * last one holds until the end. Where two points of a line have the same time, the rate jumps.
 *
 * A process is a position in [0, total] that grows by exponential steps of mean 1 from 0 on; the next
 * arrival is at `inverse(position)`, and there is none when that is Infinity. Steps of mean 1/factor are
 * those of the rate times factor.
 */
export class RateProfile {
  /** When it ends, in seconds. */
  readonly until: number;
  /** Expected number of arrivals. */
  readonly total: number;

  /** The stretches on which the rate is a straight line: begin and end, rate at the begin, its rise. */
  private readonly begins: number[] = [];
  private readonly ends: number[] = [];
  private readonly rates: number[] = [];
  private readonly rises: number[] = [];
  /** Arrivals expected up to the begin of the stretch. */
  private readonly areas: number[] = [];

  /**
   * @param until seconds; points after it do not count
   * @throws RangeError if a time is not finite or lies before the one ahead of it, or a rate is negative or
   *   not finite
   */
  constructor(shape: 'steps' | 'linear', points: readonly RatePoint[], until: number) {
    check(points, until);
    this.until = until;
    let total = 0;
    points.forEach(([begin, rate], k) => {
      const [nextTime, nextRate] = points[k + 1] ?? [until, rate];
      const end = Math.min(nextTime, until);
      if (end <= begin) return;
      const rise = shape === 'steps' ? 0 : (nextRate - rate) * ((end - begin) / (nextTime - begin));
      this.begins.push(begin);
      this.ends.push(end);
      this.rates.push(rate);
      this.rises.push(rise);
      this.areas.push(total);
      total += (end - begin) * (rate + rise / 2);
    });
    this.total = total;
  }

  /** The rate at a time, in arrivals a second; at a jump, that after it. */
  rate(time: number): number {
    const k = lastAtMost(this.begins, time);
    if (k < 0 || time >= this.until) return 0;
    return this.rates[k] + this.rises[k] * this.share(k, time);
  }

  /** How many arrivals are expected up to a time. */
  cumulative(time: number): number {
    const k = lastAtMost(this.begins, time);
    if (k < 0) return 0;
    const share = this.share(k, time);
    const length = this.ends[k] - this.begins[k];
    return this.areas[k] + length * share * (this.rates[k] + (this.rises[k] * share) / 2);
  }

  /**
   * When as many arrivals are expected as `expected`, at least 0; Infinity if that is more than the total.
   * Between two stretches with arrivals it is the end of the gap.
   */
  inverse(expected: number): number {
    if (!(expected <= this.total && this.total > 0)) return Number.POSITIVE_INFINITY;
    const k = lastAtMost(this.areas, expected);
    const rest = expected - this.areas[k];
    const rate = this.rates[k];
    const length = this.ends[k] - this.begins[k];
    // The root of rate × t + rise / length × t² / 2 = rest in the form that subtracts nothing, good for a rise
    // of 0 too; the bounds catch the last digit, where the rate falls to 0.
    const square = rate * rate + 2 * this.rises[k] * (rest / length);
    const sum = rate + Math.sqrt(Math.max(0, square));
    // Only a rest of 0, or next to it, has a sum of 0.
    return sum === 0 ? this.begins[k] : Math.min(this.begins[k] + (2 * rest) / sum, this.ends[k]);
  }

  /** The rate times a factor, at all times. */
  scaled(factor: number): RateProfile {
    return this.times(factor, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /** The rate times a factor between two times, in seconds, such as a peak. */
  times(factor: number, from: number, to: number): RateProfile {
    const corners: RatePoint[] = [];
    this.begins.forEach((begin, k) => {
      const end = this.ends[k];
      const first = Math.max(begin, Math.min(from, end));
      const last = Math.max(first, Math.min(to, end));
      for (const [factorThere, ...times] of [
        [1, begin, first],
        [factor, first, last],
        [1, last, end],
      ]) {
        for (const time of times) {
          corners.push([time, (this.rates[k] + this.rises[k] * this.share(k, time)) * factorThere]);
        }
      }
    });
    return new RateProfile('linear', corners, this.until);
  }

  /** How much of a stretch lies before a time, from 0 to 1. */
  private share(stretch: number, time: number): number {
    const begin = this.begins[stretch];
    return Math.min(1, (time - begin) / (this.ends[stretch] - begin));
  }
}

function check(points: readonly RatePoint[], until: number): void {
  if (!Number.isFinite(until)) throw new RangeError(`a rate that ends at ${until}`);
  let last = Number.NEGATIVE_INFINITY;
  for (const [time, rate] of points) {
    if (!(Number.isFinite(time) && time >= last))
      throw new RangeError(`a rate at ${time} s, after ${last} s`);
    if (!(rate >= 0 && rate < Number.POSITIVE_INFINITY))
      throw new RangeError(`a rate of ${rate} at ${time} s`);
    last = time;
  }
}
