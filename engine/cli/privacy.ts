/** `aula privacy FILE`: audits a floor plan, without simulation: who could understand what is said where. */
import { audit } from '../report/audit.ts';
import { auditText } from '../report/terminal/audit.ts';
import { BadInput } from './bad-input.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { prepare } from './prepare.ts';

export function privacy(path: string, options: { readonly json: boolean }, io: Io): ExitCode {
  const prepared = prepare(path, io);
  if (prepared === null) return EXIT.badInput;
  const found = audit(prepared.scenario);
  if (found === null) {
    throw new BadInput(
      `${path} has no floor, or no sensitivity with a speech limit: nothing can be said of who hears whom`,
    );
  }
  if (options.json) io.out(`${JSON.stringify(found, null, 2)}\n`);
  else io.out(`${auditText(found, prepared.scenario, io.colour).join('\n')}\n`);
  return EXIT.fine;
}
