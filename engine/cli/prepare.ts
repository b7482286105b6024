/**
 * A scenario file made ready to run: loaded, and checked in everything that a run would trip over. What is
 * wrong is told on the error output.
 */
import { type Walking, walkingDistances } from '../model/floor.ts';
import { checkTargets } from '../report/target.ts';
import { type Located, locateAll } from '../scenario/finding.ts';
import { load } from '../scenario/load.ts';
import type { Reader } from '../scenario/reader.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Source } from '../scenario/source.ts';
import type { Traces } from '../scenario/trace.ts';
import { type Plain, plain, type Tree } from '../scenario/tree.ts';
import { findingsText } from './findings-text.ts';
import type { Io } from './io.ts';
import { nodeReader } from './node-reader.ts';

export interface Prepared {
  readonly scenario: Scenario;
  readonly traces: Traces;
  readonly walking: Walking;
}

/** What a file, with values put in its place, came to: ready to run, or not, and what there is to say of it. */
export interface Examined {
  /** Null where something is wrong. */
  readonly prepared: Prepared | null;
  /** Of what is wrong, or else doubtful. */
  readonly findings: readonly Located[];
  /** The document as it is written, after merging; null where there is none. */
  readonly tree: Tree | null;
  readonly document: Plain | null;
}

/** The scenario, or null when something is wrong with it, which has then been told. */
export function prepare(path: string, io: Io): Prepared | null {
  return told(examine(path), io).prepared;
}

/** The same, with all that is found. */
export function told(examined: Examined, io: Io): Examined {
  const { prepared, findings } = examined;
  if (findings.length > 0) io.err(`${findingsText(findings, io)}${prepared === null ? '' : '\n'}`);
  return examined;
}

/** Loads and checks a scenario, and tells nobody. */
export function examine(
  path: string,
  overrides: Source | null = null,
  reader: Reader = nodeReader,
): Examined {
  const loaded = load(path, reader, overrides);
  const { tree } = loaded.sources;
  const document = tree === null ? null : plain(tree);
  if (!loaded.ok) return { prepared: null, findings: loaded.findings, tree, document };
  const { scenario, traces, sources } = loaded;
  const walking = walkingDistances(scenario);
  const later = locateAll([...walking.findings, ...checkTargets(scenario)], sources);
  const findings = [...loaded.warnings, ...later];
  const isWrong = findings.some(({ finding }) => finding.severity === 'error');
  return { prepared: isWrong ? null : { scenario, traces, walking }, findings, tree, document };
}
