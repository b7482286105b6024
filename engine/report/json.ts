/**
 * The results as JSON: a documented contract (docs/reference/json.md), one row a figure and one line a row, so that
 * two results can be compared line by line. The same results give the same bytes.
 */
import { causeRow, comparisonRows, measureRow, precisionRow, type Report, targetRow } from './rows.ts';

export function toJson(report: Report): string {
  const { version, scenario, routing, seed, replications } = report;
  const { measures, judgements, causes, comparisons, stopped, precision, isAdjusted } = report;
  const members = [
    member('aula', version),
    member('scenario', scenario),
    member('routing', routing),
    member('seed', seed),
    member('replications', replications),
    ...(stopped === undefined
      ? []
      : [member('stopped', { by: stopped.by, asked: stopped.asked, incomplete: stopped.isIncomplete })]),
    ...adjustedMember(isAdjusted),
    ...(precision === undefined ? [] : [member('precision', precisionRow(precision))]),
    list('measures', measures.map(measureRow)),
    list('targets', judgements.map(targetRow)),
    list('causes', causes.map(causeRow)),
  ];
  if (comparisons.length > 0) members.push(list('comparison', comparisons.flatMap(comparisonRows)));
  return object(members);
}

/** That figures are adjusted for the arrivals; nothing where they are not. */
export const adjustedMember = (isAdjusted = false): string[] =>
  isAdjusted ? [member('adjusted', true)] : [];

/** Members one under another. */
export const object = (members: readonly string[]) => `{\n${members.join(',\n')}\n}\n`;

export const member = (name: string, value: string | number | boolean | object) =>
  `  "${name}": ${JSON.stringify(value)}`;

/** A member that holds rows, one a line. */
export function list(name: string, rows: readonly object[]): string {
  if (rows.length === 0) return `  "${name}": []`;
  return `  "${name}": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}
