import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listOf, raggedOf } from '../../../viz/replay/ragged.ts';

it('keeps the lists of each owner in their order', () => {
  const owners = [1, -1, 0, 1, 3];
  const ragged = raggedOf(owners, [10, 11, 12, 13, 14], owners.length, 4);
  expect([0, 1, 2, 3].map((owner) => [...listOf(ragged, owner)])).toEqual([[12], [10, 13], [], [14]]);
});

it('loses nothing and makes nothing up', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 5 })), (owners) => {
      const ragged = raggedOf(
        owners,
        owners.map((_, k) => k),
        owners.length,
        6,
      );
      const listed = [0, 1, 2, 3, 4, 5].map((owner) => [...listOf(ragged, owner)]);
      expect(listed).toEqual(
        [0, 1, 2, 3, 4, 5].map((owner) => owners.flatMap((one, k) => (one === owner ? [k] : []))),
      );
    }),
  );
});
