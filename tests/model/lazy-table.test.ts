/** What has been written to the table is there, and nothing else. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LazyTable } from '../../engine/model/lazy-table.ts';

it('keeps what is written at a row and column, and is NaN elsewhere, like a map', () => {
  const cell = fc.tuple(fc.nat(4), fc.oneof(fc.nat(70), fc.nat(5000)), fc.nat(2));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, fc.integer())), fc.array(cell), (written, asked) => {
      const table = new LazyTable(5, 3);
      const known = new Map<string, number>();
      for (const [[row, column, k], value] of written) {
        const at = table.at(row, column);
        table.values[at + k] = value;
        known.set(`${row} ${column} ${k}`, value);
      }
      for (const [row, column, k] of [...asked, ...written.map(([cell]) => cell)]) {
        const value = known.get(`${row} ${column} ${k}`) ?? Number.NaN;
        const at = table.at(row, column);
        expect(table.values[at + k]).toBe(value);
      }
    }),
  );
});
