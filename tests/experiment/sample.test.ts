import { describe, expect, it } from 'vitest';
import { type Days, DaysPacker } from '../../engine/experiment/days.ts';
import { estimateMean } from '../../engine/experiment/estimate/mean.ts';
import { quantileOfSorted } from '../../engine/experiment/estimate/quantile.ts';
import { measureNamed } from '../../engine/experiment/measures.ts';
import { estimateOf, measuresOf } from '../../engine/experiment/results.ts';
import { Sample } from '../../engine/experiment/sample.ts';
import { Layout } from '../../engine/statistics/figures.ts';
import { Observations } from '../../engine/statistics/observations.ts';
import { HOURS, type ScopeKind } from '../../engine/statistics/scopes.ts';
import { AGENCY, MATTER, smallModel } from '../statistics/small-house.ts';

const model = smallModel();
const layout = new Layout(model.ids);

function day(
  served: number,
  waits: readonly (readonly [number, number])[],
  stays: readonly (readonly [number, number])[] = [],
) {
  const row = new Float64Array(layout.size);
  row[layout.offset('served', 'all')] = served;
  row[layout.offset('balked', 'all')] = 1;
  const figures = { layout, row, waits: new Observations(), stays: new Observations() };
  for (const [value, owner] of waits) figures.waits.add(value, owner);
  for (const [value, owner] of stays) figures.stays.add(value, owner);
  return figures;
}

/** The days as replications from `first` on, packed together. */
function packed(first: number, ...days: readonly ReturnType<typeof day>[]): Days {
  const packer = new DaysPacker(first);
  for (const figures of days) packer.add(figures);
  return packer.pack();
}

function defined(measure: string) {
  const definition = measureNamed(measure);
  if (definition === undefined) throw new Error(`there is no ${measure}`);
  return definition;
}

const upTo = (count: number) => Array.from({ length: count }, (_, k) => k);

const tax = (hour: number) => MATTER.tax * HOURS + hour;
const name = (hour: number) => MATTER.name * HOURS + hour;

describe('a sample', () => {
  it('keeps each figure by replication, those that are nothing too', () => {
    const sample = new Sample(model);
    sample.add(packed(0, ...[0, 5, 0, 7].map((served) => day(served, []))));
    expect(sample.series(['served'], 'all', 0)).toEqual([0, 5, 0, 7]);
    expect(sample.series(['served', 'balked'], 'all', 0)).toEqual([1, 6, 1, 8]);
    expect(sample.series(['reneged'], 'agency', 1)).toEqual([0, 0, 0, 0]);
  });

  it('is the same, however days are packed together', () => {
    const days = [5, 0, 7, 1].map((served, k) => day(served, [[60 * k, tax(9)]], [[600, AGENCY.vero]]));
    const [atOnce, oneByOne] = [new Sample(model), new Sample(model)];
    atOnce.add(packed(0, ...days));
    for (const [k, one] of days.entries()) oneByOne.add(packed(k, one));
    expect(measuresOf(oneByOne)).toEqual(measuresOf(atOnce));
  });

  it('takes replications in their order only', () => {
    const sample = new Sample(model);
    sample.add(packed(0, day(1, []), day(2, [])));
    expect(() => sample.add(packed(3, day(4, [])))).toThrow('replication 3 cannot follow 2 others');
  });

  it.each([40, 3000])(
    'has the same of the house when all else of %d days is let go of, and nothing else',
    (count) => {
      const [whole, narrowed] = [new Sample(model), new Sample(model)];
      for (const sample of [whole, narrowed])
        for (let k = 0; k < count; k++)
          sample.add(
            packed(
              k,
              day(
                k % 7,
                [
                  [60 * (k % 11), tax(9)],
                  [k % 5, name(10)],
                ],
                [[600 + k, AGENCY.vero]],
              ),
            ),
          );
      narrowed.narrow();
      const ofHouse = measuresOf(whole).filter(({ scope }) => Object.keys(scope).length === 0);
      expect(measuresOf(narrowed)).toEqual(ofHouse);
      expect(() => narrowed.observations('waits', 'agency', 0)).toThrow('not kept by agency');
      expect(() => narrowed.series(['served'], 'agency', 0)).toThrow('is not kept');
      expect(() => narrowed.add(packed(count, day(1, [])))).toThrow('narrowed');
    },
  );

  it('has room for as many replications as there are', () => {
    const sample = new Sample(model);
    for (let k = 0; k < 100; k++) sample.add(packed(k, day(k, [[k, tax(9)]])));
    expect(sample.series(['served'], 'all', 0)).toEqual(upTo(100));
    expect(sample.clusterSizes()).toEqual(upTo(100).map(() => 1));
    expect(sample.observations('waits', 'all', 0).quantile(1)).toBe(99);
  });

  it('gives the waits of a scope by replication', () => {
    const sample = new Sample(model);
    const first = day(0, [
      [1, tax(9)],
      [2, name(9)],
      [3, tax(10)],
    ]);
    sample.add(packed(0, first, day(0, []), day(0, [[4, name(10)]])));
    const of = (kind: ScopeKind, index: number) => {
      const distribution = sample.observations('waits', kind, index);
      const largest = distribution.quantile(1);
      return [distribution.n, largest, distribution.below(1).counts];
    };
    expect(of('all', 0)).toEqual([2, 4, [3, 0, 1]]);
    expect(of('agency', AGENCY.vero)).toEqual([1, 3, [2, 0, 0]]);
    expect(of('matter', MATTER.name)).toEqual([2, 4, [1, 0, 1]]);
    expect(of('hour', 9)).toEqual([1, 2, [2, 0, 0]]);
    expect(of('agencyHour', AGENCY.dvv * HOURS + 10)).toEqual([1, 4, [0, 0, 1]]);
    expect(() => of('role', 0)).toThrow('not kept by role');
  });

  it('gives the stays of an agency', () => {
    const sample = new Sample(model);
    const stays = [
      [100, AGENCY.dvv],
      [200, -1],
    ] as const;
    sample.add(packed(0, day(0, [], stays)));
    expect(sample.observations('stays', 'all', 0)).toMatchObject({ size: 2, n: 1 });
    expect(sample.observations('stays', 'agency', AGENCY.dvv).quantile(1)).toBe(100);
    expect(() => sample.observations('stays', 'hour', 0)).toThrow('not kept by hour');
  });
});

describe('a sample of many replications', () => {
  const MANY = 5000;
  /** Some like any other, and a rare matter on each thirteenth. */
  const days = upTo(MANY).map((k) =>
    day(
      k % 7,
      upTo((k * 11) % 6).map((w) => [(w * 97 + k * 31) % 1800, k % 13 === 0 ? name(10) : tax(9)] as const),
      [[600 + ((k * 17) % 900), AGENCY.vero]],
    ),
  );
  const sample = new Sample(model);
  for (const [k, one] of days.entries()) sample.add(packed(k, one));
  const waits = days.flatMap(({ waits: { values, length } }) => [...values.subarray(0, length)]);

  it('keeps figures by clusters of replications, no more than a thousand or so', () => {
    expect(sample.clusterSizes()).toEqual([...upTo(625).map(() => 8)]);
    const sums = upTo(625).map((c) => upTo(8).reduce((sum, k) => sum + ((8 * c + k) % 7), 0));
    expect(sample.series(['served'], 'all', 0)).toEqual(sums);
  });

  it('is the same, however days were packed together', () => {
    const inShards = new Sample(model);
    for (let first = 0; first < MANY; ) {
      const size = 1 + ((first * 7) % 700);
      inShards.add(packed(first, ...days.slice(first, first + size)));
      first = Math.min(first + size, MANY);
    }
    expect(measuresOf(inShards)).toEqual(measuresOf(sample));
  });

  it('has the same figures of the whole house where it keeps no others', () => {
    const ofHouse = new Sample(model, null, 'house');
    for (const [k, one] of days.entries()) ofHouse.add(packed(k, one));
    const isOfHouse = ({ scope }: { scope: object }) => Object.keys(scope).length === 0;
    expect(measuresOf(ofHouse)).toEqual(measuresOf(sample).filter(isOfHouse));
    expect(() => ofHouse.series(['served'], 'agency', AGENCY.vero)).toThrow('is not kept');
    expect(() => ofHouse.observations('waits', 'matter', MATTER.tax)).toThrow('not kept by matter');
  });

  it('is asked again for what it has let go of', () => {
    const before = sample.observations('waits', 'agency', AGENCY.vero).quantile(0.9);
    sample.letGo();
    expect(sample.observations('waits', 'agency', AGENCY.vero).quantile(0.9)).toBe(before);
  });

  it('has the same means and ratios, counted by replication', () => {
    const served = estimateOf(sample, defined('served.count'), 'all', 0, 0.95);
    const byDay = estimateMean(
      days.map((_, k) => k % 7),
      0.95,
    );
    expect(served.mean).toBeCloseTo(byDay.mean ?? Number.NaN, 9);
    expect(served.n).toBe(MANY);
  });

  it('has quantiles within 0.2 %, and one of rare waits exactly', () => {
    const sorted = Float64Array.from(waits).sort();
    for (const probability of [0.5, 0.9]) {
      const exact = quantileOfSorted(sorted, probability);
      const kept = sample.observations('waits', 'all', 0);
      expect(Math.abs(kept.quantile(probability) / exact - 1)).toBeLessThan(0.002);
      expect(kept.size).toBe(waits.length);
      expect(kept.n).toBe(days.filter(({ waits: { length } }) => length > 0).length);
    }
    const rare = days
      .filter((_, k) => k % 13 === 0)
      .flatMap(({ waits: { values, length } }) => [...values.subarray(0, length)]);
    const kept = sample.observations('waits', 'matter', MATTER.name);
    expect(kept.quantile(0.9)).toBe(quantileOfSorted(Float64Array.from(rare).sort(), 0.9));
    expect(kept.below(0.9).counts.length).toBe(625);
  });
});

describe('a sample whose estimates are adjusted', () => {
  const arriving = (came: number, full: number, served: number) => {
    const figures = day(served, []);
    figures.row[layout.offset('arrived', 'all')] = came;
    figures.row[layout.offset('turnedAwayFull', 'all')] = full;
    return figures;
  };
  const sampleOf = (count: number, expected: { mean: number; variance: number } | null) => {
    const sample = new Sample(model, expected);
    for (const k of upTo(count)) {
      const came = 5 + ((k * 7) % 11);
      sample.add(packed(k, arriving(came, k % 2, 3 * (came + (k % 2)))));
    }
    return sample;
  };

  it('has as controls who came, let in or not, and how far off the expectation', () => {
    const sample = new Sample(model, { mean: 10, variance: 9 });
    for (const [k, came] of [8, 10, 13].entries()) sample.add(packed(k, arriving(came, 1, 0)));
    expect(sample.controls()).toEqual([
      { influence: [9, 11, 14], expected: 10 },
      { influence: [1, 1, 16], expected: 9 },
    ]);
    expect(new Sample(model).controls()).toBeNull();
  });

  it.each([300, 3000])('takes out what goes along with the arrivals, of %i days', (count) => {
    const served = defined('served.count');
    expect(estimateOf(sampleOf(count, { mean: 10, variance: 9 }), served, 'all', 0, 0.95).mean).toBeCloseTo(
      30,
      6,
    );
    expect(estimateOf(sampleOf(count, null), served, 'all', 0, 0.95).mean).toBeGreaterThan(30.5);
  });
});
