/** Reads the scenario texts of a parcel, where there is no disk. */
import { type Reader, Unreadable } from '../../engine/scenario/reader.ts';
import { type FilesSource, resolutionKey } from '../parcel.ts';

export function textReader({ texts, resolved }: Pick<FilesSource, 'texts' | 'resolved'>): Reader {
  return {
    read(path) {
      if (!Object.hasOwn(texts, path)) throw new Unreadable('cannot be read: it is not in this page');
      return new TextEncoder().encode(texts[path]);
    },
    resolve(from, relative) {
      const key = resolutionKey(from, relative);
      return Object.hasOwn(resolved, key) ? (resolved[key] ?? relative) : relative;
    },
  };
}
