/** Where people walk round the corners of walls. */
import { describe, expect, it } from 'vitest';
import { CLEARANCE, cornerPoints, pointsBefore } from '../../engine/model/corners.ts';
import { WallIndex } from '../../engine/model/wall-index.ts';

const points = (...walls: [number, number, number, number][]) =>
  cornerPoints(new WallIndex(walls.map(([ax, ay, bx, by]) => ({ ax, ay, bx, by }))))
    // No -0, which the comparison would tell from 0.
    .map(({ x, y }) => ({ x: x + 0, y: y + 0 }));

/** 250 mm, and the legs of a right-angled triangle with that hypotenuse. */
const off = CLEARANCE * 1000;
const leg = Math.round(off / Math.SQRT2);

describe('people round', () => {
  it('both ends of a wall, straight on and on either side', () => {
    const along = [-off, 0, 0, 5000 + off, 5000, 5000];
    const across = [0, off, -off, 0, -off, off];
    expect(points([0, 0, 5000, 0])).toEqual(along.map((x, k) => ({ x, y: across[k] })));
  });

  it('a bend on its outer side', () => {
    expect(points([0, 0, 5000, 0], [0, 0, 0, 5000])).toContainEqual({ x: -leg, y: -leg });
    expect(points([0, 0, 5000, 0], [0, 0, 0, 5000])).toHaveLength(7);
  });

  it('a bend sharper than a right angle also beside each of its walls', () => {
    // The walls leave at 0 and at atan(4/3); beside the second is a quarter of a turn on from it.
    const sharp = points([0, 0, 5000, 0], [0, 0, 3000, 4000]);
    expect(sharp).toContainEqual({ x: 0, y: -off });
    expect(sharp).toContainEqual({ x: -off * 0.8, y: off * 0.6 });
    expect(sharp).toHaveLength(9);
  });

  it('a wall drawn in two pieces, and twice, at its ends only', () => {
    expect(points([0, 0, 2000, 0], [2000, 0, 5000, 0], [1000, 0, 5000, 0])).toHaveLength(6);
  });

  it('no wall where it meets another in a T', () => {
    expect(points([0, 0, 5000, 0], [2000, 0, 2000, 3000])).toHaveLength(9);
  });

  it('no end that is too near to another wall', () => {
    // The gap is 0.49 m, then 0.5 m.
    const far: [number, number, number, number] = [0, -5000, 0, 5000];
    expect(points(far, [490, 0, 5000, 0])).not.toContainEqual({ x: 240, y: 0 });
    expect(points(far, [500, 0, 5000, 0])).toContainEqual({ x: 250, y: 0 });
  });

  it('no side of an end from which one cannot go straight on, nor one that is too near to a wall', () => {
    const across: [number, number, number, number] = [490, -5000, 490, 5000];
    expect(points([-5000, 0, 0, 0], across).filter(({ x }) => x === 0)).toEqual([]);
    const beside: [number, number, number, number] = [-5000, 490, 5000, 490];
    expect(points([-2000, 0, 2000, 0], beside).filter(({ x }) => x === 2000)).toEqual([{ x: 2000, y: -off }]);
  });
});

describe('before a door, people stand on either side', () => {
  const standing = (half: number, ...walls: [number, number, number, number][]) =>
    pointsBefore(
      { x: 0, y: 0, dx: 1, dy: 0, half },
      new WallIndex(walls.map(([ax, ay, bx, by]) => ({ ax, ay, bx, by }))),
    ).map(({ x, y }) => ({ x: x + 0, y: y + 0 }));

  it('where it is too narrow for a point beside its jambs', () => {
    expect(standing(249)).toEqual([
      { x: 0, y: off },
      { x: 0, y: -off },
    ]);
    expect(standing(250)).toEqual([]);
  });

  it('where no wall is too near', () => {
    expect(standing(200, [-5000, 490, 5000, 490])).toEqual([{ x: 0, y: -off }]);
  });
});
