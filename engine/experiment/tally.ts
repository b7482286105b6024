/**
 * The observations of one scope over many replications, in memory that does not grow with them. The first are kept one by
 * one. When there are enough to know where the quantiles lie, limits are set there for good; from then on it is counted, by
 * cluster, how many observations are within each limit, which tells how sure the quantiles are, and over all replications
 * how many lie in each of many narrow intervals, which tells where they are.
 */
import type { Clustering } from './clustering.ts';
import { Columns } from './columns.ts';
import { type Distribution, exactly, quantileOfSorted } from './estimate/quantile.ts';
import { binOf, LogBins } from './log-bins.ts';

/** Observations from which it is known well enough where quantiles lie. */
export const ENOUGH = 4096;

export class Tally {
  private readonly probabilities: readonly number[];
  private readonly clustering: Clustering;
  private size = 0;
  private isCounted = false;
  /** Replications with an observation, and the last of them. */
  private seen = 0;
  private last = -1;
  /** Those kept one by one, and their replications. */
  private values = new Float64Array(16);
  private replications = new Int32Array(16);
  /** By probability; none until there are enough. */
  private limits: readonly number[] = [];
  private readonly bins = new LogBins();
  /** By cluster: how many there are, and then how many are within each limit. */
  private readonly counts: Columns;

  constructor(probabilities: readonly number[], clustering: Clustering) {
    this.probabilities = probabilities;
    this.clustering = clustering;
    this.counts = new Columns(1 + probabilities.length);
  }

  /** Adds an observation, which lies in that interval of `LogBins`. */
  add(value: number, bin: number, replication: number): void {
    if (replication !== this.last) this.seen++;
    this.last = replication;
    if (this.isCounted) this.count(value, bin, this.clustering.of(replication));
    else this.keep(value, replication);
    this.size++;
  }

  /** To be called when a replication, or all of several, have been added. */
  settle(): void {
    if (!this.isCounted && this.size >= ENOUGH) this.setLimits();
  }

  /** Puts clusters together by two. */
  merge(): void {
    this.counts.merge();
  }

  /** What is known now; it is not to be used after more has been added. */
  distribution(): Distribution {
    return this.isCounted
      ? this.counted()
      : exactly({ values: this.kept(), starts: this.starts() }, this.seen);
  }

  private keep(value: number, replication: number): void {
    const at = this.size;
    if (at === this.values.length) {
      const [values, replications] = [this.values, this.replications];
      this.values = new Float64Array(2 * at);
      this.values.set(values);
      this.replications = new Int32Array(2 * at);
      this.replications.set(replications);
    }
    this.values[at] = value;
    this.replications[at] = replication;
  }

  private kept(): Float64Array {
    return this.values.subarray(0, this.size);
  }

  /** Where each cluster's begin among those kept and, last, where all end. */
  private starts(): number[] {
    const starts: number[] = [];
    for (let k = 0; k < this.size; k++) {
      while (starts.length <= this.clustering.of(this.replications[k])) starts.push(k);
    }
    while (starts.length <= this.clustering.count) starts.push(this.size);
    return starts;
  }

  private setLimits(): void {
    this.isCounted = true;
    const sorted = this.kept().slice().sort();
    this.limits = this.probabilities.map((probability) => quantileOfSorted(sorted, probability));
    for (let k = 0; k < this.size; k++) {
      const value = this.values[k];
      this.count(value, binOf(value), this.clustering.of(this.replications[k]));
    }
    this.values = new Float64Array(0);
    this.replications = new Int32Array(0);
  }

  private count(value: number, bin: number, cluster: number): void {
    this.bins.addTo(bin);
    this.counts.add(0, cluster, 1);
    for (let k = 0; k < this.limits.length; k++) {
      if (value <= this.limits[k]) this.counts.add(1 + k, cluster, 1);
    }
  }

  private counted(): Distribution {
    const { bins, size, seen } = this;
    return {
      size,
      n: seen,
      quantile: (probability) => bins.quantile(probability),
      below: (probability) => this.within(probability),
    };
  }

  /**
   * What was counted at the limit, carried over to the quantile, which by now is known to lie a little off it: with the
   * share that is within the quantile, and with deviations as much larger as those of that share are.
   */
  private within(probability: number) {
    const at = this.probabilities.indexOf(probability);
    if (at < 0) throw new Error(`quantile ${probability} was not counted`);
    const counts = this.column(0);
    const within = this.column(1 + at);
    const share = within.reduce((sum, count) => sum + count, 0) / this.size;
    const target = this.bins.shareUpTo(this.bins.quantile(probability));
    const spread = Math.sqrt((target * (1 - target)) / (share * (1 - share)));
    const stretch = Number.isFinite(spread) ? spread : 1;
    return {
      counts,
      below: within.map((count, k) => counts[k] * target + stretch * (count - counts[k] * share)),
    };
  }

  private column(column: number): number[] {
    const values = this.counts.at(column);
    return Array.from({ length: this.clustering.count }, (_, cluster) => values?.[cluster] ?? 0);
  }
}
