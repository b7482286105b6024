/** Recorded arrivals: what may stand in the file, and what is said against what may not. */
import { describe, expect, it } from 'vitest';
import { locateAll } from '../../engine/scenario/finding.ts';
import { Source } from '../../engine/scenario/source.ts';
import { MAX_TRACE_ROWS, parseTrace } from '../../engine/scenario/trace.ts';
import { expectFindings, loadTown, said } from './town.ts';

const NAMES = { profiles: new Set(['senior', 'family']), matters: new Set(['tax-card', 'benefit']) };

function read(text: string) {
  const source = new Source('f.csv', text);
  const { rows, findings } = parseTrace(source, NAMES, []);
  const located = locateAll(findings, { files: new Map([['f.csv', source]]), tree: null });
  const said = located.map(
    ({ place: { line, column, length }, finding }) => `${line}:${column}+${length} ${finding.message}`,
  );
  return { rows, said };
}

describe('a list of recorded arrivals', () => {
  it('needs no more than times', () => {
    expect(read('time\n8:00\n8:00:01\n').rows).toEqual([
      { time: 28_800, profile: null, matters: [] },
      { time: 28_801, profile: null, matters: [] },
    ]);
  });

  it.each([',', ';', '\t'])(
    "may have '%s' between its columns, in any order, with quotes and blanks",
    (mark) => {
      const text = ['matters,time,profile', '"tax-card + benefit", 9:00 ,senior', '', ',10:00,""'].join(
        '\r\n',
      );
      expect(read(text.replaceAll(',', mark))).toEqual({
        rows: [
          { time: 32_400, profile: 'senior', matters: ['tax-card', 'benefit'] },
          { time: 36_000, profile: null, matters: [] },
        ],
        said: [],
      });
    },
  );

  it('is put in the order of time, and within a moment left in that of the file', () => {
    const { rows } = read('time,profile\n9:00,senior\n8:00,family\n9:00,family\n8:00,senior\n');
    expect(rows.map(({ time, profile }) => `${time / 3600} ${profile}`)).toEqual([
      '8 family',
      '8 senior',
      '9 senior',
      '9 family',
    ]);
  });

  it('may say who comes together', () => {
    expect(read('time,party\n8:00, Virtanen \n8:05,\n').rows).toEqual([
      { time: 28_800, profile: null, matters: [], party: 'Virtanen' },
      { time: 29_100, profile: null, matters: [] },
    ]);
  });

  it('may have no rows', () => {
    expect(read('time\n')).toEqual({ rows: [], said: [] });
  });

  it('takes what is missing at the end of a row as empty', () => {
    expect(read('time,profile,matters\n8:00\n')).toEqual({
      rows: [{ time: 28_800, profile: null, matters: [] }],
      said: [],
    });
  });

  it.each([
    ['nothing', '', '1:1+1 is empty'],
    ['no column of times', 'profile\nsenior\n', "1:1+7 the column 'time' is missing"],
    [
      'an unknown column',
      'time,profil\n8:00,senior\n',
      "1:6+6 unknown column 'profil'; did you mean 'profile'?",
    ],
    ['a column twice', 'time,time\n8:00,9:00\n', "1:6+4 the column 'time' is there twice"],
    ['too many cells', 'time,profile\n8:00,senior,x\n', '2:13+1 has 3 cells for 2 columns'],
    ['no time', 'time,profile\n,senior\n', "2:1+1 '' is not a time of day; write it like '08:00'"],
    ['no such time', 'time\n8:00\n 8:61\n', "3:2+4 '8:61' is not a time of day; write it like '08:00'"],
    ['a plain number', 'time\n8.30\n', "2:1+4 '8.30' is not a time of day; write it like '08:00'"],
    ['a time before midnight', 'time\n-5 min\n', '2:1+6 must not be negative, is -5 min'],
    [
      'an unknown profile',
      'time;profile\n8:00; sinior\n',
      "2:7+6 unknown profile 'sinior'; did you mean 'senior'?",
    ],
    [
      'an unknown matter',
      'time,matters\n8:00,benefit+taxcard\n',
      "2:6+15 unknown matter 'taxcard'; did you mean 'tax-card'?",
    ],
    [
      'an unknown matter in quotes',
      'time,matters\n8:00,"taxcard"\n',
      "2:1+14 unknown matter 'taxcard'; did you mean 'tax-card'?",
    ],
    ['a quote that is not closed', 'time,profile\n8:00,"senior\n9:00,\n', '3:1+5 a closing " is missing'],
  ])('may not have %s', (_, text, expected) => {
    expect(read(text).said).toEqual([expected]);
  });

  it('tells all that is wrong, line by line', () => {
    expect(read('time,profile\nx,y\n8:00,z\n').said).toEqual([
      "2:1+1 'x' is not a time of day; write it like '08:00'",
      "2:3+1 unknown profile 'y'; there is 'senior' and 'family'",
      "3:6+1 unknown profile 'z'; there is 'senior' and 'family'",
    ]);
  });

  it('has a limit', () => {
    expect(read(`time\n${'8:00\n'.repeat(MAX_TRACE_ROWS + 1)}`).said).toEqual([
      `${MAX_TRACE_ROWS + 2}:1+4 has more than ${MAX_TRACE_ROWS} rows`,
    ]);
  });

  it('is named where the scenario names it, if it is not there', () => {
    expectFindings(
      [['file: recorded/monday.csv', 'file: «recorded/tuesday.csv»']],
      "arrivals.recorded.trace.file: 'recorded/tuesday.csv' is not there",
    );
  });

  it('may serve two arrivals', () => {
    const loaded = loadTown([
      '  families:\n',
      '  again: { profiles: senior, agency: vero, trace: { file: recorded/monday.csv } }\n  families:\n',
    ]);
    expect(loaded.ok ? loaded.traces.again : loaded.findings.map(said)).toHaveLength(4);
  });
});
