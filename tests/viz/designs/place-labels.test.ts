import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '../../../viz/designs/place-labels.ts';

const WIDTH = 340;
const HEIGHT = 280;

test('labels lie on no other, on no point but their own, and inside', () => {
  const point = fc.record({
    x: fc.integer({ min: 0, max: WIDTH }),
    y: fc.integer({ min: 0, max: HEIGHT }),
    width: fc.integer({ min: 8, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 14 }), (points) => {
      const places = placeLabels(points, WIDTH, HEIGHT);
      expect(places).toHaveLength(points.length);
      const boxes = places.flatMap((place, k) => {
        if (place === null) return [];
        const { x, y, width } = points[k];
        return [
          {
            left: x + place.dx - width / 2,
            right: x + place.dx + width / 2,
            top: y + place.dy - 8,
            bottom: y + place.dy + 8,
          },
        ];
      });
      for (const [k, box] of boxes.entries()) {
        expect(box.left >= 0 && box.right <= WIDTH && box.top >= 0 && box.bottom <= HEIGHT).toBe(true);
        for (const other of boxes.slice(k + 1)) {
          const isApart =
            box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top;
          expect(isApart).toBe(true);
        }
      }
    }),
  );
});

test('a point alone has its label', () => {
  expect(placeLabels([{ x: 100, y: 100, width: 10 }], WIDTH, HEIGHT)[0]).not.toBeNull();
});
