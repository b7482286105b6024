import { describe, expect, it } from 'vitest';
import { rowsInOrder } from '../../../viz/engine/ordered.ts';
import { conflictIndex, visitGoingOn } from '../../../viz/replay/conflict-index.ts';
import { listOf } from '../../../viz/replay/ragged.ts';
import { conflictsOf, dayOf, designIn } from '../a-day.ts';
import { conflictTable } from '../conflict-tables.ts';

describe('conflicts that go on', () => {
  const at = (some: { from: number; to: number }[], time: number, most = Number.POSITIVE_INFINITY) => {
    const table = conflictTable(some);
    const found: number[] = [];
    visitGoingOn(
      table,
      conflictIndex(table, null, rowsInOrder(table.from)),
      time,
      (row) => found.push(row) < most,
    );
    return found;
  };
  const some = [
    { from: 30, to: 200 },
    { from: 100, to: 100 },
    { from: 190, to: 260 },
  ];

  it('are found with their ends, in their order', () => {
    expect(at(some, 100)).toEqual([0, 1]);
    expect(at(some, 195)).toEqual([0, 2]);
    expect(at(some, 261)).toEqual([]);
    expect(at(some, 10)).toEqual([]);
    expect(at(some, -100)).toEqual([]);
  });

  it('are none where there are none', () => {
    expect(at([], 100)).toEqual([]);
  });

  it('are no more asked for once that is enough', () => {
    expect(at(some, 100, 1)).toEqual([0]);
  });
});

describe('the index of the conflicts of a day', () => {
  const day = dayOf(designIn('scenarios/pori.yaml'));
  const conflicts = conflictsOf(day);
  const { index } = day.privacy;
  const rowsWhere = (is: (conflict: (typeof conflicts)[number]) => boolean) =>
    conflicts.flatMap((conflict, row) => (is(conflict) ? [row] : []));

  it('has those of each visitor, witness, clerk and space, the gravest first', () => {
    expect(conflicts.length).toBeGreaterThan(10);
    for (const serial of [...new Set(conflicts.map(({ visitor }) => visitor)), 1e6])
      expect([...listOf(index.ofVisitor, serial)]).toEqual(rowsWhere(({ visitor }) => visitor === serial));
    for (const serial of new Set(conflicts.map(({ witness }) => witness)))
      expect([...listOf(index.ofWitness, serial)]).toEqual(
        serial < 0 ? [] : rowsWhere(({ witness }) => witness === serial),
      );
    for (const one of new Set(conflicts.map(({ clerk }) => clerk)))
      expect([...listOf(index.ofClerk, one)]).toEqual(one < 0 ? [] : rowsWhere(({ clerk }) => clerk === one));
    for (const one of new Set(conflicts.map(({ space }) => space)))
      expect([...listOf(index.atSpace, one)]).toEqual(one < 0 ? [] : rowsWhere(({ space }) => space === one));
  });

  it('has the order in which they begin', () => {
    const begins = [...index.byBegin].map((row) => conflicts[row]?.from ?? Number.NaN);
    expect(begins).toEqual(conflicts.map(({ from }) => from).toSorted((a, b) => a - b));
  });
});
