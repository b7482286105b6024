import { describe, expect, it } from 'vitest';
import { OUTCOME } from '../../engine/simulation/observer.ts';
import { FLAG } from '../../engine/simulation/visitors.ts';
import { HOURS } from '../../engine/statistics/scopes.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { figure } from './figure.ts';
import { at, Guests, MATTER, STAGES, smallModel } from './small-house.ts';

/** A service that starts, for a visitor whose wait began at `from`. */
function serve(
  statistics: Statistics,
  guests: Guests,
  stage: number,
  from: number,
  start: number,
  flags = 0,
) {
  const visitor = guests.come({ time: from, stages: [stage], flags });
  statistics.arrived(from, visitor);
  statistics.serviceStarts(start, visitor, stage);
  statistics.left(start, visitor, OUTCOME.served);
}

describe('waits', () => {
  /*
   * visitor  matter  from   start  wait  within (vero 10 min, dvv 20 min)
   * 1        tax     9:00   9:10   10    yes, exactly
   * 2        estate  9:50  10:15   25    no
   * 3        name    9:55  10:15   20    yes, exactly
   * 4        name   10:00  10:00    0    yes
   */
  function day() {
    const statistics = new Statistics(smallModel());
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    serve(statistics, guests, STAGES.tax, at(9), at(9, 10));
    serve(statistics, guests, STAGES.estate, at(9, 50), at(10, 15));
    serve(statistics, guests, STAGES.name, at(9, 55), at(10, 15));
    serve(statistics, guests, STAGES.name, at(10), at(10));
    statistics.end(at(11));
    return statistics.figures;
  }

  it('add up for all, by agency, by matter, and by the hour in which they began', () => {
    const figures = day();
    const of = (scope: Parameters<typeof figure>[2]) => [
      figure(figures, 'waits', scope),
      figure(figures, 'waitTime', scope) / 60,
      figure(figures, 'waitsInTime', scope),
    ];
    expect(of({})).toEqual([4, 55, 3]);
    expect(of({ agency: 'vero' })).toEqual([2, 35, 1]);
    expect(of({ agency: 'dvv' })).toEqual([2, 20, 2]);
    expect(of({ matter: 'estate' })).toEqual([1, 25, 0]);
    expect(of({ matter: 'name' })).toEqual([2, 20, 2]);
    expect(of({ hour: 9 })).toEqual([3, 55, 2]);
    expect(of({ hour: 10 })).toEqual([1, 0, 1]);
    expect(of({ agency: 'dvv', hour: 9 })).toEqual([1, 20, 1]);
    expect(of({ agency: 'dvv', hour: 10 })).toEqual([1, 0, 1]);
  });

  it('are kept one by one, with their matter and hour', () => {
    const { waits } = day();
    expect([...waits.values.subarray(0, waits.length)]).toEqual([600, 1500, 1200, 0]);
    expect([...waits.owners.subarray(0, waits.length)]).toEqual([
      MATTER.tax * HOURS + 9,
      MATTER.estate * HOURS + 9,
      MATTER.name * HOURS + 9,
      MATTER.name * HOURS + 10,
    ]);
  });

  it('are none for greetings, hand-overs, resumed services and visitors of the warm-up', () => {
    const statistics = new Statistics(smallModel());
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    serve(statistics, guests, STAGES.greeting, at(9), at(9, 5));
    serve(statistics, guests, STAGES.estateHandOver, at(9), at(9, 5));
    serve(statistics, guests, STAGES.tax, at(9), at(9, 5), FLAG.resumed);
    serve(statistics, guests, STAGES.tax, at(9), at(9, 5), FLAG.warmUp);
    statistics.end(at(10));
    expect(figure(statistics.figures, 'waits')).toBe(0);
    expect(statistics.figures.waits.length).toBe(0);
  });

  it('are nothing for who is served before the booked time', () => {
    const statistics = new Statistics(smallModel());
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    const visitor = guests.come({ time: at(9, 20), waitStart: at(9, 30), stages: [STAGES.tax] });
    statistics.arrived(at(9, 20), visitor);
    statistics.serviceStarts(at(9, 25), visitor, STAGES.tax);
    statistics.end(at(10));
    expect(figure(statistics.figures, 'waits')).toBe(1);
    expect(figure(statistics.figures, 'waitTime')).toBe(0);
  });

  it('begin anew with each replication', () => {
    const statistics = new Statistics(smallModel());
    const guests = new Guests();
    for (let replication = 0; replication < 2; replication++) {
      statistics.begin(at(9), guests.table);
      serve(statistics, guests, STAGES.tax, at(9), at(9, 10));
      statistics.end(at(10));
    }
    expect(figure(statistics.figures, 'waits')).toBe(1);
    expect(statistics.figures.waits.length).toBe(1);
  });

  it('are kept however many there are', () => {
    const statistics = new Statistics(smallModel());
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    for (let k = 0; k < 1000; k++) serve(statistics, guests, STAGES.tax, at(9), at(9) + k);
    statistics.end(at(10));
    const { waits } = statistics.figures;
    expect(waits.length).toBe(1000);
    expect([...waits.values.subarray(0, 1000)]).toEqual(Array.from({ length: 1000 }, (_, k) => k));
  });
});
