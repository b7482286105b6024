/** What is said when the engine fails in a replication: an error of its own, where it was, and how to see it again. */

import { CHANGES } from '../experiment/counterfactual.ts';
import type { ReplicationError } from '../experiment/executor.ts';

/** The command that was given. */
export interface Given {
  readonly name: string;
  readonly args: readonly string[];
  /** Options without which it would run other designs: `--vary`, `--fallback`. */
  readonly varied?: readonly string[];
}

export function failureText(
  { message, design, seed, replication, cause }: ReplicationError,
  given: Given,
): string {
  const { routing, without } = design;
  const changed = without === null ? '' : `, ${CHANGES[without].brief}`;
  return [
    message,
    `Design: ${design.scenario.name}, ${routing.replaceAll('-', ' ')}${changed}.`,
    'This is an error of its own, not of your scenario. To see it again:',
    ...commands(given, { design, seed, replication }).map((words) => `  aula ${words.map(word).join(' ')}`),
    'Please report it with these lines.',
    cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  ].join('\n');
}

/** That meet the failure again. */
function commands(
  { name, args, varied = [] }: Given,
  { design, seed, replication }: Pick<ReplicationError, 'design' | 'seed' | 'replication'>,
): string[][] {
  // A run that was kept knows its seed and its days.
  if (name === 'resume') return [[name, ...args, '--threads', '1']];
  const again = [name, ...args, ...varied, '-s', seed, '-n', `${replication + 1}`, '--threads', '1'];
  const { routing, without, scenario } = design;
  // The only design that a file alone stands for.
  const isAlone = name === 'run' && without === null && routing === scenario.policy.routing;
  return isAlone ? [again, ['explain', ...args, '-s', seed, '-r', `${replication}`]] : [again];
}

/** As a shell takes it for one word. */
const word = (text: string): string =>
  /^[\w./@:+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
