/**
 * From the text of a YAML file to its tree of values. What YAML offers beyond maps, lists, scalars and aliases
 * is refused in words; deep nesting and aliases that multiply are found before they cost anything.
 */
import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
} from 'yaml';
import { error, type Finding, type Path } from './finding.ts';
import { hint } from './nearest.ts';
import type { Source } from './source.ts';
import { type Dictionary, dictionary, type Entry, type Leaf, list, type Origin, type Tree } from './tree.ts';
import { quoted } from './visible.ts';
import { syntaxMessage } from './yaml-messages.ts';

/** Maps and lists within one another; a scenario has seven or so, mixtures of mixtures a few more. */
export const MAX_DEPTH = 50;
/** Values in a scenario, with aliases written out; a large one has a few thousand. */
export const MAX_VALUES = 100_000;
/** Pieces of text that YAML tells apart; each value has about six. */
const MAX_LEXEMES = 8 * MAX_VALUES;
/** With more pieces out of place than this, the file is something else than YAML, and is not read to its end. */
const MAX_ERRORS = 100;

/** The values of a file, with findings; null where they cannot be told. */
export function parseYaml(source: Source): { tree: Dictionary | null; findings: Finding[] } {
  const place = (from: number, to = from + 1): Origin => ({ file: source.name, from, to });
  const failed = (...findings: Finding[]) => ({ tree: null, findings });

  const tokens: Parameters<Composer['next']>[0][] = [];
  const quotes = new Map<number, number>();
  const parser = new Parser();
  let lexemes = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    const { offset } = parser;
    if (/^['"]/.test(lexeme)) quotes.set(offset + lexeme.length, offset);
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors++;
    }
    if (parser.stack.length > MAX_DEPTH + 2) {
      return failed(error([], `is nested more than ${MAX_DEPTH} levels deep`, place(offset)));
    }
    if (++lexemes > MAX_LEXEMES) {
      return failed(error([], `has too many parts; at most ${MAX_VALUES} values are read`, place(offset)));
    }
    if (errors > MAX_ERRORS) break;
  }
  tokens.push(...parser.end());

  // Duplicate keys are found below: the library compares each key with each other one.
  const composer = new Composer({ uniqueKeys: false, resolveKnownTags: false });
  const [document, second] = composer.compose(tokens, true, source.text.length);
  const syntax = syntaxFindings(document, source, quotes);
  if (document === undefined || syntax.length > 0) return failed(...syntax);
  if (second !== undefined) {
    const from = second.range?.[0] ?? 0;
    return failed(error([], 'is a second document; a scenario file holds one', place(from)));
  }
  if (document.directives?.yaml.version !== '1.2') {
    return failed(
      error([], 'is YAML 1.1, which reads 08:00 as a number; leave out the %YAML line', place(0, 9)),
    );
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return failed(error([], 'is empty', place(0)));
  }
  const conversion = new Conversion(source);
  const tree = conversion.convert(contents, []);
  if (conversion.isPartial) return failed(...conversion.findings);
  if (tree.kind !== 'map') {
    return failed(
      error([], 'must be a map of keys and values, like name: Pori', place(...rangeOf(contents, 0))),
    );
  }
  return { tree, findings: conversion.findings };
}

/**
 * What the library says against the file: one finding a line, as one slip brings several complaints. A quote that
 * is not closed is shown where it opens, which `quotes` has by where the quoted text ends.
 */
function syntaxFindings(
  document: Document.Parsed | undefined,
  source: Source,
  quotes: ReadonlyMap<number, number>,
): Finding[] {
  const found = new Map<number, Finding>();
  for (const { code, message, pos } of [...(document?.errors ?? []), ...(document?.warnings ?? [])]) {
    const opening = message.startsWith('Missing closing') ? quotes.get(pos[0]) : undefined;
    const from = opening ?? pos[0];
    const { line } = source.place(from, from + 1);
    if (found.has(line)) continue;
    const origin = { file: source.name, from, to: Math.max(pos[1], from + 1) };
    found.set(line, error([], syntaxMessage(code, message, source.text.slice(from, pos[1])), origin));
  }
  return [...found.values()];
}

const rangeOf = (node: Node, otherwise: number): [number, number] => {
  const [from, to] = node.range ?? [otherwise, otherwise];
  return [from, Math.max(to, from + 1)];
};

/** Turns the library's nodes into a tree; its depth is that of the nodes, which is limited. */
class Conversion {
  readonly findings: Finding[] = [];
  /** Whether so much could not be told that further complaints would mislead. */
  isPartial = false;
  private readonly source: Source;
  /** What each anchor names; null while it is not complete. */
  private readonly anchors = new Map<string, Tree | null>();
  private values = 0;

  constructor(source: Source) {
    this.source = source;
  }

  convert(node: Node, path: Path): Tree {
    if (isAlias(node)) return this.alias(node, path);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, null);
    const tree = this.written(node, path);
    if (anchor !== undefined) this.anchors.set(anchor, tree);
    return tree;
  }

  private written(node: Node, path: Path): Tree {
    const origin = this.origin(node);
    if (isMap(node)) return dictionary(origin, this.entries(node.items, path));
    if (isSeq(node)) {
      return list(
        origin,
        node.items.map((item, index) => this.convert(item as Node, [...path, index])),
      );
    }
    this.count(1, origin, path);
    return leafOf(node, origin);
  }

  private entries(pairs: readonly { key: unknown; value: unknown }[], path: Path): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const pair of pairs) {
      const keyNode = pair.key as Node;
      const key = this.origin(keyNode);
      const name = this.keyText(keyNode, path);
      if (name === null) continue;
      const known = entries.get(name);
      if (known !== undefined) {
        const { line } = this.source.place(known.key.from, known.key.to);
        this.findings.push(error([...path, name], `is there twice; the first is in line ${line}`, key));
      }
      const value = pair.value === null ? unwritten(key) : this.convert(pair.value as Node, [...path, name]);
      // Of nothing written there is nothing to show, but its key.
      entries.set(name, { key, value: value.kind === 'leaf' && value.unwritten ? unwritten(key) : value });
    }
    return entries;
  }

  private keyText(node: Node, path: Path): string | null {
    const origin = this.origin(node);
    const tree = isAlias(node) ? this.alias(node, path) : undefined;
    const leaf = isScalar(node) ? leafOf(node, origin) : tree;
    const text = isScalar(node) && typeof node.value !== 'string' ? (node.source ?? '') : leafText(leaf);
    const refused = refusalOf(text);
    if (refused === null) return text;
    this.refuse(path, refused, origin);
    return null;
  }

  private alias(node: Alias, path: Path): Tree {
    const origin = this.origin(node);
    const target = this.anchors.get(node.source);
    if (target === null || target === undefined) {
      const names = [...this.anchors.keys()];
      const message =
        target === null
          ? `the alias *${node.source} stands inside the value that it names`
          : `the alias ${quoted(`*${node.source}`)} has no anchor before it${hint(node.source, names)}`;
      this.refuse(path, message, origin);
      return unwritten(origin);
    }
    this.count(target.size, origin, path);
    return { ...target, origin };
  }

  private count(values: number, origin: Origin, path: Path): void {
    const before = this.values;
    this.values += values;
    if (before <= MAX_VALUES && this.values > MAX_VALUES) {
      const message = `makes more than ${MAX_VALUES} values, with aliases written out`;
      this.refuse(path, message, origin);
    }
  }

  private refuse(path: Path, message: string, origin: Origin): void {
    this.findings.push(error(path, message, origin));
    this.isPartial = true;
  }

  private origin(node: Node): Origin {
    const [from, to] = rangeOf(node, 0);
    return { file: this.source.name, from, to };
  }
}

/** Names that every object has. */
const EVERY_OBJECT = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Why a text cannot be a key, or null. */
function refusalOf(text: string | null): string | null {
  if (text === null) return 'a key must be text';
  if (text === '') return 'a key is missing before the colon';
  if (text === '<<') {
    return "merging with '<<' is not part of YAML 1.2: write the keys out, or name a whole value with an alias";
  }
  // Else the program could take what every object has for a part of the scenario.
  return EVERY_OBJECT.has(text) ? `${quoted(text)} means something to the program; choose another key` : null;
}

const unwritten = (origin: Origin): Leaf => ({ kind: 'leaf', origin, size: 1, value: null, unwritten: true });

function leafOf(node: Node, origin: Origin): Leaf {
  const value = isScalar(node) ? node.value : null;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const written = isScalar(node) && node.source !== '' && node.source !== undefined;
  return {
    kind: 'leaf',
    origin,
    size: 1,
    value: isPlain ? value : null,
    unwritten: value === null && !written,
  };
}

const leafText = (tree: Tree | undefined): string | null =>
  tree?.kind === 'leaf' && tree.value !== null ? String(tree.value) : null;
