/** Where people are drawn who have no point of their own in the model, so that none hides another. In metres. */
import type { Rectangle } from './floor-plan.ts';

/** Between two who stand; of a seat from who stands beside it. */
const APART = 0.6;
const FROM_SEAT = 0.5;
/** More are not told apart: the last of them stands for all the others. */
const SPOTS_MAX = 400;

/**
 * Places to stand in a rectangle, so far apart, x and y in turn, between the seats (likewise); those in the middle first.
 * At least one.
 */
export function standingSpots(within: Rectangle, seats: Float32Array, pitch = APART): Float32Array {
  const free = lattice(within, pitch).filter(([x, y]) => isFree(x, y, seats));
  const { x, y, width, depth } = within;
  const far = ([a, b]: readonly [number, number]) => Math.hypot(a - x - width / 2, b - y - depth / 2);
  const spots = free.length > 0 ? free : lattice(within, pitch);
  return Float32Array.from(
    spots
      .toSorted((one, other) => far(one) - far(other))
      .slice(0, SPOTS_MAX)
      .flat(),
  );
}

function lattice({ x, y, width, depth }: Rectangle, apart: number): [number, number][] {
  // A hall for waiting has more room than is ever needed.
  const pitch = Math.max(apart, Math.sqrt((width * depth) / (4 * SPOTS_MAX)));
  const columns = Math.max(1, Math.floor(width / pitch));
  const rows = Math.max(1, Math.floor(depth / pitch));
  return Array.from({ length: columns * rows }, (_, k): [number, number] => [
    x + (((k % columns) + 0.5) * width) / columns,
    y + ((Math.floor(k / columns) + 0.5) * depth) / rows,
  ]);
}

function isFree(x: number, y: number, seats: Float32Array): boolean {
  for (let seat = 0; seat < seats.length; seat += 2)
    if (Math.hypot(seats[seat] - x, seats[seat + 1] - y) < FROM_SEAT) return false;
  return true;
}

/** By rectangle: itself, or where several are one and the same, a part of it for each. */
export function sharedOut(rectangles: readonly Rectangle[]): Rectangle[] {
  const shared = new Map<string, number[]>();
  rectangles.forEach(({ x, y, width, depth }, index) => {
    const key = `${x} ${y} ${width} ${depth}`;
    const all = shared.get(key);
    if (all === undefined) shared.set(key, [index]);
    else all.push(index);
  });
  const parts = [...rectangles];
  for (const all of shared.values()) {
    if (all.length < 2) continue;
    const { x, y, width, depth } = rectangles[all[0]];
    const columns = Math.ceil(Math.sqrt((all.length * width) / depth));
    const rows = Math.ceil(all.length / columns);
    all.forEach((index, k) => {
      parts[index] = {
        x: x + ((k % columns) * width) / columns,
        y: y + (Math.floor(k / columns) * depth) / rows,
        width: width / columns,
        depth: depth / rows,
      };
    });
  }
  return parts;
}

/** Numbers from 0 up, of which the least free one is given; for each owner its own. */
export class FreeNumbers {
  private readonly taken = new Map<number, number[]>();

  take(owner: number, who: number): number {
    const all = this.taken.get(owner) ?? [];
    if (all.length === 0) this.taken.set(owner, all);
    const free = all.indexOf(-1);
    const number = free < 0 ? all.length : free;
    all[number] = who;
    return number;
  }

  give(owner: number, number: number): void {
    const all = this.taken.get(owner);
    if (all === undefined) return;
    all[number] = -1;
    while (all.at(-1) === -1) all.pop();
  }
}
