/**
 * Which way the people at a place look: as the scenario says, and where it does not, the clerk to the door of an enclosed
 * space, and of an open one with the back to the nearest wall and the face to the hall.
 */
import type { Scenario } from '../../scenario/schema.ts';
import { area, meets, type Segment, toMillimetres } from '../segment.ts';
import { isEnclosed } from '../walls.ts';

type Space = Scenario['spaces'][string];

/** A direction in the plan, along one of its axes: x and y, of which one is 0 and the other 1 or -1. */
export type Direction = readonly [number, number];

const UP: Direction = [0, 1];
const DOWN: Direction = [0, -1];
const RIGHT: Direction = [1, 0];
const LEFT: Direction = [-1, 0];
const NAMED: Readonly<Record<NonNullable<Space['faces']>, Direction>> = {
  up: UP,
  down: DOWN,
  right: RIGHT,
  left: LEFT,
};
const DIRECTIONS: readonly Direction[] = [UP, DOWN, RIGHT, LEFT];
/** By direction: the position of the one that leads back. */
const OPPOSITE = [1, 0, 3, 2];

/** How far walls are looked for, in mm: 100 m. */
const OPEN = 100_000;
/** In mm: with so much room ahead one looks into the hall, however large; and a wall so far behind is not at one's back. */
const ROOM = 4_000;
/** In mm: what differs by less does not decide. */
const ABOUT_ALIKE = 250;

/**
 * The direction in which the clerk looks, and the visitor comes from. Where the space does not say: in an enclosed space with
 * a door it is towards the side with the door. Otherwise it is the one with the largest difference between the free way
 * ahead, from the middle of that side to the next wall or screen, and the free way behind, either up to ROOM; of several that are
 * about alike, the one with the longest way ahead. Where nothing decides, it is up. An assumption.
 */
export function clerkFacing(space: Space, scenario: Scenario, walls: readonly Segment[]): Direction {
  const { at, size, door, faces } = space;
  if (faces !== undefined) return NAMED[faces];
  if (at === undefined || size === undefined) return DIRECTIONS[0];
  if (door !== undefined && isEnclosed(space, scenario))
    return most(DIRECTIONS, (direction) => -Math.abs(beyondSide(direction, door, at, size)));
  const ways = DIRECTIONS.map((direction) => freeWay(direction, at, size, walls));
  const scores = ways.map((way, k) => Math.min(way, ROOM) - Math.min(ways[OPPOSITE[k]], ROOM));
  const enough = Math.max(...scores) - ABOUT_ALIKE;
  const alike = DIRECTIONS.filter((_, k) => scores[k] >= enough);
  return most(alike, (direction) => ways[DIRECTIONS.indexOf(direction)]);
}

/** The first of those with the highest score. */
function most(directions: readonly Direction[], score: (direction: Direction) => number): Direction {
  const scores = directions.map(score);
  return directions[scores.indexOf(Math.max(...scores))];
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
