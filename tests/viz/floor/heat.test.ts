import { beforeAll, describe, expect, it } from 'vitest';
import { DayMaker } from '../../../engine/experiment/day-maker.ts';
import { modelOf } from '../../../engine/experiment/design.ts';
import type { Model } from '../../../engine/model/model.ts';
import { EVENT_KIND } from '../../../engine/recording/events.ts';
import { dayFigures } from '../../../viz/engine/day-figures.ts';
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
  let model: Model;

  beforeAll(() => {
    const design = designIn('scenarios/pori.yaml');
    model = modelOf(design);
    plan = floorPlan(model);
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

  it('hold all exposure of the day, as the engine measures it, also what stays below the limits', () => {
    const days = new DayMaker(model, '1').make(0, 1, () => false);
    const { exposure } = dayFigures(days, model.ids);
    const conflicts = sum(
      conflictsOf(day).map(({ seconds, persons, probability }) => seconds * persons * probability),
    );
    const { minutes, elsewhere } = heatOf('exposure', day, plan, day.from, day.to);
    expect(sum(minutes) + elsewhere).toBeCloseTo(exposure[0] / 60, 3);
    expect(sum(minutes) + elsewhere).toBeGreaterThan(conflicts / 60 + 1);
    expect(elsewhere).toBeLessThan(0.01 * sum(minutes));
  });

  it('have exposure that is no conflict where the private thing is, and conflicts where they are perceived', () => {
    const space = model.ids.spaces.indexOf('b1');
    const { x, y } = day.privacy.vantages ?? { x: [], y: [] };
    const { conflicts } = day.privacy;
    const bare = {
      ...day,
      privacy: {
        ...day.privacy,
        conflicts: { ...conflicts, length: 0 },
        totals: { ...day.privacy.totals, count: 0 },
      },
    };
    const rest = minutesBySpace(heatOf('exposure', bare, plan, day.from, day.to), plan);
    const told = day.privacy.exposure.places;
    const inBooth = sum(told.seconds.filter((_, row) => told.space[row] === space));
    expect(inBooth).toBeGreaterThan(0);
    expect(rest[space]).toBeCloseTo(inBooth / 60, 6);
    const whole = heatOf('exposure', day, plan, day.from, day.to);
    const at = (px: number, py: number) =>
      whole.minutes[
        Math.floor((py - whole.y) / whole.step) * whole.columns + Math.floor((px - whole.x) / whole.step)
      ];
    expect(conflicts.vantage[0]).toBeGreaterThanOrEqual(0);
    expect(at(x[conflicts.vantage[0]], y[conflicts.vantage[0]])).toBeGreaterThan(0);
  });

  it('count what is on ways that are not told, by its minutes', () => {
    const places = {
      minute: Int32Array.of(600, 601),
      space: Int32Array.of(-1, -1),
      seconds: Float64Array.of(30, 60),
    };
    const { conflicts, totals, exposure } = day.privacy;
    const privacy = {
      ...day.privacy,
      conflicts: { ...conflicts, length: 0 },
      totals: { ...totals, count: 0 },
      exposure: { ...exposure, places },
    };
    const map = heatOf('exposure', { ...day, privacy }, plan, 600.5 * 60, day.to);
    expect(sum(map.minutes)).toBe(0);
    expect(map.elsewhere).toBeCloseTo(1.25, 9);
  });

  it('hold all of it where conflicts are kept as totals alone', () => {
    const cut = { ...day.privacy, conflicts: { ...day.privacy.conflicts, length: 3 } };
    const { minutes, elsewhere } = heatOf('exposure', { ...day, privacy: cut }, plan, day.from, day.to);
    expect(sum(minutes) + elsewhere).toBeCloseTo(sum(day.privacy.exposure.byKind) / 60, 3);
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
