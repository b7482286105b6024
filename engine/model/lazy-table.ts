/**
 * A table of numbers that are worked out one by one when first asked for, and kept. It has so many rows, and columns
 * without end; memory is taken in pages, where a number is wanted, and they lie in one array.
 */

/** Columns to a page: a power of two. */
const PAGE = 16;
const PAGE_BITS = 4;

export class LazyTable {
  /** All numbers; another array whenever `at` has made room. NaN as long as nothing has been written there. */
  values: Float64Array;
  private readonly rows: number;
  private readonly width: number;
  /** By page of columns × rows + row: where it begins, plus 1; 0 where there is none. */
  private pages = new Int32Array(64);
  private used = 0;

  /** @param width how many numbers there are to a row and column */
  constructor(rows: number, width: number) {
    this.rows = rows;
    this.width = width;
    this.values = new Float64Array(PAGE * width).fill(Number.NaN);
  }

  /** Where in `values` the numbers of a row and column begin; makes room for them. */
  at(row: number, column: number): number {
    const index = (column >> PAGE_BITS) * this.rows + row;
    const known = index < this.pages.length ? this.pages[index] : 0;
    const page = known > 0 ? known - 1 : this.add(index);
    return page + (column & (PAGE - 1)) * this.width;
  }

  private add(index: number): number {
    if (index >= this.pages.length) {
      const longer = new Int32Array(Math.max(index + 1, 2 * this.pages.length));
      longer.set(this.pages);
      this.pages = longer;
    }
    const page = this.used;
    this.used += PAGE * this.width;
    if (this.used > this.values.length) {
      const longer = new Float64Array(2 * this.values.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values.fill(Number.NaN, page, this.used);
    this.pages[index] = page + 1;
    return page;
  }
}
