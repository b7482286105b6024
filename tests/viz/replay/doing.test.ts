import { beforeAll, describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { EVENT_KIND } from '../../../engine/recording/events.ts';
import { CLERK, SPACE } from '../../../engine/simulation/observer.ts';
import { type House, houseOf } from '../../../viz/engine/house.ts';
import { clerkDoing, DOING, newDoing, rowOf, spaceDoing, visitorDoing } from '../../../viz/replay/doing.ts';
import type { ReplayDay } from '../../../viz/replay/replay-day.ts';
import { dayOf, designIn } from '../a-day.ts';

describe('a day of Pori', () => {
  let day: ReplayDay;
  let house: House;
  const doing = newDoing();
  const at = (row: number, time: number) =>
    visitorDoing(day, house.stages, house.plan.spaces.length, row, time, doing);

  beforeAll(() => {
    const design = designIn('scenarios/pori.yaml');
    house = houseOf(modelOf(design), '');
    day = dayOf(design);
  });

  it('has nobody inside before the arrival and after the departure', () => {
    for (let row = 0; row < day.visitors.length; row += 7) {
      expect(at(row, day.arrival[row] - 1).state).toBe(DOING.away);
      expect(at(row, day.arrival[row]).state).not.toBe(DOING.away);
      expect(at(row, day.departure[row] + 1).state).toBe(DOING.away);
    }
  });

  it('says of every service who is served where, by whom, and that all three are busy', () => {
    const { events } = day;
    let looked = 0;
    for (let event = 0; event < events.length; event++) {
      if (events.kind[event] !== EVENT_KIND.starts || events.clerk[event] < 0) continue;
      const time = events.time[event] + 0.001;
      const row = rowOf(day, events.visitor[event]);
      const { state, clerk, space } = at(row, time);
      expect([DOING.served, DOING.greeted]).toContain(state);
      expect([clerk, space]).toEqual([events.clerk[event], events.space[event]]);
      const served = clerkDoing(day, clerk, time, newDoing());
      expect([served.state, served.space, rowOf(day, served.visitor)]).toEqual([CLERK.serving, space, row]);
      expect(spaceDoing(day, space, house.spaceTypes[space], time, newDoing()).state).toBe(SPACE.occupied);
      looked++;
    }
    expect(looked).toBeGreaterThan(200);
  });

  it('lets who is called on the way be called, and who goes to a seat walk', () => {
    const { events } = day;
    const walks = Array.from({ length: events.length }, (_, event) => event).filter(
      (event) => events.kind[event] === EVENT_KIND.walks && events.until[event] - events.time[event] > 2,
    );
    const states = new Set(
      walks.map((event) => at(rowOf(day, events.visitor[event]), events.time[event] + 1).state),
    );
    expect([...states].toSorted()).toEqual([DOING.walking, DOING.called, DOING.leaving]);
  });
});
