/**
 * Tables as Parquet (https://parquet.apache.org), for DuckDB, R, pandas and whatever else reads it. Numbers are kept to the
 * last bit, and the same table gives the same bytes.
 */
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';

/** What a column holds: whole numbers of 32 bits, doubles, text, or true and false; null only where it is optional. */
export type ColumnKind =
  | 'integer'
  | 'number'
  | 'text'
  | 'optional integer'
  | 'optional number'
  | 'optional text'
  | 'optional boolean';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly data: Int32Array | Float64Array | readonly (number | string | boolean | null)[];
}

/** Rows that a reader takes at once; columns of a part are not much longer. */
const ROW_GROUP = 1_000_000;

/** A Parquet file of these columns, which are of one length. `about` goes into its metadata. */
export function toParquet(columns: readonly Column[], about: Readonly<Record<string, string>>): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(columnSource),
    rowGroupSize: ROW_GROUP,
    createdBy: 'aula',
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(buffer);
}

/**
 * Doubles are written plainly: a dictionary of them would take -0 for 0, and days have few equal ones. Whole numbers go up
 * row by row or repeat, which differences pack well and fast.
 */
function columnSource({ name, kind, data }: Column): ColumnSource {
  const nullable = kind.startsWith('optional');
  const source = { name, data: data as ColumnSource['data'], nullable };
  switch (kind) {
    case 'integer':
      return { ...source, type: 'INT32', encoding: 'DELTA_BINARY_PACKED' };
    case 'optional integer':
      return { ...source, type: 'INT32' };
    case 'number':
    case 'optional number':
      return { ...source, type: 'DOUBLE', encoding: 'PLAIN', codec: 'UNCOMPRESSED', statistics: false };
    case 'text':
    case 'optional text':
      return { ...source, type: 'STRING' };
    case 'optional boolean':
      return { ...source, type: 'BOOLEAN' };
  }
}
