/** Traces of errors that are thrown in the bundle name the sources, as they would without it. */
import { SourceMap } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { scriptName, withBundle } from './layout.js';

/** Where in the script something is. */
const placeIn = (script) =>
  new RegExp(`(?:${RegExp.escape?.(script) ?? script.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}):(\\d+):(\\d+)`);

/** The source map is read when the first trace is wanted. */
export function nameSources(file) {
  const script = scriptName(file);
  const inScript = placeIn(script);
  let map;
  const named = (line) =>
    line.replace(inScript, (place, row, column) => {
      map ??= sourceMapIn(file);
      const { originalSource, originalLine, originalColumn } = map.findEntry(row - 1, column - 1);
      if (originalSource === undefined) return place;
      const source = pathToFileURL(path.resolve(path.dirname(script), originalSource)).href;
      return `${source}:${originalLine + 1}:${originalColumn + 1}`;
    });
  Error.prepareStackTrace = (error, sites) =>
    [Error.prototype.toString.call(error), ...sites.map((site) => `    at ${named(String(site))}`)].join(
      '\n',
    );
}

function sourceMapIn(file) {
  const nothing = { version: 3, sources: [], names: [], mappings: '' };
  try {
    return new SourceMap(withBundle(file, (_, part) => JSON.parse(part('map').toString('utf8'))) ?? nothing);
  } catch {
    // The trace is then of the bundle.
    return new SourceMap(nothing);
  }
}
