import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DaysPacker } from '../../engine/experiment/days.ts';
import { type Badness, WorstDays } from '../../engine/experiment/worst-days.ts';
import { Statistics } from '../../engine/statistics/statistics.ts';
import { smallModel } from '../statistics/small-house.ts';

const model = smallModel();

/** The worst of days with these mean waits, of two visitors each, and these exposures. */
function worst(days: readonly { wait?: number; exposure?: number }[], most: number, by: Badness): number[] {
  const { figures } = new Statistics(model);
  const { layout, row } = figures;
  const found = new WorstDays(model.ids, most, by);
  days.forEach(({ wait, exposure = 0 }, replication) => {
    row.fill(0);
    row[layout.offset('waits', 'all')] = wait === undefined ? 0 : 2;
    row[layout.offset('waitTime', 'all')] = 2 * (wait ?? 0);
    row[layout.offset('exposureTime', 'all')] = exposure;
    const packer = new DaysPacker(replication);
    packer.add(figures);
    found.add(packer.pack());
  });
  return found.replications;
}

describe('the worst days', () => {
  it('are those with the longest mean wait, of equals the earlier', () => {
    expect(worst([{ wait: 3 }, { wait: 9 }, {}, { wait: 9 }, { wait: 5 }], 3, 'waits')).toEqual([1, 3, 4]);
  });

  it('or with the most exposure', () => {
    const days = [{ wait: 9 }, { exposure: 2 }, { wait: 1, exposure: 7 }];
    expect(worst(days, 2, 'exposure')).toEqual([2, 1]);
  });

  it('are all where there are no more', () => {
    expect(worst([{ wait: 1 }, { wait: 2 }], 5, 'waits')).toEqual([1, 0]);
  });

  it('are those that a sort would find', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 6 }), (waits, most) => {
        const sorted = waits.map((wait, k) => ({ wait, k })).sort((a, b) => b.wait - a.wait || a.k - b.k);
        const expected = sorted.slice(0, most).map(({ k }) => k);
        expect(
          worst(
            waits.map((wait) => ({ wait })),
            most,
            'waits',
          ),
        ).toEqual(expected);
      }),
    );
  });
});
