import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stream, streamOf } from '../../engine/kernel/stream.ts';
import { chiSquare, correlation, KOLMOGOROV_999, kolmogorovSmirnov } from './goodness-of-fit.ts';

const take = (draw: () => number, count: number) => Array.from({ length: count }, draw);

/**
 * Alea worked out on its own, from Baagøe's description: three lagged fractions and a carry, seeded by a hash
 * of a blank and then of the seed.
 */
function baagoe(seed: string): () => number {
  let n = 0xefc8249d;
  const hash = (text: string) => {
    for (const letter of text) {
      const h = 0.02519603282416938 * (n + letter.charCodeAt(0));
      const high = h >>> 0;
      const product = (h - high) * high;
      n = (product >>> 0) + (product - (product >>> 0)) * 2 ** 32;
    }
    return (n >>> 0) / 2 ** 32;
  };
  const lags = [hash(' '), hash(' '), hash(' ')].map((lag) => {
    const fraction = lag - hash(seed);
    return fraction < 0 ? fraction + 1 : fraction;
  });
  let carry = 1;
  return () => {
    const t = 2091639 * (lags.shift() ?? 0) + carry / 2 ** 32;
    carry = Math.floor(t);
    lags.push(t - carry);
    return t - carry;
  };
}

describe('streamOf', () => {
  it('is Alea, seeded by seed, replication and name', () => {
    expect(take(streamOf('pori', 17, 'vero/arrivals'), 50)).toEqual(
      take(baagoe('pori/17/vero/arrivals'), 50),
    );
  });

  it('is held against an Alea that gives the published first number', () => {
    // README of seedrandom 3.0.5: alea('hello.') begins with 0.4783254903741181.
    expect(baagoe('hello.')()).toBe(0.4783254903741181);
  });

  it('gives the same numbers for the same name, others for any other', () => {
    const begin = (seed: string, replication: number, name: string) =>
      take(streamOf(seed, replication, name), 5).join();
    expect(begin('a', 1, 'x')).toBe(begin('a', 1, 'x'));
    const others = [begin('a', 1, 'x'), begin('b', 1, 'x'), begin('a', 2, 'x'), begin('a', 1, 'y')];
    expect(new Set(others).size).toBe(4);
    expect(begin('a', 1, '1/x')).not.toBe(begin('a', 11, '/x'));
  });

  it('is uniform within a stream', () => {
    const counts = new Array(100).fill(0);
    for (const u of take(streamOf('uniform', 0, 'one'), 100_000)) counts[Math.floor(u * 100)]++;
    // 0.999 quantile of chi-square with 99 degrees of freedom.
    expect(chiSquare(counts, new Array(100).fill(1000))).toBeLessThan(148.23);
  });

  it.each([0, 1, 2, 9])('is uniform over replications, in draw number %i', (position) => {
    const drawn = Array.from(
      { length: 10_000 },
      (_, replication) => take(streamOf('1', replication, 'vero/arrivals'), position + 1)[position],
    );
    expect(kolmogorovSmirnov(drawn, (u) => u)).toBeLessThan(KOLMOGOROV_999);
  });

  it.each([0, 1, 2, 9])('is uniform over pairs of adjacent replications, in draw number %i', (position) => {
    const at = (replication: number) => take(streamOf('1', replication, 'work'), position + 1)[position];
    const cells = new Array(100).fill(0);
    for (let k = 0; k < 10_000; k++)
      cells[Math.floor(at(2 * k) * 10) * 10 + Math.floor(at(2 * k + 1) * 10)]++;
    expect(chiSquare(cells, new Array(100).fill(100))).toBeLessThan(148.23);
  });

  it('is uncorrelated between adjacent replications and between names', () => {
    const of = (replication: number, name: string) => take(streamOf('7', replication, name), 100);
    const here = [];
    const next = [];
    const other = [];
    for (let replication = 0; replication < 200; replication++) {
      here.push(...of(replication, 'vero/visit'));
      next.push(...of(replication + 1, 'vero/visit'));
      other.push(...of(replication, 'vero/work'));
    }
    // Four standard errors of the correlation of 20,000 independent pairs.
    expect(Math.abs(correlation(here, next))).toBeLessThan(4 / Math.sqrt(20_000));
    expect(Math.abs(correlation(here, other))).toBeLessThan(4 / Math.sqrt(20_000));
  });
});

describe('Stream', () => {
  it('begins at replication 0', () => {
    const stream = new Stream('pori', 'day/busyness');
    expect(take(() => stream.next(), 3)).toEqual(take(streamOf('pori', 0, 'day/busyness'), 3));
  });

  it('goes to the beginning of a replication, whatever was drawn before', () => {
    const stream = new Stream('pori', 'work');
    for (const [replication, before] of [
      [5, 0],
      [6, 17],
      [5, 1],
      [5, 3],
    ]) {
      take(() => stream.next(), before);
      stream.reseat(replication);
      expect(take(() => stream.next(), 4)).toEqual(take(streamOf('pori', replication, 'work'), 4));
    }
  });

  it("is seedrandom's Alea, whatever the names and however large the replication", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.oneof(fc.nat(), fc.constantFrom(9, 10, 99, 100, 10 ** 7, 2 ** 40)),
        (seed, name, replication) => {
          const stream = new Stream(seed, name);
          stream.reseat(replication);
          const numbers = take(() => stream.next(), 20);
          expect(numbers).toEqual(take(streamOf(seed, replication, name), 20));
        },
      ),
    );
  });
});
