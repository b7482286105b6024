/**
 * How many observations lie in each of many narrow intervals, whose ends grow by the same factor: quantiles with a bounded
 * relative error from little memory, however many observations there are (as in C. Masson, J. E. Rim and H. K. Lee,
 * "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", PVLDB 12(12), 2019).
 */

/** An interval's upper end over its lower one: a quantile is within 0.2 %. */
const GROWTH = 1.002;
/** Seconds. Between nothing and this there is one interval; nothing itself has its own. */
const LEAST = 0.01;
const SCALE = 1 / Math.log(GROWTH);

export class LogBins {
  total = 0;
  private counts = new Uint32Array(1024);

  /** Counts an observation, at least 0. */
  add(value: number): void {
    this.addTo(binOf(value));
  }

  /** Counts an observation whose interval is known. */
  addTo(bin: number): void {
    if (bin >= this.counts.length) this.reach(bin);
    this.counts[bin]++;
    this.total++;
  }

  /** The quantile, by linear interpolation within its interval. */
  quantile(probability: number): number {
    const at = (this.total - 1) * probability;
    let before = 0;
    for (const [bin, count] of this.counts.entries()) {
      if (before + count > at) {
        const low = bin === 0 ? 0 : endOf(bin - 1);
        return low + Math.min(1, (at - before + 0.5) / count) * (endOf(bin) - low);
      }
      before += count;
    }
    return Number.NaN;
  }

  /** The share of observations that are at most the value, by whole intervals. */
  shareUpTo(value: number): number {
    let within = 0;
    for (let bin = 0; bin <= binOf(value) && bin < this.counts.length; bin++) within += this.counts[bin];
    return within / this.total;
  }

  private reach(bin: number): void {
    const counts = new Uint32Array(Math.max(bin + 1, Math.ceil(1.5 * this.counts.length)));
    counts.set(this.counts);
    this.counts = counts;
  }
}

/** The interval of a value, from 0 on. */
export function binOf(value: number): number {
  if (value <= 0) return 0;
  return value <= LEAST ? 1 : 1 + Math.ceil(SCALE * Math.log(value / LEAST));
}

/** The upper end of an interval, which belongs to it. */
function endOf(bin: number): number {
  return bin === 0 ? 0 : LEAST * GROWTH ** (bin - 1);
}
