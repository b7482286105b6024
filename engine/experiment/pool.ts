/**
 * Observations of all replications, one after another, and their division into scopes. Dividing takes two passes
 * and one copy.
 */
import type { Ragged } from './days.ts';
import type { Clusters } from './estimate/quantile.ts';

export class Pool {
  /** Where each replication's observations begin and, last, where all end. */
  private readonly starts: number[] = [0];
  private values = new Float64Array(1024);
  private owners = new Int32Array(1024);

  /** Adds the observations of the next replications. */
  add({ starts, values, owners }: Ragged): void {
    const used = this.starts.at(-1) ?? 0;
    if (used + values.length > this.values.length) this.grow(used, values.length);
    this.values.set(values, used);
    this.owners.set(owners, used);
    for (let day = 1; day < starts.length; day++) this.starts.push(used + starts[day]);
  }

  /** The observations of each of `count` scopes in their order; those of a scope below 0 are in none. */
  divide(count: number, scopeOf: (owner: number) => number): Clusters[] {
    const total = this.starts.at(-1) ?? 0;
    const sizes = new Int32Array(count);
    for (let k = 0; k < total; k++) {
      const scope = scopeOf(this.owners[k]);
      if (scope >= 0) sizes[scope] += 1;
    }
    const filled = new Int32Array(count);
    const clusters = Array.from(sizes, (size) => ({
      values: new Float64Array(size),
      starts: new Int32Array(this.starts.length),
    }));
    for (let replication = 1; replication < this.starts.length; replication++) {
      for (let k = this.starts[replication - 1]; k < this.starts[replication]; k++) {
        const scope = scopeOf(this.owners[k]);
        if (scope >= 0) clusters[scope].values[filled[scope]++] = this.values[k];
      }
      for (let scope = 0; scope < count; scope++) clusters[scope].starts[replication] = filled[scope];
    }
    return clusters;
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
