/**
 * `aula schema`: prints the JSON Schema of scenario files, for editors.
 */
import { scenarioJsonSchema } from '../scenario/json-schema.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

export function schema(io: Io): ExitCode {
  io.out(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  return EXIT.fine;
}
