/**
 * Loads a scenario: reads the file and those that it extends, merges them, checks form and sense, and reads
 * recorded arrivals. Whatever is wrong with the files comes back as findings with their places, all at once.
 */
import { checkParts } from './checks/checks.ts';
import { explain } from './explain.ts';
import { readChain } from './extends.ts';
import { type Finding, type Located, locateAll, type Path, type Sources } from './finding.ts';
import { override } from './overrides.ts';
import { NO_FILES, type Reader } from './reader.ts';
import { checkReferences } from './references.ts';
import { salvage } from './salvage.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { plainMessage } from './schema-messages.ts';
import { Source } from './source.ts';
import type { Traces } from './trace.ts';
import { readTraces } from './traces.ts';
import { type Dictionary, plain } from './tree.ts';

export type Loaded =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      /** Recorded arrivals, by the id of their arrival. */
      readonly traces: Traces;
      /** For the places of findings that come up later. */
      readonly sources: Sources;
      readonly warnings: readonly Located[];
    }
  | { readonly ok: false; readonly findings: readonly Located[]; readonly sources: Sources };

/**
 * The scenario in a file, with values put in its place by a file of overrides (`overridesSource`). Throws only what the
 * reader throws that is not `Unreadable`.
 */
export function load(path: string, reader: Reader, overrides: Source | null = null): Loaded {
  return loadChain(reader.resolve('', path), null, reader, overrides);
}

/** The scenario in a text, such as one that is being edited; messages call it by the name. */
export function loadText(text: string, name: string, reader: Reader = NO_FILES): Loaded {
  return loadChain(name, new Source(name, text.replace(/^\uFEFF/, '')), reader, null);
}

function loadChain(name: string, given: Source | null, reader: Reader, overrides: Source | null): Loaded {
  const files = new Map<string, Source>();
  const chain = readChain(name, given, reader, files);
  const { tree } = chain;
  if (tree === null) {
    const sources = { files, tree: null };
    return { ok: false, findings: locateAll(chain.findings, sources), sources };
  }
  if (overrides === null) return judge(tree, chain.findings, reader, files);
  files.set(overrides.name, overrides);
  const changed = override(tree, overrides);
  return judge(changed.tree, [...chain.findings, ...changed.findings], reader, files);
}

function judge(
  tree: Dictionary,
  found: readonly Finding[],
  reader: Reader,
  files: Map<string, Source>,
): Loaded {
  const sources = { files, tree };
  const document = plain(tree);
  const parsed = scenarioSchema.safeParse(document, { error: plainMessage, reportInput: true });
  const known = new Set(found.map(({ path }) => JSON.stringify(path)));
  const form = parsed.success ? [] : explain(parsed.error.issues, tree, known);
  const refused = new Set(form.map(({ path }) => JSON.stringify(path)));
  const names = checkReferences(tree).filter(
    ({ path, at }) => at !== undefined || !refused.has(JSON.stringify(path)),
  );
  const recorded = readTraces(tree, reader, files);

  const whole = parsed.success ? { scenario: parsed.data, lost: [] } : salvage(document, parsed.error.issues);
  const unsure: Path[] = [...names, ...recorded.findings, ...found].map(({ path }) => path);
  const sense = whole === null ? [] : checkParts(whole.scenario, recorded.traces, [...whole.lost, ...unsure]);

  const findings = [...found, ...form, ...names, ...recorded.findings, ...sense];
  const located = locateAll(findings, sources);
  if (!parsed.success || findings.some(({ severity }) => severity === 'error')) {
    return { ok: false, findings: located, sources };
  }
  return { ok: true, scenario: parsed.data, traces: recorded.traces, sources, warnings: located };
}
