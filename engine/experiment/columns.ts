/**
 * Sums by cluster, in columns. A column comes into being with its first value, so that what never happens takes no room.
 * Clusters come in their order; what the last of them has is held apart, in one row, since it is added to again and again.
 * Columns that nobody will ask for are only counted.
 */

/** There are many columns, and what each leaves behind while it is short is too small to be used for much else. */
const [GROWTH, GROWTH_WHEN_LONG, LONG] = [4, 2, 256];

export class Columns {
  private count = 0;
  private readonly columns: (Float64Array | undefined)[];
  /** The sums of the last cluster, by column. */
  private readonly row: Float64Array;
  private cluster = 0;
  /** Whether the row has something that the columns have not. */
  private isAhead = false;
  /** By column: whether it is kept; null where all are. */
  private wanted: Uint8Array | null;
  /** By column that is not kept: whether it has had a value. */
  private readonly met: Uint8Array;

  /** For columns numbered below `count`; of which those are kept that `wanted` has a 1 for. */
  constructor(count: number, wanted: Uint8Array | null = null) {
    this.columns = new Array(count).fill(undefined);
    this.row = new Float64Array(count);
    this.wanted = wanted;
    this.met = new Uint8Array(wanted === null ? 0 : count);
  }

  /** How many columns have had a value, kept or not. */
  get known(): number {
    this.settle();
    return this.count;
  }

  /** Adds to a column's sum of the last cluster, or of one after it. */
  add(column: number, cluster: number, value: number): void {
    if (cluster !== this.cluster) this.begin(cluster);
    this.row[column] += value;
    this.isAhead = true;
  }

  /** The sums of a column by cluster, nothing where it is undefined or ends early; throws where it is not kept. */
  at(column: number): Float64Array | undefined {
    if (!this.isKept(column)) throw new RangeError(`column ${column} is not kept`);
    this.settle();
    return this.columns[column];
  }

  /** Lets go of all columns but those that `wanted` has a 1 for. */
  narrow(wanted: Uint8Array): void {
    this.settle();
    this.wanted = wanted;
    for (let column = 0; column < this.columns.length; column++)
      if (wanted[column] !== 1) this.columns[column] = undefined;
  }

  /** Puts clusters together by two. */
  merge(): void {
    this.settle();
    for (const values of this.columns) {
      if (values === undefined) continue;
      const half = values.length / 2;
      for (let k = 0; k < half; k++) values[k] = values[2 * k] + values[2 * k + 1];
      values.fill(0, half);
    }
    this.cluster = Math.floor(this.cluster / 2);
    for (const [column, values] of this.columns.entries()) this.row[column] = values?.[this.cluster] ?? 0;
  }

  private begin(cluster: number): void {
    if (cluster < this.cluster) throw new RangeError(`cluster ${cluster} after cluster ${this.cluster}`);
    this.settle();
    this.row.fill(0);
    this.cluster = cluster;
  }

  /** Brings the columns up to date. */
  private settle(): void {
    if (!this.isAhead) return;
    this.isAhead = false;
    const { row, cluster } = this;
    for (let column = 0; column < row.length; column++) {
      if (row[column] === 0) continue;
      if (!this.isKept(column)) {
        if (this.met[column] === 0) this.count++;
        this.met[column] = 1;
        continue;
      }
      let values = this.columns[column];
      if (values === undefined || cluster >= values.length) values = this.reach(column);
      values[cluster] = row[column];
    }
  }

  private isKept(column: number): boolean {
    return this.wanted === null || this.wanted[column] === 1;
  }

  private reach(column: number): Float64Array {
    const shorter = this.columns[column];
    if (shorter === undefined) this.count++;
    let length = shorter?.length ?? 16;
    while (length <= this.cluster) length *= length < LONG ? GROWTH : GROWTH_WHEN_LONG;
    const values = new Float64Array(length);
    if (shorter !== undefined) values.set(shorter);
    this.columns[column] = values;
    return values;
  }
}
