/** `aula compare A B …`: runs several scenarios with the same visitors, and tells what sets them apart. */
import { Contrasts } from '../experiment/contrasts.ts';
import { designOf } from '../experiment/design.ts';
import { visitorsApart } from '../experiment/visitors-alike.ts';
import { comparisonsOf, weighedIn } from '../experiment/weighed.ts';
import { designsCsv, designsJson } from '../report/designs-files.ts';
import { type DesignEntry, type DesignsReport, letterOf, namesIn } from '../report/designs-report.ts';
import { judgeTargets } from '../report/judgement.ts';
import { designsText } from '../report/terminal/designs.ts';
import { differencesOf } from '../scenario/differences.ts';
import { areAdjustable } from './adjusting.ts';
import { BadInput } from './bad-input.ts';
import { type Crew, withCrew } from './crew.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { type Examined, examine, type Prepared, told } from './prepare.ts';
import { simulateDays } from './simulate-days.ts';
import { VERSION } from './version.ts';
import { checkPage, deliver, makeDirectory, writeFile, writeInto } from './write-files.ts';

export interface CompareOptions {
  readonly replications: number;
  readonly seed: string;
  /** All that the machine has where not given. */
  readonly threads?: number;
  readonly json: boolean;
  /** Whether estimates are adjusted for the arrivals. */
  readonly adjusted?: boolean;
  /** A directory for the same rows as CSV. */
  readonly csv?: string;
  /** A file for a page with pictures. */
  readonly html?: string;
}

interface Candidate {
  readonly file: string;
  readonly prepared: Prepared;
  readonly document: NonNullable<Examined['document']>;
}

export async function compare(files: readonly string[], options: CompareOptions, io: Io): Promise<ExitCode> {
  if (files.length < 2) throw new BadInput('to compare takes two scenarios or more');
  const candidates = files.flatMap((file) => candidate(file, io));
  if (candidates.length < files.length) return EXIT.badInput;
  const { csv, html, json } = options;
  if (csv !== undefined) makeDirectory(csv);
  if (html !== undefined) checkPage(html);
  const report = await withCrew(options, io, (crew) => designsReport(candidates, options, io, crew));
  if (report.designs.length < candidates.length) {
    io.err(`stopped after ${report.designs.length} of ${candidates.length} designs\n`);
    if (report.designs.length < 2) return EXIT.interrupted;
  }
  await deliver(io, json ? designsJson(report) : `${designsText(report, io.colour).join('\n')}\n`, [
    () => csv !== undefined && writeInto(csv, designsCsv(report), io),
    async () => html !== undefined && writeFile(html, await pageOf(report), io),
  ]);
  return report.designs.length < candidates.length ? EXIT.interrupted : EXIT.fine;
}

/** Pictures are loaded when they are wanted. */
async function pageOf(report: DesignsReport): Promise<string> {
  const { designsPage } = await import('../report/html/designs-page.ts');
  return designsPage(report);
}

function candidate(file: string, io: Io): Candidate[] {
  const { prepared, document } = told(examine(file), io);
  return prepared === null || document === null ? [] : [{ file, prepared, document }];
}

/** One at a time, as each is compiled to be looked at. */
function* designsOf(candidates: readonly Candidate[]) {
  for (const { file, prepared } of candidates)
    yield { name: file, design: designOf(prepared.scenario, prepared) };
}

async function designsReport(
  candidates: readonly Candidate[],
  options: CompareOptions,
  io: Io,
  crew: Crew,
): Promise<DesignsReport> {
  const scenarios = candidates.map(({ prepared }) => prepared.scenario);
  const weighed = weighedIn(scenarios);
  const contrasts = new Contrasts(weighed, comparisonsOf(weighed, scenarios));
  const [base] = candidates;
  const designs: DesignEntry[] = [];
  const isAdjusted =
    options.adjusted === true && areAdjustable(designsOf(candidates), options.replications, io);
  for (const [index, { file, prepared, document }] of candidates.entries()) {
    const { scenario } = prepared;
    const letter = letterOf(index);
    const results = await simulateDays(
      designOf(scenario, prepared),
      `${letter}: ${file}`,
      { ...options, adjusted: isAdjusted },
      io,
      crew,
    );
    if (results.isPartial) break;
    designs.push({
      letter,
      name: scenario.name,
      file,
      contrasted: contrasts.add(results),
      judgements: judgeTargets(scenario, results.measures),
      differences: differencesOf(base.document, document),
      visitorsApart: visitorsApart(base.prepared, prepared),
    });
  }
  const { confidence, comparisons, confidenceOfEach } = contrasts;
  return {
    version: VERSION,
    seed: options.seed,
    replications: options.replications,
    isAdjusted,
    confidence,
    comparisons,
    confidenceOfEach,
    asked: candidates.length,
    designs,
    names: namesIn(scenarios),
  };
}
