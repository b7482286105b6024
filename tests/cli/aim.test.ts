import { describe, expect, it } from 'vitest';
import { aimOf } from '../../engine/cli/aim.ts';
import { BadInput } from '../../engine/cli/bad-input.ts';
import { smallScenario } from '../statistics/small-house.ts';

const scenario = smallScenario();

describe('what a run is for', () => {
  it('is 200 days where nothing is said', () => {
    expect(aimOf({}, scenario)).toEqual({ replications: 200, budget: null });
    expect(aimOf({ replications: 7 }, scenario)).toEqual({ replications: 7, budget: null });
  });

  it('is a precision of the mean wait, or of what a target could be of', () => {
    expect(aimOf({ precision: '2%' }, scenario)).toMatchObject({
      replications: {
        most: 100_000,
        precision: { definition: { measure: 'wait.mean' }, scope: {}, limit: 0.02, isRelative: true },
      },
    });
    const given = { precision: '30 s', measure: 'wait.p90 of vero', maxReplications: 500 };
    expect(aimOf(given, scenario)).toMatchObject({
      replications: {
        most: 500,
        precision: {
          definition: { measure: 'wait.p90' },
          scope: { agency: 'vero' },
          limit: 0.5,
          isRelative: false,
        },
      },
    });
  });

  it('is a time, in seconds where no unit is given, with or without a number of days', () => {
    expect(aimOf({ timeBudget: '2 min' }, scenario)).toEqual({ replications: 100_000, budget: 120_000 });
    expect(aimOf({ timeBudget: '1.5', replications: 9 }, scenario)).toEqual({
      replications: 9,
      budget: 1500,
    });
  });

  it('has a time budget that a timer can hold, however short or long', () => {
    expect(aimOf({ timeBudget: '1e-9 s' }, scenario).budget).toBe(1);
    expect(aimOf({ timeBudget: '0.0015' }, scenario).budget).toBe(2);
    const { budget } = aimOf({ timeBudget: '24 d' }, scenario);
    expect(budget).toBe(24 * 24 * 3600 * 1000);
    expect(budget).toBeLessThan(2 ** 31);
  });

  it.each([
    [{ precision: '2%', replications: 5 }, 'give one of them'],
    [{ maxReplications: 5 }, 'goes with --precision'],
    [{ measure: 'wait.p90' }, '--precision is of'],
    [{ precision: '2%', measure: 'wait.p91' }, "there is no measure 'wait.p91'"],
    [{ precision: '2%', measure: 'wait.mean of vreo' }, "did you mean 'vero'?"],
    [{ precision: '2%', measure: '' }, 'is not a measure'],
    [{ precision: '5 m' }, 'not a unit of duration'],
    [{ precision: '0 %' }, 'above zero'],
    [{ precision: '-2 %' }, '--precision'],
    [{ timeBudget: 'soon' }, '--time-budget'],
    [{ precision: '%' }, "'%' is not a percentage above zero; write it like '2%'"],
    [{ precision: '1e-3%' }, 'not a percentage'],
    [{ precision: '' }, "the limit is missing; write it like '2%' or '0.5 min'"],
    [{ timeBudget: '0 s' }, 'above zero'],
    [{ timeBudget: '600 h' }, 'at most 24 d'],
  ])('is nothing with %j', (options, message) => {
    expect(() => aimOf(options, scenario)).toThrow(BadInput);
    expect(() => aimOf(options, scenario)).toThrow(message);
  });
});
