/**
 * What an experiment keeps of its replications, added in their order, whatever order they ran in.
 *
 * Memory: 8 bytes for each figure of each replication that was ever other than zero (a column comes into being
 * with its first such value; a house of seven agencies and forty matters has about a thousand), and 12 bytes for
 * each wait and each stay. A day of 150 visitors takes about 12 kB, ten thousand such days about 120 MB.
 */
import type { Model } from '../model/model.ts';
import { type Figure, Layout } from '../statistics/figures.ts';
import type { ScopeKind } from '../statistics/scopes.ts';
import { HOURS, scopeCount } from '../statistics/scopes.ts';
import type { Days } from './days.ts';
import type { Clusters } from './estimate/quantile.ts';
import { Pool } from './pool.ts';

/** What is kept observation by observation. */
export type Observed = 'waits' | 'stays';

export class Sample {
  readonly model: Model;
  replications = 0;
  private readonly layout: Layout;
  private readonly columns: (Float64Array | undefined)[];
  private readonly waits = new Pool();
  private readonly stays = new Pool();
  private capacity = 16;
  /** Observations divided into the scopes of a kind, as several measures ask for the same. */
  private readonly divided = new Map<string, Clusters[]>();

  constructor(model: Model) {
    this.model = model;
    this.layout = new Layout(model.ids);
    this.columns = new Array(this.layout.size).fill(undefined);
  }

  /** Adds the next replications; copies what it keeps. Throws where others should come first. */
  add({ first, count, figures, waits, stays }: Days): void {
    if (first !== this.replications) {
      throw new RangeError(`replication ${first} cannot follow ${this.replications} others`);
    }
    while (this.replications + count > this.capacity) this.grow();
    for (let day = 0; day < count; day++) {
      for (let k = figures.starts[day]; k < figures.starts[day + 1]; k++) {
        this.columnOf(figures.owners[k])[first + day] = figures.values[k];
      }
    }
    this.waits.add(waits);
    this.stays.add(stays);
    this.replications += count;
    this.divided.clear();
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
    const key = `${observed} ${kind}`;
    let clusters = this.divided.get(key);
    if (clusters === undefined) {
      const count = scopeCount(kind, this.model.ids);
      clusters =
        observed === 'stays'
          ? this.stays.divide(count, stayScope(kind))
          : this.waits.divide(count, this.waitScope(kind));
      this.divided.set(key, clusters);
    }
    return clusters[index] ?? { values: new Float64Array(0), starts: [0] };
  }

  /** The dense index of the scope that a wait belongs to, by its owner. */
  private waitScope(kind: ScopeKind): (owner: number) => number {
    const { matterAgency } = this.model;
    const matter = (owner: number) => Math.floor(owner / HOURS);
    const agency = (owner: number) => matterAgency[matter(owner)] ?? -1;
    switch (kind) {
      case 'all':
        return () => 0;
      case 'agency':
        return agency;
      case 'matter':
        return matter;
      case 'hour':
        return (owner) => owner % HOURS;
      case 'agencyHour':
        return (owner) => agency(owner) * HOURS + (owner % HOURS);
      default:
        throw new Error(`waits are not kept by ${kind}`);
    }
  }

  private columnOf(offset: number): Float64Array {
    let column = this.columns[offset];
    if (column === undefined) {
      column = new Float64Array(this.capacity);
      this.columns[offset] = column;
    }
    return column;
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

function stayScope(kind: ScopeKind): (owner: number) => number {
  if (kind === 'all') return () => 0;
  if (kind === 'agency') return (owner) => owner;
  throw new Error(`stays are not kept by ${kind}`);
}
