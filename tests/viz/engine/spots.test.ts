import { describe, expect, it } from 'vitest';
import { FreeNumbers, sharedOut, standingSpots } from '../../../viz/engine/spots.ts';

const pairs = (spots: Float32Array) =>
  Array.from({ length: spots.length / 2 }, (_, k) => [spots[2 * k], spots[2 * k + 1]] as const);

describe('places to stand', () => {
  const area = { x: 1, y: 2, width: 4, depth: 3 };

  it('are within the area, apart from each other and from seats', () => {
    const seat = Float32Array.of(3, 3.5);
    const spots = pairs(standingSpots(area, seat));
    expect(spots.length).toBeGreaterThan(20);
    for (const [x, y] of spots) {
      expect(x > 1 && x < 5 && y > 2 && y < 5).toBe(true);
      expect(Math.hypot(x - 3, y - 3.5)).toBeGreaterThanOrEqual(0.5);
    }
    const least = Math.min(
      ...spots.flatMap(([x, y], k) => spots.slice(k + 1).map(([a, b]) => Math.hypot(x - a, y - b))),
    );
    expect(least).toBeGreaterThan(0.55);
  });

  it('are there even where seats leave no room', () => {
    const seats = Float32Array.from({ length: 200 }, (_, k) =>
      k % 2 === 0 ? 1 + (k % 20) * 0.2 : 2 + k * 0.015,
    );
    expect(standingSpots({ x: 1, y: 2, width: 0.4, depth: 0.4 }, seats).length).toBeGreaterThanOrEqual(2);
  });
});

describe('places on one and the same rectangle', () => {
  it('have parts of their own that do not overlap', () => {
    const one = { x: 0, y: 0, width: 4, depth: 2 };
    const parts = sharedOut([one, { ...one, x: 9 }, { ...one }, { ...one }]);
    expect(parts[1]).toEqual({ ...one, x: 9 });
    const shared = [parts[0], parts[2], parts[3]];
    expect(new Set(shared.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
    expect(shared.every(({ x, y, width, depth }) => x + width <= 4 && y + depth <= 2)).toBe(true);
  });
});

describe('free numbers', () => {
  it('are the least that nobody has, for each owner', () => {
    const numbers = new FreeNumbers();
    expect([numbers.take(1, 10), numbers.take(1, 11), numbers.take(2, 12)]).toEqual([0, 1, 0]);
    numbers.give(1, 0);
    expect(numbers.take(1, 13)).toBe(0);
    expect(numbers.take(1, 14)).toBe(2);
  });
});
