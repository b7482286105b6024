/** Reads tables that `toParquet` wrote, and refuses whatever else. */
import { parquetMetadata, parquetRead } from 'hyparquet';

/** The bytes are no Parquet, or not of the table that was expected; the message says what they are. */
export class Unreadable extends Error {}

export interface Table {
  readonly length: number;
  readonly about: Readonly<Record<string, string>>;
  integers(name: string): Int32Array;
  numbers(name: string): Float64Array;
  texts(name: string): readonly string[];
  optionalTexts(name: string): readonly (string | null)[];
  optionalIntegers(name: string): readonly (number | null)[];
}

/** Throws `Unreadable`; the columns of the table do so when they are asked for. */
export async function fromParquet(bytes: Uint8Array): Promise<Table> {
  const columns = new Map<string, unknown[]>();
  try {
    const buffer = bytes.slice().buffer;
    const metadata = parquetMetadata(buffer);
    const length = Number(metadata.num_rows);
    for (const { name } of metadata.schema.slice(1)) columns.set(name, new Array(length));
    await parquetRead({
      file: buffer,
      metadata,
      onChunk({ columnName, columnData, rowStart }) {
        const column = columns.get(columnName);
        for (let k = 0; k < columnData.length && column !== undefined; k++)
          column[rowStart + k] = columnData[k];
      },
    });
    const pairs = metadata.key_value_metadata ?? [];
    const about = Object.fromEntries(pairs.map(({ key, value = '' }) => [key, value]));
    return new ReadTable(length, about, columns);
  } catch (thrown) {
    throw new Unreadable(
      `is no Parquet that can be read (${thrown instanceof Error ? thrown.message : thrown})`,
    );
  }
}

class ReadTable implements Table {
  readonly length: number;
  readonly about: Readonly<Record<string, string>>;
  private readonly columns: ReadonlyMap<string, readonly unknown[]>;

  constructor(
    length: number,
    about: Readonly<Record<string, string>>,
    columns: ReadonlyMap<string, readonly unknown[]>,
  ) {
    this.length = length;
    this.about = about;
    this.columns = columns;
  }

  integers(name: string): Int32Array {
    return Int32Array.from(this.column(name, Number.isInteger), Number);
  }

  numbers(name: string): Float64Array {
    return Float64Array.from(
      this.column(name, (value) => typeof value === 'number'),
      Number,
    );
  }

  texts(name: string): readonly string[] {
    return this.column(name, (value) => typeof value === 'string').map(String);
  }

  optionalTexts(name: string): readonly (string | null)[] {
    const isOfKind = (value: unknown) => value === null || value === undefined || typeof value === 'string';
    return this.column(name, isOfKind).map((value) => (typeof value === 'string' ? value : null));
  }

  optionalIntegers(name: string): readonly (number | null)[] {
    const isOfKind = (value: unknown) => value === null || value === undefined || Number.isInteger(value);
    return this.column(name, isOfKind).map((value) => (typeof value === 'number' ? value : null));
  }

  private column(name: string, isOfKind: (value: unknown) => boolean): readonly unknown[] {
    const column = this.columns.get(name);
    if (column === undefined) throw new Unreadable(`has no column ${name}`);
    const wrong = column.findIndex((value) => !isOfKind(value));
    if (wrong >= 0)
      throw new Unreadable(`has in row ${wrong} of its column ${name} what does not belong there`);
    return column;
  }
}
