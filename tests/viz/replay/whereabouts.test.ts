import { describe, expect, it } from 'vitest';
import { EVENT_KIND } from '../../../engine/recording/events.ts';
import { lastUntil, locate, newPosition, visitInside } from '../../../viz/replay/whereabouts.ts';
import { dayOf, designIn } from '../a-day.ts';

const design = designIn('scenarios/pori.yaml');
const day = dayOf(design);
const inside = (time: number): number[] => {
  const rows: number[] = [];
  visitInside(day, time, (row) => rows.push(row));
  return rows.sort((a, b) => a - b);
};

describe('a day of Pori', () => {
  it('has inside at any moment whoever has come and not left', () => {
    for (let time = day.from - 60; time < day.to + 60; time += 37) {
      const expected = [...day.arrival.keys()].filter(
        (row) => day.arrival[row] <= time && time < day.departure[row],
      );
      expect(inside(Math.min(time, day.to))).toEqual(time <= day.to ? expected : inside(day.to));
    }
    expect(inside(12 * 3600).length).toBeGreaterThan(0);
  });

  it('puts everybody who is served where the service is', () => {
    const { spaces } = design.scenario;
    const rects = Object.values(spaces);
    let seen = 0;
    for (let event = 0; event < day.events.length; event++) {
      const space = day.events.space[event];
      if (day.events.kind[event] !== EVENT_KIND.starts || space < 0) continue;
      const row = day.visitors.serial.indexOf(day.events.visitor[event]);
      const { x, y, dx, dy } = locate(day, row, day.events.time[event], newPosition());
      const [left, bottom] = rects[space].at ?? [0, 0];
      const [width, depth] = rects[space].size ?? [0, 0];
      expect(x).toBeGreaterThanOrEqual(left - 0.01);
      expect(x).toBeLessThanOrEqual(left + width + 0.01);
      expect(y).toBeGreaterThanOrEqual(bottom - 0.01);
      expect(y).toBeLessThanOrEqual(bottom + depth + 0.01);
      expect(Math.hypot(dx, dy)).toBe(0);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('lets people walk as fast as people do, and nowhere jumps while they walk', () => {
    const position = newPosition();
    for (let row = 0; row < day.visitors.length; row++) {
      for (let time = day.arrival[row]; time < Math.min(day.departure[row], day.to); time += 5) {
        const { dx, dy } = locate(day, row, time, position);
        expect(Math.hypot(dx, dy)).toBeLessThan(3);
      }
    }
  });
});

it('finds the last value that is not above a limit', () => {
  expect(lastUntil([1, 3, 3, 7], 0, 4, 3)).toBe(2);
  expect(lastUntil([1, 3, 3, 7], 0, 4, 0)).toBe(-1);
  expect(lastUntil([1, 3, 3, 7], 2, 4, 2)).toBe(1);
  expect(lastUntil([], 0, 0, 2)).toBe(-1);
});
