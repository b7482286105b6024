/** The days of one design in a run directory: those that are there already, and those that come. */
import path from 'node:path';
import type { Days } from '../../experiment/days.ts';
import type { Model } from '../../model/model.ts';
import { type DaysTables, daysFromParquet, daysToParquet } from '../parquet/days-tables.ts';
import { Unreadable } from '../parquet/read-table.ts';
import { Blocks } from './blocks.ts';
import { type DesignEntry, DirectoryError, type FileEntry, type Part } from './manifest.ts';

/** What the directory does for its designs. */
export interface Files {
  /** Writes a file of the directory; null when the disk has failed, now or before. */
  write(file: string, content: Uint8Array): FileEntry | null;
  /** The content of a file that the manifest lists, verified; throws `DirectoryError`. */
  read(entry: FileEntry): Uint8Array;
  /** A part is there; others are not needed any more once that is written down. */
  partWritten(superseded: readonly FileEntry[]): void;
}

const TABLES = ['figures', 'waits', 'stays'] as const;
const number = (replication: number) => String(replication).padStart(7, '0');

export class DesignDays {
  private readonly entry: DesignEntry;
  private readonly model: Model;
  private readonly files: Files;
  private readonly blocks: Blocks;

  constructor(entry: DesignEntry, model: Model, files: Files) {
    this.entry = entry;
    this.model = model;
    this.files = files;
    this.blocks = new Blocks((days) => this.writePart(days));
  }

  /** How many days are there, from the first on. */
  get count(): number {
    return this.entry.parts.reduce((sum, { count }) => sum + count, 0);
  }

  /** The days that are there, a block at a time; all are to be taken before any is added. Throws `DirectoryError`. */
  async *given(): AsyncGenerator<Days, void, undefined> {
    let next = 0;
    for (const part of [...this.entry.parts]) {
      if (part.first !== next)
        throw new DirectoryError(`its days ${next} to ${part.first - 1} of ${this.entry.name} are missing`);
      next += part.count;
      const days = await this.readPart(part);
      // The last block may not be full, and goes on with the days to come.
      if (part === this.entry.parts.at(-1)) this.blocks.add(days);
      yield days;
    }
  }

  /** Adds the days that follow; they are on the disk once their block is full. */
  add(days: Days): void {
    this.blocks.add(days);
  }

  /** Writes what there is of the last block. */
  flush(): void {
    this.blocks.flush();
  }

  private async readPart(part: Part): Promise<Days> {
    const { figures, waits, stays } = part;
    const tables: DaysTables = {
      figures: this.files.read(figures),
      waits: this.files.read(waits),
      stays: this.files.read(stays),
    };
    try {
      return await daysFromParquet(tables, { ...part, run: this.entry.run }, this.model);
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown;
      throw new DirectoryError(
        `a file of ${path.dirname(figures.file)} (${number(part.first)}) ${thrown.message}`,
      );
    }
  }

  private writePart(days: Days): void {
    const { parts, folder, run } = this.entry;
    const { first, count } = days;
    const at = parts.findIndex((part) => part.first === first);
    if (parts[at]?.count === count) return;
    const tables = daysToParquet(days, this.model, run);
    const name = `${number(first)}-${number(first + count - 1)}.parquet`;
    const [figures, waits, stays] = TABLES.map((table) =>
      this.files.write(path.posix.join(folder, table, name), tables[table]),
    );
    if (!figures || !waits || !stays) return;
    const [old] = at < 0 ? [] : parts.splice(at, 1);
    parts.push({ first, count, figures, waits, stays });
    this.files.partWritten(old === undefined ? [] : [old.figures, old.waits, old.stays]);
  }
}
