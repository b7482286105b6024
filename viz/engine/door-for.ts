/** Where a space that becomes enclosed can have its door: on a side that no other space is against. */
import type { Point } from '../try/change.ts';
import type { Rectangle } from './floor-plan.ts';

/** In metres: so far from the door it must be free. */
const BEFORE_DOOR = 0.5;

/** The middle of the side that is free, and nearest to the middle of all; of a crowded space, of any side. */
export function doorFor(space: Rectangle, others: readonly Rectangle[]): Point {
  const { x, y, width, depth } = space;
  const all = [space, ...others];
  const middle: Point = [
    all.reduce((sum, one) => sum + one.x + one.width / 2, 0) / all.length,
    all.reduce((sum, one) => sum + one.y + one.depth / 2, 0) / all.length,
  ];
  const sides: { at: Point; before: Point }[] = [
    { at: [x + width / 2, y], before: [0, -BEFORE_DOOR] },
    { at: [x + width / 2, y + depth], before: [0, BEFORE_DOOR] },
    { at: [x, y + depth / 2], before: [-BEFORE_DOOR, 0] },
    { at: [x + width, y + depth / 2], before: [BEFORE_DOOR, 0] },
  ];
  const cost = ({ at, before }: (typeof sides)[number]) => {
    const point: Point = [at[0] + before[0], at[1] + before[1]];
    const isBlocked = others.some((other) => isWithin(point, other));
    return Math.hypot(at[0] - middle[0], at[1] - middle[1]) + (isBlocked ? 1e6 : 0);
  };
  const [best] = sides.sort((a, b) => cost(a) - cost(b));
  return [Number(best.at[0].toFixed(3)), Number(best.at[1].toFixed(3))];
}

const isWithin = ([px, py]: Point, { x, y, width, depth }: Rectangle): boolean =>
  px > x && px < x + width && py > y && py < y + depth;
