/**
 * A scenario and the files that it extends, one after another, merged into one document.
 */
import { error, type Finding } from './finding.ts';
import { merge } from './merge.ts';
import { MAX_FILE_BYTES, type Reader, TOO_LARGE, Unreadable } from './reader.ts';
import type { Source } from './source.ts';
import { check, decode } from './text.ts';
import { type Dictionary, dictionary, type Origin } from './tree.ts';
import { quoted } from './visible.ts';
import { parseYaml } from './yaml-tree.ts';

/** Files that extend one another in a row; a town and the concept are two. */
export const MAX_CHAIN = 16;

export interface Chain {
  /** The merged document, or null if some file could not be understood. */
  readonly tree: Dictionary | null;
  readonly findings: readonly Finding[];
}

/** A file to read, and where another one names it. */
interface Step {
  readonly name: string;
  readonly from: Origin | null;
}

/** Reads the file, or the given text in its place, and what it extends; adds each to `files` by its name. */
export function readChain(
  name: string,
  given: Source | null,
  reader: Reader,
  files: Map<string, Source>,
): Chain {
  const documents: Dictionary[] = [];
  const findings: Finding[] = [];
  let next: Step | null = { name, from: null };
  while (next !== null) {
    const { name, from }: Step = next;
    if (files.has(name)) {
      const chain = [...files.keys(), name].map((file) => quoted(file)).join(' → ');
      findings.push(error(['extends'], `goes round in a circle: ${chain}`, from ?? undefined));
      return { tree: null, findings };
    }
    if (files.size >= MAX_CHAIN) {
      findings.push(error(['extends'], `goes on for more than ${MAX_CHAIN} files`, from ?? undefined));
      return { tree: null, findings };
    }
    const read = files.size === 0 && given !== null ? check(given) : readText(name, reader, from);
    if (read.source !== null) files.set(name, read.source);
    findings.push(...read.findings);
    if (read.source === null || read.findings.length > 0) return { tree: null, findings };
    const { tree, findings: complaints } = parseYaml(read.source);
    findings.push(...complaints);
    if (tree === null) return { tree: null, findings };
    documents.push(tree);
    const base = baseOf(tree);
    if (base !== null && base.path === null) {
      findings.push(
        error(['extends'], 'must be the path of a scenario file, like concept.yaml', base.origin),
      );
      return { tree: null, findings };
    }
    next = base === null ? null : { name: reader.resolve(name, base.path), from: base.origin };
  }
  return mergeAll(documents, [...files.keys()], findings);
}

/** The text of a file, and findings if it should not be read any further. */
export function readText(
  name: string,
  reader: Reader,
  from: Origin | null,
): { source: Source | null; findings: Finding[] } {
  const failed = (reason: string) => {
    const finding =
      from === null
        ? error([], reason, { file: name, from: 0, to: 0 })
        : error([], `${quoted(name)} ${reason}`, from);
    return { source: null, findings: [finding] };
  };
  let bytes: Uint8Array;
  try {
    bytes = reader.read(name);
  } catch (thrown) {
    if (thrown instanceof Unreadable) return failed(thrown.message);
    throw thrown;
  }
  return bytes.length > MAX_FILE_BYTES ? failed(TOO_LARGE) : decode(name, bytes);
}

function baseOf(tree: Dictionary): { path: string; origin: Origin } | { path: null; origin: Origin } | null {
  const entry = tree.entries.get('extends');
  if (entry === undefined) return null;
  const { value } = entry;
  const isPath = value.kind === 'leaf' && typeof value.value === 'string' && value.value.trim() !== '';
  return { path: isPath ? String(value.value) : null, origin: value.origin };
}

/** From the last file, which extends no other, up to the first. */
function mergeAll(
  documents: readonly Dictionary[],
  names: readonly string[],
  before: readonly Finding[],
): Chain {
  const findings = [...before];
  let tree: Dictionary | null = null;
  for (let index = documents.length - 1; index >= 0; index--) {
    const patch = documents[index];
    if (patch === undefined) continue;
    const base: Dictionary = tree ?? dictionary(patch.origin, new Map());
    const baseName = tree === null ? null : (names[index + 1] ?? null);
    const merged = merge(base, patch, baseName);
    findings.push(...merged.findings);
    tree = merged.tree;
  }
  return { tree, findings };
}
