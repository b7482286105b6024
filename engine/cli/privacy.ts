/** `aula privacy FILE`: audits a floor plan, without simulation: who could hear and see what, and what would help. */
import { auditJson } from '../report/audit/json.ts';
import { audit } from '../report/audit.ts';
import { auditText } from '../report/terminal/audit.ts';
import { BadInput } from './bad-input.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { prepare } from './prepare.ts';

export function privacy(path: string, options: { readonly json: boolean }, io: Io): ExitCode {
  const prepared = prepare(path, io);
  if (prepared === null) return EXIT.badInput;
  const { scenario, walking } = prepared;
  const found = audit(scenario, walking);
  if (found === null) {
    const missing =
      scenario.floor === undefined
        ? `${path} has no floor`
        : `no sensitivity of ${path} has a limit of speech, sight, seen or presence`;
    throw new BadInput(`${missing}: nothing can be said of who hears or sees whom`);
  }
  if (options.json) io.out(auditJson(found, scenario));
  else io.out(`${auditText(found, scenario, io.colour).join('\n')}\n`);
  return EXIT.fine;
}
