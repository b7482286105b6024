import { describe, expect, it } from 'vitest';
import { compare } from '../../engine/experiment/comparison.ts';
import { designOf, modelOf } from '../../engine/experiment/design.ts';
import { MEASURES, measureNamed } from '../../engine/experiment/measures.ts';
import { difference, type Results } from '../../engine/experiment/results.ts';
import { run } from '../../engine/experiment/run.ts';
import { type Scope, sameScope, scopeCount } from '../../engine/statistics/scopes.ts';
import { smallScenario } from '../statistics/small-house.ts';
import { type ToldDay, telling } from './told-days.ts';

const design = designOf(smallScenario());
const DAYS: readonly ToldDay[] = [{ waits: [5, 15] }, { waits: [10, 20, 30], gone: 1 }, { waits: [2] }];

const runDays = (days: readonly ToldDay[]) =>
  run(design, { replications: days.length, seed: 'pori', executor: telling(days) });

function row({ measures }: Results, measure: string, scope: Scope = {}) {
  return measures.find((each) => each.measure === measure && sameScope(each.scope, scope));
}

describe('a run', async () => {
  const results = await runDays(DAYS);

  it('says what was run', () => {
    const { scenario, routing, seed, replications } = results;
    expect({ scenario, routing, seed, replications }).toEqual({
      scenario: 'Small house',
      routing: 'first-come-first-served',
      seed: 'pori',
      replications: 3,
    });
  });

  it('estimates over all visitors of all days, in minutes', () => {
    const mean = row(results, 'wait.mean');
    expect(mean).toMatchObject({ scope: {}, unit: 'min', confidence: 0.95, n: 3 });
    expect(mean?.mean).toBeCloseTo(82 / 6, 12);
    expect(row(results, 'wait.median', { agency: 'vero' })?.mean).toBe(12.5);
    expect(row(results, 'wait.withinTarget', { hour: 10 })?.mean).toBe(0.5);
    expect(row(results, 'left.share')?.mean).toBeCloseTo(1 / 7, 12);
    expect(row(results, 'served.count')).toMatchObject({ mean: 2, unit: '1/day' });
    expect(row(results, 'service.mean', { matter: 'tax' })).toMatchObject({ mean: 5, halfWidth: 0 });
  });

  it('measures the use of staff and spaces by the hour', () => {
    expect(row(results, 'role.utilisation', { role: 'adviser', hour: 11 })?.mean).toBe(1);
    expect(row(results, 'role.utilisation', { role: 'adviser' })?.mean).toBeCloseTo(1 / 3, 12);
    expect(row(results, 'space.occupancy', { spaceType: 'desk', hour: 9 })?.mean).toBe(0);
  });

  it('has a row for everything in the house, also where nothing was observed, but for hours', () => {
    expect(row(results, 'wait.mean', { matter: 'estate' })).toMatchObject({
      mean: null,
      halfWidth: null,
      n: 0,
    });
    expect(row(results, 'role.utilisation', { role: 'expert' })).toMatchObject({ mean: null, n: 0 });
    expect(row(results, 'wait.mean', { hour: 9 })).toBeUndefined();
  });

  it('lists measures in the order of their table', () => {
    const order = [...new Set(results.measures.map(({ measure }) => measure))];
    // Without a floor there are no pairs of places.
    const kept = MEASURES.filter(({ scopes }) =>
      scopes.some((kind) => scopeCount(kind, modelOf(design).ids) > 0),
    );
    expect(order).toEqual(kept.map(({ measure }) => measure));
  });

  it('holds no number that is not finite', async () => {
    const none = await runDays([{ waits: [] }, { waits: [] }]);
    for (const { mean, halfWidth } of [...results.measures, ...none.measures]) {
      for (const value of [mean, halfWidth]) expect(value === null || Number.isFinite(value)).toBe(true);
    }
  });

  it('of one day has estimates without intervals', async () => {
    const one = await runDays([{ waits: [5, 15] }]);
    expect(row(one, 'wait.mean')).toMatchObject({ mean: 10, halfWidth: null, n: 1 });
    expect(one.measures.every(({ halfWidth }) => halfWidth === null)).toBe(true);
  });

  it('copes with days without visitors', async () => {
    const some = await runDays([{ waits: [] }, ...DAYS, { waits: [] }]);
    expect(row(some, 'wait.mean')).toMatchObject({ n: 3 });
    expect(row(some, 'wait.mean')?.mean).toBeCloseTo(82 / 6, 12);
    expect(row(some, 'served.count')).toMatchObject({ mean: 6 / 5, n: 5 });
  });

  it('gives the same results again', async () => {
    expect(JSON.stringify((await runDays(DAYS)).measures)).toBe(JSON.stringify(results.measures));
  });

  it('takes another confidence, with wider intervals', async () => {
    const surer = await run(design, {
      replications: 3,
      seed: 'pori',
      executor: telling(DAYS),
      confidence: 0.999,
    });
    expect(row(surer, 'wait.mean')?.confidence).toBe(0.999);
    expect(row(surer, 'wait.mean')?.halfWidth).toBeGreaterThan(
      row(results, 'wait.mean')?.halfWidth ?? Infinity,
    );
  });

  it('tells its progress', async () => {
    const told: string[] = [];
    await run(design, {
      replications: 3,
      seed: 's',
      executor: telling(DAYS),
      onProgress: ({ done, expected }) => told.push(`${done}/${expected}`),
    });
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %f replications', async (replications) => {
    const refused = run(design, { replications, seed: 's', executor: telling(DAYS) });
    await expect(refused).rejects.toThrow(RangeError);
  });
});

describe('a run whose estimates are adjusted', () => {
  const arrivals = { 'walk-in': { profiles: 'all', perDay: 2, rate: '1 /min', matters: { tax: 1 } } };
  const days = Array.from({ length: 400 }, (_, k) => ({ waits: new Array<number>(k % 4).fill(5) }));
  const servedOf = async (isAdjusted: boolean) => {
    const options = { replications: days.length, seed: 'pori', executor: telling(days), isAdjusted };
    return row(await run(designOf(smallScenario({ arrivals })), options), 'served.count')?.mean;
  };

  it('makes up for days that were quieter than is to be expected', async () => {
    expect(await servedOf(false)).toBeCloseTo(1.5, 9);
    expect(await servedOf(true)).toBeCloseTo(2, 9);
  });
});

describe('a comparison', () => {
  const slower = DAYS.map(({ waits, gone = 0 }) => ({ waits: waits.map((wait) => wait + 3), gone }));

  it('pairs the days: three minutes more for everybody are three minutes, surely', async () => {
    const [base, other] = compare([await runDays(DAYS), await runDays(slower)]);
    const waits = other?.measures.find(({ figure }) => figure.measure === 'wait.mean');
    expect(base?.measures.every(({ difference: from }) => from === null)).toBe(true);
    expect(waits?.difference?.mean).toBeCloseTo(3, 9);
    expect(waits?.difference?.halfWidth).toBeCloseTo(0, 9);
    expect(waits?.figure.halfWidth).toBeGreaterThan(1);
  });

  it('has every measure by which designs are compared', async () => {
    const [, other] = compare([await runDays(DAYS), await runDays(slower)]);
    expect(other?.measures.map(({ figure }) => figure.measure)).toEqual([
      'wait.mean',
      'wait.p90',
      'wait.withinTarget',
      'left.share',
      'house.mean',
    ]);
  });

  it('needs the same seed and days', async () => {
    const definition = measureNamed('wait.mean');
    if (definition === undefined) throw new Error('no such measure');
    const base = await runDays(DAYS);
    const fewer = await runDays(DAYS.slice(1));
    expect(() => difference(base, fewer, definition, 'all', 0)).toThrow('cannot pair 2 replications');
    expect(() => difference(base, { ...base, seed: 'other' }, definition, 'all', 0)).toThrow("seed 'other'");
  });

  it('of nothing is nothing', () => {
    expect(compare([])).toEqual([]);
  });
});
