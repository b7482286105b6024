import { expect, it } from 'vitest';
import { type Days, giveUp } from '../../engine/experiment/days.ts';
import { cutDays, joinDays } from '../../engine/experiment/days-parts.ts';

/** Three days with two, no and three numbers. */
function threeDays(): Days {
  const ragged = () => ({
    starts: Int32Array.of(0, 2, 2, 5),
    values: Float64Array.of(1, 2, 3, 4, 5),
    owners: Int32Array.of(10, 11, 12, 13, 14),
  });
  return { first: 7, count: 3, figures: ragged(), waits: ragged(), stays: ragged() };
}

it('days that are cut hold their own numbers, and what they were cut from may be given up', () => {
  const days = threeDays();
  const cut = cutDays(days, 1, 3);
  giveUp(days);
  expect(days.figures.values.length).toBe(0);
  expect([cut.first, cut.count]).toEqual([8, 2]);
  expect(cut.waits).toEqual({
    starts: Int32Array.of(0, 0, 3),
    values: Float64Array.of(3, 4, 5),
    owners: Int32Array.of(12, 13, 14),
  });
});

it('days that are cut and joined are the same days', () => {
  expect(joinDays([cutDays(threeDays(), 0, 2), cutDays(threeDays(), 2, 3)])).toEqual(threeDays());
});
