/** Draws what stands still: places, seats, walls and doors. */
import type { Context } from '../app/context.ts';
import type { House } from '../engine/house.ts';
import { colourOf } from './colours.ts';
import { useOf } from './names.ts';
import type { Projection } from './projection.ts';

/** In metres. */
const SEAT = 0.21;
const WALL = { toCeiling: 0.14, low: 0.08 } as const;

/** What is walked on. */
export function drawGround(pen: CanvasRenderingContext2D, to: Projection, { house }: Context): void {
  drawSpaces(pen, to, house);
  drawLanes(pen, to, house);
}

/** What stands on it. */
export function drawWalls(pen: CanvasRenderingContext2D, to: Projection, { house }: Context): void {
  drawPieces(pen, to, house);
  drawDoors(pen, to, house);
}

/** CSS property of the colour of a use. */
export const useColour = (use: string): `--${string}` => `--use-${use}`;

function drawSpaces(pen: CanvasRenderingContext2D, to: Projection, house: House): void {
  pen.lineWidth = to.ratio;
  house.plan.spaces.forEach(({ x, y, width, depth, seats }, space) => {
    pen.fillStyle = colourOf(useColour(useOf(house, house.spaceTypes[space])));
    pen.strokeStyle = colourOf('--space-line');
    pen.fillRect(to.x(x), to.y(y + depth), width * to.scale, depth * to.scale);
    pen.strokeRect(to.x(x), to.y(y + depth), width * to.scale, depth * to.scale);
    if (seats.length === 0) return;
    const side = SEAT * to.scale;
    pen.beginPath();
    for (let seat = 0; seat < seats.length; seat += 2)
      pen.roundRect(to.x(seats[seat]) - side, to.y(seats[seat + 1]) - side, 2 * side, 2 * side, side / 2);
    pen.fillStyle = colourOf('--seat');
    pen.fill();
  });
}

/** Where lines are, as a pale ground. */
function drawLanes(pen: CanvasRenderingContext2D, to: Projection, { plan }: House): void {
  if (plan.lanes === null) return;
  const { x, y, width, depth } = plan.lanes;
  pen.fillStyle = colourOf('--use-waiting');
  pen.beginPath();
  pen.roundRect(to.x(x), to.y(y + depth), width * to.scale, depth * to.scale, 4 * to.ratio);
  pen.fill();
}

function drawPieces(pen: CanvasRenderingContext2D, to: Projection, { plan }: House): void {
  pen.lineCap = 'butt';
  for (const { from, to: end, kind, height } of plan.walls) {
    pen.beginPath();
    pen.moveTo(to.x(from[0]), to.y(from[1]));
    pen.lineTo(to.x(end[0]), to.y(end[1]));
    pen.strokeStyle = colourOf(kind === 'glass' || kind === 'frosted' ? '--glass' : '--wall');
    const metres = height === null && kind !== 'screen' ? WALL.toCeiling : WALL.low;
    pen.lineWidth = Math.max(1.2 * to.ratio, metres * to.scale);
    if (kind === 'frosted') pen.setLineDash([2 * to.ratio, 2 * to.ratio]);
    pen.stroke();
    pen.setLineDash([]);
  }
}

/** A threshold across the gap; staff doors thin, ways in and out with an arrow head for each direction. */
function drawDoors(pen: CanvasRenderingContext2D, to: Projection, { plan }: House): void {
  for (const { at, width, use } of plan.doors) {
    const half = (width * to.scale) / 2;
    const [x, y] = [to.x(at[0]), to.y(at[1])];
    const isUpright = isOnUprightWall(at, plan.walls);
    pen.strokeStyle = colourOf(use === 'staff' || use === 'inner' ? '--space-line' : '--accent');
    pen.lineWidth = (use === 'staff' || use === 'inner' ? 1 : 3) * to.ratio;
    if (use === 'staff') pen.setLineDash([3 * to.ratio, 2 * to.ratio]);
    pen.beginPath();
    pen.moveTo(isUpright ? x : x - half, isUpright ? y - half : y);
    pen.lineTo(isUpright ? x : x + half, isUpright ? y + half : y);
    pen.stroke();
    pen.setLineDash([]);
  }
}

type Walls = House['plan']['walls'];

/** Whether the wall nearest to the door runs up and down. */
export function isOnUprightWall([x, y]: readonly [number, number], walls: Walls): boolean {
  let least = Number.POSITIVE_INFINITY;
  let isUpright = false;
  for (const { from, to } of walls) {
    const away = Math.min(Math.hypot(from[0] - x, from[1] - y), Math.hypot(to[0] - x, to[1] - y));
    if (away >= least) continue;
    least = away;
    isUpright = Math.abs(to[0] - from[0]) < Math.abs(to[1] - from[1]);
  }
  return isUpright;
}
