/**
 * Where people are who might see: the spots of their eyes, which are those of their faces too.
 */
import { toMillimetres } from '../segment.ts';
import type { Spot } from './obstacle.ts';

/** Of eyes, and of faces, above the floor; in mm. Assumed, near the mean of European adults. */
export const EYE_HEIGHT = { standing: 1600, seated: 1200 } as const;
export type Posture = keyof typeof EYE_HEIGHT;

/** Somebody's eyes at a point in metres. */
export function eyesAt([x, y]: readonly [number, number], posture: Posture): Spot {
  return { x: toMillimetres(x), y: toMillimetres(y), height: EYE_HEIGHT[posture] };
}

/** The eyes of who sits in a waiting area, from one end to the other: the seats are spread over it in even rows. */
export function seatsIn(
  [x, y]: readonly [number, number],
  [width, depth]: readonly [number, number],
  seats: number,
): Spot[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt((seats * width) / depth)));
  const rows = Math.ceil(seats / columns);
  return Array.from({ length: seats }, (_, seat) => {
    const column = seat % columns;
    const row = Math.floor(seat / columns);
    return eyesAt([x + ((column + 0.5) * width) / columns, y + ((row + 0.5) * depth) / rows], 'seated');
  });
}
