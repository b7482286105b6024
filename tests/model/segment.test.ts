/** Segments of a plan: whether they meet, decided exactly, and how far a point is from one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTo, meets, type Segment, toMillimetres } from '../../engine/model/segment.ts';

const wall = (ax: number, ay: number, bx: number, by: number): Segment => ({ ax, ay, bx, by });
const millimetres = fc.integer({ min: -30_000_000, max: 30_000_000 });

describe('meets', () => {
  const upright = wall(10, 0, 10, 20);

  it.each([
    ['crosses it', 0, 10, 20, 10, true],
    ['ends before it', 0, 10, 9, 10, false],
    ['touches it with an end', 0, 10, 10, 10, true],
    ['passes through its end', 0, 20, 20, 20, true],
    ['passes a millimetre beyond its end', 0, 21, 20, 21, false],
    ['lies on it', 10, 5, 10, 15, true],
    ['goes on from its end', 10, 20, 10, 30, true],
    ['is on its line, further on', 10, 21, 10, 30, false],
    ['runs beside it', 11, 0, 11, 20, false],
    ['has a box that overlaps, and passes below', 8, -3, 30, 3, false],
    ['crosses it aslant', 8, -3, 12, 5, true],
  ])('%s', (_, px, py, qx, qy, expected) => {
    expect(meets(px, py, qx, qy, upright)).toBe(expected);
    expect(meets(qx, qy, px, py, upright)).toBe(expected);
  });

  it('sees that a long wall is missed by a millimetre in 20 km', () => {
    // The line from (0, 0) to (20,000,001, 10,000,000) passes (10,000,000, 5,000,000) at less than a millimetre.
    const way = [0, 0, 20_000_001, 10_000_000] as const;
    expect(meets(...way, wall(10_000_000, 5_000_000, 10_000_000, 9_000_000))).toBe(false);
    expect(meets(...way, wall(10_000_000, 4_999_999, 10_000_000, 9_000_000))).toBe(true);
  });

  it('does not depend on which is the way and which the wall', () => {
    fc.assert(
      fc.property(fc.array(millimetres, { minLength: 8, maxLength: 8 }), (at) => {
        const [px, py, qx, qy, ax, ay, bx, by] = at as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        expect(meets(px, py, qx, qy, wall(ax, ay, bx, by))).toBe(meets(ax, ay, bx, by, wall(px, py, qx, qy)));
      }),
    );
  });
});

describe('distanceTo', () => {
  it.each([
    ['beside it', 3, 10, 7],
    ['beyond its end', 13, 24, 5],
    ['on it', 10, 4, 0],
  ])('of a point %s', (_, x, y, expected) => {
    expect(distanceTo(x, y, wall(10, 0, 10, 20))).toBe(expected);
  });

  it('is the distance to the point where a segment has no length', () => {
    expect(distanceTo(3, 4, wall(0, 0, 0, 0))).toBe(5);
  });
});

it('rounds metres to millimetres', () => {
  expect([1.2345, 0.1 + 0.2, 7.4 + 2.4].map(toMillimetres)).toEqual([1235, 300, 9800]);
});
