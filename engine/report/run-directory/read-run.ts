/**
 * Reads what a run directory is a run of, and writes nothing: also of a run that is going on, or in a directory that is not
 * to be changed.
 */
import path from 'node:path';
import type { Disk } from './disk.ts';
import { DirectoryError, type FileEntry, type Manifest, manifestFrom } from './manifest.ts';
import { MANIFEST, verified } from './run-directory.ts';
import { type Resolved, resolvedFrom } from './scenario-text.ts';

export interface ReadRun {
  readonly resolved: Resolved;
  readonly seed: string;
  /** Days of its first design that are there. */
  readonly replications: number;
}

/** All files that the manifest lists are checked against their digests. Throws `DirectoryError`. */
export function readRun(at: string, disk: Disk, version: string): ReadRun {
  try {
    return readChecked(at, disk, version);
  } catch (thrown) {
    const isOfDisk = thrown instanceof Error && 'code' in thrown;
    if (!(thrown instanceof DirectoryError || isOfDisk)) throw thrown;
    throw new DirectoryError(`cannot show ${at}: ${thrown.message}`);
  }
}

function readChecked(at: string, disk: Disk, version: string): ReadRun {
  const names = disk.list(at) ?? [];
  if (!names.includes(MANIFEST)) throw new DirectoryError(`it is no run directory: it has no ${MANIFEST}`);
  const text = () => decoded(disk.read(path.join(at, MANIFEST)));
  const known = text();
  const manifest = manifestFrom(known, version);
  const scenario = decoded(verified(disk, at, manifest.scenario));
  try {
    for (const entry of entriesOf(manifest)) verified(disk, at, entry);
  } catch (thrown) {
    // A run that goes on has put a fuller part in the place of its last one.
    if (thrown instanceof DirectoryError && text() !== known) return readChecked(at, disk, version);
    throw thrown;
  }
  const [first] = manifest.designs;
  const replications = first?.parts.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return { resolved: resolvedFrom(scenario), seed: manifest.seed, replications };
}

const decoded = (content: Uint8Array): string => new TextDecoder().decode(content);

function entriesOf({ designs, recorded }: Manifest): FileEntry[] {
  return [
    ...designs.flatMap(({ slots, parts }) => [
      slots,
      ...parts.flatMap(({ figures, waits, stays }) => [figures, waits, stays]),
    ]),
    ...recorded.flatMap(({ events, visitors, conflicts }) => [events, visitors, conflicts]),
  ];
}
