/**
 * Reads scenario files from the disk, or from a pipe such as `/dev/stdin`.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { MAX_FILE_BYTES, type Reader, TOO_LARGE, Unreadable } from '../scenario/reader.ts';

/** What went wrong, in words, by the code of the system's error. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there: part of its path is a file',
  EISDIR: 'is a directory, not a file',
  EACCES: 'must not be read: there is no permission',
  EPERM: 'must not be read: there is no permission',
  ELOOP: 'is a link that leads round in a circle',
  ENAMETOOLONG: 'has a name that is too long',
  ERR_INVALID_ARG_VALUE: 'has a name that no file can have',
};

export const nodeReader: Reader = {
  read(file) {
    try {
      return readUpTo(file, MAX_FILE_BYTES);
    } catch (thrown) {
      if (thrown instanceof Unreadable || !(thrown instanceof Error) || !('code' in thrown)) throw thrown;
      throw new Unreadable(REASONS[String(thrown.code)] ?? `cannot be read (${String(thrown.code)})`);
    }
  },
  resolve(from, relative) {
    return path.normalize(path.isAbsolute(relative) ? relative : path.join(path.dirname(from), relative));
  },
};

/** The bytes of a file; throws if there are more, having read no further. */
function readUpTo(file: string, most: number): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const status = fstatSync(descriptor);
    if (status.isDirectory()) throw new Unreadable('is a directory, not a file');
    if (status.size > most) throw new Unreadable(TOO_LARGE);
    const chunks: Uint8Array[] = [];
    let total = 0;
    for (;;) {
      const chunk = new Uint8Array(Math.min(64 * 1024, most + 1));
      const length = readSync(descriptor, chunk);
      if (length === 0) return Buffer.concat(chunks, total);
      total += length;
      if (total > most) throw new Unreadable(TOO_LARGE);
      chunks.push(chunk.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
}
