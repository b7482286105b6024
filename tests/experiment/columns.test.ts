import { describe, expect, it } from 'vitest';
import { Columns } from '../../engine/experiment/columns.ts';

describe('columns of sums by cluster', () => {
  it('come into being with their first value', () => {
    const columns = new Columns(3);
    columns.add(1, 100, 2);
    columns.add(1, 100, 3);
    expect(columns.known).toBe(1);
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

  it('are the same to the last bit, however often they are looked at', () => {
    const [seldom, often] = [new Columns(2), new Columns(2)];
    for (let k = 0; k < 100; k++) {
      for (const columns of [seldom, often]) columns.add(k % 2, k >> 4, 0.1 * (k + 1));
      expect(often.at(0)?.[0]).toBeGreaterThan(0);
    }
    expect(often.at(0)).toEqual(seldom.at(0));
    expect(often.at(1)).toEqual(seldom.at(1));
  });

  it('that are not kept count all the same, and nobody is told nothing in their place', () => {
    const columns = new Columns(3, Uint8Array.of(0, 1, 0));
    for (const [cluster, column] of [0, 1, 0, 2].entries()) columns.add(column, cluster, 1);
    expect(columns.known).toBe(3);
    expect(columns.at(1)?.[1]).toBe(1);
    expect(() => columns.at(0)).toThrow('column 0 is not kept');
  });

  it('are added to in the order of clusters', () => {
    const columns = new Columns(1);
    columns.add(0, 3, 1);
    expect(() => columns.add(0, 2, 1)).toThrow('cluster 2 after cluster 3');
  });
});
