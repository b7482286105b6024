import { describe, expect, it } from 'vitest';
import { ByMinute } from '../../../viz/floor/by-minute.ts';

const at = (stretches: { from: number; to: number }[], time: number) => {
  const found: number[] = [];
  new ByMinute(stretches).visit(time, (index) => found.push(index) > 0);
  return found;
};

describe('stretches that go on', () => {
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
  });

  it('are none where there are none', () => {
    expect(at([], 100)).toEqual([]);
  });

  it('are no more asked for once that is enough', () => {
    let asked = 0;
    new ByMinute(some).visit(100, () => {
      asked++;
      return false;
    });
    expect(asked).toBe(1);
  });
});
