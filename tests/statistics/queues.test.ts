import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOME } from '../../engine/simulation/observer.ts';
import { FLAG } from '../../engine/simulation/visitors.ts';
import { identities } from '../../engine/statistics/identities.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { figure } from './figure.ts';
import { at, Guests, STAGES, smallModel } from './small-house.ts';

const min = (seconds: number) => seconds / 60;

describe('queues', () => {
  /*
   * A waits for tax  9:00 to 9:10, seated, and is called.
   * B waits for name 9:05 to 9:25, standing, and leaves.
   * C waits for the host 9:20 to the end at 9:30, standing until 9:24 and seated from then.
   * number waiting: 9:00 1, 9:05 2, 9:10 1, 9:20 2, 9:25 1, 9:30 end
   * integral: 5 + 10 + 10 + 10 + 5 = 40 visitor-minutes = 10 + 20 + 10
   */
  function day() {
    const statistics = new Statistics(smallModel());
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    const a = guests.come({ time: at(9), stages: [STAGES.tax] });
    const b = guests.come({ time: at(9, 5), stages: [STAGES.name] });
    const c = guests.come({ time: at(9, 20), stages: [STAGES.greeting, STAGES.tax] });
    statistics.arrived(at(9), a);
    statistics.waits(at(9), a, STAGES.tax, -1, true);
    statistics.arrived(at(9, 5), b);
    statistics.waits(at(9, 5), b, STAGES.name, -1, false);
    statistics.called(at(9, 10), a, STAGES.tax, 0, 0);
    statistics.arrived(at(9, 20), c);
    statistics.waits(at(9, 20), c, STAGES.greeting, -1, false);
    statistics.waits(at(9, 24), c, STAGES.greeting, -1, true);
    statistics.left(at(9, 25), b, OUTCOME.reneged);
    statistics.end(at(9, 30));
    return statistics.figures;
  }

  it('integrate the number waiting over time', () => {
    expect(min(figure(day(), 'queueIntegral'))).toBe(40);
    expect(min(figure(day(), 'queueIntegral', { agency: 'vero' }))).toBe(10);
    expect(min(figure(day(), 'queueIntegral', { agency: 'dvv' }))).toBe(20);
    expect(min(figure(day(), 'openTime'))).toBe(30);
  });

  it('count a stretch of waiting once, whatever seat it is spent on', () => {
    expect(figure(day(), 'waitings')).toBe(3);
    expect(min(figure(day(), 'waitingTime'))).toBe(40);
    expect(min(figure(day(), 'standingTime'))).toBe(24);
    expect(min(figure(day(), 'standingTime', { agency: 'dvv' }))).toBe(20);
    expect(min(figure(day(), 'standingTime', { agency: 'vero' }))).toBe(0);
  });

  it('know the most who waited at once', () => {
    expect(figure(day(), 'queueMost')).toBe(2);
    expect(figure(day(), 'queueMost', { agency: 'vero' })).toBe(1);
  });

  it('are none for visitors who are called as they come', () => {
    const statistics = new Statistics(smallModel());
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    const visitor = guests.come({ time: at(9), stages: [STAGES.tax] });
    statistics.arrived(at(9), visitor);
    statistics.waits(at(9), visitor, STAGES.tax, -1, true);
    statistics.called(at(9), visitor, STAGES.tax, 0, 0);
    statistics.end(at(10));
    expect(figure(statistics.figures, 'queueMost')).toBe(0);
    expect(figure(statistics.figures, 'waitings')).toBe(1);
  });

  /*
   * Warm-up until 9:30. A comes at 9:20 in the warm-up and waits until 9:40; B comes at 9:35 and waits until 9:45.
   * The integral counts from 9:30 and sees both: 10 + 10 minutes. Waiting by visitor is B's alone.
   */
  it('count time from the end of the warm-up, and visitors who came after it', () => {
    const statistics = new Statistics(
      smallModel({ day: { doors: { open: '09:00', close: '12:00' }, warmUp: '30 min' } }),
    );
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    const a = guests.come({ time: at(9, 20), stages: [STAGES.tax], flags: FLAG.warmUp });
    const b = guests.come({ time: at(9, 35), stages: [STAGES.tax] });
    statistics.arrived(at(9, 20), a);
    statistics.waits(at(9, 20), a, STAGES.tax, -1, true);
    statistics.arrived(at(9, 35), b);
    statistics.waits(at(9, 35), b, STAGES.tax, -1, true);
    statistics.called(at(9, 40), a, STAGES.tax, 0, 0);
    statistics.called(at(9, 45), b, STAGES.tax, 0, 0);
    statistics.end(at(10));
    const { figures } = statistics;
    expect(min(figure(figures, 'queueIntegral'))).toBe(20);
    expect(min(identities(figures).waitingTime)).toBe(20);
    expect(figure(figures, 'waitings')).toBe(1);
    expect(min(figure(figures, 'waitingTime'))).toBe(10);
    expect(min(figure(figures, 'openTime'))).toBe(30);
  });

  it("hold Little's identity, whatever happens in whatever order", () => {
    const step = fc.record({
      after: fc.integer({ min: 0, max: 500 }).map((tenths) => tenths / 7),
      visitor: fc.nat(4),
      what: fc.constantFrom('waits', 'waitsStanding', 'called', 'left'),
      stage: fc.constantFrom(STAGES.greeting, STAGES.tax, STAGES.name, STAGES.estateHandOver),
    });
    const warmUp = fc.constantFrom('0 min', '10 min');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), warmUp, (steps, length) => {
        const statistics = new Statistics(
          smallModel({ day: { doors: { open: '09:00', close: '12:00' }, warmUp: length } }),
        );
        const guests = new Guests();
        statistics.begin(at(9), guests.table);
        const visitors = Array.from({ length: 5 }, () => guests.come({ time: at(9), stages: [STAGES.tax] }));
        let time = at(9);
        for (const { after, visitor, what, stage } of steps) {
          time += after;
          const slot = visitors[visitor] ?? 0;
          if (what === 'called') statistics.called(time, slot, stage, 0, 0);
          else if (what === 'left') statistics.left(time, slot, OUTCOME.reneged);
          else statistics.waits(time, slot, stage, -1, what === 'waits');
        }
        statistics.end(time + 60);
        const { queueIntegral, waitingTime } = identities(statistics.figures);
        expect(Math.abs(queueIntegral - waitingTime)).toBeLessThan(1e-6);
      }),
    );
  });
});
