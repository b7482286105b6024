/** `aula sweep FILE --vary …`: runs a scenario with every combination of the values that are varied. */

import { designOf } from '../experiment/design.ts';
import { gridOf } from '../experiment/grid.ts';
import { sweep } from '../experiment/sweep.ts';
import type { Variable } from '../experiment/vary.ts';
import { visitorsApart } from '../experiment/visitors-alike.ts';
import { type Weighed, weighedOfHouse } from '../experiment/weighed.ts';
import { counted } from '../report/design-words.ts';
import { judgeTargets } from '../report/judgement.ts';
import { sweepCsv, sweepJson } from '../report/sweep-files.ts';
import { pointName, type SkippedPoint, type SweepReport } from '../report/sweep-report.ts';
import { sweepText } from '../report/terminal/sweep.ts';
import { pathText } from '../scenario/finding.ts';
import { overridesSource } from '../scenario/overrides.ts';
import type { Reader } from '../scenario/reader.ts';
import type { Scenario } from '../scenario/schema.ts';
import { visible } from '../scenario/visible.ts';
import { areAdjustable } from './adjusting.ts';
import { BadInput } from './bad-input.ts';
import { cachedReader } from './cached-reader.ts';
import { type Crew, withCrew } from './crew.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { nodeReader } from './node-reader.ts';
import { type Examined, examine, type Prepared, told } from './prepare.ts';
import { simulateDays } from './simulate-days.ts';
import { doubtsOf, type Varied, variablesOf, variedIn } from './varied.ts';
import { VERSION } from './version.ts';
import { checkPage, checkWritable, deliver, makeDirectory, writeFile, writeInto } from './write-files.ts';

export interface SweepOptions {
  readonly replications: number;
  readonly seed: string;
  readonly threads?: number;
  /** `roles.adviser.count=2..6`, one for each path. */
  readonly vary: readonly string[];
  readonly frontier: boolean;
  readonly json: boolean;
  /** Whether estimates are adjusted for the arrivals. */
  readonly adjusted?: boolean;
  /** A directory, or a file that ends in .csv. */
  readonly csv?: string;
  readonly html?: string;
}

/** Warnings of single designs, in which a variable may well have no effect, are shown up to this number. */
const MAX_DOUBTS = 5;

/** The scenario with one combination of values. */
interface Variant {
  /** Empty for the scenario as it is. */
  readonly values: readonly string[];
  readonly prepared: Prepared;
}

export async function sweepOf(file: string, options: SweepOptions, io: Io): Promise<ExitCode> {
  const variables = variablesOf(options.vary);
  const reader = cachedReader(nodeReader);
  const asItIs = told(examine(file, null, reader), io);
  if (asItIs.prepared === null || asItIs.tree === null) return EXIT.badInput;
  const varied = variedIn(variables, asItIs.tree);
  for (const doubt of doubtsOf(variables, asItIs.prepared.scenario)) io.err(`warning: ${doubt}\n`);
  const { csv, html, json } = options;
  if (csv !== undefined) isFile(csv) ? checkWritable(csv) : makeDirectory(csv);
  if (html !== undefined) checkPage(html);
  const { variants, skipped } = variantsOf(file, reader, variables, asItIs, io);
  if (variants.length === 0) throw new BadInput('no design of the grid is a valid scenario; nothing was run');
  const base = baseOf(variants, asItIs.prepared, io);
  io.err(`${runsInWords(variants.length, options.replications)}\n`);
  const report = await withCrew(options, io, (crew) =>
    sweepReport(asItIs, variants, base, { varied, skipped }, options, io, crew),
  );
  const { points } = report;
  if (points.length < variants.length) {
    io.err(`stopped after ${points.length} of ${counted(variants.length, 'design')}\n`);
    if (points.length === 0) return EXIT.interrupted;
  }
  await deliver(io, json ? sweepJson(report) : `${sweepText(report, io.colour).join('\n')}\n`, [
    () => csv !== undefined && writeRows(csv, sweepCsv(report), io),
    async () => html !== undefined && writeFile(html, await pageOf(report), io),
  ]);
  return points.length < variants.length ? EXIT.interrupted : EXIT.fine;
}

const isFile = (csv: string): boolean => csv.endsWith('.csv');

function writeRows(csv: string, rows: string, io: Io): void {
  if (isFile(csv)) writeFile(csv, rows, io);
  else writeInto(csv, { 'sweep.csv': rows }, io);
}

/** Pictures are loaded when they are wanted. */
async function pageOf(report: SweepReport): Promise<string> {
  const { sweepPage } = await import('../report/html/sweep-page.ts');
  return sweepPage(report);
}

/** Those of the grid that are valid scenarios; of the others, what is wrong, which is told. */
function variantsOf(file: string, reader: Reader, variables: readonly Variable[], asItIs: Examined, io: Io) {
  const variants: Variant[] = [];
  const skipped: SkippedPoint[] = [];
  const doubts: string[] = [];
  const known = new Set(asItIs.findings.map(textOf));
  for (const point of gridOf(variables)) {
    const values = point.map(({ value }) => value);
    const { prepared, findings } = examine(file, overridesSource('--vary', point), reader);
    const fresh = findings.filter((one) => !known.has(textOf(one)));
    for (const one of fresh) known.add(textOf(one));
    const what = point.map(({ path, value }) => `${path} = ${value}`).join(', ');
    if (prepared !== null) {
      // A value that switches something off leaves other parts without effect, which is what it is for.
      const meant = fresh.filter(({ finding }) => !finding.message.startsWith('has no effect'));
      doubts.push(...meant.map((one) => `${what}: ${textOf(one)}`));
    } else if (fresh.length > 0) {
      io.err(`not run: ${what}\n\n`);
      told({ prepared, findings: fresh, tree: null, document: null }, io);
    }
    if (prepared !== null) variants.push({ values, prepared });
    else {
      const wrong = findings.filter(({ finding }) => finding.severity === 'error');
      skipped.push({
        values,
        reasons: wrong.map(({ finding }) => `${pathText(finding.path)} ${finding.message}`.trim()),
      });
    }
  }
  warn(doubts, io);
  return { variants, skipped };
}

const textOf = ({ finding }: Examined['findings'][number]): string =>
  `${pathText(finding.path)} ${finding.message}`.trim();

/**
 * The scenario as it is: where the grid has it, or else before all others. Changes `variants`. Says which of them are one and
 * the same, as with 5 min and 300 s, of which one would have done.
 */
function baseOf(variants: Variant[], asItIs: Prepared, io: Io): number {
  const firsts = new Map<string, string>();
  const doubts: string[] = [];
  let same = -1;
  for (const [k, variant] of variants.entries()) {
    const text = written(variant.prepared.scenario);
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, pointName(variant));
    else doubts.push(`${pointName(variant)}: the same scenario as ${first}`);
    if (same < 0 && text === written(asItIs.scenario)) same = k;
  }
  warn(doubts, io);
  if (same >= 0) return same;
  variants.unshift({ values: [], prepared: asItIs });
  return 0;
}

const written = (scenario: Scenario): string =>
  JSON.stringify(scenario, (_, part) => (part === Number.POSITIVE_INFINITY ? 'never' : part));

function warn(doubts: readonly string[], io: Io): void {
  for (const doubt of doubts.slice(0, MAX_DOUBTS)) io.err(`warning: ${visible(doubt)}\n`);
  const rest = doubts.length - MAX_DOUBTS;
  if (rest > 0) io.err(`and ${rest} more warning${rest === 1 ? '' : 's'}\n`);
}

const runsInWords = (designs: number, days: number): string =>
  `${counted(designs, 'design')}, ${counted(days, 'day')} of each: ${counted(designs * days, 'day')}`;

async function sweepReport(
  asItIs: Examined,
  variants: readonly Variant[],
  base: number,
  { varied, skipped }: { readonly varied: readonly Varied[]; readonly skipped: readonly SkippedPoint[] },
  options: SweepOptions,
  io: Io,
  crew: Crew,
): Promise<SweepReport> {
  const weighed = weighedFor(
    varied,
    variants.map(({ prepared }) => prepared.scenario),
  );
  const isAdjusted =
    options.adjusted === true && areAdjustable(designsOf(variants), options.replications, io);
  const { swept, contrasts } = await sweep(variants, base, weighed, async ({ values, prepared }, index) => {
    const name = `${index + 1}/${variants.length} ${values.join(' ')}`;
    const results = await simulateDays(
      designOf(prepared.scenario, prepared),
      name,
      { ...options, adjusted: isAdjusted },
      io,
      crew,
    );
    return results.isPartial ? null : results;
  });
  const apart = variants.flatMap(({ prepared }) => visitorsApart(variants[base].prepared, prepared));
  return {
    version: VERSION,
    scenario: asItIs.prepared?.scenario.name ?? '',
    seed: options.seed,
    replications: options.replications,
    isAdjusted,
    confidence: contrasts.confidence,
    comparisons: contrasts.comparisons,
    confidenceOfEach: contrasts.confidenceOfEach,
    variables: varied.map(({ variable }) => variable),
    asked: variants.length,
    points: swept.map(({ variant, results, contrasted, standing }) => ({
      values: variant.values,
      isBase: variant === variants[base],
      contrasted,
      judgements: judgeTargets(variant.prepared.scenario, results.measures),
      standing,
    })),
    skipped,
    visitorsApart: [...new Set(apart)],
    hasFrontier: options.frontier,
  };
}

/** One at a time: a grid may be large. */
function* designsOf(variants: readonly Variant[]) {
  for (const variant of variants) {
    const { prepared } = variant;
    yield { name: pointName(variant), design: designOf(prepared.scenario, prepared) };
  }
}

/** Of the house; fall-backs where there are some; and how much the roles are used of which something is varied. */
function weighedFor(varied: readonly Varied[], scenarios: readonly Scenario[]): Weighed[] {
  const hasFallback = scenarios.some(({ matters }) =>
    Object.values(matters).some(({ fallback }) => fallback !== undefined),
  );
  const [first] = scenarios;
  const roles = Object.keys(first.roles).filter(
    (id) =>
      varied.some(({ paths }) => paths.some(([part, role]) => part === 'roles' && role === id)) &&
      scenarios.every((one) => Object.hasOwn(one.roles, id)),
  );
  return [
    ...weighedOfHouse(scenarios),
    ...(hasFallback ? [{ measure: 'fallback.count', scope: {}, better: 'less' as const }] : []),
    ...roles.map((role): Weighed => ({ measure: 'role.utilisation', scope: { role }, better: null })),
  ];
}
