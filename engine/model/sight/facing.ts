/**
 * Which way the people at a place look, where the scenario does not say: the clerk to the door of an enclosed space,
 * and of an open one with the back to the wall and the face to the hall.
 */
import type { Scenario } from '../../scenario/schema.ts';
import { area, meets, type Segment, toMillimetres } from '../segment.ts';
import { isEnclosed } from '../walls.ts';

type Space = Scenario['spaces'][string];

/** A direction in the plan, along one of its axes: x and y, of which one is 0 and the other 1 or -1. */
export type Direction = readonly [number, number];

const DIRECTIONS: readonly Direction[] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
];
/** By direction: the position of the one that leads back. */
const OPPOSITE = [1, 0, 3, 2];

/** Beyond this, in mm, a way is as good as open: 100 m. */
const OPEN = 100_000;

/**
 * The direction in which the clerk looks, and the visitor comes from. In an enclosed space with a door it is towards the
 * side with the door. Otherwise it is the one with the largest difference between the free way ahead, from the middle
 * of that side to the next wall or screen, and the free way behind. Where nothing decides, it is along y.
 */
export function clerkFacing(space: Space, scenario: Scenario, walls: readonly Segment[]): Direction {
  const { at, size, door } = space;
  if (at === undefined || size === undefined) return DIRECTIONS[0];
  const isByDoor = door !== undefined && isEnclosed(space, scenario);
  const ahead = DIRECTIONS.map((direction) =>
    isByDoor ? -Math.abs(beyondSide(direction, door, at, size)) : freeWay(direction, at, size, walls),
  );
  const scores = isByDoor ? ahead : ahead.map((way, k) => way - ahead[OPPOSITE[k]]);
  return DIRECTIONS[scores.indexOf(Math.max(...scores))];
}

/** From 0, so that there is no negative zero. */
export const opposite = ([dx, dy]: Direction): Direction => [0 - dx, 0 - dy];

/** How far, in metres, the point is outside the line of the side that the direction leads to. */
function beyondSide(
  [dx, dy]: Direction,
  [doorX, doorY]: readonly [number, number],
  [x, y]: readonly [number, number],
  [width, depth]: readonly [number, number],
): number {
  const fromMiddle = (doorX - x - width / 2) * dx + (doorY - y - depth / 2) * dy;
  return fromMiddle - (Math.abs(dx) * width + Math.abs(dy) * depth) / 2;
}

/** From the middle of a space's side straight out to the next wall, in mm. */
function freeWay(
  [dx, dy]: Direction,
  [x, y]: readonly [number, number],
  [width, depth]: readonly [number, number],
  walls: readonly Segment[],
): number {
  const px = toMillimetres(x + ((1 + dx) / 2) * width);
  const py = toMillimetres(y + ((1 + dy) / 2) * depth);
  const qx = px + dx * OPEN;
  const qy = py + dy * OPEN;
  const ways = walls
    .filter((wall) => meets(px, py, qx, qy, wall))
    .map(({ ax, ay, bx, by }) => {
      const near = Math.abs(area(ax, ay, bx, by, px, py));
      const far = Math.abs(area(ax, ay, bx, by, qx, qy));
      if (near + far > 0) return (OPEN * near) / (near + far);
      return Math.max(0, Math.min((ax - px) * dx + (ay - py) * dy, (bx - px) * dx + (by - py) * dy));
    });
  return Math.min(OPEN, ...ways);
}
