/**
 * Values that are put into a document after its files are merged and before it is checked: `roles.adviser.count: 3`. They
 * are written as one more file, a map from paths to values, so that whatever is wrong with a value is shown at its place.
 *
 * A path names keys and ids with points between: `policy.fallback`, `matters.vero.tax-card.weight`,
 * `roles.adviser.shifts[0].to`. In an id, `*` stands for any text, so that `matters.*.fallback.after` is that of each matter
 * that has a fallback.
 */
import { areOfOtherForm } from './alternatives.ts';
import { error, type Finding, type Path } from './finding.ts';
import { hint } from './nearest.ts';
import { documentForms, type Forms, keysIn, under, underIds, underItems } from './schema-walk.ts';
import { Source } from './source.ts';
import { child, type Dictionary, dictionary, type Entry, list, type Origin, type Tree } from './tree.ts';
import { quoted } from './visible.ts';
import { parseYaml } from './yaml-tree.ts';

/** Short names for several paths; of these, what leads nowhere is passed over. */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  fallback: ['policy.fallback', 'matters.*.fallback.after'],
};

export interface Override {
  readonly path: string;
  /** As YAML has it, on one line. */
  readonly value: string;
}

/** The overrides as a file; messages call it by the name. */
export function overridesSource(name: string, overrides: readonly Override[]): Source {
  const lines = overrides.map(({ path, value }) => `${asKey(path)}: ${value}\n`);
  return new Source(name, lines.join(''));
}

const asKey = (path: string): string =>
  /^\p{L}[\p{L}\p{N}._*-]*$/u.test(path) ? path : `'${path.replaceAll("'", "''")}'`;

/** The document with the values of the file of overrides in it. */
export function override(tree: Dictionary, source: Source): { tree: Dictionary; findings: Finding[] } {
  if (source.text === '') return { tree, findings: [] };
  const parsed = parseYaml(source);
  const findings = [...parsed.findings];
  let changed = tree;
  for (const [text, { key, value }] of parsed.tree?.entries ?? []) {
    const alias = Object.hasOwn(ALIASES, text) ? ALIASES[text] : undefined;
    for (const pattern of alias ?? [text]) {
      const found = pathsOf(pattern, changed);
      if (typeof found === 'string') {
        if (alias === undefined) findings.push(error([text], found, key));
        continue;
      }
      for (const path of found) {
        const problem = value.kind === 'leaf' && value.unwritten ? 'needs a value' : null;
        if (problem !== null) findings.push(error(path, problem, key));
        else changed = set(changed, path, { key, value }) as Dictionary;
      }
    }
  }
  return { tree: changed, findings };
}

/** The paths in the document that a text stands for, or what is wrong with it. */
export function pathsOf(text: string, tree: Tree): Path[] | string {
  const segments = text.replace(/\[([^\]]*)\]/g, '.$1').split('.');
  if (segments.some((segment) => segment.trim() !== segment || segment === '')) {
    return `${quoted(text)} is no path; write it like 'roles.adviser.count'`;
  }
  const found = walk(segments, [], tree, documentForms());
  if (typeof found !== 'string')
    return found.length > 0 ? found : `there is nothing that ${quoted(text)} stands for`;
  return found;
}

/** `node` is undefined where the document does not have the part, as it may be left out. */
function walk(
  segments: readonly string[],
  above: Path,
  node: Tree | undefined,
  forms: Forms,
): Path[] | string {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [above];
  const named = under(forms, segment);
  if (named !== null) {
    return walk(rest, [...above, segment], node && child(node, segment)?.value, named);
  }
  const ids = underIds(forms);
  if (ids !== null) return walkIds(segments, above, node, ids);
  const items = underItems(forms);
  if (items !== null) return walkItems(segments, above, node, items);
  const keys = keysIn(forms);
  const where = above.length === 0 ? 'a scenario' : quoted(above.join('.'));
  return keys.length === 0
    ? `${where} is a plain value, and has no ${quoted(segment)}`
    : `${where} has no ${quoted(segment)}${hint(segment, keys)}`;
}

/** Ids may have points in them: the longest that there is counts. */
function walkIds(
  segments: readonly string[],
  above: Path,
  node: Tree | undefined,
  forms: Forms,
): Path[] | string {
  const ids = node?.kind === 'map' ? [...node.entries.keys()] : [];
  for (let length = segments.length; length > 0; length--) {
    const pattern = segments.slice(0, length).join('.');
    const matching = ids.filter((id) => matches(id, pattern));
    if (matching.length === 0) continue;
    const rest = segments.slice(length);
    const isOne = !pattern.includes('*');
    const paths: Path[] = [];
    for (const id of matching) {
      const part = node && child(node, id)?.value;
      if (!isOne && !hasParents(part, rest)) continue;
      const found = walk(rest, [...above, id], part, forms);
      if (typeof found === 'string') return found;
      paths.push(...found);
    }
    // Of a mistyped key nothing is there; the schema says what is wrong with it.
    const unknown = paths.length === 0 ? walk(rest, [...above, pattern], undefined, forms) : [];
    return typeof unknown === 'string' ? unknown : paths;
  }
  const [first = ''] = segments;
  // What is after the id is a key, if the schema knows it.
  const length = 1 + segments.slice(1).findIndex((segment) => under(forms, segment) !== null);
  const id = length > 0 ? segments.slice(0, length).join('.') : first;
  return `${quoted(above.join('.'))} has no ${quoted(id)}${hint(id, ids)}`;
}

function walkItems(
  segments: readonly string[],
  above: Path,
  node: Tree | undefined,
  forms: Forms,
): Path[] | string {
  const [segment = '', ...rest] = segments;
  const items = node?.kind === 'list' ? node.items : [];
  const isAll = segment === '*';
  const indices = items.map((_, index) => index).filter((index) => isAll || String(index) === segment);
  if (indices.length === 0 && !isAll) {
    return `${quoted(above.join('.'))} has no item ${quoted(segment)}; it has ${items.length}, counted from 0`;
  }
  const paths: Path[] = [];
  for (const index of indices) {
    if (isAll && !hasParents(items[index], rest)) continue;
    const found = walk(rest, [...above, index], items[index], forms);
    if (typeof found === 'string') return found;
    paths.push(...found);
  }
  return paths;
}

/** Whether all is there in which the last segment would be set. */
function hasParents(node: Tree | undefined, segments: readonly string[]): boolean {
  let part = node;
  for (const segment of segments.slice(0, -1)) {
    if (segment.includes('*')) return true;
    part = part && child(part, segment)?.value;
  }
  return segments.length === 0 || part?.kind === 'map';
}

function matches(id: string, pattern: string): boolean {
  const pieces = pattern.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`, 'su').test(id);
}

/**
 * The tree with the value at the path, and maps on the way where there are none; `null` takes away. A key of another form than
 * the map has is instead of what is there.
 */
function set(node: Tree | undefined, path: Path, entry: Entry, above: Path = []): Tree {
  const [step, ...rest] = path;
  if (step === undefined) return entry.value;
  const here = [...above, step];
  if (node?.kind === 'list') {
    const items = node.items.map((item, index) => (index === step ? set(item, rest, entry, here) : item));
    return list(node.origin, items);
  }
  const key = String(step);
  const before = node?.kind === 'map' ? node.entries : new Map<string, Entry>();
  const origin: Origin = node?.kind === 'map' ? node.origin : entry.key;
  const isTakenAway = rest.length === 0 && entry.value.kind === 'leaf' && entry.value.value === null;
  const isInstead = !isTakenAway && areOfOtherForm(above, [...before.keys()], [key]);
  const entries = new Map(isInstead ? [] : before);
  const removed = new Map(node?.kind === 'map' ? node.removed : []);
  if (isTakenAway) {
    entries.delete(key);
    removed.set(key, entry.key);
    return dictionary(origin, entries, removed);
  }
  const known = entries.get(key);
  const value = set(known?.value, rest, entry, here);
  entries.set(key, { key: rest.length === 0 || known === undefined ? entry.key : known.key, value });
  removed.delete(key);
  return dictionary(origin, entries, removed);
}
