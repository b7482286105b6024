/** What is kept is given back, and nothing else is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memo, PairMemo } from '../../../engine/model/sight/memo.ts';

it('a memo grows with the index, and knows nothing of what was not kept', () => {
  const memo = new Memo();
  memo.keep(3, 7);
  memo.keep(5_000_000, 9);
  expect([3, 4, 5_000_000, 4_999_999, 9_000_000].map((index) => memo.at(index))).toEqual([7, 0, 9, 0, 0]);
});

describe('a memo of pairs', () => {
  it('keeps all pairs of which one is among the few, each in its order', () => {
    const memo = new PairMemo(3);
    const pairs = [0, 1, 2].flatMap((few) =>
      Array.from({ length: 40_000 }, (_, other) => [few, other] as const).flatMap(([a, b]) => [
        [a, b],
        [b, a],
      ]),
    );
    const valueAt = (from: number, to: number) => 1 + ((7 * from + to) % 200);
    for (const [from, to] of pairs) memo.keep(from, to, valueAt(from, to));
    expect(pairs.filter(([from, to]) => memo.at(from, to) !== valueAt(from, to))).toEqual([]);
  });

  it('of the others forgets some, and mistakes none for another', () => {
    const index = fc.integer({ min: 4, max: 2 ** 26 - 1 });
    const pairs = fc.uniqueArray(fc.tuple(index, index), { selector: String, minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(pairs, (all) => {
        const memo = new PairMemo(4);
        all.forEach(([from, to], k) => {
          expect(memo.at(from, to)).toBe(0);
          memo.keep(from, to, k + 1);
          expect(memo.at(from, to)).toBe(k + 1);
        });
        for (const [k, [from, to]] of all.entries()) expect([0, k + 1]).toContain(memo.at(from, to));
      }),
    );
  });

  it('spreads the pairs of one floor well: of 20,000 few share a slot', () => {
    const memo = new PairMemo(50);
    const side = 141;
    for (let from = 0; from < side; from++) {
      for (let to = 0; to < side; to++) memo.keep(600 + from, 600 + to, 1);
    }
    let kept = 0;
    for (let from = 0; from < side; from++) {
      for (let to = 0; to < side; to++) kept += memo.at(600 + from, 600 + to);
    }
    // Thrown at random, 19,881 would leave 2^16 (1 - exp(-0.303)) = 17,150 slots filled.
    expect(kept).toBeGreaterThan(17_000);
  });
});
