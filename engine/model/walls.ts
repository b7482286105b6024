/**
 * The walls of a floor that people must walk round: the floor's own, and the outlines of enclosed spaces, with gaps
 * where doors are. A door opens every wall that runs along it, however the wall was drawn: once or twice, in one
 * piece or in many.
 */
import type { Scenario } from '../scenario/schema.ts';
import { distanceTo, lengthOf, type Segment, toMillimetres } from './segment.ts';

/** Width in metres of the door of an enclosed space. */
export const DOOR_WIDTH = 1;
/** A door or wall this near to another wall, in mm, is on it: plans are drawn to the centimetre. */
export const ON_WALL = 50;
/** A wall runs along a door, or another wall, if they part by less than this sine: about 3 degrees. */
export const PARALLEL = 0.05;

type Space = Scenario['spaces'][string];

/** Whether the space has walls of its own. A convertible space keeps those of its first type. */
export function isEnclosed(space: Space, scenario: Scenario): boolean {
  const enclosure = scenario.spaceTypes[space.type]?.enclosure;
  return enclosure === 'semi-closed' || enclosure === 'closed';
}

/** All walls, not yet opened by doors. */
export function solidWalls(scenario: Scenario): Segment[] {
  const lines = Object.values(scenario.floor?.walls ?? {}).map((wall) => wall.line);
  const enclosed = Object.values(scenario.spaces).filter((space) => isEnclosed(space, scenario));
  return [...lines.flatMap(pieces), ...enclosed.flatMap(outline)];
}

/** The walls round a space, in mm; none where it has no place or no size. */
export function outline({ at, size }: Pick<Space, 'at' | 'size'>): Segment[] {
  if (at === undefined || size === undefined) return [];
  const [x, y] = at;
  const [width, depth] = size;
  return pieces([
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
    [x, y],
  ]);
}

/** The walls along a line of points in metres; two of the same make none. */
export function pieces(line: readonly (readonly [number, number])[]): Segment[] {
  const walls = line.slice(1).map(([x, y], k) => {
    const [fromX, fromY] = line[k];
    return {
      ax: toMillimetres(fromX),
      ay: toMillimetres(fromY),
      bx: toMillimetres(x),
      by: toMillimetres(y),
    };
  });
  return walls.filter((wall) => lengthOf(wall) > 0);
}

/** A gap of a door: its middle, the unit direction of the wall it is in, and half its width in mm. */
export interface Opening {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly half: number;
}

/**
 * The gaps that a door makes; none where it is on no wall. Where walls meet at the door, it is in the one that goes on
 * to both sides; at a corner, in both. `width` is in metres.
 */
export function openingsOf(
  [atX, atY]: readonly [number, number],
  width: number,
  walls: readonly Segment[],
): Opening[] {
  const x = toMillimetres(atX);
  const y = toMillimetres(atY);
  const half = toMillimetres(width) / 2;
  let best: Opening[] = [];
  let longest = 0;
  for (const wall of walls) {
    if (distanceTo(x, y, wall) > ON_WALL) continue;
    const length = lengthOf(wall);
    const opening = { x, y, dx: (wall.bx - wall.ax) / length, dy: (wall.by - wall.ay) / length, half };
    const sum = walls.reduce((total, other) => total + openedLength(other, opening), 0);
    if (sum > longest + 1) best = [];
    if (sum < longest - 1) continue;
    longest = Math.max(longest, sum);
    best.push(opening);
  }
  return best;
}

/** The walls with the gaps taken out of them; what is left of a wall is as the wall is. */
export function opened<Wall extends Segment>(walls: readonly Wall[], openings: readonly Opening[]): Wall[] {
  return openings.reduce<Wall[]>((left, opening) => left.flatMap((wall) => cut(wall, opening)), [...walls]);
}

/** Where the wall's ends are along the opening, in mm from its middle; null for a wall that it does not open. */
function along({ ax, ay, bx, by }: Segment, { x, y, dx, dy, half }: Opening): [number, number] | null {
  const length = Math.hypot(bx - ax, by - ay);
  if (Math.abs((bx - ax) * dy - (by - ay) * dx) > PARALLEL * length) return null;
  const from = (ax - x) * dx + (ay - y) * dy;
  const to = (bx - x) * dx + (by - y) * dy;
  if (Math.min(from, to) >= half || Math.max(from, to) <= -half) return null;
  const nearest = Math.min(1, Math.max(0, -from / (to - from)));
  const offX = ax + nearest * (bx - ax) - x;
  const offY = ay + nearest * (by - ay) - y;
  return Math.abs(offX * dy - offY * dx) > ON_WALL ? null : [from, to];
}

function openedLength(wall: Segment, opening: Opening): number {
  const ends = along(wall, opening);
  if (ends === null) return 0;
  const { half } = opening;
  return Math.min(half, Math.max(...ends)) - Math.max(-half, Math.min(...ends));
}

function cut<Wall extends Segment>(wall: Wall, opening: Opening): Wall[] {
  const ends = along(wall, opening);
  if (ends === null) return [wall];
  const [from, to] = ends;
  const side = Math.sign(to - from);
  const before = pointAt(wall, (-side * opening.half - from) / (to - from));
  const after = pointAt(wall, (side * opening.half - from) / (to - from));
  const left: Wall[] = [];
  if (side * from < -opening.half) left.push({ ...wall, bx: before.x, by: before.y });
  if (side * to > opening.half) left.push({ ...wall, ax: after.x, ay: after.y });
  return left.filter((piece) => lengthOf(piece) > 0);
}

function pointAt({ ax, ay, bx, by }: Segment, share: number): { x: number; y: number } {
  return { x: Math.round(ax + share * (bx - ax)), y: Math.round(ay + share * (by - ay)) };
}
