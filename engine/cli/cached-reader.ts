/** Reads each file once, however often it is asked for: a grid of designs is made from the same few files, or from a pipe. */
import type { Reader } from '../scenario/reader.ts';

export function cachedReader(reader: Reader): Reader {
  const known = new Map<string, Uint8Array>();
  return {
    read(file) {
      const bytes = known.get(file) ?? reader.read(file);
      known.set(file, bytes);
      return bytes;
    },
    resolve: (from, relative) => reader.resolve(from, relative),
  };
}
