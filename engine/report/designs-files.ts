/**
 * Compared designs as files: JSON and CSV of tidy rows, one for each design and measure, with the difference from the first
 * design beside the figure (docs/reference/json.md).
 */
import type { Contrast } from '../experiment/contrasts.ts';
import { pathText } from '../scenario/finding.ts';
import type { Plain } from '../scenario/tree.ts';
import type { Scope } from '../statistics/scopes.ts';
import { type Field, fieldsOf, SCOPE_COLUMNS, table } from './csv.ts';
import { type DesignsReport, stoppedEarly } from './designs-report.ts';
import { adjustedMember, list, member, object } from './json.ts';
import { type TargetRow, targetRow, written } from './rows.ts';

/** A figure, and how far it is from that of the base; null where there is none. */
interface ContrastRow {
  readonly measure: string;
  readonly scope: Scope;
  readonly unit: string;
  readonly mean: number | null;
  readonly halfWidth: number | null;
  readonly confidence: number;
  readonly n: number;
  readonly difference: number | null;
  readonly differenceHalfWidth: number | null;
  /** Of this one difference; all of them hold together with the confidence of the report. */
  readonly differenceConfidence: number | null;
  /** Whether the interval of the difference excludes nothing; null where there is no difference. */
  readonly real: boolean | null;
}

export function contrastRow({ weighed, figure, difference, isReal }: Contrast): ContrastRow | null {
  if (figure === null) return null;
  const { measure, scope } = weighed;
  const { unit, mean, halfWidth, confidence, n } = figure;
  return {
    measure,
    scope,
    unit,
    mean: written(mean),
    halfWidth: written(halfWidth),
    confidence,
    n,
    difference: written(difference?.mean ?? null),
    differenceHalfWidth: written(difference?.halfWidth ?? null),
    differenceConfidence: written(difference?.confidence ?? null),
    real: difference === null ? null : isReal,
  };
}

export const CONTRAST_COLUMNS = [
  'unit',
  'mean',
  'halfWidth',
  'confidence',
  'n',
  'difference',
  'differenceHalfWidth',
  'differenceConfidence',
  'real',
] as const;

export const contrastFields = (row: ContrastRow): Field[] => [
  row.measure,
  ...fieldsOf(row.scope),
  ...CONTRAST_COLUMNS.map((column) => asField(row[column])),
];

const asField = (value: string | number | boolean | null): Field =>
  typeof value === 'boolean' ? String(value) : value;

type DesignRow = ContrastRow & { readonly design: string };

const rowsOf = ({ designs }: DesignsReport): DesignRow[] =>
  designs.flatMap(({ letter, contrasted }) =>
    contrasted.flatMap((contrast) => {
      const row = contrastRow(contrast);
      return row === null ? [] : [{ design: letter, ...row }];
    }),
  );

const targetsOf = ({ designs }: DesignsReport): (TargetRow & { readonly design: string })[] =>
  designs.flatMap(({ letter, judgements }) =>
    judgements.map((judgement) => ({ design: letter, ...targetRow(judgement) })),
  );

interface DifferenceRow {
  readonly design: string;
  readonly path: string;
  readonly from: Plain;
  readonly to: Plain;
}

const differencesOf = ({ designs }: DesignsReport): DifferenceRow[] =>
  designs.flatMap(({ letter, differences }) =>
    differences.map(({ path, from = null, to = null }) => ({
      design: letter,
      path: pathText(path),
      from,
      to,
    })),
  );

export function designsJson(report: DesignsReport): string {
  const { version, seed, replications, confidence, comparisons, asked, designs } = report;
  const stopped = stoppedEarly(designs.length, asked);
  return object([
    member('aula', version),
    member('seed', seed),
    member('replications', replications),
    ...adjustedMember(report.isAdjusted),
    member('confidence', confidence),
    member('comparisons', comparisons),
    ...(stopped === null ? [] : [member('stopped', stopped)]),
    list(
      'designs',
      designs.map(({ letter, name, file, visitorsApart }) => ({
        design: letter,
        scenario: name,
        file,
        otherVisitors: visitorsApart,
      })),
    ),
    list('differences', differencesOf(report)),
    list('measures', rowsOf(report)),
    list('targets', targetsOf(report)),
  ]);
}

/** The files by name. */
export function designsCsv(report: DesignsReport): Record<string, string> {
  return {
    'designs.csv': table(
      ['design', 'scenario', 'file'],
      report.designs.map(({ letter, name, file }) => [letter, name, file]),
    ),
    'differences.csv': table(
      ['design', 'path', 'from', 'to'],
      differencesOf(report).map(({ design, path, from, to }) => [
        design,
        path,
        plainText(from),
        plainText(to),
      ]),
    ),
    'comparison.csv': table(
      ['design', 'measure', ...SCOPE_COLUMNS, ...CONTRAST_COLUMNS],
      rowsOf(report).map((row) => [row.design, ...contrastFields(row)]),
    ),
    'targets.csv': table(
      [
        'design',
        'target',
        'measure',
        ...SCOPE_COLUMNS,
        'relation',
        'limit',
        'unit',
        'mean',
        'halfWidth',
        'verdict',
      ],
      targetsOf(report).map((row) => [
        row.design,
        row.target,
        row.measure,
        ...fieldsOf(row.scope),
        row.relation,
        row.limit,
        row.unit,
        row.mean,
        row.halfWidth,
        row.verdict,
      ]),
    ),
  };
}

const plainText = (value: Plain): Field =>
  value === null || typeof value === 'number'
    ? value
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
