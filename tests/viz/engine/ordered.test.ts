import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInOrder } from '../../../viz/engine/ordered.ts';

describe('rows in the order of their keys', () => {
  it('are those of a sort that compares, with equals as they were', () => {
    const key = fc.oneof(
      fc.double({ noNaN: true }),
      fc.constantFrom(0, -0, 1, 1 + 2 ** -50, 1 + 2 ** -30, -1, -1 - 2 ** -40, 1e300, -1e300),
    );
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const expected = [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
        // Two that are infinite are equal, and their difference is no number.
        const finite = keys.every(Number.isFinite);
        if (finite) expect([...rowsInOrder(Float64Array.from(keys))]).toEqual(expected);
      }),
    );
  });

  it('are told apart by something else where keys are the same', () => {
    const other = [3, 1, 2, 1];
    const rows = rowsInOrder(Float64Array.of(5, 5, 5, 5), (a, b) => (other[a] ?? 0) - (other[b] ?? 0));
    expect([...rows]).toEqual([1, 3, 2, 0]);
  });

  it('are none of none', () => {
    expect([...rowsInOrder(new Float64Array(0))]).toEqual([]);
  });
});
