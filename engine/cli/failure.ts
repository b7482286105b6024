/** What is said when the engine fails in a replication: an error of its own, where it was, and how to see it again. */

import { CHANGES } from '../experiment/counterfactual.ts';
import type { ReplicationError } from '../experiment/executor.ts';

/** The command that was given: its name, its arguments, and which options it knows. */
export interface Given {
  readonly name: string;
  readonly args: readonly string[];
}

export function failureText(
  { message, design, seed, replication, cause }: ReplicationError,
  { name, args }: Given,
): string {
  const { routing, without } = design;
  const changed = without === null ? '' : `, ${CHANGES[without].brief}`;
  const seeded = `-s ${word(seed)}`;
  const files = args.map(word).join(' ');
  return [
    message,
    `Design: ${design.scenario.name}, ${routing.replaceAll('-', ' ')}${changed}.`,
    'This is an error of its own, not of your scenario. To see it again:',
    `  aula ${name} ${files} ${seeded} -n ${replication + 1} --threads 1`,
    ...(without === null ? [`  aula explain ${word(args[0] ?? '')} ${seeded} -r ${replication}`] : []),
    'Please report it with these lines.',
    cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  ].join('\n');
}

/** As a shell takes it for one word. */
const word = (text: string): string =>
  /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
