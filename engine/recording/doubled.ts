/** The one way in which columns of a recording grow. */

/** A copy of the column, twice as long. */
export function doubled<T extends Float64Array | Int32Array | Uint8Array>(column: T): T {
  const Column = column.constructor as new (length: number) => T;
  const longer = new Column(2 * column.length);
  longer.set(column);
  return longer;
}
