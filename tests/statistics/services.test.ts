import { describe, expect, it } from 'vitest';
import { SPACE } from '../../engine/simulation/observer.ts';
import { FLAG } from '../../engine/simulation/visitors.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { figure } from './figure.ts';
import { at, Guests, STAGES, smallModel, TYPE } from './small-house.ts';

const ADVISER = 0;
const EXPERT = 1;
const DESK = 0;
const ROOM = 1;

class Day {
  readonly statistics: Statistics;
  readonly guests = new Guests();

  constructor(change: Record<string, unknown> = {}) {
    this.statistics = new Statistics(smallModel(change));
    this.statistics.begin(at(9), this.guests.table);
  }

  come(flags = 0): number {
    const visitor = this.guests.come({ time: at(9), stages: [STAGES.tax], flags });
    this.statistics.arrived(at(9), visitor);
    return visitor;
  }

  serve(
    visitor: number,
    stage: number,
    clerk: number,
    space: number,
    from: number,
    to: number,
    completed = true,
  ) {
    this.statistics.called(from, visitor, stage, clerk, space);
    this.statistics.serviceStarts(from, visitor, stage);
    this.statistics.serviceEnds(to, visitor, stage, clerk, space, completed);
  }

  end() {
    this.statistics.end(at(12));
    return this.statistics.figures;
  }
}

describe('services', () => {
  it('are counted and timed by agency and matter, hand-overs apart', () => {
    const day = new Day();
    const visitor = day.come();
    day.serve(visitor, STAGES.estate, ADVISER, ROOM, at(9), at(9, 20));
    day.guests.table.waitStart[visitor] = at(9, 20);
    day.serve(visitor, STAGES.estateHandOver, EXPERT, ROOM, at(9, 27), at(9, 40));
    day.serve(day.come(), STAGES.name, ADVISER, DESK, at(9, 30), at(9, 35));
    const figures = day.end();
    expect(figure(figures, 'services')).toBe(2);
    expect(figure(figures, 'services', { agency: 'vero' })).toBe(1);
    expect(figure(figures, 'serviceTime', { matter: 'estate' })).toBe(20 * 60);
    expect(figure(figures, 'serviceTime')).toBe(25 * 60);
    expect(figure(figures, 'handOvers', { agency: 'vero' })).toBe(1);
    expect(figure(figures, 'handOverWaitTime', { matter: 'estate' })).toBe(7 * 60);
    expect(figure(figures, 'roleServices', { role: 'adviser' })).toBe(2);
    expect(figure(figures, 'roleServices', { role: 'expert' })).toBe(1);
  });

  it('of which one clerk does both parts are one, and nothing is handed over', () => {
    const day = new Day();
    const visitor = day.come();
    day.serve(visitor, STAGES.estate, EXPERT, ROOM, at(9), at(9, 20));
    day.serve(visitor, STAGES.estateHandOver, EXPERT, ROOM, at(9, 20), at(9, 33));
    day.serve(day.come(), STAGES.tax, EXPERT, DESK, at(9, 35), at(9, 40));
    const figures = day.end();
    expect(figure(figures, 'services')).toBe(2);
    expect(figure(figures, 'handOvers')).toBe(0);
    expect(figure(figures, 'placed')).toBe(2);
    expect(figure(figures, 'roleServices', { role: 'expert' })).toBe(3);
    // As long as the first part: the second is what may be handed over.
    expect(figure(figures, 'serviceTime', { matter: 'estate' })).toBe(20 * 60);
    expect(figure(figures, 'expertTime')).toBe(38 * 60);
  });

  it('of which the same clerk does the second part later or elsewhere are handed over all the same', () => {
    const day = new Day();
    for (const [space, from] of [
      [DESK, at(9, 20)],
      [ROOM, at(9, 25)],
    ]) {
      const visitor = day.come();
      day.serve(visitor, STAGES.estate, EXPERT, ROOM, at(9), at(9, 20));
      day.guests.table.waitStart[visitor] = at(9, 20);
      day.serve(visitor, STAGES.estateHandOver, EXPERT, space, from, at(9, 40));
    }
    const figures = day.end();
    expect(figure(figures, 'handOvers')).toBe(2);
    expect(figure(figures, 'handOverWaitTime')).toBe(5 * 60);
    expect(figure(figures, 'placed')).toBe(4);
  });

  it('that are broken off and resumed are one service, as long as both parts', () => {
    const day = new Day();
    const visitor = day.come();
    day.serve(visitor, STAGES.tax, ADVISER, DESK, at(9), at(9, 6), false);
    day.guests.table.flags[visitor] = FLAG.resumed;
    day.serve(visitor, STAGES.tax, EXPERT, DESK, at(9, 30), at(9, 34));
    const figures = day.end();
    expect(figure(figures, 'services')).toBe(1);
    expect(figure(figures, 'servicesDone')).toBe(1);
    expect(figure(figures, 'serviceTime')).toBe(10 * 60);
    expect(figure(figures, 'roleServices', { role: 'adviser' })).toBe(0);
    expect(figure(figures, 'roleServices', { role: 'expert' })).toBe(1);
  });

  it('that never end are begun, and have no length', () => {
    const day = new Day();
    day.serve(day.come(), STAGES.tax, ADVISER, DESK, at(9), at(9, 6), false);
    const figures = day.end();
    expect(figure(figures, 'services')).toBe(1);
    expect(figure(figures, 'servicesDone')).toBe(0);
    expect(figure(figures, 'serviceTime')).toBe(0);
  });

  it('in a space of a type that the matter does not name are fall-backs', () => {
    const day = new Day();
    day.serve(day.come(), STAGES.tax, ADVISER, DESK, at(9), at(9, 5));
    day.serve(day.come(), STAGES.tax, ADVISER, ROOM, at(9), at(9, 5));
    day.serve(day.come(), STAGES.estate, ADVISER, DESK, at(9), at(9, 5));
    day.serve(day.come(), STAGES.name, ADVISER, ROOM, at(9), at(9, 5));
    day.serve(day.come(), STAGES.estateHandOver, EXPERT, DESK, at(9), at(9, 5));
    day.serve(day.come(), STAGES.name, ADVISER, -1, at(9), at(9, 5));
    const figures = day.end();
    expect(figure(figures, 'fellBack')).toBe(3);
    expect(figure(figures, 'fellBack', { matter: 'estate' })).toBe(2);
    expect(figure(figures, 'placed')).toBe(5);
    expect(figure(figures, 'fellBack', { agency: 'dvv' })).toBe(0);
  });

  it('are judged by the type that the space has when the visitor is called', () => {
    const day = new Day();
    const first = day.come();
    const second = day.come();
    day.statistics.spaceChanges(at(9), DESK, SPACE.free, TYPE.desk);
    day.statistics.called(at(9, 10), first, STAGES.tax, ADVISER, DESK);
    day.statistics.spaceChanges(at(9, 11), DESK, SPACE.occupied, TYPE.room);
    day.statistics.serviceStarts(at(9, 12), first, STAGES.tax);
    day.statistics.called(at(9, 30), second, STAGES.tax, ADVISER, DESK);
    day.statistics.serviceStarts(at(9, 31), second, STAGES.tax);
    expect(figure(day.end(), 'fellBack')).toBe(1);
  });

  it('of protected visitors are proper where the policy says, whatever the matter', () => {
    const day = new Day({ policy: { protectedSpaces: ['room'] } });
    day.serve(day.come(FLAG.protected), STAGES.tax, ADVISER, ROOM, at(9), at(9, 5));
    day.serve(day.come(FLAG.protected), STAGES.tax, ADVISER, DESK, at(9), at(9, 5));
    day.serve(day.come(), STAGES.tax, ADVISER, DESK, at(9), at(9, 5));
    expect(figure(day.end(), 'fellBack')).toBe(1);
    const withoutRule = new Day();
    withoutRule.serve(withoutRule.come(FLAG.protected), STAGES.tax, ADVISER, DESK, at(9), at(9, 5));
    expect(figure(withoutRule.end(), 'fellBack')).toBe(0);
  });

  it('take experts’ time, for what only they may do or for other things', () => {
    const day = new Day();
    day.serve(day.come(), STAGES.estateHandOver, EXPERT, ROOM, at(9), at(9, 30));
    day.serve(day.come(), STAGES.tax, EXPERT, DESK, at(9, 30), at(9, 40));
    day.serve(day.come(), STAGES.tax, ADVISER, DESK, at(9), at(9, 40));
    const figures = day.end();
    expect(figure(figures, 'expertTime')).toBe(40 * 60);
    expect(figure(figures, 'expertOnlyTime', { role: 'expert' })).toBe(30 * 60);
    expect(figure(figures, 'expertTime', { role: 'adviser' })).toBe(0);
  });

  it('of visitors of the warm-up count only for the time of those who serve', () => {
    const day = new Day({ day: { doors: { open: '09:00', close: '12:00' }, warmUp: '30 min' } });
    day.serve(day.come(FLAG.warmUp), STAGES.estateHandOver, EXPERT, DESK, at(9, 20), at(9, 50));
    day.serve(day.come(FLAG.warmUp), STAGES.tax, ADVISER, DESK, at(9, 10), at(9, 20));
    const figures = day.end();
    expect(figure(figures, 'handOvers')).toBe(0);
    expect(figure(figures, 'fellBack')).toBe(0);
    expect(figure(figures, 'expertTime')).toBe(20 * 60);
    expect(figure(figures, 'roleServices', { role: 'adviser' })).toBe(0);
    expect(figure(figures, 'roleServices', { role: 'expert' })).toBe(1);
  });
});
