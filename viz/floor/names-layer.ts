/** Draws the names of places, each within its own place, and over none of another. */
import type { Context } from '../app/context.ts';
import type { House } from '../engine/house.ts';
import { colourOf } from './colours.ts';
import { apart, fitted, type Label } from './labels.ts';
import { agencyName, spaceName } from './names.ts';
import type { Projection } from './projection.ts';

/** In CSS pixels: letters of names, no larger as the plan is enlarged than this. */
const LETTERS = { least: 10, most: 14 } as const;
/** In metres: letters between these sizes, and the strip along walls. */
const LETTER = 0.42;
const WALL = 0.13;

/** Where names stand on the canvas; boxes are kept free of what moves where there is room. */
export function drawNames(
  pen: CanvasRenderingContext2D,
  to: Projection,
  context: Context,
  width: number,
  height: number,
): void {
  const { house, store } = context;
  if (!store.state.layers.includes('labels')) return;
  const size = to.ratio * Math.min(LETTERS.most, Math.max(LETTERS.least, (LETTER * to.scale) / to.ratio));
  pen.font = `${size}px system-ui, sans-serif`;
  pen.textAlign = 'left';
  pen.textBaseline = 'top';
  pen.fillStyle = colourOf('--label');
  const labels = [...placeLabels(pen, to, house, size), ...laneLabels(pen, to, house, size)];
  const seen = labels.filter(
    ({ left, top, width: wide, height: high }) =>
      left < width && top < height && left + wide > 0 && top + high > 0,
  );
  for (const { text, left, top } of apart(seen)) pen.fillText(text, left, top);
}

function placeLabels(pen: CanvasRenderingContext2D, to: Projection, house: House, size: number): Label[] {
  const inset = WALL * to.scale + 2 * to.ratio;
  const height = size * 1.15;
  return house.plan.spaces.flatMap(({ x, y, width, depth, seats }, space) => {
    const room = width * to.scale - 2 * inset;
    if (room < 2 * size || depth * to.scale < height + inset) return [];
    const measure = (text: string) => pen.measureText(text).width;
    const text = fitted([spaceName(house, space), house.ids.spaces[space]], room, measure);
    if (text === null) return [];
    // Over seats a name would hide who sits there: it stands above the area where nothing else is.
    const isAbove = seats.length > 0 && isClear(house.plan, x, y + depth, width, (height + inset) / to.scale);
    const top = isAbove ? to.y(y + depth) - height - to.ratio : to.y(y + depth) + inset;
    return [{ text, left: to.x(x) + inset, top, width: measure(text), height }];
  });
}

/** The agency of each line, above those who stand in it. */
function laneLabels(pen: CanvasRenderingContext2D, to: Projection, house: House, size: number): Label[] {
  const { lanes } = house.plan;
  if (lanes === null) return [];
  const { agencies } = house.ids;
  const pitch = (lanes.depth * to.scale) / agencies.length;
  const inset = 4 * to.ratio;
  return agencies.flatMap((_, agency) => {
    const measure = (text: string) => pen.measureText(text).width;
    const text = fitted([agencyName(house, agency)], lanes.width * to.scale - 2 * inset, measure);
    const top = to.y(lanes.y + lanes.depth) + agency * pitch + pitch * 0.06;
    if (text === null || pitch < size * 1.6) return [];
    return [{ text, left: to.x(lanes.x) + inset, top, width: measure(text), height: size * 1.15 }];
  });
}

/** Whether there is neither a wall nor a place in the rectangle, in metres. */
function isClear(
  { spaces, walls }: House['plan'],
  x: number,
  y: number,
  width: number,
  depth: number,
): boolean {
  const isFree = (fromX: number, fromY: number, toX: number, toY: number) =>
    toX <= x || fromX >= x + width || toY <= y || fromY >= y + depth;
  return (
    spaces.every((one) => isFree(one.x, one.y, one.x + one.width, one.y + one.depth)) &&
    walls.every(({ from, to }) =>
      isFree(
        Math.min(from[0], to[0]) - WALL,
        Math.min(from[1], to[1]) - WALL,
        Math.max(from[0], to[0]) + WALL,
        Math.max(from[1], to[1]) + WALL,
      ),
    )
  );
}
