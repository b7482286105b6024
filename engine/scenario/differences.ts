/**
 * What two documents differ in, by path, as they are written: so that who compares designs sees what is compared.
 */
import { type Path, pathText } from './finding.ts';
import type { Plain } from './tree.ts';

export interface Difference {
  readonly path: Path;
  /** Undefined where the first document has nothing there. */
  readonly from: Plain | undefined;
  /** Undefined where the second has nothing there. */
  readonly to: Plain | undefined;
}

/** Keys for readers of the file, which change nothing. */
const FOR_READERS = new Set(['name', 'about', 'extends', 'aula']);

/** The differences in the order of the first document, then of the second. Maps are compared key by key, lists of maps item by item. */
export function differencesOf(one: Plain, other: Plain): Difference[] {
  return compare(one, other, []).filter(
    ({ path }) => !(path.length === 1 && FOR_READERS.has(String(path[0]))),
  );
}

function compare(from: Plain | undefined, to: Plain | undefined, path: Path): Difference[] {
  if (isMap(from) && isMap(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return keys.flatMap((key) => compare(own(from, key), own(to, key), [...path, key]));
  }
  if (isListOfMaps(from) && isListOfMaps(to)) {
    const length = Math.max(from.length, to.length);
    return Array.from({ length }, (_, k) => compare(from[k], to[k], [...path, k])).flat();
  }
  return isSame(from, to) ? [] : [{ path, from, to }];
}

const own = (map: { [key: string]: Plain }, key: string): Plain | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

const isSame = (from: Plain | undefined, to: Plain | undefined): boolean =>
  from === to || JSON.stringify(from) === JSON.stringify(to);

function isListOfMaps(value: Plain | undefined): value is Plain[] {
  return Array.isArray(value) && value.every(isMap);
}

function isMap(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `roles.adviser.count 2 → 3`, `spaces.b5 added: { type: booth, … }`, `floor.walls.screen taken away`. */
export function differenceText({ path, from, to }: Difference): string {
  const where = pathText(path);
  if (from === undefined) return `${where} added: ${valueText(to)}`;
  if (to === undefined) return `${where} taken away`;
  return `${where} ${valueText(from)} → ${valueText(to)}`;
}

/** A value on one line, as YAML writes it. */
export function valueText(value: Plain | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  if (!isMap(value)) return String(value);
  const entries = Object.entries(value).map(([key, part]) => `${key}: ${valueText(part)}`);
  return `{ ${entries.join(', ')} }`;
}
