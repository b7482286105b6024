import { expect, it } from 'vitest';
import { LastKnown } from '../../engine/model/last-known.ts';

it('makes what it does not know, and keeps those that were used last', () => {
  const made: string[] = [];
  const known = new LastKnown<string>(2);
  const get = (key: string) =>
    known.get(key, () => {
      made.push(key);
      return `${key} ${made.length}`;
    });
  expect(['a', 'b', 'a', 'b'].map(get)).toEqual(['a 1', 'b 2', 'a 1', 'b 2']);
  // Of a and b, a was used longer ago.
  expect(['c', 'b', 'a', 'c'].map(get)).toEqual(['c 3', 'b 2', 'a 4', 'c 5']);
  expect(made).toEqual(['a', 'b', 'c', 'a', 'c']);
});
