/**
 * A run directory: the scenario, and the days of its designs as they come, so that a run can be interrupted anywhere and
 * gone on with. Days are written block by block; when the disk fails, the run goes on without it.
 */
import path from 'node:path';
import type { Model } from '../../model/model.ts';
import type { DayTables } from '../parquet/day-tables.ts';
import { slotsToParquet } from '../parquet/days-tables.ts';
import { DesignDays } from './design-days.ts';
import { type Disk, InUse, LOCK, TEMPORARY } from './disk.ts';
import {
  DirectoryError,
  digestOf,
  type FileEntry,
  FORMAT,
  type Manifest,
  manifestFrom,
  manifestText,
  type RunState,
} from './manifest.ts';
import { type Resolved, resolvedFrom, resolvedText } from './scenario-text.ts';

export const MANIFEST = 'manifest.json';
const SCENARIO = 'scenario.json';
/** Seconds between two manifests while days come, or this many times as long as the last one took to write. */
const PATIENCE = 0.1;
const SHARE = 30;

/** What a new directory is told about its run. */
export interface About {
  readonly version: string;
  readonly machine: Manifest['machine'];
  readonly seed: string;
  readonly options: Manifest['options'];
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export class RunDirectory {
  readonly path: string;
  readonly resolved: Resolved;
  /** What the disk has said when it failed first; null while all is well. Nothing is written after that. */
  trouble: string | null = null;
  /** Told of that, once. */
  onTrouble: (message: string) => void = () => {};
  private readonly disk: Disk;
  private readonly manifest: Manifest;
  private readonly designs: DesignDays[] = [];
  private superseded: FileEntry[] = [];
  private saved = 0;
  private pause = 0;
  /** Lets others write to the directory. */
  private unlock: () => void = () => {};

  private constructor(at: string, disk: Disk, manifest: Manifest, resolved: Resolved) {
    this.path = at;
    this.disk = disk;
    this.manifest = manifest;
    this.resolved = resolved;
  }

  /** Makes the directory, or takes one that is empty. Throws `DirectoryError`. */
  static create(at: string, disk: Disk, about: About, resolved: Resolved): RunDirectory {
    if (at === '') throw new DirectoryError('a run directory needs a name');
    refuseUnlessEmpty(at, disk);
    const unlock = tried(at, () => {
      disk.makeDirectory(at);
      return disk.lock(at);
    });
    const now = new Date().toISOString();
    const manifest: Manifest = {
      aulaRun: FORMAT,
      version: about.version,
      state: 'running',
      started: now,
      written: now,
      machine: about.machine,
      seed: about.seed,
      options: about.options,
      scenario: { file: SCENARIO, bytes: 0, sha256: '' },
      designs: [],
      recorded: [],
    };
    const directory = new RunDirectory(at, disk, manifest, resolved);
    directory.unlock = unlock;
    try {
      // Another run may have been quicker.
      refuseUnlessEmpty(at, disk);
      tried(at, () => {
        manifest.scenario = directory.put(SCENARIO, bytesOf(resolvedText(resolved)));
        directory.save();
      });
    } catch (thrown) {
      unlock();
      throw thrown;
    }
    return directory;
  }

  /** Opens a directory that is there, to go on with it; nobody else can until it is finished. Throws `DirectoryError`. */
  static open(at: string, disk: Disk, version: string): RunDirectory {
    const names = tried(at, () => disk.list(at));
    if (names === null) throw new DirectoryError(`${at} is not there`);
    if (!names.includes(MANIFEST))
      throw new DirectoryError(`${at} is no run directory: it has no ${MANIFEST}`);
    const unlock = lockToResume(at, disk);
    try {
      const decode = (content: Uint8Array) => new TextDecoder().decode(content);
      const text = decode(tried(at, () => disk.read(path.join(at, MANIFEST))));
      const manifest = manifestFrom(text, version);
      const scenario = decode(verified(disk, at, manifest.scenario));
      const directory = new RunDirectory(at, disk, manifest, resolvedFrom(scenario));
      directory.unlock = unlock;
      return directory;
    } catch (thrown) {
      unlock();
      if (!(thrown instanceof DirectoryError)) throw thrown;
      throw new DirectoryError(`cannot go on with ${at}: ${thrown.message}`);
    }
  }

  get state(): RunState {
    return this.manifest.state;
  }

  get seed(): string {
    return this.manifest.seed;
  }

  get options(): Manifest['options'] {
    return this.manifest.options;
  }

  /** How many days of the design are there. */
  countOf(name: string): number {
    const entry = this.manifest.designs.find((design) => design.name === name);
    return entry?.parts.reduce((sum, { count }) => sum + count, 0) ?? 0;
  }

  /** Notes that the run goes on, with these options from now on. */
  goOn(options: Manifest['options']): void {
    this.manifest.options = options;
    this.manifest.state = 'running';
    this.attempt(() => {
      this.tidy();
      this.save();
    });
  }

  /**
   * The days of a design. The first design's lie in the directory itself, the others' under `designs/`. Designs that were
   * asked for before are at their end, and what there is of them is written.
   */
  design(name: string, model: Model): DesignDays {
    const { manifest } = this;
    for (const days of this.designs) days.flush();
    if (this.designs.length > 0) this.attempt(() => this.save());
    const run = digestOf(JSON.stringify([manifest.version, manifest.scenario.sha256, manifest.seed, name]));
    let entry = manifest.designs.find((design) => design.name === name);
    if (entry !== undefined && entry.run !== run) {
      throw new DirectoryError(
        `cannot go on with ${this.path}: its seed, scenario or version has been changed in ${MANIFEST}`,
      );
    }
    if (entry === undefined) {
      const folder = manifest.designs.length === 0 ? '' : path.posix.join('designs', folderName(name));
      const slots = this.write(path.posix.join(folder, 'slots.parquet'), slotsToParquet(model.ids));
      entry = { name, folder, run, slots: slots ?? { file: '', bytes: 0, sha256: '' }, parts: [] };
      if (slots !== null) manifest.designs.push(entry);
    } else if (!this.isGood(entry.slots)) {
      entry.slots = this.write(entry.slots.file, slotsToParquet(model.ids)) ?? entry.slots;
    }
    const days = new DesignDays(entry, model, {
      write: (file, content) => this.write(file, content),
      read: (file) => this.read(file),
      partWritten: (superseded) => this.partWritten(superseded),
    });
    this.designs.push(days);
    return days;
  }

  /** Replications whose events are there. */
  get recorded(): readonly number[] {
    return this.manifest.recorded.map(({ replication }) => replication);
  }

  /** Lets go of the events of all other replications, and of those whose files are no longer as they were written. */
  retainRecorded(replications: ReadonlySet<number>): void {
    this.manifest.recorded = this.manifest.recorded.filter(
      ({ replication, events, visitors, conflicts }) =>
        replications.has(replication) && [events, visitors, conflicts].every((file) => this.isGood(file)),
    );
  }

  /** Writes the events, visitors and conflicts of a day of the first design. */
  addRecorded(replication: number, tables: DayTables): void {
    const name = `${String(replication).padStart(7, '0')}.parquet`;
    const events = this.write(path.posix.join('events', name), tables.events);
    const visitors = this.write(path.posix.join('visitors', name), tables.visitors);
    const conflicts = this.write(path.posix.join('conflicts', name), tables.conflicts);
    if (!events || !visitors || !conflicts) return;
    this.manifest.recorded.push({ replication, events, visitors, conflicts });
    this.partWritten([]);
  }

  /** Writes all that is still to be written, then these texts by name, and last what has become of the run. */
  finish(state: RunState, texts: Readonly<Record<string, string>>): void {
    for (const days of this.designs) days.flush();
    for (const [name, text] of Object.entries(texts)) this.write(name, bytesOf(text));
    this.attempt(() => {
      this.manifest.state = state;
      this.save();
      this.tidy();
    });
    this.close();
  }

  /** Lets go of the directory as it is; nothing is written to it afterwards. */
  close(): void {
    this.unlock();
    this.unlock = () => {};
  }

  private partWritten(superseded: readonly FileEntry[]): void {
    this.superseded.push(...superseded);
    if (performance.now() - this.saved >= this.pause) this.attempt(() => this.save());
  }

  private write(file: string, content: Uint8Array): FileEntry | null {
    return this.attempt(() => {
      this.disk.makeDirectory(path.join(this.path, path.dirname(file)), true);
      return this.put(file, content);
    });
  }

  private put(file: string, content: Uint8Array): FileEntry {
    this.disk.write(path.join(this.path, file), content);
    return { file, bytes: content.length, sha256: digestOf(content) };
  }

  /** Whether a file that can be made again needs not to be. */
  private isGood(entry: FileEntry): boolean {
    try {
      verified(this.disk, this.path, entry);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof DirectoryError)) throw thrown;
      return false;
    }
  }

  private read(entry: FileEntry): Uint8Array {
    try {
      return verified(this.disk, this.path, entry);
    } catch (thrown) {
      if (!(thrown instanceof DirectoryError)) throw thrown;
      throw new DirectoryError(`cannot go on with ${this.path}: ${thrown.message}`);
    }
  }

  private save(): void {
    const began = performance.now();
    this.manifest.written = new Date().toISOString();
    this.put(MANIFEST, bytesOf(manifestText(this.manifest)));
    for (const { file } of this.superseded) this.disk.remove(path.join(this.path, file));
    this.superseded = [];
    this.saved = performance.now();
    this.pause = Math.max(1000 * PATIENCE, SHARE * (this.saved - began));
  }

  /** Removes parts that the manifest does not list: written by a run that was killed before it had listed them. */
  private tidy(): void {
    const { designs, recorded } = this.manifest;
    const entries = [
      ...designs.flatMap(({ parts }) =>
        parts.flatMap(({ figures, waits, stays }) => [figures, waits, stays]),
      ),
      ...recorded.flatMap(({ events, visitors, conflicts }) => [events, visitors, conflicts]),
    ];
    const listed = new Set(entries.map(({ file }) => file));
    const folders = [
      ...designs.flatMap(({ folder }) =>
        ['figures', 'waits', 'stays'].map((one) => path.posix.join(folder, one)),
      ),
      ...['events', 'visitors', 'conflicts'],
    ];
    for (const folder of folders) {
      for (const name of this.disk.list(path.join(this.path, folder)) ?? []) {
        if (!PART.test(name) || listed.has(path.posix.join(folder, name))) continue;
        this.disk.remove(path.join(this.path, folder, name));
      }
    }
  }

  /** What the disk does; null when it fails, or has failed before. */
  private attempt<T>(act: () => T): T | null {
    if (this.trouble !== null) return null;
    try {
      return act();
    } catch (thrown) {
      this.trouble = thrown instanceof Error ? thrown.message : String(thrown);
      this.onTrouble(this.trouble);
      return null;
    }
  }
}

/** Names of files that a run writes into its folders; others are somebody else's. */
const PART = new RegExp(`^\\d{7,}(-\\d{7,})?\\.parquet(\\${TEMPORARY})?$`);

const folderName = (name: string) => name.replace(/[^\w.-]+/g, '-');

function refuseUnlessEmpty(at: string, disk: Disk): void {
  const names = (tried(at, () => disk.list(at)) ?? []).filter((name) => name !== LOCK);
  if (names.length === 0) return;
  const hint = names.includes(MANIFEST) ? `; aula resume ${at} goes on with the run that is there` : '';
  throw new DirectoryError(`${at} is not empty${hint}`);
}

/** Where nothing can be written, nobody else can write either: the first thing that is to be kept will tell. */
function lockToResume(at: string, disk: Disk): () => void {
  try {
    return disk.lock(at);
  } catch (thrown) {
    if (thrown instanceof InUse) throw new DirectoryError(`cannot go on with ${at}: ${thrown.message}`);
    return () => {};
  }
}

/** Does something on the disk before anything has been computed; what goes wrong is told. */
function tried<T>(at: string, act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof DirectoryError) throw thrown;
    throw new DirectoryError(`cannot use ${at}: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
}

/** The content of a file as it was when it was listed. */
export function verified(disk: Disk, at: string, { file, bytes, sha256 }: FileEntry): Uint8Array {
  let content: Uint8Array;
  try {
    content = disk.read(path.join(at, file));
  } catch (thrown) {
    throw new DirectoryError(
      `its ${file} cannot be read: ${thrown instanceof Error ? thrown.message : thrown}`,
    );
  }
  if (content.length < bytes) throw new DirectoryError(`its ${file} has been cut short`);
  if (digestOf(content) !== sha256)
    throw new DirectoryError(`its ${file} has been changed since it was written`);
  return content;
}
