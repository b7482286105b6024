/** Makes a design of its source, or says what is wrong with it. */
import { type Design, designOf } from '../../engine/experiment/design.ts';
import { walkingDistances } from '../../engine/model/floor.ts';
import { resolvedFrom } from '../../engine/report/run-directory/scenario-text.ts';
import { checkTargets } from '../../engine/report/target.ts';
import { type Located, locateAll } from '../../engine/scenario/finding.ts';
import { formatFindings } from '../../engine/scenario/format-findings.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Source } from '../../engine/scenario/source.ts';
import type { DesignSource, FilesSource } from '../parcel.ts';
import { textReader } from './text-reader.ts';

export type OpenedDesign =
  | {
      readonly ok: true;
      readonly design: Design;
      /** In words with their places, as the command line has them; empty where there is nothing to say. */
      readonly warnings: string;
    }
  | { readonly ok: false; readonly problems: string; readonly findings: readonly Located[] };

/** The same checks as at the command line, on the same files; `overrides` put values in their place. */
export function openDesign(source: DesignSource, overrides: Source | null = null): OpenedDesign {
  if (source.kind === 'files') return openFiles(source, overrides);
  const { scenario, traces } = resolvedFrom(source.text);
  return { ok: true, design: designOf(scenario, { traces }), warnings: '' };
}

function openFiles(source: FilesSource, overrides: Source | null): OpenedDesign {
  const loaded = load(source.entry, textReader(source), overrides);
  if (!loaded.ok) return refusal(loaded.findings.filter(isError));
  const { scenario, traces, sources } = loaded;
  const walking = walkingDistances(scenario);
  const later = locateAll([...walking.findings, ...checkTargets(scenario)], sources);
  const findings = [...loaded.warnings, ...later];
  const errors = findings.filter(isError);
  if (errors.length > 0) return refusal(errors);
  return { ok: true, design: designOf(scenario, { traces, walking }), warnings: formatFindings(findings) };
}

const isError = ({ finding }: Located): boolean => finding.severity === 'error';

const refusal = (findings: readonly Located[]): OpenedDesign => ({
  ok: false,
  problems: formatFindings(findings),
  findings,
});
