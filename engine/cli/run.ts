/**
 * `aula run FILE`: simulates days of a scenario and tells how long people wait, for whom and how surely.
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../experiment/comparison.ts';
import { CHANGES, type RankedCause, rankCauses } from '../experiment/counterfactual.ts';
import { designOf } from '../experiment/design.ts';
import type { Results } from '../experiment/results.ts';
import { toCsv } from '../report/csv.ts';
import { toJson } from '../report/json.ts';
import { judgeTargets } from '../report/judgement.ts';
import type { Report } from '../report/rows.ts';
import { terminalReport } from '../report/terminal/report.ts';
import { RULES } from '../simulation/rules.ts';
import { BadInput } from './bad-input.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { type Prepared, prepare } from './prepare.ts';
import { simulateDays } from './simulate-days.ts';
import { VERSION } from './version.ts';

export interface RunOptions {
  readonly replications: number;
  readonly seed: string;
  readonly json: boolean;
  /** A directory for the same rows as CSV. */
  readonly csv?: string;
  readonly quiet: boolean;
  /** Whether to run the design without each cause of exposure; it does where not given. */
  readonly why?: boolean;
}

export async function run(file: string, options: RunOptions, io: Io): Promise<ExitCode> {
  const prepared = prepare(file, io);
  if (prepared === null) return EXIT.badInput;
  if (options.csv !== undefined) writing(options.csv, () => makeDirectory(options.csv ?? ''));
  const { scenario } = prepared;
  const routings = [...new Set([scenario.policy.routing, ...scenario.policy.compare])];
  const results: Results[] = [];
  for (const routing of routings) {
    results.push(await simulateDays(designOf(scenario, { ...prepared, routing }), routing, options, io));
  }
  const [first] = results;
  const judgements = judgeTargets(scenario, first.measures);
  const report: Report = {
    version: VERSION,
    scenario: scenario.name,
    routing: first.routing,
    seed: options.seed,
    replications: options.replications,
    measures: first.measures,
    judgements,
    comparisons: results.length > 1 ? compare(results) : [],
    causes: isReported(options) ? await whyExposed(prepared, first, options, io) : [],
  };
  if (options.csv !== undefined) writeCsv(options.csv, toCsv(report), io, options);
  if (options.json) io.out(toJson(report));
  else if (!options.quiet) {
    const lines = terminalReport(report, { scenario, rules: RULES, colour: io.colour });
    io.out(`${[...lines, ...nextSteps(file)].join('\n')}\n`);
  }
  return judgements.some(({ verdict }) => verdict === 'missed') ? EXIT.targetMissed : EXIT.fine;
}

const isReported = ({ quiet, json, csv }: RunOptions): boolean => !quiet || json || csv !== undefined;

/** The causes of exposure and, where wanted, what would be without each. */
async function whyExposed(
  prepared: Prepared,
  base: Results,
  options: RunOptions,
  io: Io,
): Promise<RankedCause[]> {
  if (options.why === false) return rankCauses(base, null);
  return rankCauses(base, (cause) =>
    simulateDays(
      designOf(prepared.scenario, { ...prepared, without: cause }),
      CHANGES[cause].brief,
      options,
      io,
    ),
  );
}

function nextSteps(file: string): string[] {
  const commands = [
    [`npx aula run ${file} -n 1000`, 'narrower intervals'],
    [`npx aula run ${file} --csv figures`, 'every figure, also by hour'],
    [`npx aula explain ${file}`, 'conflicts of one day'],
    ['npx aula check my.yaml', 'after changing a copy of it'],
  ];
  const width = Math.max(...commands.map(([command]) => command.length));
  return ['Next', ...commands.map(([command, why]) => `  ${command.padEnd(width)}  ${why}`)];
}

/** Only the last part of the path is made, so that a mistyped path is noticed. */
function makeDirectory(directory: string): void {
  if (directory === '') throw new BadInput('--csv needs the name of a directory');
  if (!existsSync(directory)) mkdirSync(directory);
  else if (!statSync(directory).isDirectory()) throw new BadInput(`${directory} is no directory`);
}

function writeCsv(
  directory: string,
  files: Record<string, string>,
  io: Io,
  { quiet, json }: RunOptions,
): void {
  writing(directory, () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
  });
  if (!quiet && !json) io.err(`Wrote ${Object.keys(files).join(', ')} to ${directory}\n`);
}

/** Does something on the disk; what goes wrong there is told, and is no error of the program's. */
function writing(directory: string, act: () => void): void {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof BadInput) throw thrown;
    throw new BadInput(`cannot write to ${directory}: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
}
