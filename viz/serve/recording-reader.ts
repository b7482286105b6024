/** Reads as another reader does, and keeps what it has read and how names were resolved, for a page that has no disk. */
import type { Reader } from '../../engine/scenario/reader.ts';
import { resolutionKey } from '../parcel.ts';

export interface RecordingReader extends Reader {
  /** By path: the files that could be read. */
  readonly texts: Readonly<Record<string, string>>;
  /** By `resolutionKey`. */
  readonly resolved: Readonly<Record<string, string>>;
  /** Paths of all files that were asked for, also of those that could not be read. */
  readonly looked: ReadonlySet<string>;
}

export function recordingReader(reader: Reader): RecordingReader {
  const bytes = new Map<string, Uint8Array>();
  // Names come from the files: none of them must be taken for what all objects have.
  const texts: Record<string, string> = Object.create(null);
  const resolved: Record<string, string> = Object.create(null);
  const looked = new Set<string>();
  return {
    texts,
    resolved,
    looked,
    read(path) {
      looked.add(path);
      const read = bytes.get(path) ?? reader.read(path);
      bytes.set(path, read);
      texts[path] = new TextDecoder().decode(read);
      return read;
    },
    resolve(from, relative) {
      const path = reader.resolve(from, relative);
      resolved[resolutionKey(from, relative)] = path;
      return path;
    },
  };
}
