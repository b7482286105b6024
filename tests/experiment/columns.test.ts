import { describe, expect, it } from 'vitest';
import { Columns } from '../../engine/experiment/columns.ts';

describe('columns of sums by cluster', () => {
  it('come into being with their first value', () => {
    const columns = new Columns(3);
    columns.add(1, 100, 2);
    columns.add(1, 100, 3);
    expect(columns.kept).toBe(1);
    expect(columns.at(0)).toBeUndefined();
    expect(columns.at(1)?.[100]).toBe(5);
    expect(columns.at(1)?.[99]).toBe(0);
  });

  it('are put together by two, and then go on', () => {
    const columns = new Columns(1);
    for (let k = 0; k < 5; k++) columns.add(0, k, k + 1);
    columns.merge();
    expect(Array.from(columns.at(0) ?? []).slice(0, 4)).toEqual([3, 7, 5, 0]);
    columns.add(0, 2, 10);
    expect(columns.at(0)?.[2]).toBe(15);
  });
});
