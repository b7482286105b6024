/**
 * A document's values as a tree in which every value and every key remembers where it was written. It is
 * immutable, and parts that an alias repeats are shared, so that no document makes it larger than its file.
 */
import type { Path } from './finding.ts';

/** A stretch of a file, as offsets into its text. */
export interface Origin {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

interface Node {
  readonly origin: Origin;
  /** How many values it holds, itself included, with aliases written out. */
  readonly size: number;
}

export interface Leaf extends Node {
  readonly kind: 'leaf';
  readonly value: string | number | boolean | null;
  /** Whether nothing was written, which YAML reads as null. */
  readonly unwritten: boolean;
}

export interface List extends Node {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface Entry {
  readonly key: Origin;
  readonly value: Tree;
}

export interface Dictionary extends Node {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  /** Keys that an extending file took away, and where. */
  readonly removed: ReadonlyMap<string, Origin>;
}

export type Tree = Leaf | List | Dictionary;

const NONE: ReadonlyMap<string, Origin> = new Map();

export function dictionary(origin: Origin, entries: ReadonlyMap<string, Entry>, removed = NONE): Dictionary {
  let size = 1;
  for (const { value } of entries.values()) size += value.size;
  return { kind: 'map', origin, size, entries, removed };
}

export function list(origin: Origin, items: readonly Tree[]): List {
  return { kind: 'list', origin, size: items.reduce((size, item) => size + item.size, 1), items };
}

export function child(tree: Tree, step: string | number): Entry | { key: null; value: Tree } | undefined {
  if (tree.kind === 'map') return tree.entries.get(String(step));
  const item = tree.kind === 'list' && typeof step === 'number' ? tree.items[step] : undefined;
  return item === undefined ? undefined : { key: null, value: item };
}

/** The value at a path, or undefined. */
export function at(tree: Tree, path: Path): Tree | undefined {
  let node: Tree | undefined = tree;
  for (const step of path) node = node && child(node, step)?.value;
  return node;
}

/** The value at a path, or the innermost one on the way to it, and the key that it has in a map. */
export function nearestNode(tree: Tree, path: Path): { key: Origin | null; node: Tree; exact: boolean } {
  let key: Origin | null = null;
  let node = tree;
  for (const step of path) {
    const next = child(node, step);
    if (next === undefined) return { key, node, exact: false };
    ({ key, value: node } = next);
  }
  return { key, node, exact: true };
}

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** The values alone, as JSON has them. */
export function plain(tree: Tree): Plain {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  const object: { [key: string]: Plain } = {};
  for (const [key, { value }] of tree.entries) object[key] = plain(value);
  return object;
}
