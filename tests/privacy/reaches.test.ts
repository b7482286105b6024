/** Nothing that is within reach is passed over. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Reaches } from '../../engine/privacy/reaches.ts';
import { FIELD, listening, seatAt } from '../model/listening.ts';

it('finds all pieces of a way that are within reach, in their order, whichever way round they lie', () => {
  const metres = fc.integer({ min: -300, max: 300 }).map((tenths) => tenths / 10);
  const point = fc.tuple(metres, metres);
  const reach = fc.double({ min: 0, max: 40, noNaN: true });
  let within = 0;
  let beyond = 0;
  fc.assert(
    fc.property(point, point, fc.boolean(), reach, reach, reach, (from, to, isBack, ...each) => {
      // The way goes round the end of a wall.
      const { vantages, space } = listening(
        FIELD,
        'floor: { walls: { w: { line: [[0.3, -15], [0.4, 60]] } } }',
        seatAt(from, 'hall-1'),
        seatAt(to, 'hall-2'),
      );
      const ends = [space('hall-1'), space('hall-2')];
      const way = isBack ? vantages.way(ends[1], ends[0]) : vantages.way(ends[0], ends[1]);
      const reaches = new Reaches(vantages);
      reaches.add(space('desk-1'), each[0], each[1], each[2]);
      const { x, y } = vantages.points[space('desk-1')];
      const isWithin = (piece: number) => {
        const point = vantages.points[way.at[piece]];
        return Math.hypot(point.x - x, point.y - y) <= Math.max(...each);
      };
      const all = [...way.at.keys()].filter(isWithin);
      const found: number[] = [];
      for (let k = reaches.next(0, way.at, 0); k < way.at.length; k = reaches.next(0, way.at, k + 1))
        found.push(k);
      expect(found).toEqual(all);
      if (reaches.isBeyond(0, way)) expect(all).toEqual([]);
      within += all.length;
      beyond += Number(reaches.isBeyond(0, way));
    }),
  );
  expect(Math.min(within, beyond)).toBeGreaterThan(5);
});
