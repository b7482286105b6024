/** Where people walk round the corners of walls. */
import { describe, expect, it } from 'vitest';
import { CLEARANCE, cornerPoints } from '../../engine/model/corners.ts';
import { WallIndex } from '../../engine/model/wall-index.ts';

const points = (...walls: [number, number, number, number][]) =>
  cornerPoints(new WallIndex(walls.map(([ax, ay, bx, by]) => ({ ax, ay, bx, by }))))
    // No -0, which the comparison would tell from 0.
    .map(({ x, y }) => ({ x: x + 0, y: y + 0 }));

/** 250 mm, and the legs of a right-angled triangle with that hypotenuse. */
const off = CLEARANCE * 1000;
const leg = Math.round(off / Math.SQRT2);

describe('people round', () => {
  it('both ends of a wall', () => {
    expect(points([0, 0, 5000, 0])).toEqual([
      { x: -off, y: 0 },
      { x: 5000 + off, y: 0 },
    ]);
  });

  it('a bend on its outer side', () => {
    expect(points([0, 0, 5000, 0], [0, 0, 0, 5000])).toContainEqual({ x: -leg, y: -leg });
  });

  it('a wall drawn in two pieces, and twice, at its ends only', () => {
    expect(points([0, 0, 2000, 0], [2000, 0, 5000, 0], [1000, 0, 5000, 0])).toHaveLength(2);
  });

  it('no wall where it meets another in a T', () => {
    expect(points([0, 0, 5000, 0], [2000, 0, 2000, 3000])).toHaveLength(3);
  });

  it('no end that is too near to another wall', () => {
    // The gap is 0.49 m, then 0.5 m.
    const far: [number, number, number, number] = [0, -5000, 0, 5000];
    expect(points(far, [490, 0, 5000, 0])).not.toContainEqual({ x: 240, y: 0 });
    expect(points(far, [500, 0, 5000, 0])).toContainEqual({ x: 250, y: 0 });
  });
});
