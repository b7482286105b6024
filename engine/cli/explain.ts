/** `aula explain FILE`: lists the privacy conflicts of one day, or tells one of them as a story. */
import { compile } from '../model/compile.ts';
import type { Conflict } from '../privacy/conflict.ts';
import { privacyObserver } from '../privacy/privacy.ts';
import { conflictStory } from '../report/terminal/conflict-story.ts';
import { byGravity, conflictList } from '../report/terminal/conflicts.ts';
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
  const found: Conflict[] = [];
  const statistics = new Statistics(model);
  const privacy = privacyObserver(model, statistics.sheet, (conflict) => found.push(conflict));
  if (privacy === null) {
    const isLimited = Object.values(prepared.scenario.sensitivities).some(
      ({ speech, sight, seen, presence }) => speech ?? sight ?? seen ?? presence,
    );
    const missing = isLimited ? 'there is no floor to hear and see over' : 'no sensitivity has a limit';
    throw new BadInput(`nothing of privacy is measured in ${file}: ${missing}`);
  }
  new Simulation(model, options.seed, together([statistics, privacy])).run(options.replication);
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
