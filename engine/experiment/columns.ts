/**
 * Sums by cluster, in columns. A column comes into being with its first value, so that what never happens takes no room.
 */
export class Columns {
  /** How many columns there are. */
  kept = 0;
  private readonly columns: (Float64Array | undefined)[];

  /** For columns numbered below `count`. */
  constructor(count: number) {
    this.columns = new Array(count).fill(undefined);
  }

  add(column: number, cluster: number, value: number): void {
    let values = this.columns[column];
    if (values === undefined || cluster >= values.length) values = this.reach(column, cluster);
    values[cluster] += value;
  }

  /** The sums of a column by cluster, nothing where it is undefined or ends early. */
  at(column: number): Float64Array | undefined {
    return this.columns[column];
  }

  /** Puts clusters together by two. */
  merge(): void {
    for (const values of this.columns) {
      if (values === undefined) continue;
      const half = values.length / 2;
      for (let k = 0; k < half; k++) values[k] = values[2 * k] + values[2 * k + 1];
      values.fill(0, half);
    }
  }

  private reach(column: number, cluster: number): Float64Array {
    const known = this.columns[column];
    if (known === undefined) this.kept++;
    let length = known?.length ?? 16;
    while (length <= cluster) length *= 2;
    const values = new Float64Array(length);
    if (known !== undefined) values.set(known);
    this.columns[column] = values;
    return values;
  }
}
