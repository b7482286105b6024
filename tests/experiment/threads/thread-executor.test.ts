import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Days } from '../../../engine/experiment/days.ts';
import { designOf } from '../../../engine/experiment/design.ts';
import { ReplicationError } from '../../../engine/experiment/executor.ts';
import { InProcessExecutor } from '../../../engine/experiment/in-process-executor.ts';
import { run } from '../../../engine/experiment/run.ts';
import {
  ThreadExecutor,
  type ThreadExecutorOptions,
} from '../../../engine/experiment/threads/thread-executor.ts';
import { FLOOR } from '../../privacy/floor-story.ts';
import { storyScenario } from '../../simulation/story.ts';

const BUSY = `
  day: { doors: { open: 0 min, close: 240 min } }
  arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: 6 /h } }
  matters: { one: { service: { exponential: { mean: 10 min } } } }`;
const design = designOf(storyScenario([FLOOR, BUSY]));
const FAULTY = new URL('./faulty-worker.js', import.meta.url);

const open: ThreadExecutor[] = [];
function threaded(options: ThreadExecutorOptions): ThreadExecutor {
  const executor = new ThreadExecutor({ isAtOnce: true, ...options });
  open.push(executor);
  return executor;
}
afterEach(async () => {
  for (const executor of open.splice(0)) await executor.close();
});

/** Workers start slowly where many do at once. */
const PATIENCE = 120_000;

describe('threads', { timeout: PATIENCE }, () => {
  const outcome = async (executor: ThreadExecutor | InProcessExecutor, from = design) => {
    const { measures } = await run(from, { replications: 150, seed: 'threads', executor });
    return JSON.stringify(measures);
  };

  it('give the same bytes, however many there are', async () => {
    const alone = await outcome(new InProcessExecutor());
    for (const threads of [1, 2, 16]) expect(await outcome(threaded({ threads }))).toBe(alone);
  });

  it('are helped by this one, unless all is left to them', async () => {
    const alone = await outcome(new InProcessExecutor());
    for (const isLeftToWorkers of [false, true]) {
      let slices = 0;
      const guard = <T>(act: () => T) => {
        slices++;
        return act();
      };
      expect(await outcome(threaded({ threads: 2, isLeftToWorkers, guard }))).toBe(alone);
      expect(slices > 0).toBe(!isLeftToWorkers);
    }
  });

  it('end with what goes wrong in this one, and name the replication', async () => {
    const guard = () => {
      throw new Error('a fault of this thread');
    };
    const failed = run(design, {
      replications: 5000,
      seed: 'fault',
      executor: threaded({ threads: 2, guard }),
    });
    await expect(failed).rejects.toBeInstanceOf(ReplicationError);
    await expect(failed).rejects.toMatchObject({
      seed: 'fault',
      message: expect.stringContaining('a fault of this thread'),
      cause: { stack: expect.stringContaining('guard') },
    });
  });

  it('run a design that lacks a cause as this thread does', async () => {
    const without = { ...design, without: 'layout' } as const;
    const alone = await outcome(new InProcessExecutor(), without);
    expect(await outcome(threaded({ threads: 2 }), without)).toBe(alone);
    expect(alone).not.toBe(await outcome(new InProcessExecutor()));
  });

  it('are told again of a design that was forgotten for others', async () => {
    const executor = threaded({ threads: 2 });
    const others = [{ ...design, without: 'people' } as const, { ...design, without: 'layout' } as const];
    const first = await outcome(executor);
    for (const other of others) await outcome(executor, other);
    expect(await outcome(executor)).toBe(first);
    const together = [design, ...others].map((one) => outcome(executor, one));
    expect((await Promise.all(together))[0]).toBe(first);
  });

  it('hand days over in order, none left out and none twice, also of several works at once', async () => {
    const executor = threaded({ threads: 3 });
    const handedOver = async (seed: string, from: number, to: number) => {
      const days: Days[] = [];
      await executor.run({ design, seed, from, to, onDays: (some) => days.push(some) });
      return days.flatMap(({ first, count }) => Array.from({ length: count }, (_, k) => first + k));
    };
    const all = await Promise.all([handedOver('a', 0, 120), handedOver('b', 40, 100), handedOver('c', 5, 5)]);
    expect(all).toEqual([
      Array.from({ length: 120 }, (_, k) => k),
      Array.from({ length: 60 }, (_, k) => 40 + k),
      [],
    ]);
  });

  it('have the memory of days given up once they are handed over', async () => {
    const kept: Days[] = [];
    let values = 0;
    const onDays = (days: Days) => {
      values += days.figures.values.length;
      kept.push(days);
    };
    await threaded({ threads: 2 }).run({ design, seed: 's', from: 0, to: 20, onDays });
    expect(values).toBeGreaterThan(0);
    expect(kept.map(({ figures }) => figures.values.length)).toEqual(kept.map(() => 0));
  });

  it('end with what is in order when the signal is given', async () => {
    const stop = new AbortController();
    const results = await run(design, {
      replications: 1_000_000,
      seed: 'stop',
      executor: threaded({ threads: 2 }),
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done >= 50) stop.abort();
      },
    });
    expect(results.isPartial).toBe(true);
    expect(results.replications).toBeGreaterThanOrEqual(50);
    expect(results.replications).toBeLessThan(10_000);
    const { replications } = results;
    const again = await run(design, { replications, seed: 'stop', executor: new InProcessExecutor() });
    expect(JSON.stringify(again.measures)).toBe(JSON.stringify(results.measures));
  });

  it('pass on what goes wrong with the days', async () => {
    const onDays = () => {
      throw new Error('no room for days');
    };
    const work = { design, seed: 's', from: 0, to: 50, onDays };
    await expect(threaded({ threads: 2 }).run(work)).rejects.toThrow('no room for days');
  });
});

describe('a worker', { timeout: PATIENCE }, () => {
  let directory = '';
  let count = 0;
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'aula-threads-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  /** Runs 60 days with such a fault; where it ends well, the days must be the ones without it. */
  async function struck(fault: string, options: ThreadExecutorOptions = {}) {
    const log = path.join(directory, String(count++));
    process.env.FAULT = fault;
    process.env.FAULT_LOG = log;
    const notices: string[] = [];
    const executor = threaded({
      threads: 2,
      isLeftToWorkers: true,
      entry: FAULTY,
      onNotice: (text) => notices.push(text),
      ...options,
    });
    const results = await run(design, { replications: 60, seed: 'fault', executor }).catch(
      (thrown: unknown) => thrown,
    );
    return { results, notices, strikes: existsSync(log) ? statSync(log).size : 0 };
  }
  const unharmed = async () => {
    const { measures } = await run(design, {
      replications: 60,
      seed: 'fault',
      executor: new InProcessExecutor(),
    });
    return { measures };
  };

  it.each([
    ['exit@7x2', 'has ended by itself (7), in replication 7; it is replaced', {}],
    ['memory@20x1', 'has run out of memory (64 MB), in replication 20; it is replaced', { memory: 64 }],
    [
      'endless@31x1',
      'has not come to the end of a day within 1 s, in replication 31; it is replaced',
      { dayLimit: 1000 },
    ],
  ])('that dies by %s is replaced, and its days done again', async (fault, notice, options) => {
    const { results, notices, strikes } = await struck(fault, options);
    expect(results).toMatchObject(await unharmed());
    expect(notices).toHaveLength(strikes);
    for (const text of notices) expect(text).toContain(notice);
  });

  it('that dies again and again of the same days ends the run, which says of which', async () => {
    const { results, strikes } = await struck('exit@7x100');
    expect(results).toBeInstanceOf(ReplicationError);
    expect(results).toMatchObject({ replication: 7, seed: 'fault' });
    expect(String(results)).toMatch(
      /worker thread has ended by itself \(7\), 3 times; replications \d+ to \d+/,
    );
    expect(strikes).toBe(3);
  });

  it('in which the engine throws ends the run at once, and names the replication', async () => {
    const { results, strikes, notices } = await struck('throw@13x100');
    expect(results).toBeInstanceOf(ReplicationError);
    expect(results).toMatchObject({
      replication: 13,
      seed: 'fault',
      message: "replication 13 of seed 'fault' has failed: a fault of the engine",
      cause: { stack: expect.stringContaining('strike') },
    });
    expect(strikes).toBe(1);
    expect(notices).toEqual([]);
  });

  it('that cannot be started is done without', async () => {
    const { results, notices, strikes } = await struck('start@0x100');
    expect(results).toMatchObject(await unharmed());
    expect(notices).toEqual([expect.stringContaining('cannot be started')]);
    expect(strikes).toBeGreaterThanOrEqual(3);
  });
});
