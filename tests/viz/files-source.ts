/** A scenario file of the repository as a page is given it. */
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { load } from '../../engine/scenario/load.ts';
import { type FilesSource, resolutionKey } from '../../viz/parcel.ts';

export function filesSource(file: string): FilesSource {
  const texts: Record<string, string> = {};
  const resolved: Record<string, string> = {};
  const entry = nodeReader.resolve('', file);
  load(file, {
    read(path) {
      const bytes = nodeReader.read(path);
      texts[path] = new TextDecoder().decode(bytes);
      return bytes;
    },
    resolve(from, relative) {
      const path = nodeReader.resolve(from, relative);
      resolved[resolutionKey(from, relative)] = path;
      return path;
    },
  });
  return { kind: 'files', name: file, entry, texts, resolved };
}
