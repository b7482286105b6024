import { describe, expect, it } from 'vitest';
import { type Days, DaysPacker } from '../../engine/experiment/days.ts';
import { measuresOf } from '../../engine/experiment/results.ts';
import { Sample } from '../../engine/experiment/sample.ts';
import { Layout } from '../../engine/statistics/figures.ts';
import { Observations } from '../../engine/statistics/observations.ts';
import { HOURS } from '../../engine/statistics/scopes.ts';
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

  it('has room for as many replications as there are', () => {
    const sample = new Sample(model);
    for (let k = 0; k < 100; k++) sample.add(packed(k, day(k, [[k, tax(9)]])));
    expect(sample.series(['served'], 'all', 0)).toEqual(Array.from({ length: 100 }, (_, k) => k));
    expect([...sample.observations('waits', 'all', 0).values]).toEqual(
      Array.from({ length: 100 }, (_, k) => k),
    );
  });

  it('gives the waits of a scope by replication', () => {
    const sample = new Sample(model);
    const first = day(0, [
      [1, tax(9)],
      [2, name(9)],
      [3, tax(10)],
    ]);
    sample.add(packed(0, first, day(0, []), day(0, [[4, name(10)]])));
    const of = (
      ...scope: Parameters<Sample['observations']> extends [unknown, ...infer Rest] ? Rest : never
    ) => {
      const { values, starts } = sample.observations('waits', ...scope);
      return [[...values], Array.from(starts)];
    };
    expect(of('all', 0)).toEqual([
      [1, 2, 3, 4],
      [0, 3, 3, 4],
    ]);
    expect(of('agency', AGENCY.vero)).toEqual([
      [1, 3],
      [0, 2, 2, 2],
    ]);
    expect(of('matter', MATTER.name)).toEqual([
      [2, 4],
      [0, 1, 1, 2],
    ]);
    expect(of('hour', 9)).toEqual([
      [1, 2],
      [0, 2, 2, 2],
    ]);
    expect(of('agencyHour', AGENCY.dvv * HOURS + 10)).toEqual([[4], [0, 0, 0, 1]]);
    expect(() => of('role', 0)).toThrow('not kept by role');
  });

  it('gives the stays of an agency', () => {
    const sample = new Sample(model);
    const stays = [
      [100, AGENCY.dvv],
      [200, -1],
    ] as const;
    sample.add(packed(0, day(0, [], stays)));
    expect([...sample.observations('stays', 'all', 0).values]).toEqual([100, 200]);
    expect([...sample.observations('stays', 'agency', AGENCY.dvv).values]).toEqual([100]);
    expect(() => sample.observations('stays', 'hour', 0)).toThrow('not kept by hour');
  });
});
