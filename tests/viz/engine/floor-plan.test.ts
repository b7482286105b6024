import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { floorPlan } from '../../../viz/engine/floor-plan.ts';
import { designIn } from '../a-day.ts';

describe('the plan of Pori', () => {
  const plan = floorPlan(modelOf(designIn('scenarios/pori.yaml')));

  it('is to scale and holds all of it', () => {
    expect(plan.isToScale).toBe(true);
    expect(plan.bounds.width).toBeCloseTo(36 + 1.6);
    expect(plan.bounds.depth).toBeCloseTo(22.5 + 1.6);
  });

  it('has gaps where doors are', () => {
    const main = plan.doors.find(({ id }) => id === 'main');
    expect(main).toMatchObject({ at: [18, 0], width: 1.6, use: 'both' });
    const isInGap = ({ from, to }: (typeof plan.walls)[number]) =>
      from[1] === 0 && to[1] === 0 && Math.min(from[0], to[0]) < 18 && Math.max(from[0], to[0]) > 18;
    expect(plan.walls.filter(isInGap)).toEqual([]);
  });

  it('has visitor and clerk inside their space, apart from each other', () => {
    for (const { x, y, width, depth, visitorAt, clerkAt } of plan.spaces) {
      for (const [px, py] of [visitorAt, clerkAt]) {
        expect(px >= x && px <= x + width && py >= y && py <= y + depth).toBe(true);
      }
      expect(Math.hypot(visitorAt[0] - clerkAt[0], visitorAt[1] - clerkAt[1])).toBeGreaterThan(0.3);
    }
  });
});

it('lays out places without a floor side by side', () => {
  const plan = floorPlan(modelOf(designIn('scenarios/theory/day.yaml')));
  expect(plan.isToScale).toBe(false);
  expect(plan.spaces.length).toBeGreaterThan(1);
  plan.spaces.forEach((one, k) => {
    for (const other of plan.spaces.slice(k + 1)) {
      const isApart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.depth <= other.y ||
        other.y + other.depth <= one.y;
      expect(isApart).toBe(true);
    }
  });
});
