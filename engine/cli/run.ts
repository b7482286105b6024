/**
 * `aula run FILE`: simulates days of a scenario and tells how long people wait, for whom and how surely.
 */
import { type Comparison, compare } from '../experiment/comparison.ts';
import { CHANGES, type RankedCause, rankCauses } from '../experiment/counterfactual.ts';
import { type Design, designOf } from '../experiment/design.ts';
import type { Results } from '../experiment/results.ts';
import { toCsv } from '../report/csv.ts';
import { type Stopped, stoppedText } from '../report/ending.ts';
import { toJson } from '../report/json.ts';
import { judgeTargets } from '../report/judgement.ts';
import type { Report } from '../report/rows.ts';
import type { Disk } from '../report/run-directory/disk.ts';
import { continuation, opening } from '../report/terminal/report.ts';
import { RULES } from '../simulation/rules.ts';
import type { Cause } from '../statistics/scopes.ts';
import { tellUnadjusted } from './adjusting.ts';
import { type Aim, type AimOptions, aimOf } from './aim.ts';
import type { Archive, KeptOptions } from './archive.ts';
import { BadInput } from './bad-input.ts';
import { type Crew, withCrew } from './crew.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { nextSteps } from './next-steps.ts';
import { nodeDisk } from './node-disk.ts';
import { type Prepared, prepare } from './prepare.ts';
import { simulateDays } from './simulate-days.ts';
import { VERSION } from './version.ts';
import { deliver, makeDirectory, writeInto } from './write-files.ts';

export interface RunOptions extends AimOptions {
  readonly seed: string;
  /** All that the machine has where not given. */
  readonly threads?: number;
  readonly json: boolean;
  /** A directory for the same rows as CSV. */
  readonly csv?: string;
  readonly quiet: boolean;
  /** Whether estimates are adjusted for the arrivals. */
  readonly adjusted?: boolean;
  /** Whether to run the design without each cause of exposure; it does where not given. */
  readonly why?: boolean;
  /** A run directory, to be made. */
  readonly out?: string;
  /** The days whose events go into it, as `eventsWanted` reads them. */
  readonly events?: string;
}

export async function run(
  file: string,
  options: RunOptions,
  io: Io,
  disk: Disk = nodeDisk,
): Promise<ExitCode> {
  const { out } = options;
  if (options.events !== undefined && out === undefined)
    throw new BadInput('--events goes with --out, the directory to write them to');
  const prepared = prepare(file, io);
  if (prepared === null) return EXIT.badInput;
  // What is wrong with the options is told before there is a directory.
  aimOf(options, prepared.scenario);
  if (options.csv !== undefined) makeDirectory(options.csv);
  const archive = out === undefined ? null : await archiveAt(out, disk, options, prepared, io);
  return runPrepared(prepared, options, io, { archive, next: stepsAfter(file) });
}

/** Its code is loaded where it is wanted: a run that keeps nothing shows its first figure sooner without. */
async function archiveAt(
  path: string,
  disk: Disk,
  options: RunOptions,
  prepared: Prepared,
  io: Io,
): Promise<Archive> {
  const { Archive } = await import('./archive.ts');
  return Archive.create(path, disk, options.seed, keptOf(options), prepared, io);
}

/** What of the options a run directory keeps, for those who go on with it. */
function keptOf(options: RunOptions): KeptOptions {
  const { replications, precision, measure, maxReplications, timeBudget, adjusted, why, events } = options;
  const kept = { replications, precision, measure, maxReplications, timeBudget, adjusted, why, events };
  return JSON.parse(JSON.stringify(kept));
}

/** Runs a scenario and reports; `next` are lines below the report, on what to do next. */
export async function runPrepared(
  prepared: Prepared,
  options: RunOptions,
  io: Io,
  { archive, next }: { readonly archive: Archive | null; readonly next: readonly string[] },
): Promise<ExitCode> {
  const { csv, json, quiet } = options;
  const { scenario } = prepared;
  const aim = aimOf(options, scenario);
  const printed = { scenario, rules: RULES, colour: io.colour };
  /** What has been printed: as much as is known of the design itself, while others are still run. */
  let opened: Report | null = null;
  const open = (known: Report) => {
    if (json || quiet) return;
    opened = known;
    io.out(`${opening(known, printed).join('\n')}\n`);
  };
  const { report, isInterrupted } = await archived(archive, () =>
    withCrew(options, io, async (crew) => {
      const report = await simulated(
        prepared,
        aim,
        options,
        io,
        {
          ...crew,
          ...(archive && { daysOf: (design) => archive.daysOf(design) }),
        },
        open,
      );
      if (report !== null && !crew.signal?.aborted) await archive?.record(report.replications, crew.signal);
      return { report, isInterrupted: crew.signal?.aborted === true };
    }),
  );
  const isKept = archive?.finish(isInterrupted ? 'stopped' : 'complete', report) ?? true;
  if (report === null) {
    io.err('stopped before the first day was done\n');
    return EXIT.interrupted;
  }
  const { stopped, judgements, replications } = report;
  if (stopped !== undefined) io.err(`${stoppedText(stopped, replications)}\n`);
  const silent = { ...io, err: () => {} };
  const writes = csv === undefined ? [] : [() => writeInto(csv, toCsv(report), quiet || json ? silent : io)];
  const lines = json || quiet ? [] : [...continuation(report, printed, opened ?? {}), ...next, ''];
  await deliver(io, json ? toJson(report) : lines.join('\n'), writes);
  if (isInterrupted) return EXIT.interrupted;
  if (!isKept) return EXIT.badInput;
  return judgements.some(({ verdict }) => verdict === 'missed') ? EXIT.targetMissed : EXIT.fine;
}

/** Does it; what was computed until something fails is kept. */
async function archived<T>(archive: Archive | null, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    archive?.finish('stopped', null);
    throw thrown;
  }
}

/**
 * Null where not a single day was done. `onFirst` is told what is known once the design itself has been run, before it is
 * under other routings and without each cause.
 */
async function simulated(
  prepared: Prepared,
  aim: Aim,
  options: RunOptions,
  io: Io,
  crew: Crew,
  onFirst: (known: Report) => void,
): Promise<Report | null> {
  const { scenario } = prepared;
  const { routing, compare: others } = scenario.policy;
  const { seed, json, quiet, adjusted = false } = options;
  const design = designOf(scenario, prepared);
  const first = await simulateDays(
    design,
    routing,
    { replications: aim.replications, seed, json, quiet, adjusted },
    io,
    withBudget(crew, aim.budget),
  );
  const { replications, asked, precision, measures } = first;
  if (replications === 0) return null;
  if (adjusted) tellUnadjusted(design, replications, io);
  const report = (comparisons: readonly Comparison[], causes: readonly RankedCause[]): Report => {
    const stopped = stoppedBy(crew, first);
    return {
      version: VERSION,
      scenario: scenario.name,
      routing,
      seed,
      replications,
      ...(stopped !== null && { stopped: { ...stopped, asked } }),
      ...(precision !== null && { precision }),
      ...(first.isAdjusted && { isAdjusted: true }),
      measures,
      judgements: judgeTargets(scenario, measures),
      comparisons,
      causes,
    };
  };
  onFirst(report([], []));
  // From here on only the house is compared, and what the sample has of all else takes tens of megabytes.
  first.sample.narrow();
  /** The same days in another design, to compare the whole house; null where they are not all done. */
  const again = async (design: Design, name: string): Promise<Results | null> => {
    if (crew.signal?.aborted) return null;
    const asked = { replications, seed, json, quiet, adjusted, extent: 'house' } as const;
    const results = await simulateDays(design, name, asked, io, crew);
    return results.isPartial ? null : results;
  };
  const comparisons: Comparison[] = [];
  for (const other of new Set(others.filter((one) => one !== routing))) {
    const results = await again(designOf(scenario, { ...prepared, routing: other }), other);
    if (results === null) continue;
    // Of other designs nothing but the rows is kept: their samples are large.
    const [base, compared] = compare([first, results]);
    if (comparisons.length === 0) comparisons.push(base);
    comparisons.push(compared);
  }
  const without = (cause: Cause) =>
    again(designOf(scenario, { ...prepared, without: cause }), CHANGES[cause].brief);
  const causes = isReported(options) ? await rankCauses(first, options.why === false ? null : without) : [];
  return report(comparisons, causes);
}

/** The crew, for so many milliseconds from now on. */
function withBudget(crew: Crew, budget: number | null): Crew {
  if (budget === null) return crew;
  const timeout = AbortSignal.timeout(budget);
  return { ...crew, signal: crew.signal ? AbortSignal.any([crew.signal, timeout]) : timeout };
}

function stoppedBy({ signal }: Crew, { isPartial }: Results): Omit<Stopped, 'asked'> | null {
  if (signal?.aborted) return { by: 'interrupt', isIncomplete: true };
  return isPartial ? { by: 'time', isIncomplete: false } : null;
}

const isReported = ({ quiet, json, csv, out }: RunOptions): boolean =>
  !quiet || json || csv !== undefined || out !== undefined;

const stepsAfter = (file: string): string[] =>
  nextSteps([
    [`npx aula run ${file} -n 1000`, 'narrower intervals'],
    [`npx aula run ${file} --csv figures`, 'every figure, also by hour'],
    [`npx aula explain ${file}`, 'conflicts of one day'],
    ['npx aula check my.yaml', 'after changing a copy of it'],
  ]);
