/** `aula sweep FILE --vary …`: runs a scenario with every combination of the values that are varied. */

import { designOf } from '../experiment/design.ts';
import { gridOf, sizeOf } from '../experiment/grid.ts';
import { sweep } from '../experiment/sweep.ts';
import type { Variable } from '../experiment/vary.ts';
import { parseVariable } from '../experiment/vary.ts';
import { visitorsApart } from '../experiment/visitors-alike.ts';
import { type Weighed, weighedOfHouse } from '../experiment/weighed.ts';
import { judgeTargets } from '../report/judgement.ts';
import { sweepCsv, sweepJson } from '../report/sweep-files.ts';
import type { SkippedPoint, SweepReport } from '../report/sweep-report.ts';
import { sweepText } from '../report/terminal/sweep.ts';
import { pathText } from '../scenario/finding.ts';
import { ALIASES, overridesSource, pathsOf } from '../scenario/overrides.ts';
import type { Reader } from '../scenario/reader.ts';
import type { Scenario } from '../scenario/schema.ts';
import { visible } from '../scenario/visible.ts';
import { BadInput } from './bad-input.ts';
import { cachedReader } from './cached-reader.ts';
import { type Crew, withCrew } from './crew.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { nodeReader } from './node-reader.ts';
import { type Examined, examine, type Prepared, told } from './prepare.ts';
import { simulateDays } from './simulate-days.ts';
import { VERSION } from './version.ts';
import { checkWritable, makeDirectory, writeFile, writeInto } from './write-files.ts';

export interface SweepOptions {
  readonly replications: number;
  readonly seed: string;
  readonly threads?: number;
  /** `roles.adviser.count=2..6`, one for each path. */
  readonly vary: readonly string[];
  readonly frontier: boolean;
  readonly json: boolean;
  /** A directory, or a file that ends in .csv. */
  readonly csv?: string;
  readonly html?: string;
}

/** More designs than this are a slip of the pen, or a search, which a grid is not for. */
export const MAX_DESIGNS = 500;

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
  if (asItIs.prepared === null) return EXIT.badInput;
  checkPaths(variables, asItIs, io);
  const { csv, html } = options;
  if (csv !== undefined) isFile(csv) ? checkWritable(csv) : makeDirectory(csv);
  if (html !== undefined) checkWritable(html);
  const { variants, skipped } = variantsOf(file, reader, variables, asItIs, io);
  if (variants.length === 0) throw new BadInput('no design of the grid is a valid scenario; nothing was run');
  const base = baseOf(variants, asItIs.prepared);
  io.err(`${runsInWords(variants.length, options.replications)}\n`);
  const report = await withCrew(options, io, (crew) =>
    sweepReport(asItIs, variants, base, { variables, skipped }, options, io, crew),
  );
  if (csv !== undefined)
    isFile(csv)
      ? writeFile(csv, sweepCsv(report), io)
      : writeInto(csv, { 'sweep.csv': sweepCsv(report) }, io);
  if (html !== undefined) writeFile(html, await pageOf(report), io);
  io.out(options.json ? sweepJson(report) : `${sweepText(report, io.colour).join('\n')}\n`);
  return report.points.length < variants.length ? EXIT.interrupted : EXIT.fine;
}

const isFile = (csv: string): boolean => csv.endsWith('.csv');

/** Pictures are loaded when they are wanted. */
async function pageOf(report: SweepReport): Promise<string> {
  const { sweepPage } = await import('../report/html/sweep-page.ts');
  return sweepPage(report);
}

function variablesOf(texts: readonly string[]): Variable[] {
  if (texts.length === 0)
    throw new BadInput("there is nothing to vary; write --vary 'roles.adviser.count=2..6'");
  const variables = texts.map((text) => {
    const variable = parseVariable(text);
    if (typeof variable === 'string') throw new BadInput(`--vary ${variable}`);
    return variable;
  });
  const paths = variables.map(({ path }) => path);
  const twice = paths.find((path, k) => paths.indexOf(path) < k);
  if (twice !== undefined) throw new BadInput(`${twice} is varied twice; write its values in one --vary`);
  const size = sizeOf(variables);
  if (size > MAX_DESIGNS) {
    const product = variables.map(({ values }) => values.length).join(' × ');
    throw new BadInput(
      `the grid has ${variables.length > 1 ? `${product} = ` : ''}${size} designs, and at most ${MAX_DESIGNS} are run; ` +
        'vary less at once, or in larger steps',
    );
  }
  return variables;
}

/** A path that leads nowhere is so for all designs: it is told once, before the others are looked at. */
function checkPaths(variables: readonly Variable[], { tree, prepared }: Examined, io: Io): void {
  for (const { path } of variables) {
    const found = tree === null || Object.hasOwn(ALIASES, path) ? [] : pathsOf(path, tree);
    if (typeof found === 'string') throw new BadInput(`--vary ${path}: ${found}`);
  }
  const own = Object.values(prepared?.scenario.matters ?? {}).filter(
    ({ fallback }) => fallback?.after !== undefined,
  );
  if (own.length > 0 && variables.some(({ path }) => path === 'policy.fallback')) {
    io.err(
      `warning: ${own.length} matters keep a limit of their own (fallback.after); --vary 'fallback=…' varies all\n`,
    );
  }
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
  for (const doubt of doubts.slice(0, MAX_DOUBTS)) io.err(`warning: ${visible(doubt)}\n`);
  if (doubts.length > MAX_DOUBTS) io.err(`and ${doubts.length - MAX_DOUBTS} more warnings\n`);
  return { variants, skipped };
}

const textOf = ({ finding }: Examined['findings'][number]): string =>
  `${pathText(finding.path)} ${finding.message}`.trim();

/** The scenario as it is: where the grid has it, or else before all others. Changes `variants`. */
function baseOf(variants: Variant[], asItIs: Prepared): number {
  const same = variants.findIndex(({ prepared }) => written(prepared.scenario) === written(asItIs.scenario));
  if (same >= 0) return same;
  variants.unshift({ values: [], prepared: asItIs });
  return 0;
}

const written = (scenario: Scenario): string =>
  JSON.stringify(scenario, (_, part) => (part === Number.POSITIVE_INFINITY ? 'never' : part));

const runsInWords = (designs: number, days: number): string =>
  `${designs} designs, ${days} days of each: ${(designs * days).toLocaleString('en')} days`;

async function sweepReport(
  asItIs: Examined,
  variants: readonly Variant[],
  base: number,
  { variables, skipped }: Pick<SweepReport, 'variables' | 'skipped'>,
  options: SweepOptions,
  io: Io,
  crew: Crew,
): Promise<SweepReport> {
  const weighed = weighedFor(
    variables,
    variants.map(({ prepared }) => prepared.scenario),
  );
  const { swept, contrasts } = await sweep(variants, base, weighed, async ({ values, prepared }, index) => {
    const name = `${index + 1}/${variants.length} ${values.join(' ')}`;
    const results = await simulateDays(designOf(prepared.scenario, prepared), name, options, io, crew);
    return results.isPartial ? null : results;
  });
  const apart = variants.flatMap(({ prepared }) => visitorsApart(variants[base].prepared, prepared));
  return {
    version: VERSION,
    scenario: asItIs.prepared?.scenario.name ?? '',
    seed: options.seed,
    replications: options.replications,
    confidence: contrasts.confidence,
    comparisons: contrasts.comparisons,
    confidenceOfEach: contrasts.confidenceOfEach,
    variables,
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

/** Of the house; fall-backs where there are some; and how much the roles are used of which something is varied. */
function weighedFor(variables: readonly Variable[], scenarios: readonly Scenario[]): Weighed[] {
  const hasFallback = scenarios.some(({ matters }) =>
    Object.values(matters).some(({ fallback }) => fallback !== undefined),
  );
  const [first] = scenarios;
  const roles = Object.keys(first.roles).filter(
    (id) =>
      variables.some(({ path }) => path.startsWith(`roles.${id}.`)) &&
      scenarios.every((one) => id in one.roles),
  );
  return [
    ...weighedOfHouse(scenarios),
    ...(hasFallback ? [{ measure: 'fallback.count', scope: {}, better: 'less' as const }] : []),
    ...roles.map((role): Weighed => ({ measure: 'role.utilisation', scope: { role }, better: null })),
  ];
}
