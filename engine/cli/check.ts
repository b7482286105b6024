/**
 * `aula check FILE`: says whether a scenario is fine, or all that is wrong with it. Ends 0 or 2.
 */
import { WIDTH, wrap } from '../report/terminal/layout.ts';
import type { Scenario } from '../scenario/schema.ts';
import { visible } from '../scenario/visible.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { counted } from './findings-text.ts';
import type { Io } from './io.ts';
import { prepare } from './prepare.ts';

export function check(path: string, io: Io): ExitCode {
  const prepared = prepare(path, io);
  if (prepared === null) return EXIT.badInput;
  const lines = wrap(contents(prepared.scenario), WIDTH - 2).map((line) => `  ${line}`);
  io.out(`${[`${visible(path)} is fine:`, ...lines].join('\n')}\n`);
  return EXIT.fine;
}

function contents(scenario: Scenario): string {
  const clerks = Object.values(scenario.roles).reduce((sum, role) => sum + role.count, 0);
  const size = (collection: object): number => Object.keys(collection).length;
  return [
    counted(size(scenario.agencies), 'agency', 'agencies'),
    counted(size(scenario.matters), 'matter', 'matters'),
    counted(clerks, 'clerk', 'clerks'),
    counted(size(scenario.roles), 'role', 'roles'),
    counted(size(scenario.spaces), 'space', 'spaces'),
    counted(size(scenario.profiles), 'profile', 'profiles'),
    counted(size(scenario.arrivals), 'arrival', 'arrivals'),
    counted(scenario.targets.length, 'target', 'targets'),
  ]
    .filter(Boolean)
    .join(', ');
}
