/** Where eyes are. */
import { describe, expect, it } from 'vitest';
import { eyesAt, seatsIn } from '../../../engine/model/sight/viewpoint.ts';

it('eyes are higher standing than seated', () => {
  expect(eyesAt([1.5, 2], 'standing')).toEqual({ x: 1500, y: 2000, height: 1600 });
  expect(eyesAt([1.5, 2], 'seated')).toEqual({ x: 1500, y: 2000, height: 1200 });
});

describe('seats', () => {
  it('are spread over the area in even rows', () => {
    // Six in 6 by 4 m: three to a row, 2 m apart each way.
    expect(seatsIn([10, 20], [6, 4], 6).map(({ x, y }) => [x, y])).toEqual([
      [11_000, 21_000],
      [13_000, 21_000],
      [15_000, 21_000],
      [11_000, 23_000],
      [13_000, 23_000],
      [15_000, 23_000],
    ]);
  });

  it.each([0, 1, 7, 20])('are as many as there are: %s', (seats) => {
    const found = seatsIn([0, 0], [9, 4], seats);
    expect(found).toHaveLength(seats);
    expect(new Set(found.map(({ x, y }) => `${x} ${y}`)).size).toBe(seats);
    expect(found.every(({ x, y }) => x > 0 && x < 9000 && y > 0 && y < 4000)).toBe(true);
  });
});
