/**
 * The results as CSV files (RFC 4180: CRLF, quotes doubled), the same rows as in the JSON, with one column for each
 * key of a scope. A number that is not known is an empty field.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises ("CSV
 * Injection"); numbers are written as they are.
 */
import type { Scope, ScopeKey } from '../statistics/scopes.ts';
import { type CauseRow, causeRow, comparisonRows, measureRow, type Report, targetRow } from './rows.ts';

export type Field = string | number | null;

export const SCOPE_COLUMNS: readonly ScopeKey[] = [
  'agency',
  'matter',
  'role',
  'spaceType',
  'hour',
  'channel',
  'kind',
  'cause',
  'space',
  'pair',
];

const CAUSE_COLUMNS: readonly (keyof CauseRow)[] = [
  'cause',
  'share',
  'exposure',
  'exposureHalfWidth',
  'conflicts',
  'conflictsHalfWidth',
  'change',
  'exposureDifference',
  'exposureDifferenceHalfWidth',
  'conflictsDifference',
  'conflictsDifferenceHalfWidth',
  'waitDifference',
  'waitDifferenceHalfWidth',
  'servicesDifference',
  'servicesDifferenceHalfWidth',
  'confidence',
  'n',
];

/** The files by name. */
export function toCsv({ measures, judgements, comparisons, causes }: Report): Record<string, string> {
  const files: Record<string, string> = {
    'measures.csv': table(
      ['measure', ...SCOPE_COLUMNS, 'unit', 'mean', 'halfWidth', 'confidence', 'n'],
      measures.map((row) => {
        const { measure, scope, unit, mean, halfWidth, confidence, n } = measureRow(row);
        return [measure, ...fieldsOf(scope), unit, mean, halfWidth, confidence, n];
      }),
    ),
    'targets.csv': table(
      ['target', 'measure', ...SCOPE_COLUMNS, 'relation', 'limit', 'unit', 'mean', 'halfWidth', 'verdict'],
      judgements.map((judgement) => {
        const row = targetRow(judgement);
        const { target, measure, scope, relation, limit, unit, mean, halfWidth, verdict } = row;
        return [target, measure, ...fieldsOf(scope), relation, limit, unit, mean, halfWidth, verdict];
      }),
    ),
    'causes.csv': table(
      CAUSE_COLUMNS,
      causes.map((cause) => {
        const row = causeRow(cause);
        return CAUSE_COLUMNS.map((column) => row[column]);
      }),
    ),
  };
  if (comparisons.length > 0) files['comparison.csv'] = comparisonTable(comparisons.flatMap(comparisonRows));
  return files;
}

function comparisonTable(rows: ReturnType<typeof comparisonRows>): string {
  return table(
    [
      'routing',
      'measure',
      ...SCOPE_COLUMNS,
      'unit',
      'mean',
      'halfWidth',
      'difference',
      'differenceHalfWidth',
      'confidence',
      'n',
    ],
    rows.map((row) => [
      row.routing,
      row.measure,
      ...fieldsOf(row.scope),
      row.unit,
      row.mean,
      row.halfWidth,
      row.difference,
      row.differenceHalfWidth,
      row.confidence,
      row.n,
    ]),
  );
}

export const fieldsOf = (scope: Scope): Field[] => SCOPE_COLUMNS.map((key) => scope[key] ?? null);

/** Lines of a file, with their names first. */
export function table(columns: readonly string[], rows: readonly (readonly Field[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

const FORMULA = /^[=+\-@\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]/;

export function field(value: Field): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
