import { describe, expect, it } from 'vitest';
import { OUTCOME } from '../../engine/simulation/observer.ts';
import { FLAG } from '../../engine/simulation/visitors.ts';
import type { Figure } from '../../engine/statistics/figures.ts';
import { identities } from '../../engine/statistics/identities.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { figure } from './figure.ts';
import { AGENCY, at, Guests, STAGES, smallModel } from './small-house.ts';

/*
 * visitor  came   first of  left   how                     brought, done
 * A        9:00   vero      9:40   served                  2, 2
 * B        9:10   dvv       9:20   reneged, will return    1, 0
 * C        9:10   vero      9:10   balked                  1, 0
 * D        9:30   vero     10:00   served                  2, 1
 * E        9:40   dvv      10:30   sent home               1, 0
 * F        9:50   none            still inside             0
 */
function day() {
  const statistics = new Statistics(smallModel());
  const guests = new Guests();
  statistics.begin(at(9), guests.table);
  const a = guests.come({ time: at(9), stages: [STAGES.greeting, STAGES.tax, STAGES.name], matters: 2 });
  const b = guests.come({ time: at(9, 10), stages: [STAGES.name], returns: true });
  const c = guests.come({ time: at(9, 10), stages: [STAGES.estate] });
  statistics.arrived(at(9), a);
  statistics.arrived(at(9, 10), b);
  statistics.arrived(at(9, 10), c);
  statistics.left(at(9, 10), c, OUTCOME.balked);
  guests.table.release(c);
  statistics.left(at(9, 20), b, OUTCOME.reneged);
  guests.table.release(b);
  const d = guests.come({ time: at(9, 30), stages: [STAGES.tax, STAGES.name], matters: 2 });
  statistics.arrived(at(9, 30), d);
  guests.table.mattersDone[a] = 2;
  statistics.left(at(9, 40), a, OUTCOME.served);
  guests.table.release(a);
  const e = guests.come({ time: at(9, 40), stages: [STAGES.name] });
  statistics.arrived(at(9, 40), e);
  const f = guests.come({ time: at(9, 50), stages: [STAGES.greeting], matters: 0 });
  statistics.arrived(at(9, 50), f);
  guests.table.mattersDone[d] = 1;
  statistics.left(at(10), d, OUTCOME.served);
  statistics.absent(at(10), 0, OUTCOME.noShow);
  statistics.absent(at(10), 0, OUTCOME.turnedAwayFull);
  statistics.absent(at(10, 1), 0, OUTCOME.turnedAwayFull);
  statistics.absent(at(10, 2), 0, OUTCOME.turnedAwayClosed);
  statistics.left(at(10, 30), e, OUTCOME.sentHome);
  statistics.end(at(11));
  return statistics.figures;
}

describe('visits', () => {
  const figures = day();
  const of = (names: readonly Figure[], scope = {}) => names.map((name) => figure(figures, name, scope));
  const ENDS: readonly Figure[] = [
    'arrived',
    'served',
    'reneged',
    'balked',
    'sentHome',
    'unfinished',
    'returning',
  ];

  it('are counted by how they ended, for the house and for the first matter’s agency', () => {
    expect(of(ENDS)).toEqual([6, 2, 1, 1, 1, 1, 1]);
    expect(of(ENDS, { agency: 'vero' })).toEqual([3, 2, 0, 1, 0, 0, 0]);
    expect(of(ENDS, { agency: 'dvv' })).toEqual([2, 0, 1, 0, 1, 0, 1]);
  });

  it('are accounted for, whoever came in', () => {
    const { arrived, accounted } = identities(figures);
    expect(arrived).toBe(6);
    expect(accounted).toBe(6);
  });

  it('are missing where somebody vanished', () => {
    const statistics = new Statistics(smallModel());
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    const visitor = guests.come({ time: at(9), stages: [STAGES.tax] });
    statistics.arrived(at(9), visitor);
    // The slot is used by somebody else, although nobody was told to have left.
    statistics.arrived(at(9, 5), visitor);
    statistics.end(at(10));
    const { arrived, accounted } = identities(statistics.figures);
    expect(arrived).not.toBe(accounted);
  });

  it('count who did not come in apart', () => {
    expect(of(['noShows', 'turnedAwayFull', 'turnedAwayClosed'])).toEqual([1, 2, 1]);
  });

  it('take the time from door to door of those served', () => {
    expect(of(['stayTime'])).toEqual([70 * 60]);
    expect([...figures.stays.values.subarray(0, figures.stays.length)]).toEqual([40 * 60, 30 * 60]);
    expect([...figures.stays.owners.subarray(0, figures.stays.length)]).toEqual([AGENCY.vero, AGENCY.vero]);
  });

  it('know what was brought, and who got all of it done', () => {
    expect(of(['mattersBrought', 'allDone'])).toEqual([7, 1]);
  });

  it('integrate how many are inside, by the hour', () => {
    // 9:00 1, 9:10 2 (and one who balked), 9:20 1, 9:30 2, 9:40 2, 9:50 3, 10:00 2, 10:30 1, to 11:00
    const nine = 10 + 20 + 10 + 20 + 20 + 30;
    expect(of(['insideIntegral'], { hour: 9 })).toEqual([nine * 60]);
    expect(of(['insideIntegral'], { hour: 10 })).toEqual([(60 + 30) * 60]);
    expect(of(['insideIntegral'])).toEqual([(nine + 90) * 60]);
    expect(of(['insideTime', 'mostInside'].slice(0, 1) as Figure[], { hour: 10 })).toEqual([3600]);
    expect(of(['mostInside'])).toEqual([3]);
  });

  it('of the warm-up are not counted, but are inside', () => {
    const statistics = new Statistics(
      smallModel({ day: { doors: { open: '09:00', close: '12:00' }, warmUp: '30 min' } }),
    );
    const guests = new Guests();
    statistics.begin(at(9), guests.table);
    const a = guests.come({ time: at(9), stages: [STAGES.tax], flags: FLAG.warmUp });
    statistics.arrived(at(9), a);
    statistics.absent(at(9, 5), 0, OUTCOME.turnedAwayFull);
    statistics.left(at(9, 50), a, OUTCOME.served);
    const b = guests.come({ time: at(9, 55), stages: [STAGES.tax], flags: FLAG.warmUp });
    statistics.arrived(at(9, 55), b);
    statistics.end(at(10));
    const counts = ['arrived', 'served', 'unfinished', 'turnedAwayFull'] as const;
    expect(counts.map((name) => figure(statistics.figures, name))).toEqual([0, 0, 0, 0]);
    expect(figure(statistics.figures, 'insideIntegral')).toBe(25 * 60);
    expect(figure(statistics.figures, 'openTime')).toBe(30 * 60);
  });
});
