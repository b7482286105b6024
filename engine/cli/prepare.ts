/**
 * A scenario file made ready to run: loaded, and checked in everything that a run would trip over. What is
 * wrong is told on the error output.
 */
import { type Walking, walkingDistances } from '../model/floor.ts';
import { checkTargets } from '../report/target.ts';
import { type Located, locateAll } from '../scenario/finding.ts';
import { load } from '../scenario/load.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Traces } from '../scenario/trace.ts';
import { findingsText } from './findings-text.ts';
import type { Io } from './io.ts';
import { nodeReader } from './node-reader.ts';

export interface Prepared {
  readonly scenario: Scenario;
  readonly traces: Traces;
  readonly walking: Walking;
}

/** The scenario, or null when something is wrong with it, which has then been told. */
export function prepare(path: string, io: Io): Prepared | null {
  const loaded = load(path, nodeReader);
  if (!loaded.ok) return refuse(loaded.findings, io);
  const { scenario, traces, sources } = loaded;
  const walking = walkingDistances(scenario);
  const later = locateAll([...walking.findings, ...checkTargets(scenario)], sources);
  const findings = [...loaded.warnings, ...later];
  if (findings.some(({ finding }) => finding.severity === 'error')) return refuse(findings, io);
  if (findings.length > 0) io.err(`${findingsText(findings, io)}\n`);
  return { scenario, traces, walking };
}

function refuse(findings: readonly Located[], io: Io): null {
  io.err(findingsText(findings, io));
  return null;
}
