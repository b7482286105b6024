/**
 * Rows of numbers that are worked out one by one when first asked for, and kept. A row is made when its first number is
 * wanted, and grows with the columns that there are.
 */

const NONE = new Float64Array(0);

export class LazyTable {
  private readonly rows: Float64Array[];
  private readonly width: number;

  /** With so many rows, and so many numbers to a column. */
  constructor(rows: number, width: number) {
    this.rows = new Array<Float64Array>(rows).fill(NONE);
    this.width = width;
  }

  /** The row up to this column at least; NaN for what is not known yet. `columns` are all that there are by now. */
  row(row: number, column: number, columns: number): Float64Array {
    const kept = this.rows[row];
    if ((column + 1) * this.width <= kept.length) return kept;
    const larger = new Float64Array(Math.max(columns * this.width, Math.ceil(1.5 * kept.length)));
    larger.set(kept);
    larger.fill(Number.NaN, kept.length);
    this.rows[row] = larger;
    return larger;
  }
}
