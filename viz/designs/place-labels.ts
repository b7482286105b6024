/** Where labels of points stand so that none lies on another, on a point, or outside of the picture. */

export interface Labelled {
  /** In pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Placed {
  /** The middle of the label, from the point. */
  readonly dx: number;
  readonly dy: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HEIGHT = 16;
const POINT = 7;
/** Rings of places round a point, in pixels from its edge. */
const DISTANCES = [4, 14, 26];
const DIRECTIONS = Array.from({ length: 8 }, (_, k) => (k * Math.PI) / 4 - Math.PI / 4);

/** One for each; null where there is no room. The first have the first choice. */
export function placeLabels(labels: readonly Labelled[], width: number, height: number): (Placed | null)[] {
  const taken: Box[] = labels.map(({ x, y }) => boxAt(x, y, 2 * POINT, 2 * POINT));
  return labels.map(({ x, y, width: wide }, own) => {
    for (const distance of DISTANCES) {
      for (const direction of DIRECTIONS) {
        const dx = Math.cos(direction) * (POINT + distance + wide / 2);
        const dy = Math.sin(direction) * (POINT + distance + HEIGHT / 2);
        const box = boxAt(x + dx, y + dy, wide, HEIGHT);
        const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
        if (!isInside || taken.some((other, k) => k !== own && overlap(box, other))) continue;
        taken.push(box);
        return { dx, dy };
      }
    }
    return null;
  });
}

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
