/**
 * The run directory of a command: keeps the days of its designs as they come and, at the end, the results and the events of
 * the days that were asked for. What goes wrong on the disk is told, and ends nothing.
 */
import { availableParallelism, cpus } from 'node:os';
import { DayRecorder } from '../experiment/day-recorder.ts';
import type { Days } from '../experiment/days.ts';
import { type Design, modelOf } from '../experiment/design.ts';
import { turn } from '../experiment/local-days.ts';
import { WorstDays } from '../experiment/worst-days.ts';
import { toCsv } from '../report/csv.ts';
import { toJson } from '../report/json.ts';
import { dayToParquet } from '../report/parquet/day-tables.ts';
import type { Report } from '../report/rows.ts';
import type { DesignDays } from '../report/run-directory/design-days.ts';
import type { Disk } from '../report/run-directory/disk.ts';
import { DirectoryError, type Manifest, type RunState } from '../report/run-directory/manifest.ts';
import { RunDirectory } from '../report/run-directory/run-directory.ts';
import type { Resolved } from '../report/run-directory/scenario-text.ts';
import { BadInput } from './bad-input.ts';
import { type EventsWanted, eventsWanted, inRanges } from './events-option.ts';
import type { Io } from './io.ts';
import { VERSION } from './version.ts';

/** What a run was asked for, as it is kept with it. */
export type KeptOptions = Manifest['options'];

/** Days of one design that are known, and where those to come are kept. */
export interface KeptDays {
  given(): AsyncIterable<Days>;
  add(days: Days): void;
}

export class Archive {
  private readonly directory: RunDirectory;
  private readonly wanted: EventsWanted | null;
  private readonly io: Io;
  private readonly seed: string;
  /** The first design, and its worst days. */
  private first: { readonly design: Design; readonly worst: readonly WorstDays[] } | null = null;

  private constructor(directory: RunDirectory, wanted: EventsWanted | null, seed: string, io: Io) {
    this.directory = directory;
    this.wanted = wanted;
    this.seed = seed;
    this.io = io;
    directory.onTrouble = (message) => {
      io.err(
        `\naula: cannot write to ${directory.path} any more: ${message}\n` +
          `The run goes on, and the report will come. aula resume ${directory.path} can go on with what was written before.\n`,
      );
    };
  }

  /** A new directory. Throws `BadInput` where it cannot be had. */
  static create(
    path: string,
    disk: Disk,
    seed: string,
    options: KeptOptions,
    resolved: Resolved,
    io: Io,
  ): Archive {
    const wanted = eventsIn(options);
    const about = { version: VERSION, machine: machine(), seed, options };
    return new Archive(
      usable(() => RunDirectory.create(path, disk, about, resolved)),
      wanted,
      seed,
      io,
    );
  }

  /** To go on with a directory that has been opened, with these options from now on. */
  static goOn(directory: RunDirectory, options: KeptOptions, io: Io): Archive {
    const archive = new Archive(directory, eventsIn(options), directory.seed, io);
    directory.goOn(options);
    return archive;
  }

  /** The days of a design; those of the one that is asked for first are what events are chosen from. */
  daysOf(design: Design): KeptDays {
    const model = modelOf(design);
    const days = usable(() => this.directory.design(nameOf(design), model));
    if (this.first !== null) return keptAs(days, []);
    const { worst = 0, exposed = 0 } = this.wanted ?? {};
    const ranked = [
      ...(worst > 0 ? [new WorstDays(model.ids, worst, 'waits')] : []),
      ...(exposed > 0 ? [new WorstDays(model.ids, exposed, 'exposure')] : []),
    ];
    this.first = { design, worst: ranked };
    return keptAs(days, ranked);
  }

  /** Writes what is left to be written. False where the disk has failed. */
  finish(state: RunState, report: Report | null): boolean {
    const texts = report === null ? {} : { 'results.json': toJson(report), ...toCsv(report) };
    this.directory.finish(state, texts);
    return this.directory.trouble === null;
  }

  /** Simulates the days whose events are wanted again, of so many that are done, until the signal ends it. */
  async record(done: number, signal?: AbortSignal): Promise<void> {
    if (this.wanted === null || this.first === null) return;
    const { design, worst } = this.first;
    const chosen = new Set([
      ...this.wanted.replications,
      ...worst.flatMap(({ replications }) => replications),
    ]);
    const late = [...chosen].filter((replication) => replication >= done);
    if (late.length > 0) {
      this.io.err(`No events of ${inRanges(late)}: the ${done} days that were run are numbered from 0 on\n`);
    }
    const model = modelOf(design);
    const recorder = new DayRecorder(model, this.seed);
    // With more days others may be the worst.
    this.directory.retainRecorded(chosen);
    const inDirectory = new Set(this.directory.recorded);
    for (const replication of chosen) {
      if (replication >= done || inDirectory.has(replication)) continue;
      await turn();
      if (signal?.aborted) {
        const { path } = this.directory;
        this.io.err(`Not all events are written; aula resume ${path} writes those that are missing\n`);
        return;
      }
      const day = recorder.record(replication);
      this.directory.addRecorded(replication, dayToParquet(day, replication, model));
    }
  }
}

function keptAs(days: DesignDays, ranked: readonly WorstDays[]): KeptDays {
  const rank = (some: Days) => {
    for (const one of ranked) one.add(some);
  };
  return {
    async *given() {
      try {
        for await (const some of days.given()) {
          rank(some);
          yield some;
        }
      } catch (thrown) {
        throw asBadInput(thrown);
      }
    },
    add(some) {
      rank(some);
      days.add(some);
    },
  };
}

/** What tells a design from the others of one run. */
const nameOf = ({ routing, without }: Design): string => (without === null ? routing : `without ${without}`);

const eventsIn = ({ events }: KeptOptions): EventsWanted | null =>
  typeof events === 'string' ? eventsWanted(events) : null;

function machine(): Manifest['machine'] {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
  };
}

/** Uses a directory; what is wrong with it is the user's to mend. */
export function usable<T>(act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    throw asBadInput(thrown);
  }
}

const asBadInput = (thrown: unknown): unknown =>
  thrown instanceof DirectoryError ? new BadInput(thrown.message) : thrown;
