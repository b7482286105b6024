/**
 * What an experiment keeps of its replications, added in their order, whatever order they ran in. Memory does not grow with
 * their number once it is large: figures are summed by cluster, and single waits and stays are tallied.
 *
 * What it takes: at most 128 MB for figures, usually half of that, and some 30 MB for waits and stays; of the whole house
 * alone it is next to nothing.
 */
import type { Model } from '../model/model.ts';
import { type Figure, GROUPS, Layout } from '../statistics/figures.ts';
import type { ScopeKind } from '../statistics/scopes.ts';
import { Clustering, MOST_CLUSTERS } from './clustering.ts';
import { Columns } from './columns.ts';
import type { Days } from './days.ts';
import { ofHouse, staysDivided, waitsDivided } from './divisions.ts';
import type { Control } from './estimate/adjusted.ts';
import { estimateMean } from './estimate/mean.ts';
import type { Distribution } from './estimate/quantile.ts';
import { type ExpectedArrivals, unadjusted } from './expected-arrivals.ts';
import { probabilitiesOf } from './measures.ts';
import { type Divisions, ObservedValues } from './observed-values.ts';
import { Presence } from './presence.ts';

/** Who comes to the doors, whether let in or not: as many as come in any design of the same visitors. */
export const CAME: readonly Figure[] = ['arrived', 'turnedAwayFull', 'turnedAwayClosed'];

/** Which scopes a sample keeps figures of: each that there is, or the whole house alone, as to compare it with another. */
export type Extent = 'full' | 'house';

/** What is kept observation by observation. */
export type Observed = 'waits' | 'stays';

/** Numbers that may be kept of figures, 8 bytes each: with very many figures there are fewer clusters, but not under these. */
const MOST_SUMS = 2 ** 24;
const LEAST_CLUSTERS = 256;

export class Sample {
  readonly model: Model;
  /** What there are figures of. */
  extent: Extent;
  private isWhole = false;
  private readonly expected: ExpectedArrivals | null;
  private controlsNow: readonly [Control, Control] | null = null;
  private readonly came: readonly number[];
  private readonly clustering = new Clustering();
  private readonly layout: Layout;
  private readonly columns: Columns;
  private readonly presence: Presence;
  private readonly observed: Readonly<Record<Observed, ObservedValues>>;

  /** Estimates are adjusted for the arrivals that were to be expected, where they are given. */
  constructor(model: Model, expected: ExpectedArrivals | null = null, extent: Extent = 'full') {
    this.model = model;
    this.extent = extent;
    this.expected = expected;
    this.layout = new Layout(model.ids);
    this.came = CAME.map((figure) => this.layout.offset(figure, 'all'));
    // The last column is for the squares of those who came.
    this.columns = new Columns(this.layout.size + 1, extent === 'full' ? null : houseColumns(this.layout));
    this.presence = new Presence(this.layout);
    const within = (divisions: Divisions) => (extent === 'full' ? divisions : ofHouse(divisions));
    this.observed = {
      waits: new ObservedValues(within(waitsDivided(model)), probabilitiesOf('waits'), this.clustering),
      stays: new ObservedValues(within(staysDivided(model)), probabilitiesOf('stays'), this.clustering),
    };
  }

  get replications(): number {
    return this.clustering.replications;
  }

  /** Adds the next replications; copies what it keeps. Throws where others should come first. */
  add({ first, count, figures, waits, stays }: Days): void {
    if (this.isWhole) throw new Error('nothing is added to a sample that has been narrowed');
    if (first !== this.replications) {
      throw new RangeError(`replication ${first} cannot follow ${this.replications} others`);
    }
    this.controlsNow = null;
    for (let day = 0; day < count; day++) {
      const replication = first + day;
      this.makeRoom();
      this.clustering.replications++;
      const cluster = this.clustering.of(replication);
      let came = 0;
      for (let k = figures.starts[day]; k < figures.starts[day + 1]; k++) {
        const [offset, value] = [figures.owners[k], figures.values[k]];
        this.columns.add(offset, cluster, value);
        this.presence.note(offset, replication);
        if (this.came.includes(offset)) came += value;
      }
      this.columns.add(this.layout.size, cluster, came ** 2);
      this.observed.waits.add(waits, day, replication);
      this.observed.stays.add(stays, day, replication);
    }
  }

  /** How many replications each cluster has, in their order. */
  clusterSizes(): number[] {
    return this.clustering.sizes();
  }

  /** A figure summed by cluster; several are added up. */
  series(figures: readonly Figure[], kind: ScopeKind, index: number): number[] {
    const sums = new Array<number>(this.clustering.count).fill(0);
    for (const figure of figures) {
      const column = this.columns.at(this.layout.offset(figure, kind) + index);
      if (column === undefined) continue;
      const length = Math.min(sums.length, column.length);
      for (let k = 0; k < length; k++) sums[k] += column[k];
    }
    return sums;
  }

  /** Replications in which any of the figures, which are those below the line of a ratio, was not zero. */
  replicationsWith(figures: readonly Figure[], kind: ScopeKind, index: number): number {
    return this.presence.of(figures, kind, index);
  }

  /** Single observations of a scope; not to be used after more replications were added. */
  observations(observed: Observed, kind: ScopeKind, index: number): Distribution {
    return this.observed[observed].distribution(kind, index);
  }

  /** Lets go of what is kept to be asked for again, as long as many are asked for: it takes more than the sample itself. */
  letGo(): void {
    this.observed.waits.letGo();
    this.observed.stays.letGo();
  }

  /** Lets go of all figures but the house's, once all replications are there and nothing else is asked for any more. */
  narrow(): void {
    this.isWhole = true;
    if (this.extent === 'house') return;
    this.extent = 'house';
    this.columns.narrow(houseColumns(this.layout));
    this.observed.waits.narrow('all');
    this.observed.stays.narrow('all');
  }

  /** Whether estimates are adjusted for the arrivals. */
  get isAdjusted(): boolean {
    return unadjusted(this.expected, this.replications) === null;
  }

  /** What estimates are to be adjusted by: those who came, and how unlike the expected number they were. */
  controls(): readonly [Control, Control] | null {
    if (this.expected === null || this.replications === 0) return null;
    this.controlsNow ??= this.controlsFor(this.expected);
    return this.controlsNow;
  }

  private controlsFor({ mean, variance }: ExpectedArrivals): readonly [Control, Control] {
    const sums = this.series(CAME, 'all', 0);
    const squares = this.columns.at(this.layout.size);
    const sizes = this.clusterSizes();
    const deviations = sums.map((sum, k) => (squares?.[k] ?? 0) - 2 * mean * sum + sizes[k] * mean ** 2);
    return [
      { influence: influenceOf(sums, sizes), expected: mean },
      { influence: influenceOf(deviations, sizes), expected: variance },
    ];
  }

  /** Where a cluster is to begin, puts clusters together by two until there may be one more. */
  private makeRoom(): void {
    const { clustering, columns } = this;
    if (clustering.replications % clustering.size > 0) return;
    const most = Math.max(
      LEAST_CLUSTERS,
      Math.min(MOST_CLUSTERS, powerOfTwoBelow(MOST_SUMS / columns.known)),
    );
    while (clustering.replications >= most * clustering.size) {
      columns.merge();
      this.observed.waits.merge();
      this.observed.stays.merge();
      clustering.size *= 2;
    }
  }
}

/** Those of the house's figures, and the last one; the others count all the same, so that clusters are as they are in full. */
function houseColumns(layout: Layout): Uint8Array {
  const wanted = new Uint8Array(layout.size + 1);
  wanted[layout.size] = 1;
  for (const { scopes, figures } of Object.values(GROUPS)) {
    const kinds: readonly ScopeKind[] = scopes;
    if (!kinds.includes('all')) continue;
    for (const figure of figures) wanted[layout.offset(figure, 'all')] = 1;
  }
  return wanted;
}

const influenceOf = (sums: readonly number[], sizes: readonly number[]) =>
  estimateMean(sums, 0.95, sizes).influence ?? sums;

const powerOfTwoBelow = (number: number) => 2 ** Math.floor(Math.log2(number));
