import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { houseOf } from '../../../viz/engine/house.ts';
import { Moment } from '../../../viz/floor/moment.ts';
import { DOING } from '../../../viz/replay/doing.ts';
import { visitInside } from '../../../viz/replay/whereabouts.ts';
import { dayOf, designIn } from '../a-day.ts';

/** Of those who do not walk: how near the nearest two are, and how many of those inside are drawn or counted. */
function crowd(file: string) {
  const design = designIn(file);
  const house = houseOf(modelOf(design), '');
  const day = dayOf(design);
  const moment = new Moment(house);
  let nearest = Number.POSITIVE_INFINITY;
  for (let time = day.from; time < Math.min(day.to, day.from + 30_000); time += 311) {
    moment.set(day, time);
    let inside = 0;
    visitInside(day, time, () => inside++);
    const more = moment.spaceMore.reduce((a, b) => a + b, 0);
    const inLines = moment.lines.waiting.reduce((a, b) => a + Math.max(0, b - moment.lines.room), 0);
    expect(moment.count + more + (house.plan.lanes === null ? 0 : inLines)).toBeLessThanOrEqual(inside);
    const still = [...moment.row.subarray(0, moment.count).keys()].filter((k) => {
      const state = moment.state[k];
      return state === DOING.waiting || state === DOING.served || state === DOING.atKiosk;
    });
    for (const [k, one] of still.entries())
      for (const other of still.slice(k + 1)) {
        const far = Math.hypot(moment.x[one] - moment.x[other], moment.y[one] - moment.y[other]);
        nearest = Math.min(nearest, far);
      }
  }
  return nearest;
}

describe('visitors who stand or sit', () => {
  it('never lie over one another where there is a floor', () => {
    expect(crowd('scenarios/pori.yaml')).toBeGreaterThan(0.3);
  });

  it('never do in a scenario without one', () => {
    expect(crowd('scenarios/theory/day.yaml')).toBeGreaterThan(0.5);
  });

  it('never do where places share a rectangle', () => {
    expect(crowd('scenarios/theory/overheard.yaml')).toBeGreaterThan(0.2);
  });
});
