import { expect, it } from 'vitest';
import { groupedBy } from '../../../engine/report/terminal/grouped.ts';

it('puts together what has a key in common, keys and things in the order in which they come', () => {
  const groups = groupedBy([5, 2, 9, 4, 1], (n) => (n % 2 === 0 ? 'even' : 'odd'));
  expect([...groups]).toEqual([
    ['odd', [5, 9, 1]],
    ['even', [2, 4]],
  ]);
  expect(groupedBy([], String).size).toBe(0);
});
