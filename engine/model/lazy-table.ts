/**
 * A table of numbers that are worked out one by one when first asked for, and kept. It has so many rows, and columns
 * without end; memory is taken in pages, where a number is wanted.
 */

/** Columns to a page: a power of two. */
const PAGE = 32;
const PAGE_BITS = 5;

export class LazyTable {
  private readonly rows: number;
  private readonly width: number;
  /** By page of columns × rows + row. */
  private readonly pages: (Float64Array | undefined)[] = [];

  /** @param width how many numbers there are to a row and column */
  constructor(rows: number, width: number) {
    this.rows = rows;
    this.width = width;
  }

  /** The page in which the numbers of a row and column are, from `at` on; NaN as long as nothing has been written there. */
  page(row: number, column: number): Float64Array {
    const index = (column >> PAGE_BITS) * this.rows + row;
    const known = index < this.pages.length ? this.pages[index] : undefined;
    if (known !== undefined) return known;
    while (this.pages.length < index) this.pages.push(undefined);
    const page = new Float64Array(PAGE * this.width).fill(Number.NaN);
    this.pages[index] = page;
    return page;
  }

  at(column: number): number {
    return (column & (PAGE - 1)) * this.width;
  }
}
