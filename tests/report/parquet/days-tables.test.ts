import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DayMaker } from '../../../engine/experiment/day-maker.ts';
import { type Days, DaysPacker } from '../../../engine/experiment/days.ts';
import { cutDays, joinDays } from '../../../engine/experiment/days-parts.ts';
import { compile } from '../../../engine/model/compile.ts';
import {
  type DaysTables,
  daysFromParquet,
  daysToParquet,
  slotsToParquet,
} from '../../../engine/report/parquet/days-tables.ts';
import { fromParquet, Unreadable } from '../../../engine/report/parquet/read-table.ts';
import { toParquet } from '../../../engine/report/parquet/write-table.ts';
import { Layout } from '../../../engine/statistics/figures.ts';
import { HOURS } from '../../../engine/statistics/scopes.ts';
import { Statistics } from '../../../engine/statistics/statistics.ts';
import { smallModel } from '../../statistics/small-house.ts';
import { modelOf, randomScenario } from '../../validation/random-scenario.ts';

const model = smallModel();
const RUN = 'this run';

/** Days of the small house, each with this figure, a wait of each length for a name at 10, and stays of agency or none. */
function days(
  first: number,
  of: readonly { figure?: number; waits?: readonly number[]; stays?: readonly number[] }[],
): Days {
  const packer = new DaysPacker(first);
  const { layout, row, waits, stays } = new Statistics(model).figures;
  for (const day of of) {
    row.fill(0);
    row[layout.offset('waitTime', 'agency') + 1] = day.figure ?? 0;
    waits.clear();
    stays.clear();
    for (const wait of day.waits ?? []) waits.add(wait, 2 * HOURS + 10);
    for (const stay of day.stays ?? []) stays.add(stay, stays.length - 1);
    packer.add({ layout, row, waits, stays });
  }
  return packer.pack();
}

const roundTrip = (packed: Days) =>
  daysFromParquet(
    daysToParquet(packed, model, RUN),
    { first: packed.first, count: packed.count, run: RUN },
    model,
  );

describe('days as tables', () => {
  it('come back to the last bit: thirds, the least and the largest double, both zeros, days of nothing', async () => {
    const awkward = [1 / 3, Number.MIN_VALUE, Number.MAX_VALUE, 0, -0, 0.1 + 0.2];
    const packed = days(7, [{}, { figure: 1 / 3, waits: awkward }, {}, { stays: [1e-300, 2] }, {}]);
    const back = await roundTrip(packed);
    expect(back).toEqual(packed);
    expect(Object.is(back.waits.values[4], -0)).toBe(true);
  });

  it('come back for every scenario', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomScenario, async (random) => {
        const house = modelOf(random);
        const packed = new DayMaker(house, random.seed).make(3, 6, () => false);
        const tables = daysToParquet(packed, house, RUN);
        expect(await daysFromParquet(tables, { first: 3, count: 3, run: RUN }, house)).toEqual(packed);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('are read from the midst of a larger buffer, as files are', async () => {
    const packed = days(0, [{ figure: 2, waits: [1, 2], stays: [3] }]);
    const shifted = (bytes: Uint8Array) =>
      Buffer.concat([Buffer.alloc(16), bytes, Buffer.alloc(9)]).subarray(16, -9);
    const { figures, waits, stays } = daysToParquet(packed, model, RUN);
    const tables = { figures: shifted(figures), waits: shifted(waits), stays: shifted(stays) };
    expect(await daysFromParquet(tables, { first: 0, count: 1, run: RUN }, model)).toEqual(packed);
  });

  it('are the same bytes for the same days', () => {
    const packed = days(0, [{ figure: 2, waits: [1, 2], stays: [3] }]);
    expect(daysToParquet(packed, model, RUN)).toEqual(daysToParquet(structuredClone(packed), model, RUN));
  });

  it('read as a person would expect', async () => {
    const tables = daysToParquet(days(4, [{ waits: [30] }, { waits: [90], stays: [600, 700] }]), model, RUN);
    const waits = await fromParquet(tables.waits);
    expect([...waits.integers('replication')]).toEqual([4, 5]);
    expect(waits.texts('matter')).toEqual(['name', 'name']);
    expect(waits.texts('agency')).toEqual(['dvv', 'dvv']);
    expect([...waits.integers('hour')]).toEqual([10, 10]);
    expect([...waits.numbers('seconds')]).toEqual([30, 90]);
    const stays = await fromParquet(tables.stays);
    expect(stays.optionalTexts('agency')).toEqual([null, 'vero']);
  });

  it.each<[string, (tables: DaysTables) => DaysTables, RegExp]>([
    ['a table cut short', (t) => ({ ...t, waits: t.waits.slice(0, -20) }), /no Parquet/],
    ['an empty file', (t) => ({ ...t, waits: new Uint8Array() }), /no Parquet/],
    [
      'bytes of something else',
      (t) => ({ ...t, waits: new TextEncoder().encode('hour,wait\n10,3\n') }),
      /no Parquet/,
    ],
    ['another table', (t) => ({ ...t, waits: t.stays }), /does not hold the waits of replications 4 to 5/],
    [
      'the same days of another run',
      (t) => ({ ...t, stays: daysToParquet(days(4, [{}, {}]), model, 'that run').stays }),
      /another run/,
    ],
    [
      'other days',
      (t) => ({ ...t, waits: daysToParquet(days(6, [{}, {}]), model, RUN).waits }),
      /does not hold/,
    ],
  ])('refuse %s', async (_, change, message) => {
    const tables = daysToParquet(days(4, [{ waits: [30] }, {}]), model, RUN);
    const read = daysFromParquet(change(tables), { first: 4, count: 2, run: RUN }, model);
    await expect(read).rejects.toThrow(Unreadable);
    await expect(read).rejects.toThrow(message);
  });

  it.each<[string, object, RegExp]>([
    ['a matter that there is not', { matter: ['birth'] }, /'birth'/],
    ['an hour that there is not', { hour: [24] }, /a number 24/],
    ['rows of other days', { replication: [9] }, /replication 9/],
    ['a column missing', { seconds: undefined }, /no column seconds/],
    ['text for a number', { seconds: ['soon'] }, /in its column seconds/],
  ])('refuse %s', async (_, change, message) => {
    const data = { replication: [4], matter: ['name'], agency: ['dvv'], hour: [10], seconds: [1], ...change };
    const waits = toParquet(
      Object.entries(data).flatMap(([name, column]) => {
        if (column === undefined) return [];
        const kind = typeof column[0] === 'string' ? 'text' : name === 'seconds' ? 'number' : 'integer';
        return [{ name, kind, data: column } as const];
      }),
      { table: 'waits', first: '4', count: '1', run: RUN },
    );
    const tables = { ...daysToParquet(days(4, [{}]), model, RUN), waits };
    await expect(daysFromParquet(tables, { first: 4, count: 1, run: RUN }, model)).rejects.toThrow(message);
  });
});

describe('the table of slots', () => {
  it('says what each figure is about', async () => {
    const slots = await fromParquet(slotsToParquet(model.ids));
    const layout = new Layout(model.ids);
    expect(slots.length).toBe(layout.size);
    const slot = layout.offset('waitTime', 'agencyHour') + HOURS + 10;
    expect(slots.integers('slot')[slot]).toBe(slot);
    expect(slots.texts('figure')[slot]).toBe('waitTime');
    expect(slots.optionalTexts('agency')[slot]).toBe('dvv');
    expect(slots.optionalTexts('matter')[slot]).toBeNull();
    expect(slots.texts('figure')).not.toContain('');
  });

  it('has all hours, also where it is of no figure for the hour', async () => {
    const { ids } = compile(smallModel().scenario);
    const slots = await fromParquet(slotsToParquet(ids));
    expect(new Set(slots.optionalIntegers('hour'))).toEqual(new Set([null, ...Array(HOURS).keys()]));
  });
});

describe('packed days', () => {
  const packed = days(2, [{ waits: [1] }, {}, { figure: 3, waits: [2, 3], stays: [4] }, { stays: [5, 6] }]);

  it('are the same when cut and joined, wherever they are cut', () => {
    for (let at = 1; at < 4; at++)
      expect(joinDays([cutDays(packed, 0, at), cutDays(packed, at, 4)])).toEqual(packed);
    expect(joinDays([0, 1, 2, 3].map((at) => cutDays(packed, at, at + 1)))).toEqual(packed);
  });

  it('cannot be joined where there are none', () => {
    expect(() => joinDays([])).toThrow(RangeError);
  });
});
