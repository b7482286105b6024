/**
 * Changes values in the text of a YAML file and leaves every other character as it is: comments, order, spacing, quotes. The
 * result is read again and checked; where a file is written in such a way that its text cannot be cut, the YAML library writes
 * the document anew, comments kept.
 */
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import type { Path } from '../../engine/scenario/finding.ts';
import type { Plain } from '../../engine/scenario/tree.ts';
import { isPlainMap } from './plain-edit.ts';

/** What is to be changed is written in a way that cannot be changed. */
export class Unchangeable extends Error {}

/** A text with what it says, read once. */
export interface YamlText {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly values: Plain;
}

export function yamlText(text: string): YamlText {
  const document = parseDocument(text);
  return { text, document, values: valuesIn(document) };
}

const valuesIn = (document: Document.Parsed): Plain => document.toJS({ maxAliasCount: -1 }) as Plain;

/** The text that says these values in place of its own. Throws `Unchangeable`. */
export function rewritten(given: YamlText, values: Plain): string {
  const { text, document } = given;
  const edits = differences(given.values, values, []);
  if (edits.length === 0) return text;
  for (const way of [() => spliced(text, document, edits), () => writtenAnew(text, edits)]) {
    const found = orNull(way);
    if (found !== null && says(found, values)) return found;
  }
  const where = edits.map(({ path }) => path.join('.')).join(', ');
  throw new Unchangeable(`${where}: is written in a way that cannot be changed here; change it in the file`);
}

function orNull(way: () => string | null): string | null {
  try {
    return way();
  } catch {
    return null;
  }
}

function says(text: string, values: Plain): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && JSON.stringify(valuesIn(document)) === JSON.stringify(values);
}

/** A value to be set, or with undefined a key to be taken away. */
interface Edit {
  readonly path: Path;
  readonly value: Plain | undefined;
}

/** The smallest parts that differ: keys of maps, items of lists that are as long. */
function differences(from: Plain, to: Plain, path: Path): Edit[] {
  if (isPlainMap(from) && isPlainMap(to)) {
    const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
    return [
      ...gone.map((key): Edit => ({ path: [...path, key], value: undefined })),
      ...Object.entries(to).flatMap(([key, value]): Edit[] =>
        Object.hasOwn(from, key)
          ? differences(from[key], value, [...path, key])
          : [{ path: [...path, key], value }],
      ),
    ];
  }
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    return to.flatMap((value, k) => differences(from[k], value, [...path, k]));
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, value: to }];
}

function writtenAnew(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text);
  for (const { path, value } of edits) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, value);
  }
  return document.toString({ lineWidth: 0 });
}

/** A stretch of the text, and what comes in its place. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

function spliced(text: string, document: Document.Parsed, edits: readonly Edit[]): string | null {
  const splices: Splice[] = [];
  for (const { path, value } of edits) {
    const splice = value === undefined ? removal(text, document, path) : setting(text, document, path, value);
    if (splice === null) return null;
    splices.push(splice);
  }
  // Stable, so that what is put in at one place is there in its order.
  splices.sort((a, b) => a.from - b.from || a.to - b.to);
  let at = 0;
  const pieces: string[] = [];
  for (const { from, to, by } of splices) {
    if (from < at) return null;
    pieces.push(text.slice(at, from), by);
    at = to;
  }
  return pieces.join('') + text.slice(at);
}

const INDENT = 2;

function setting(text: string, document: Document.Parsed, path: Path, value: Plain): Splice | null {
  let node: Node | null = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = pairOf(node, step);
      if (pair === undefined) return insertion(text, node, String(step), value);
      node = pair.value as Node | null;
    } else if (isSeq(node) && typeof step === 'number') node = node.items[step] as Node;
    // What is repeated from elsewhere is not to be changed there.
    else return null;
  }
  if (node?.range == null) return null;
  return { from: node.range[0], to: contentEnd(text, node), by: flow(value) };
}

const pairOf = (map: YAMLMap, step: string | number) =>
  map.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));

/** A new key, last in its map. */
function insertion(text: string, map: YAMLMap, key: string, value: Plain): Splice | null {
  const last = map.items.at(-1);
  if (map.range == null) return null;
  const name = flow(key);
  if (map.flow || last === undefined) {
    const before = text.slice(0, contentEnd(text, map) - 1).trimEnd();
    const isFirst = before.endsWith('{');
    const by = isFirst || before.endsWith(',') ? ` ${name}: ${flow(value)}` : `, ${name}: ${flow(value)}`;
    return { from: before.length, to: before.length, by: isFirst ? `${by} ` : by };
  }
  const column = columnOf(text, last.key as Node);
  if (column === null) return null;
  const end = lineEnd(text, contentEnd(text, (last.value ?? last.key) as Node));
  const spaces = ' '.repeat(column);
  const lines =
    column === 0 && isPlainMap(value) && Object.keys(value).length > 0
      ? [
          '',
          `${name}:`,
          ...Object.entries(value).map(
            ([inner, part]) => `${' '.repeat(INDENT)}${flow(inner)}: ${flow(part)}`,
          ),
        ]
      : [`${spaces}${name}: ${flow(value)}`];
  return { from: end, to: end, by: `\n${lines.join('\n')}` };
}

function removal(text: string, document: Document.Parsed, path: Path): Splice | null {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent) || parent.range == null) return null;
  const at = parent.items.findIndex(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  if (at < 0) return null;
  if (parent.items.length === 1) return { from: parent.range[0], to: contentEnd(text, parent), by: '{}' };
  const { key, value } = parent.items[at];
  const from = (key as Node).range?.[0] ?? 0;
  const to = contentEnd(text, (value ?? key) as Node);
  if (!parent.flow) {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    return { from: start, to: Math.min(text.length, lineEnd(text, to) + 1), by: '' };
  }
  const next = parent.items[at + 1];
  if (next !== undefined) return { from, to: (next.key as Node).range?.[0] ?? to, by: '' };
  const before = parent.items[at - 1];
  return { from: contentEnd(text, (before.value ?? before.key) as Node), to, by: '' };
}

/** Where the content of a node ends, without the line breaks and comments that follow. */
function contentEnd(text: string, node: Node): number {
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    const last = node.items.at(-1) as Node | YAMLMap['items'][number];
    return contentEnd(text, ('key' in last ? (last.value ?? last.key) : last) as Node);
  }
  const [from = 0, end = 0] = node.range ?? [];
  return from + text.slice(from, end).trimEnd().length;
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** How far a key is indented; null where something else stands before it. */
function columnOf(text: string, key: Node): number | null {
  const from = key.range?.[0] ?? 0;
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return before.trim() === '' ? before.length : null;
}

/** A value on one line, as scenarios are written: `{ a: 1, b: [2, 3] }`. */
export function flow(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isPlainMap(value)) {
    const entries = Object.entries(value).map(([key, part]) => `${flow(key)}: ${flow(part)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  // In a list, so that what would end a value there is quoted.
  const listed = stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return listed.slice(1, -1).trim();
}
