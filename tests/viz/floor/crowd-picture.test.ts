import { describe, expect, it } from 'vitest';
import { layOver, type Points } from '../../../viz/floor/crowd-picture.ts';

function picture(width: number, height: number, ...points: readonly (readonly number[])[]): Points {
  const data = Uint8ClampedArray.from({ length: 4 * width * height }, (_, k) => points.flat()[k] ?? 0);
  return { width, height, data, whole: new Uint32Array(data.buffer) };
}
const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];
const NOTHING = [0, 0, 0, 0];

describe('a picture laid over another', () => {
  it('hides what is below where it is opaque, and nothing where it is empty', () => {
    const to = picture(2, 1, BLUE, BLUE);
    layOver(to, picture(2, 1, RED, NOTHING), 0, 0);
    expect([...to.data]).toEqual([...RED, ...BLUE]);
  });

  it('is mixed with what is below where it is seen through', () => {
    const to = picture(2, 1, BLUE);
    layOver(to, picture(2, 1, [255, 0, 0, 51], [255, 0, 0, 51]), 0, 0);
    expect([...to.data]).toEqual([51, 0, 204, 255, 255, 0, 0, 51]);
  });

  it.each([
    [-1, 0],
    [0, -1],
    [1, 1],
    [-5, 0],
    [0, 7],
  ])('is cut off at the edges, %i, %i', (left, top) => {
    const to = picture(2, 2);
    layOver(to, picture(2, 2, RED, RED, RED, RED), left, top);
    for (let y = 0; y < 2; y++)
      for (let x = 0; x < 2; x++) {
        const isIn = x >= left && x < left + 2 && y >= top && y < top + 2;
        expect(to.data[4 * (2 * y + x) + 3]).toBe(isIn ? 255 : 0);
      }
  });
});
