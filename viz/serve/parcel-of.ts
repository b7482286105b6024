/** Makes what the page is given: each design a scenario file with all that it reads, or a run directory. */
import { statSync } from 'node:fs';
import type { Disk } from '../../engine/report/run-directory/disk.ts';
import { readRun } from '../../engine/report/run-directory/read-run.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Reader } from '../../engine/scenario/reader.ts';
import { type DesignSource, PARCEL, type Parcel } from '../parcel.ts';
import { recordingReader } from './recording-reader.ts';
import { runSource } from './run-source.ts';

/** What it takes from the program that calls it. */
export interface Means {
  readonly reader: Reader;
  readonly disk: Disk;
  readonly version: string;
}

export interface Wanted {
  /** As for `aula run`; those of the run directories where not given, or else 1 and 200. */
  readonly seed?: string;
  readonly replications?: number;
  readonly isLive: boolean;
}

export interface Packed {
  readonly parcel: Parcel;
  /** All files that were looked for: when one of them changes, the parcel may. */
  readonly files: readonly string[];
}

/** Run directories have each their own seed, or other days than are asked for; the message says which. */
export class Mismatch extends Error {}

const USUAL = { seed: '1', replications: 200 } as const;

interface Design {
  readonly source: DesignSource;
  readonly files: readonly string[];
  /** Of a run directory. */
  readonly run: { readonly seed: string; readonly replications: number } | null;
}

/** `names` as the command line has them; the first is what others are compared with. Throws `DirectoryError`, `Mismatch`. */
export function parcelOf(names: readonly string[], wanted: Wanted, means: Means): Packed {
  const designs = names.map((name) => (isDirectory(name) ? runDesign(name, means) : fileDesign(name, means)));
  const runs = designs.flatMap(({ run }) => run ?? []);
  const parcel: Parcel = {
    aulaView: PARCEL,
    version: means.version,
    designs: designs.map(({ source }) => source),
    seed: wanted.seed ?? seedOf(runs),
    replications: wanted.replications ?? replicationsOf(runs),
    isLive: wanted.isLive,
  };
  return { parcel, files: [...new Set(designs.flatMap(({ files }) => files))] };
}

function seedOf(runs: readonly { readonly seed: string }[]): string {
  const seeds = new Set(runs.map(({ seed }) => seed));
  if (seeds.size > 1) {
    throw new Mismatch(
      `these runs have other seeds (${[...seeds].join(', ')}), and so other visitors: --seed says which to show`,
    );
  }
  const [seed] = seeds;
  return seed ?? USUAL.seed;
}

/** As many as all of them have. A run that was stopped before its first day has still one to look at. */
const replicationsOf = (runs: readonly { readonly replications: number }[]): number =>
  runs.length === 0
    ? USUAL.replications
    : Math.max(1, Math.min(...runs.map(({ replications }) => replications)));

const isDirectory = (name: string): boolean =>
  name !== '' && (statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false);

function runDesign(name: string, { disk, version }: Means): Design {
  const run = readRun(name, disk, version);
  return { source: runSource(name, run, version), files: [], run };
}

/** The texts of the file and of all that it extends or names; whether they are a scenario is not asked here. */
function fileDesign(name: string, { reader }: Means): Design {
  const recording = recordingReader(reader);
  load(name, recording);
  const { texts, resolved, looked } = recording;
  return {
    source: { kind: 'files', name, entry: reader.resolve('', name), texts, resolved },
    files: [...looked],
    run: null,
  };
}
