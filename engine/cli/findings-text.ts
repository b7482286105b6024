/** Findings as a terminal shows them: each at its place, in colours where wanted, and how many there are. */
import colours from 'picocolors';
import type { Located } from '../scenario/finding.ts';
import { formatFindings, type Style } from '../scenario/format-findings.ts';
import type { Io } from './io.ts';

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

export const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
