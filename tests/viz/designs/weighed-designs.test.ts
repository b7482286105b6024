import { expect, test } from 'vitest';
import {
  isOnFrontier,
  limitsOn,
  type WeighedDesign,
  WeighedDesigns,
} from '../../../viz/designs/weighed-designs.ts';
import { Trials } from '../../../viz/engine/trial.ts';
import type { TrialRow } from '../../../viz/engine/trial-sums.ts';
import { TrialPool } from '../../../viz/try/trial-pool.ts';
import { filesSource } from '../files-source.ts';

const SOURCE = filesSource('scenarios/pori.yaml');
const OTHER = filesSource('scenarios/pori-one-more-adviser.yaml');

function started(): WeighedDesigns {
  const trials = new Trials();
  const engine = {
    tryOpen: async (...args: Parameters<Trials['open']>) => trials.open(...args),
    tryDays: async (...args: Parameters<Trials['days']>) => trials.days(...args),
    tryAdd: async (...args: Parameters<Trials['add']>) => trials.add(...args),
    tryFigures: async (...args: Parameters<Trials['figures']>) => trials.figures(...args),
    tryForget: async (...args: Parameters<Trials['forget']>) => trials.forget(...args),
  };
  const pool = new TrialPool({ engines: [engine], base: SOURCE, seed: '1', days: 10 });
  return new WeighedDesigns(SOURCE, async () => pool);
}

test('the base and the designs given are weighed once, on the same days', async () => {
  const weighed = started();
  const done = new Promise<void>((resolve) => {
    weighed.listen(() => weighed.all.every(({ days }) => days === 10) && resolve());
  });
  await weighed.weighGiven([SOURCE, OTHER]);
  await weighed.weighGiven([SOURCE, OTHER]);
  await done;
  expect(weighed.all.map(({ label }) => label)).toEqual(['A', 'B']);
  const [base, other] = weighed.all;
  expect(base.wait?.difference?.mean).toBe(0);
  expect(other.wait?.base).toEqual(base.wait?.changed);
  expect(other.wait?.changed?.mean).toBeLessThan(base.wait?.changed?.mean ?? 0);
  expect(limitsOn(weighed.targets, 'wait.mean')).toEqual([15]);
  expect(limitsOn(weighed.targets, 'wait.p90')).toEqual([]);
});

test('on the frontier is what no other is better than in both', () => {
  const row = (mean: number) => ({ changed: { mean } }) as TrialRow;
  const at = (wait: number, exposure: number): WeighedDesign => ({
    origin: { kind: 'base' },
    label: '',
    days: 1,
    wait: row(wait),
    exposure: row(exposure),
    problem: null,
  });
  const all = [at(1, 5), at(2, 3), at(3, 4), at(2, 3), { ...at(0, 0), wait: null }];
  expect(all.map((one) => isOnFrontier(one, all))).toEqual([true, true, false, true, false]);
});
