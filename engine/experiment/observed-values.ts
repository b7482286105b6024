/**
 * The waits, or the stays, of all replications, by scope: kept one by one for as long as that takes little memory, and
 * tallied from then on.
 */
import type { Clustering } from './clustering.ts';
import type { Ragged } from './days.ts';
import { type Distribution, exactly } from './estimate/quantile.ts';
import { binOf } from './log-bins.ts';
import { Pool } from './pool.ts';
import { Tally } from './tally.ts';

/** One kind of scope: how many there are, and which an owner's observations are in, -1 for none. */
export interface Division {
  readonly count: number;
  readonly scopeOf: (owner: number) => number;
}

/** What observations are divided by. */
export interface Divisions {
  /** Owners are numbered below this, from -1 on. */
  readonly owners: number;
  readonly byName: ReadonlyMap<string, Division>;
}

/** Up to so many replications and observations are kept one by one. */
export const EXACT_REPLICATIONS = 1024;
const EXACT_OBSERVATIONS = 2 ** 20;

export class ObservedValues {
  private divisions: Divisions;
  private readonly probabilities: readonly number[];
  private readonly clustering: Clustering;
  /** Null once they are tallied. */
  private pool: Pool | null = new Pool();
  /** By division, one scope after another. */
  private tallies: Tally[][] = [];
  /** By owner from -1 on: the tallies that its observations go to. */
  private talliesOf: readonly (readonly Tally[])[] = [];
  private readonly known = new Map<string, Distribution[]>();

  /** For these divisions, and quantiles of these probabilities. */
  constructor(divisions: Divisions, probabilities: readonly number[], clustering: Clustering) {
    this.divisions = divisions;
    this.probabilities = probabilities;
    this.clustering = clustering;
  }

  /** Adds the observations of one of the days, which is the replication of that number. */
  add({ starts, values, owners }: Ragged, day: number, replication: number): void {
    this.known.clear();
    const [from, to] = [starts[day], starts[day + 1]];
    if (this.pool !== null) {
      const isFull = replication === EXACT_REPLICATIONS || this.pool.size + to - from > EXACT_OBSERVATIONS;
      if (!isFull) {
        this.pool.add(values.subarray(from, to), owners.subarray(from, to));
        return;
      }
      this.tallyPool(this.pool);
    }
    for (let k = from; k < to; k++) this.tally(values[k], owners[k], replication);
    this.settle();
  }

  /** Puts clusters together by two. */
  merge(): void {
    this.known.clear();
    for (const tally of this.tallies.flat()) tally.merge();
  }

  /** The observations of a scope; throws where they are not divided like that. */
  distribution(division: string, scope: number): Distribution {
    let distributions = this.known.get(division);
    if (distributions === undefined) {
      distributions = this.distributions(division);
      this.known.set(division, distributions);
    }
    return distributions[scope];
  }

  /** Lets go of what was divided for `distribution`, and is divided anew where it is asked for again. */
  letGo(): void {
    this.known.clear();
  }

  /** Lets go of all divisions but one. Nothing may be added any more. */
  narrow(division: string): void {
    const { owners, byName } = this.divisions;
    const names = [...byName.keys()];
    this.known.clear();
    this.talliesOf = [];
    this.tallies = this.tallies.filter((_, at) => names[at] === division);
    this.divisions = { owners, byName: new Map([...byName].filter(([name]) => name === division)) };
  }

  private distributions(name: string): Distribution[] {
    const division = this.divisions.byName.get(name);
    if (division === undefined) throw new Error(`they are not kept by ${name}`);
    if (this.pool !== null) {
      return this.pool
        .divide(division.count, division.scopeOf, this.clustering)
        .map(({ clusters, n }) => exactly(clusters, n));
    }
    const at = [...this.divisions.byName.keys()].indexOf(name);
    return this.tallies[at].map((tally) => tally.distribution());
  }

  private tallyPool(pool: Pool): void {
    this.pool = null;
    const { owners, byName } = this.divisions;
    const divisions = [...byName.values()];
    for (const { count } of divisions) {
      this.tallies.push(Array.from({ length: count }, () => new Tally(this.probabilities, this.clustering)));
    }
    this.talliesOf = Array.from({ length: owners + 1 }, (_, k) =>
      divisions.flatMap(({ scopeOf }, at) => this.tallies[at][scopeOf(k - 1)] ?? []),
    );
    pool.visit((value, owner, replication) => this.tally(value, owner, replication));
  }

  private tally(value: number, owner: number, replication: number): void {
    const bin = binOf(value);
    for (const tally of this.talliesOf[owner + 1]) tally.add(value, bin, replication);
  }

  private settle(): void {
    for (const scopes of this.tallies) for (const tally of scopes) tally.settle();
  }
}
