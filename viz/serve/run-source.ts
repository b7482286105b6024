/**
 * The scenario of a run directory as files again, so that it is read, checked, changed and saved as any other. What comes of
 * them is compared with what the run has kept: where it is not the same in all, there are none.
 */
import path from 'node:path';
import type { ReadRun } from '../../engine/report/run-directory/read-run.ts';
import { type Resolved, resolvedText } from '../../engine/report/run-directory/scenario-text.ts';
import { load } from '../../engine/scenario/load.ts';
import { visible } from '../../engine/scenario/visible.ts';
import { Unwritable, written } from '../../engine/scenario/written.ts';
import { writtenTrace } from '../../engine/scenario/written-trace.ts';
import { asYaml } from '../../engine/scenario/yaml-text.ts';
import { textReader } from '../engine/text-reader.ts';
import type { DesignSource, FilesSource } from '../parcel.ts';

/** `name` as the command line has it, `version` of the program that has made the run. */
export function runSource(name: string, { resolved, seed }: ReadRun, version: string): DesignSource {
  const files = filesOf(name, resolved, seed, version);
  return files !== null && isSame(files, resolved)
    ? files
    : { kind: 'resolved', name, text: resolvedText(resolved) };
}

function filesOf(
  name: string,
  { scenario, traces }: Resolved,
  seed: string,
  version: string,
): FilesSource | null {
  const folder = path.basename(path.resolve(name)) || 'run';
  const about =
    `The scenario of the run ${visible(folder)} (seed ${visible(seed)}), as aula ${version} had it: all that its file extended is\n` +
    'in it, and what goes without saying is left out.';
  const entry = `${folder}.yaml`;
  const recorded = Object.entries(traces).map(([id, rows]) => [`${id}.csv`, writtenTrace(rows)] as const);
  try {
    const text = asYaml(written(withTraces(scenario)), about);
    return {
      kind: 'files',
      name,
      entry,
      texts: Object.fromEntries([...recorded, [entry, text]]),
      resolved: {},
      isOfRun: true,
    };
  } catch (thrown) {
    if (thrown instanceof Unwritable) return null;
    throw thrown;
  }
}

/** Recorded arrivals lie beside the scenario, each under the name of its arrival. */
function withTraces(scenario: Resolved['scenario']): Resolved['scenario'] {
  const arrivals = Object.fromEntries(
    Object.entries(scenario.arrivals).map(([id, arrival]) => [
      id,
      arrival.trace === undefined ? arrival : { ...arrival, trace: { file: `${id}.csv` } },
    ]),
  );
  return { ...scenario, arrivals };
}

/** In all but the names of files. */
function isSame(files: FilesSource, { scenario, traces }: Resolved): boolean {
  const loaded = load(files.entry, textReader(files));
  if (!loaded.ok) return false;
  const { extends: _, ...whole } = withTraces(scenario);
  return (
    resolvedText({ scenario: whole, traces }) ===
    resolvedText({ scenario: loaded.scenario, traces: loaded.traces })
  );
}
