/**
 * `aula check FILE`: says whether a scenario is fine, or all that is wrong with it. Ends 0 or 2.
 */
import colours from 'picocolors';
import type { Located } from '../scenario/finding.ts';
import { formatFindings, type Style } from '../scenario/format-findings.ts';
import { load } from '../scenario/load.ts';
import type { Scenario } from '../scenario/schema.ts';
import { visible } from '../scenario/visible.ts';
import type { Io } from './io.ts';
import { nodeReader } from './node-reader.ts';

export function check(path: string, io: Io): number {
  const loaded = load(path, nodeReader);
  if (!loaded.ok) {
    io.err(findingsText(loaded.findings, io));
    return 2;
  }
  if (loaded.warnings.length > 0) io.err(`${findingsText(loaded.warnings, io)}\n`);
  io.out(`${visible(path)} is fine: ${contents(loaded.scenario)}\n`);
  return 0;
}

/** Findings for a terminal, with their number at the end. */
export function findingsText(findings: readonly Located[], io: Io): string {
  const { red, yellow, bold, dim } = colours.createColors(io.colour);
  const paints: Readonly<Record<Style, (text: string) => string>> = {
    place: bold,
    error: red,
    warning: yellow,
    dim,
  };
  const text = formatFindings(findings, { paint: (style, piece) => paints[style](piece) });
  const errors = findings.filter(({ finding }) => finding.severity === 'error').length;
  const warnings = findings.length - errors;
  const counts = [counted(errors, 'error', 'errors'), counted(warnings, 'warning', 'warnings')].filter(
    Boolean,
  );
  return `${text}\n${counts.join(' and ')}\n`;
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`;

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
