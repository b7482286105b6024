/** What is at a point of the floor, and what is next to it in a direction. */
import type { Selected } from '../app/state.ts';
import type { House } from '../engine/house.ts';
import type { Moment } from './moment.ts';
import type { Projection } from './projection.ts';

/** In CSS pixels: how near to a mark a finger or pointer has to be. */
const NEAR = 14;

/** The nearest visitor or clerk at hand, or else the space; in device pixels. */
export function thingAt(house: House, moment: Moment, to: Projection, x: number, y: number): Selected | null {
  let least = (NEAR * to.ratio) ** 2;
  let kind: Selected['kind'] = 'visitor';
  let index = -1;
  for (let k = 0; k < moment.count; k++) {
    const away = (to.x(moment.x[k]) - x) ** 2 + (to.y(moment.y[k]) - y) ** 2;
    if (away >= least) continue;
    least = away;
    index = moment.row[k];
  }
  for (let clerk = 0; clerk < moment.clerkX.length; clerk++) {
    const away = (to.x(moment.clerkX[clerk]) - x) ** 2 + (to.y(moment.clerkY[clerk]) - y) ** 2;
    if (!(away < least)) continue;
    least = away;
    kind = 'clerk';
    index = clerk;
  }
  if (index >= 0) return { kind, index };
  const space = spaceAt(house, to.metresX(x), to.metresY(y));
  return space < 0 ? null : { kind: 'space', index: space };
}

/** The smallest space that the point, in metres, is in; -1 for none. */
export function spaceAt({ plan }: House, x: number, y: number): number {
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  plan.spaces.forEach((one, space) => {
    const isIn = x >= one.x && y >= one.y && x <= one.x + one.width && y <= one.y + one.depth;
    if (!isIn || one.width * one.depth >= least) return;
    least = one.width * one.depth;
    found = space;
  });
  return found;
}

/** Where the thing is at the moment, in metres; null where it is nowhere. */
export function placeOf(
  house: House,
  moment: Moment,
  { kind, index }: Selected,
): readonly [number, number] | null {
  if (kind === 'space') {
    const space = house.plan.spaces[index];
    return space === undefined ? null : [space.x + space.width / 2, space.y + space.depth / 2];
  }
  if (kind === 'clerk') {
    const x = moment.clerkX[index];
    return x === undefined || Number.isNaN(x) ? null : [x, moment.clerkY[index]];
  }
  if (kind === 'conflict') return null;
  for (let k = 0; k < moment.count; k++) if (moment.row[k] === index) return [moment.x[k], moment.y[k]];
  return null;
}

/**
 * The nearest thing from a point in a direction (1 or -1 along one of the axes of the plan), within 60° of it; to the side
 * it counts as twice as far. Null where there is none.
 */
export function nextFrom(
  house: House,
  moment: Moment,
  from: readonly [number, number],
  [dx, dy]: readonly [number, number],
): Selected | null {
  let least = Number.POSITIVE_INFINITY;
  let found: Selected | null = null;
  const look = (kind: Selected['kind'], index: number, x: number, y: number) => {
    const ahead = (x - from[0]) * dx + (y - from[1]) * dy;
    const aside = Math.abs((x - from[0]) * dy) + Math.abs((y - from[1]) * dx);
    if (ahead < 0.05 || aside > 1.75 * ahead) return;
    const away = ahead + 2 * aside;
    if (away >= least) return;
    least = away;
    found = { kind, index };
  };
  for (let k = 0; k < moment.count; k++) look('visitor', moment.row[k], moment.x[k], moment.y[k]);
  for (let clerk = 0; clerk < moment.clerkX.length; clerk++)
    if (!Number.isNaN(moment.clerkX[clerk])) look('clerk', clerk, moment.clerkX[clerk], moment.clerkY[clerk]);
  for (const [space, { x, y, width, depth }] of house.plan.spaces.entries())
    look('space', space, x + width / 2, y + depth / 2);
  return found;
}
