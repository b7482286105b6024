/** A document as the text of a YAML file, laid out as people lay out scenarios: parts in blocks, what is short on one line. */
import { Document, isCollection, isMap, isPair, isScalar, type Node, stringify } from 'yaml';
import type { Plain } from './tree.ts';

/** Columns, without the indent, that a map or list may take on one line. */
const LINE = 96;
/** The whole, its collections, and the parts in them, are always blocks. */
const BLOCKS = 2;

/** `about` is a comment before all; each of its lines gets its mark. */
export function asYaml(document: Plain, about: string): string {
  const made = new Document(document, { aliasDuplicateObjects: false });
  made.commentBefore = about.replace(/^/gm, ' ');
  if (made.contents !== null) lay(made.contents as Node, 0);
  const text = made.toString({ lineWidth: 0 });
  // Between the collections, which have a head of their own, a line is left.
  return text.replace(/(?<!\n)\n(?=[^\s#][^\n]*:\n)/g, '\n\n');
}

function lay(node: Node, depth: number): void {
  if (!isCollection(node)) return;
  const isMapOfParts = isMap(node) && depth < BLOCKS && node.items.some((item) => isCollection(item.value));
  if (depth > 0 && !isMapOfParts && isShort(node)) {
    node.flow = true;
    return;
  }
  for (const item of node.items) lay((isPair(item) ? item.value : item) as Node, depth + 1);
}

const isShort = (node: Node): boolean =>
  !hasLines(node) && stringify(node, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd().length <= LINE;

/** A text of several lines is no part of one line. */
function hasLines(node: Node): boolean {
  if (isScalar(node)) return typeof node.value === 'string' && node.value.includes('\n');
  return (
    isCollection(node) && node.items.some((item) => hasLines((isPair(item) ? item.value : item) as Node))
  );
}
