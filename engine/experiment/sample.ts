/**
 * What an experiment keeps of its replications, added in their order, whatever order they ran in.
 *
 * Memory: 8 bytes for each figure of each replication that was ever other than zero (a column comes into being
 * with its first such value; a house of seven agencies and forty matters has about a thousand), and 12 bytes for
 * each wait and each stay. A day of 150 visitors takes about 12 kB, ten thousand such days about 120 MB.
 */
import type { Model } from '../model/model.ts';
import { type Figure, Layout } from '../statistics/figures.ts';
import type { Observations } from '../statistics/observations.ts';
import type { ScopeKind } from '../statistics/scopes.ts';
import { HOURS } from '../statistics/scopes.ts';
import { reach } from '../statistics/sheet.ts';
import type { DayFigures } from '../statistics/statistics.ts';
import type { Clusters } from './estimate/quantile.ts';

/** What is kept observation by observation. */
export type Observed = 'waits' | 'stays';

/** Observations of all replications, one after another. */
class Pool {
  /** Where each replication's observations begin and, last, where all end. */
  readonly starts: number[] = [0];
  private values = new Float64Array(1024);
  private owners = new Int32Array(1024);

  add({ values, owners, length }: Observations): void {
    const start = this.starts.at(-1) ?? 0;
    if (start + length > this.values.length) this.grow(start, length);
    this.values.set(values.subarray(0, length), start);
    this.owners.set(owners.subarray(0, length), start);
    this.starts.push(start + length);
  }

  /** Those whose owner `belongs`, in their order. */
  select(belongs: (owner: number) => boolean): Clusters {
    const starts = [0];
    let values = new Float64Array(1024);
    let count = 0;
    for (let replication = 1; replication < this.starts.length; replication++) {
      const end = this.starts[replication] ?? 0;
      for (let k = this.starts[replication - 1] ?? 0; k < end; k++) {
        if (!belongs(this.owners[k] ?? -1)) continue;
        values = reach(values, count, 0);
        values[count++] = this.values[k] ?? 0;
      }
      starts.push(count);
    }
    return { values: values.subarray(0, count), starts };
  }

  private grow(used: number, length: number): void {
    const capacity = Math.max(used + length, this.values.length * 2);
    const values = new Float64Array(capacity);
    values.set(this.values.subarray(0, used));
    this.values = values;
    const owners = new Int32Array(capacity);
    owners.set(this.owners.subarray(0, used));
    this.owners = owners;
  }
}

export class Sample {
  readonly model: Model;
  replications = 0;
  private readonly layout: Layout;
  private readonly columns: (Float64Array | undefined)[];
  private readonly waits = new Pool();
  private readonly stays = new Pool();
  private capacity = 16;

  constructor(model: Model) {
    this.model = model;
    this.layout = new Layout(model.ids);
    this.columns = new Array(this.layout.size).fill(undefined);
  }

  /** Adds the next replication; copies what it keeps. */
  add({ row, waits, stays }: DayFigures): void {
    if (this.replications === this.capacity) this.grow();
    for (let k = 0; k < row.length; k++) {
      const value = row[k] ?? 0;
      if (value === 0) continue;
      let column = this.columns[k];
      if (column === undefined) {
        column = new Float64Array(this.capacity);
        this.columns[k] = column;
      }
      column[this.replications] = value;
    }
    this.waits.add(waits);
    this.stays.add(stays);
    this.replications++;
  }

  /** A figure by replication; several are added up. */
  series(figures: readonly Figure[], kind: ScopeKind, index: number): number[] {
    const sums = new Array<number>(this.replications).fill(0);
    for (const figure of figures) {
      const column = this.columns[this.layout.offset(figure, kind) + index];
      if (column === undefined) continue;
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (column[k] ?? 0);
    }
    return sums;
  }

  /** Single observations of a scope, by replication. */
  observations(observed: Observed, kind: ScopeKind, index: number): Clusters {
    if (observed === 'stays') return this.stays.select(stayBelongs(kind, index));
    return this.waits.select(this.waitBelongs(kind, index));
  }

  private waitBelongs(kind: ScopeKind, index: number): (owner: number) => boolean {
    const { matterAgency } = this.model;
    const matter = (owner: number) => Math.floor(owner / HOURS);
    switch (kind) {
      case 'all':
        return () => true;
      case 'agency':
        return (owner) => matterAgency[matter(owner)] === index;
      case 'matter':
        return (owner) => matter(owner) === index;
      case 'hour':
        return (owner) => owner % HOURS === index;
      case 'agencyHour':
        return (owner) => (matterAgency[matter(owner)] ?? -1) * HOURS + (owner % HOURS) === index;
      default:
        throw new Error(`waits are not kept by ${kind}`);
    }
  }

  private grow(): void {
    this.capacity *= 2;
    for (const [k, column] of this.columns.entries()) {
      if (column === undefined) continue;
      const longer = new Float64Array(this.capacity);
      longer.set(column);
      this.columns[k] = longer;
    }
  }
}

function stayBelongs(kind: ScopeKind, index: number): (owner: number) => boolean {
  if (kind === 'all') return () => true;
  if (kind === 'agency') return (owner) => owner === index;
  throw new Error(`stays are not kept by ${kind}`);
}
