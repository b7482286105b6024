/** Reads tables that `toParquet` wrote, and refuses whatever else. */
import { type DecodedArray, parquetMetadata, parquetRead } from 'hyparquet';

/** The bytes are no Parquet, or not of the table that was expected; the message says what they are. */
export class Unreadable extends Error {}

interface Chunk {
  readonly from: number;
  readonly values: DecodedArray;
}

type Fits = (value: unknown) => boolean;

const isNone: Fits = (value) => value === null || value === undefined;
const isNumber: Fits = (value) => typeof value === 'number';
const isText: Fits = (value) => typeof value === 'string';

/** Throws `Unreadable`; the columns of the table do so when they are asked for. */
export async function fromParquet(bytes: Uint8Array): Promise<Table> {
  const chunks = new Map<string, Chunk[]>();
  try {
    // A copy: what is handed in may be a piece of a larger buffer, as small files of Node are.
    const file = new Uint8Array(bytes).buffer;
    const metadata = parquetMetadata(file);
    for (const { name } of metadata.schema.slice(1)) chunks.set(name, []);
    await parquetRead({
      file,
      metadata,
      onChunk({ columnName, columnData, rowStart }) {
        chunks.get(columnName)?.push({ from: rowStart, values: columnData });
      },
    });
    const pairs = metadata.key_value_metadata ?? [];
    const about = Object.fromEntries(pairs.map(({ key, value = '' }) => [key, value]));
    return new Table(Number(metadata.num_rows), about, chunks);
  } catch (thrown) {
    throw new Unreadable(
      `is no Parquet that can be read (${thrown instanceof Error ? thrown.message : thrown})`,
    );
  }
}

export class Table {
  readonly length: number;
  readonly about: Readonly<Record<string, string>>;
  private readonly chunks: ReadonlyMap<string, readonly Chunk[]>;

  constructor(
    length: number,
    about: Readonly<Record<string, string>>,
    chunks: ReadonlyMap<string, readonly Chunk[]>,
  ) {
    this.length = length;
    this.about = about;
    this.chunks = chunks;
  }

  integers(name: string): Int32Array {
    const column = new Int32Array(this.length);
    for (const { from, values } of this.chunksOf(name)) {
      if (!(values instanceof Int32Array)) check(name, values, Number.isInteger);
      column.set(values as ArrayLike<number>, from);
    }
    return column;
  }

  numbers(name: string): Float64Array {
    const column = new Float64Array(this.length);
    for (const { from, values } of this.chunksOf(name)) {
      if (!(values instanceof Float64Array)) check(name, values, isNumber);
      column.set(values as ArrayLike<number>, from);
    }
    return column;
  }

  texts(name: string): readonly string[] {
    return this.gathered(name, isText, String);
  }

  optionalTexts(name: string): readonly (string | null)[] {
    const fits: Fits = (value) => isNone(value) || isText(value);
    return this.gathered(name, fits, (value) => (isNone(value) ? null : String(value)));
  }

  optionalIntegers(name: string): readonly (number | null)[] {
    const fits: Fits = (value) => isNone(value) || Number.isInteger(value);
    return this.gathered(name, fits, (value) => (isNone(value) ? null : Number(value)));
  }

  private gathered<T>(name: string, fits: Fits, of: (value: unknown) => T): T[] {
    const column = new Array<T>(this.length);
    for (const { from, values } of this.chunksOf(name)) {
      check(name, values, fits);
      for (let k = 0; k < values.length; k++) column[from + k] = of(values[k]);
    }
    return column;
  }

  private chunksOf(name: string): readonly Chunk[] {
    const chunks = this.chunks.get(name);
    if (chunks === undefined) throw new Unreadable(`has no column ${name}`);
    return chunks;
  }
}

function check(name: string, values: DecodedArray, fits: Fits): void {
  for (let k = 0; k < values.length; k++) {
    if (!fits(values[k])) throw new Unreadable(`has in its column ${name} what does not belong there`);
  }
}
