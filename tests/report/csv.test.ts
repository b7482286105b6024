import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { field, toCsv } from '../../engine/report/csv.ts';
import { measureRow } from '../../engine/report/rows.ts';
import { comparedReport, reportedScenario, smallReport } from './small-report.ts';

const read = (text: string | undefined): Record<string, string>[] =>
  parse(text ?? '', { columns: true, record_delimiter: '\r\n' });

describe('results as CSV', () => {
  it('come back from a reader as they went in', () => {
    const report = smallReport();
    const rows = read(toCsv(report)['measures.csv']).map(
      ({ measure, unit, mean, halfWidth, confidence, n, ...scope }) => ({
        measure,
        scope: Object.fromEntries(
          Object.entries(scope)
            .filter(([, value]) => value !== '')
            .map(([key, value]) => [key, key === 'hour' ? Number(value) : value]),
        ),
        unit,
        mean: mean === '' ? null : Number(mean),
        halfWidth: halfWidth === '' ? null : Number(halfWidth),
        confidence: Number(confidence),
        n: Number(n),
      }),
    );
    expect(rows).toEqual(report.measures.map(measureRow));
  });

  it('hold the targets and their verdicts', () => {
    const rows = read(toCsv(smallReport())['targets.csv']);
    expect(rows.map(({ target, agency, verdict }) => [target, agency, verdict])).toEqual([
      ['wait.p90 of vero <= 40 min', 'vero', 'met'],
      ['wait.mean ≤ 5 min', '', 'missed'],
      ['left.share < 5 %', '', 'unknown'],
      ['role.utilisation of adviser at 10:00 < 90 %', '', 'met'],
    ]);
  });

  it('hold a comparison only where there is one', () => {
    expect(Object.keys(toCsv(smallReport()))).toEqual(['measures.csv', 'targets.csv', 'causes.csv']);
    const rows = read(toCsv(comparedReport())['comparison.csv']);
    expect(rows[4]).toMatchObject({ routing: 'dedicated', measure: 'wait.mean', difference: '2.81' });
    expect(rows[0]).toMatchObject({ difference: '', differenceHalfWidth: '' });
  });

  it('hold the causes of exposure', () => {
    const rows = read(toCsv(smallReport())['causes.csv']);
    const told = rows.map((row) => [row.cause, row.exposure, row.waitDifference, row.servicesDifference]);
    expect(told).toEqual([
      ['shortage', '48.88', '-1.24', '0'],
      ['layout', '12.34', '0', '0'],
      ['people', '0.48', '0.42', '-2.4'],
    ]);
  });

  it('end every line with CRLF, the header too where there are no rows', () => {
    const { 'targets.csv': targets = '' } = toCsv(smallReport(reportedScenario({ targets: [] })));
    expect(targets).toMatch(/^target,measure,agency,.*,verdict\r\n$/);
  });
});

describe('a field', () => {
  it.each<[string | number | null, string]>([
    ['plain', 'plain'],
    ['Asia, ja toinen', '"Asia, ja toinen"'],
    ['he said "no"', '"he said ""no"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['=1,2', '"\'=1,2"'],
    [-1.5, '-1.5'],
    [0, '0'],
    [null, ''],
    ['', ''],
  ])('%j is written %s', (value, text) => {
    expect(field(value)).toBe(text);
  });
});
