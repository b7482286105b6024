/** `aula explain FILE`: lists the privacy conflicts of one day, or tells one of them as a story. */
import { compile } from '../model/compile.ts';
import type { Conflict } from '../privacy/conflict.ts';
import { Speech } from '../privacy/speech.ts';
import { byGravity, conflictList, conflictStory } from '../report/terminal/conflicts.ts';
import { Simulation } from '../simulation/simulation.ts';
import { Statistics } from '../statistics/statistics.ts';
import { together } from '../statistics/together.ts';
import { BadInput } from './bad-input.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { prepare } from './prepare.ts';

export interface ExplainOptions {
  readonly seed: string;
  /** Which of the days, from 0 on. */
  readonly replication: number;
  /** Which of the conflicts, from 1 on, the gravest first. */
  readonly conflict?: number;
}

export function explain(file: string, options: ExplainOptions, io: Io): ExitCode {
  const prepared = prepare(file, io);
  if (prepared === null) return EXIT.badInput;
  const model = compile(prepared.scenario, prepared);
  if (model.hearing === null) {
    throw new BadInput(
      `${file} has no floor, or no sensitivity with a speech limit: nothing can be said of who hears whom`,
    );
  }
  const found: Conflict[] = [];
  const statistics = new Statistics(model);
  const speech = new Speech(model, model.hearing, statistics.sheet, (conflict) => found.push(conflict));
  new Simulation(model, options.seed, together([statistics, speech])).run(options.replication);
  const conflicts = byGravity(found);
  if (options.conflict === undefined) {
    io.out(`${conflictList(conflicts, model, io.colour).join('\n')}\n`);
    return EXIT.fine;
  }
  const told = conflicts[options.conflict - 1];
  if (told === undefined) {
    throw new BadInput(`there is no conflict ${options.conflict} on that day; there are ${conflicts.length}`);
  }
  io.out(`${conflictStory(told, model, io.colour).join('\n')}\n`);
  return EXIT.fine;
}
