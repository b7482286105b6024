/**
 * Observations of all replications, one after another, and their division into scopes. Dividing takes two passes
 * and one copy.
 */
import type { Clustering } from './clustering.ts';
import type { Clusters } from './estimate/quantile.ts';

/** The observations of a scope by cluster, and in how many replications there were any. */
export interface Divided {
  readonly clusters: Clusters;
  readonly n: number;
}

export class Pool {
  /** Where each replication's observations begin and, last, where all end. */
  private readonly starts: number[] = [0];
  private values = new Float64Array(1024);
  private owners = new Int32Array(1024);

  /** How many there are. */
  get size(): number {
    return this.starts.at(-1) ?? 0;
  }

  /** Adds the observations of the next replication. */
  add(values: Float64Array, owners: Int32Array): void {
    const used = this.size;
    if (used + values.length > this.values.length) this.grow(used, values.length);
    this.values.set(values, used);
    this.owners.set(owners, used);
    this.starts.push(used + values.length);
  }

  visit(use: (value: number, owner: number, replication: number) => void): void {
    for (let replication = 0; replication + 1 < this.starts.length; replication++) {
      for (let k = this.starts[replication]; k < this.starts[replication + 1]; k++) {
        use(this.values[k], this.owners[k], replication);
      }
    }
  }

  /** The observations of each of `count` scopes in their order; those of a scope below 0 are in none. */
  divide(count: number, scopeOf: (owner: number) => number, clustering: Clustering): Divided[] {
    const sizes = new Int32Array(count);
    for (let k = 0; k < this.size; k++) {
      const scope = scopeOf(this.owners[k]);
      if (scope >= 0) sizes[scope] += 1;
    }
    const divided = Array.from(sizes, (size) => ({
      clusters: { values: new Float64Array(size), starts: new Int32Array(clustering.count + 1) },
      n: 0,
    }));
    const filled = new Int32Array(count);
    const last = new Int32Array(count).fill(-1);
    this.visit((value, owner, replication) => {
      const scope = scopeOf(owner);
      if (scope < 0) return;
      const { clusters } = divided[scope];
      clusters.values[filled[scope]++] = value;
      // The end of its cluster so far; clusters without any are seen to below.
      clusters.starts[clustering.of(replication) + 1] = filled[scope];
      if (last[scope] !== replication) divided[scope].n++;
      last[scope] = replication;
    });
    for (const { clusters } of divided) {
      for (let k = 1; k < clusters.starts.length; k++) {
        clusters.starts[k] = Math.max(clusters.starts[k], clusters.starts[k - 1]);
      }
    }
    return divided;
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
