import { beforeAll, describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { EVENT_KIND } from '../../../engine/recording/events.ts';
import type { FloorPlan } from '../../../viz/engine/floor-plan.ts';
import { floorPlan } from '../../../viz/engine/floor-plan.ts';
import { heatOf, minutesBySpace } from '../../../viz/floor/heat.ts';
import type { DayPrivacy } from '../../../viz/replay/day-privacy.ts';
import type { ReplayDay } from '../../../viz/replay/replay-day.ts';
import { conflictsOf, dayOf, designIn } from '../a-day.ts';

const sum = (some: ArrayLike<number>) => Array.from(some).reduce((a, b) => a + b, 0);

describe('heat maps of Pori', () => {
  let day: ReplayDay & { privacy: DayPrivacy };
  let plan: FloorPlan;

  beforeAll(() => {
    const design = designIn('scenarios/pori.yaml');
    plan = floorPlan(modelOf(design));
    day = dayOf(design);
  });

  const total = (kind: 'presence' | 'waiting' | 'exposure', from = day.from, to = day.to) =>
    sum(heatOf(kind, day, plan, from, to).minutes);

  it('hold all the time that visitors are inside and have been seen walking', () => {
    const { starts, time } = day.motion;
    const inside = sum(
      Array.from(day.arrival, (_, row) =>
        starts[row] === starts[row + 1] ? 0 : Math.min(day.departure[row], day.to) - time[starts[row]],
      ),
    );
    expect(total('presence')).toBeCloseTo(inside / 60, 3);
  });

  it('hold all waiting, from joining a queue until the call', () => {
    const { events } = day;
    let waited = 0;
    for (let row = 0; row < day.visitors.length; row++) {
      let since = Number.NaN;
      for (const event of day.ofVisitor.values.subarray(
        day.ofVisitor.starts[row],
        day.ofVisitor.starts[row + 1],
      )) {
        const kind = events.kind[event];
        if (kind === EVENT_KIND.waits) since = events.time[event];
        if (kind !== EVENT_KIND.called && kind !== EVENT_KIND.leaves) continue;
        if (!Number.isNaN(since)) waited += events.time[event] - since;
        since = Number.NaN;
      }
    }
    const drawn = total('waiting');
    // Who is called at the door has been nowhere yet.
    expect(drawn).toBeLessThanOrEqual(waited / 60 + 1e-6);
    expect(drawn).toBeGreaterThan((0.98 * waited) / 60);
  });

  it('hold the exposure of all conflicts', () => {
    const exposed = sum(
      conflictsOf(day).map(({ seconds, persons, probability }) => seconds * persons * probability),
    );
    expect(total('exposure')).toBeCloseTo(exposed / 60, 3);
  });

  it('add up over stretches of the day', () => {
    const noon = 12 * 3600;
    for (const kind of ['presence', 'waiting', 'exposure'] as const)
      expect(total(kind, day.from, noon) + total(kind, noon, day.to)).toBeCloseTo(total(kind), 3);
  });

  it('give waiting areas the waiting', () => {
    const map = heatOf('waiting', day, plan, day.from, day.to);
    const spaces = minutesBySpace(map, plan);
    expect(sum(spaces)).toBeGreaterThan(0.9 * sum(map.minutes));
    expect(sum(spaces.subarray(23, 25))).toBeGreaterThan(0.8 * sum(map.minutes));
  });
});
