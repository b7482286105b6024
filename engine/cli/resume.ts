/** `aula resume DIR`: goes on with a run directory where it was, and reports as if it had never stopped. */
import { walkingDistances } from '../model/floor.ts';
import type { Disk } from '../report/run-directory/disk.ts';
import { RunDirectory } from '../report/run-directory/run-directory.ts';
import { z } from '../scenario/zod.ts';
import { Archive, type KeptOptions, usable } from './archive.ts';
import { BadInput } from './bad-input.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { nextSteps } from './next-steps.ts';
import { nodeDisk } from './node-disk.ts';
import { runPrepared } from './run.ts';
import { VERSION } from './version.ts';

export interface ResumeOptions {
  /** Days in all; as the run was asked for where not given. */
  readonly replications?: number;
  /** As `--events` of a run; as then where not given. */
  readonly events?: string;
  readonly threads?: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

const keptSchema = z.strictObject({
  replications: z.int().min(1).optional(),
  precision: z.string().optional(),
  measure: z.string().optional(),
  maxReplications: z.int().min(1).optional(),
  timeBudget: z.string().optional(),
  adjusted: z.boolean().optional(),
  why: z.boolean().optional(),
  events: z.string().optional(),
});

export async function resume(
  at: string,
  options: ResumeOptions,
  io: Io,
  disk: Disk = nodeDisk,
): Promise<ExitCode> {
  const directory = usable(() => RunDirectory.open(at, disk, VERSION));
  try {
    return await resumeIn(directory, options, io);
  } finally {
    directory.close();
  }
}

async function resumeIn(
  directory: RunDirectory,
  { replications, events, threads, json, quiet }: ResumeOptions,
  io: Io,
): Promise<ExitCode> {
  const { path: at, resolved, seed } = directory;
  const kept = optionsOf(directory.options, at);
  const done = directory.countOf(resolved.scenario.policy.routing);
  if (replications !== undefined && replications < done) {
    throw new BadInput(`${at} has ${done} days already: --replications says how many in all, and is less`);
  }
  const asked: KeptOptions = {
    ...(replications === undefined
      ? kept
      : {
          replications,
          ...(kept.adjusted !== undefined && { adjusted: kept.adjusted }),
          ...(kept.why !== undefined && { why: kept.why }),
        }),
    ...(kept.events !== undefined && { events: kept.events }),
    ...(events !== undefined && { events }),
  };
  const options = {
    ...optionsOf(asked, at),
    seed,
    json,
    quiet,
    out: at,
    ...(threads !== undefined && { threads }),
  };
  const prepared = { ...resolved, walking: walkingDistances(resolved.scenario) };
  const archive = Archive.goOn(directory, asked, io);
  return runPrepared(prepared, options, io, {
    archive,
    next: nextSteps([[`npx aula resume ${at} -n 1000`, 'narrower intervals']]),
  });
}

/** Undefined in none of its keys, so that it can be kept again. */
function optionsOf(options: KeptOptions, at: string) {
  const read = keptSchema.safeParse(options);
  if (!read.success)
    throw new BadInput(`cannot go on with ${at}: the options in its manifest.json have been changed`);
  const { replications, precision, measure, maxReplications, timeBudget, adjusted, why, events } = read.data;
  return {
    ...(replications !== undefined && { replications }),
    ...(precision !== undefined && { precision }),
    ...(measure !== undefined && { measure }),
    ...(maxReplications !== undefined && { maxReplications }),
    ...(timeBudget !== undefined && { timeBudget }),
    ...(adjusted !== undefined && { adjusted }),
    ...(why !== undefined && { why }),
    ...(events !== undefined && { events }),
  };
}
