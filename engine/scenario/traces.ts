/**
 * The recorded arrivals that a scenario names, each read from its file.
 */
import { readText } from './extends.ts';
import type { Finding, Path } from './finding.ts';
import type { Reader } from './reader.ts';
import type { Source } from './source.ts';
import { parseTrace, type TraceRow, type Traces } from './trace.ts';
import { at, type Dictionary } from './tree.ts';

/** Reads each trace, relative to the file that names it, and adds its file to `files`. */
export function readTraces(
  tree: Dictionary,
  reader: Reader,
  files: Map<string, Source>,
): { traces: Traces; findings: Finding[] } {
  const findings: Finding[] = [];
  const traces: Record<string, readonly TraceRow[]> = {};
  const byFile = new Map<string, readonly TraceRow[]>();
  const names = { profiles: keysOf(tree, 'profiles'), matters: keysOf(tree, 'matters') };
  for (const id of keysOf(tree, 'arrivals')) {
    const path: Path = ['arrivals', id, 'trace', 'file'];
    const leaf = at(tree, path);
    if (leaf?.kind !== 'leaf' || typeof leaf.value !== 'string') continue;
    const name = reader.resolve(leaf.origin.file, leaf.value);
    const known = byFile.get(name);
    if (known !== undefined) {
      traces[id] = known;
      continue;
    }
    const source = files.get(name);
    const read = source ? { source, findings: [] } : readText(name, reader, leaf.origin);
    if (read.source !== null) files.set(name, read.source);
    findings.push(...read.findings.map((finding) => ({ ...finding, path })));
    if (read.source === null || read.findings.length > 0) continue;
    const { rows, findings: complaints } = parseTrace(read.source, names, path);
    findings.push(...complaints);
    traces[id] = rows;
    byFile.set(name, rows);
  }
  return { traces, findings };
}

function keysOf(tree: Dictionary, collection: string): ReadonlySet<string> {
  const node = at(tree, [collection]);
  return new Set(node?.kind === 'map' ? node.entries.keys() : []);
}
