import { describe, expect, it } from 'vitest';
import { DaysPacker } from '../../engine/experiment/days.ts';
import { designOf, modelOf } from '../../engine/experiment/design.ts';
import type { Executor, Work } from '../../engine/experiment/executor.ts';
import { measureNamed } from '../../engine/experiment/measures.ts';
import { isPrecise, nextLook, type Precision } from '../../engine/experiment/precision.ts';
import type { Measure } from '../../engine/experiment/results.ts';
import { run } from '../../engine/experiment/run.ts';
import { Stream } from '../../engine/kernel/stream.ts';
import { Layout } from '../../engine/statistics/figures.ts';
import { Observations } from '../../engine/statistics/observations.ts';
import { smallScenario } from '../statistics/small-house.ts';

const design = designOf(smallScenario());
const layout = new Layout(modelOf(design).ids);
const definition = measureNamed('arrived.count');
if (definition === undefined) throw new Error('no such measure');
const within = (limit: number, isRelative = true): Precision => ({
  definition,
  scope: {},
  limit,
  isRelative,
});

/** Days on which so many come, in pieces of any size. */
function counting(comers: (replication: number) => number, piece = 7): Executor & { asked: Work[] } {
  const asked: Work[] = [];
  return {
    asked,
    async run(work) {
      asked.push(work);
      for (let first = work.from; first < work.to && !work.signal?.aborted; first += piece) {
        const packer = new DaysPacker(first);
        for (let day = first; day < Math.min(work.to, first + piece); day++) {
          const row = new Float64Array(layout.size);
          row[layout.offset('arrived', 'all')] = comers(day);
          packer.add({ layout, row, waits: new Observations(), stays: new Observations() });
        }
        work.onDays(packer.pack());
      }
    },
    async close() {},
  };
}

/** An exponential number with mean 100, of the seed and day. */
const exponential = (seed: string) => {
  const streams = new Map<number, number>();
  const stream = new Stream(seed, 'comers');
  return (day: number) => {
    while (streams.size <= day) streams.set(streams.size, -100 * Math.log1p(-stream.next()));
    return streams.get(day) ?? 0;
  };
};

describe('the looks', () => {
  it('begin at 50 replications, each at half as many again', () => {
    const looks: number[] = [];
    for (let look = nextLook(0); looks.length < 8; look = nextLook(look)) looks.push(look);
    expect(looks).toEqual([50, 75, 113, 170, 255, 383, 575, 863]);
    expect(nextLook(49)).toBe(50);
    expect(nextLook(60)).toBe(75);
  });
});

describe('a figure', () => {
  const figure = (mean: number | null, halfWidth: number | null, n = 100): Measure => ({
    measure: 'arrived.count',
    scope: {},
    unit: '1/day',
    mean,
    halfWidth,
    confidence: 0.95,
    n,
  });

  it('is precise within γ / (1 + γ) of itself, or within an absolute limit', () => {
    // 25 % of the truth is 20 % of the estimate.
    expect(isPrecise(figure(10, 2), within(0.25))).toBe(true);
    expect(isPrecise(figure(10, 2.01), within(0.25))).toBe(false);
    expect(isPrecise(figure(-10, 2), within(0.25))).toBe(true);
    expect(isPrecise(figure(10, 2), within(2, false))).toBe(true);
    expect(isPrecise(figure(10, 2.01), within(2, false))).toBe(false);
  });

  it('is not where nothing is known of it, or nothing has happened so far', () => {
    expect(isPrecise(figure(null, null), within(1))).toBe(false);
    expect(isPrecise(figure(10, null), within(1))).toBe(false);
    expect(isPrecise(figure(0, 0, 75), within(1, false))).toBe(false);
    expect(isPrecise(figure(0, 0, 1000), within(1, false))).toBe(true);
  });
});

describe('a run for a precision', () => {
  const options = { seed: 's', replications: { precision: within(0.1), most: 2000 } };

  it('ends at the first look at which it is reached', async () => {
    const executor = counting(exponential('first'));
    const results = await run(design, { ...options, executor });
    expect(results.precision?.isReached).toBe(true);
    expect(results.isPartial).toBe(false);
    // (1.96 / 0.0909)² = 465 replications are to be expected of a figure that spreads as much as it is large.
    expect([255, 383, 575, 863]).toContain(results.replications);
    const before = executor.asked.at(-1)?.from ?? 0;
    const early = await run(design, {
      seed: 's',
      replications: before,
      executor: counting(exponential('first')),
    });
    const figure = early.measures.find(({ measure }) => measure === 'arrived.count');
    expect((figure?.halfWidth ?? 0) / (figure?.mean ?? 1)).toBeGreaterThan(0.1 / 1.1);
  });

  it('ends where nothing is to be observed, and is whole', async () => {
    const wait = measureNamed('wait.mean');
    if (wait === undefined) throw new Error('no such measure');
    const precision = { definition: wait, scope: {}, limit: 0.1, isRelative: true };
    const executor = counting(() => 1, 500);
    const results = await run(design, { seed: 's', replications: { precision, most: 100_000 }, executor });
    expect(results.replications).toBe(1295);
    expect(results.isPartial).toBe(false);
    expect(results.precision).toMatchObject({ isReached: false, figure: { mean: null } });
  });

  it('ends at the same count however the days come', async () => {
    const one = await run(design, { ...options, executor: counting(exponential('p'), 1) });
    const other = await run(design, { ...options, executor: counting(exponential('p'), 1000) });
    expect(JSON.stringify(other.measures)).toBe(JSON.stringify(one.measures));
  });

  it('goes on from days that are known, to the same end', async () => {
    const whole = await run(design, { ...options, executor: counting(exponential('g')) });
    for (const known of [60, 75, whole.replications]) {
      const given: Parameters<Work['onDays']>[0][] = [];
      const executor = counting(exponential('g'));
      await executor.run({ design, seed: 's', from: 0, to: known, onDays: (days) => given.push(days) });
      const rest = counting(exponential('g'));
      const resumed = await run(design, { ...options, executor: rest, given });
      expect(JSON.stringify(resumed.measures)).toBe(JSON.stringify(whole.measures));
      expect(resumed.precision?.isReached).toBe(true);
      expect(rest.asked[0]?.from ?? known).toBe(known);
    }
  });

  it('ends with the most replications where it is not reached by then', async () => {
    const replications = { precision: within(0.001), most: 120 };
    const results = await run(design, { seed: 's', replications, executor: counting(exponential('m')) });
    expect(results.replications).toBe(120);
    expect(results.precision?.isReached).toBe(false);
    // It was not stopped: so many were the most that it might run.
    expect(results.isPartial).toBe(false);
  });

  it('says what is known when it is stopped', async () => {
    const stop = new AbortController();
    const results = await run(design, {
      ...options,
      executor: counting(exponential('x')),
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done > 60) stop.abort();
      },
    });
    expect(results.replications).toBe(64);
    expect(results.isPartial).toBe(true);
    expect(results.precision).toMatchObject({ isReached: false, figure: { n: 64 } });
  });

  it('has intervals that hold the truth nearly as often as they say, though it stops where it likes', async () => {
    let held = 0;
    const repeats = 200;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const executor = counting(exponential(`cover ${repeat}`), 50);
      const { precision } = await run(design, {
        seed: 's',
        replications: { precision: within(0.15), most: 5000 },
        executor,
      });
      const { mean, halfWidth } = precision?.figure ?? { mean: null, halfWidth: null };
      if (Math.abs((mean ?? Number.NaN) - 100) <= (halfWidth ?? 0)) held++;
    }
    // Of 95 %: 200 repeats of it are below 90 % with a probability of 0.1 %.
    expect(held / repeats).toBeGreaterThan(0.9);
  }, 60_000);
});
