import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../viz/tables/data-table.ts';

describe('a table as CSV', () => {
  it('has times of the day, numbers with all their decimals, and nothing that a spreadsheet takes for a formula', () => {
    const text = csvOf({
      caption: 'Waits',
      columns: [{ title: 'From', isTime: true }, { title: '=who' }, { title: 'Wait, min', decimals: 1 }],
      rows: [
        [36_061, 'a, "b"', 1.23456],
        [0, '-1+2', null],
      ],
    });
    expect(text.split('\r\n')).toEqual([
      `From,'=who,"Wait, min"`,
      '10:01:01,"a, ""b""",1.23456',
      `00:00:00,'-1+2,`,
      '',
    ]);
  });
});
