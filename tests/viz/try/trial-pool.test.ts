import { describe, expect, test } from 'vitest';
import { Trials } from '../../../viz/engine/trial.ts';
import type { TrialFigures } from '../../../viz/engine/trial-sums.ts';
import type { Change } from '../../../viz/try/change.ts';
import { lookUntil, type TrialEngine, TrialPool } from '../../../viz/try/trial-pool.ts';
import { filesSource } from '../files-source.ts';

const SOURCE = filesSource('scenarios/theory/day.yaml');
const ROLE = 'shared';
const MORE: readonly Change[] = [{ kind: 'clerks', role: ROLE, count: 4 }];
const LESS: readonly Change[] = [{ kind: 'clerks', role: ROLE, count: 1 }];

/** Answers after a while, which differs from call to call, so that days come out of order. */
function engine(): TrialEngine {
  const trials = new Trials();
  let calls = 0;
  const later = <T>(answer: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      calls++;
      setTimeout(
        () => {
          try {
            resolve(answer());
          } catch (thrown) {
            reject(thrown);
          }
        },
        (calls * 7) % 11,
      );
    });
  return {
    tryOpen: (...args) => later(() => trials.open(...args)),
    tryDays: (...args) => later(() => trials.days(...args)),
    tryAdd: (...args) => later(() => trials.add(...args)),
    tryFigures: (...args) => later(() => trials.figures(...args)),
    tryForget: (...args) => later(() => trials.forget(...args)),
  };
}

const pool = (engines: number, days: number) =>
  new TrialPool({ engines: Array.from({ length: engines }, engine), base: SOURCE, seed: '1', days });

/** All figures that a trial tells, until the last. */
function figuresOf(from: TrialPool, changes: readonly Change[], isUrgent = true): Promise<TrialFigures[]> {
  const all: TrialFigures[] = [];
  return new Promise((resolve, reject) => {
    from.start(
      SOURCE,
      changes,
      {
        opened: ({ house, problems }) => house === null && reject(new Error(JSON.stringify(problems))),
        figures: (figures) => {
          all.push(figures);
          if (figures.days === from.days) resolve(all);
        },
        failed: reject,
      },
      isUrgent,
    );
  });
}

describe('trials on several workers', () => {
  test('are the same as on one', async () => {
    const [one] = (await figuresOf(pool(1, 30), MORE)).slice(-1);
    const [three] = (await figuresOf(pool(3, 30), MORE)).slice(-1);
    expect(three).toEqual(one);
  });

  test('tell figures of more and more days', async () => {
    const all = await figuresOf(pool(2, 50), MORE);
    expect(all.map(({ days }) => days)).toEqual(
      [...new Set(all.map(({ days }) => days))].sort((a, b) => a - b),
    );
    expect(all.at(-1)?.days).toBe(50);
    expect(all.length).toBeGreaterThan(1);
  });

  test('one that is given up tells nothing more, and the next has its figures', async () => {
    const shared = pool(2, 30);
    let told = 0;
    const first = shared.start(SOURCE, MORE, {
      opened: () => told++,
      figures: () => told++,
      failed: () => told++,
    });
    shared.end(first);
    const [last] = (await figuresOf(shared, LESS)).slice(-1);
    expect(told).toBe(0);
    expect(last).toEqual((await figuresOf(pool(1, 30), LESS)).at(-1));
  });

  test('several in a row, with one that is refused among them', async () => {
    const shared = pool(2, 20);
    shared.prepare();
    const refused = figuresOf(shared, [{ kind: 'spaceType', space: 'nowhere', type: 'no' }], false);
    await expect(refused).rejects.toThrow(/nowhere/);
    const both = await Promise.all([figuresOf(shared, MORE, false), figuresOf(shared, LESS, false)]);
    expect(both.map((all) => all.at(-1)?.days)).toEqual([20, 20]);
  });

  test('the base is weighed alone, also when its days are there already', async () => {
    const shared = pool(2, 20);
    const weighed = () =>
      new Promise<TrialFigures>((resolve, reject) => {
        shared.weighBase({
          opened: () => {},
          figures: (figures) => figures.days === 20 && resolve(figures),
          failed: reject,
        });
      });
    const first = await weighed();
    expect(
      first.compared.every(({ base, changed }) => JSON.stringify(base) === JSON.stringify(changed)),
    ).toBe(true);
    const more = (await figuresOf(shared, MORE)).at(-1);
    expect(more?.compared.map(({ base }) => base)).toEqual(first.compared.map(({ base }) => base));
    expect(await weighed()).toEqual(first);
  });

  test('many wait for their turn, and one in a hurry goes first', async () => {
    const shared = pool(2, 10);
    const order: number[] = [];
    const weigh = (count: number, isUrgent: boolean) =>
      figuresOf(shared, [{ kind: 'clerks', role: ROLE, count }], isUrgent).then(() => order.push(count));
    await Promise.all([...[1, 3, 4, 5, 6, 7, 8, 9].map((count) => weigh(count, false)), weigh(2, true)]);
    expect(order).toHaveLength(9);
    expect(order.indexOf(2)).toBeLessThan(3);
  });

  test('an engine that fails fails the trial', async () => {
    const broken: TrialEngine = { ...engine(), tryDays: () => Promise.reject(new Error('no days')) };
    const lame = new TrialPool({ engines: [broken], base: SOURCE, seed: '1', days: 10 });
    await expect(figuresOf(lame, MORE)).rejects.toThrow('no days');
  });
});

test('looks come after ten, twenty, and each further twenty days', () => {
  expect([0, 9, 10, 19, 20, 39, 45, 199, 200].map((done) => lookUntil(done, 200))).toEqual([
    0, 0, 10, 10, 20, 20, 40, 180, 200,
  ]);
  expect(lookUntil(5, 5)).toBe(5);
});
