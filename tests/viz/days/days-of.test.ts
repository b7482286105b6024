/** The days of the page are those of a run. */
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { InProcessExecutor } from '../../../engine/experiment/in-process-executor.ts';
import { LocalDays } from '../../../engine/experiment/local-days.ts';
import { figureOf } from '../../../engine/experiment/results.ts';
import { run } from '../../../engine/experiment/run.ts';
import { WorstDays } from '../../../engine/experiment/worst-days.ts';
import { daySeries } from '../../../viz/charts/day-series.ts';
import { StretchFigures, WHOLE_DAY } from '../../../viz/charts/stretch-figures.ts';
import { DaysOf } from '../../../viz/days/days-of.ts';
import { worstDay } from '../../../viz/days/standing.ts';
import { dayFigures } from '../../../viz/engine/day-figures.ts';
import { houseOf } from '../../../viz/engine/house.ts';
import type { DesignSource } from '../../../viz/parcel.ts';
import { dayOf, designIn } from '../a-day.ts';

const SEED = '7';
const COUNT = 12;
const SOURCE: DesignSource = { kind: 'resolved', name: 'pori', text: '' };
const design = designIn('scenarios/pori.yaml');
const { ids } = modelOf(design);

/** As the worker answers, a slice at a time. */
function engine() {
  const local = new LocalDays();
  return {
    open: async () => ({ ok: true as const, house: houseOf(modelOf(design), '') }),
    days: async (_: number, seed: string, from: number, to: number) => {
      const days = local.slice({ design, seed, from, to, onDays() {} }, from);
      if (days === null) throw new Error('no days');
      return dayFigures(days, ids);
    },
  };
}

async function allDays() {
  const days = new DaysOf(SOURCE, SEED, COUNT);
  await days.make(engine() as never, () => true);
  return days;
}

describe('the days of a run', () => {
  it('have the figures of the run together, and each those of its replay', async () => {
    const { columns } = await allDays();
    const worst = { waits: new WorstDays(ids, 1, 'waits'), exposure: new WorstDays(ids, 1, 'exposure') };
    const results = await run(design, {
      replications: COUNT,
      seed: SEED,
      executor: new InProcessExecutor(),
      onDays(days) {
        worst.waits.add(days);
        worst.exposure.add(days);
      },
    });
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / COUNT;
    expect(columns.count).toBe(COUNT);
    expect(mean(columns.of('visits'))).toBeCloseTo(figureOf(results, 'arrived.count').mean ?? -1, 9);
    expect(mean(columns.of('left'))).toBeCloseTo(figureOf(results, 'left.count').mean ?? -1, 9);
    expect(mean(columns.of('conflicts'))).toBeCloseTo(figureOf(results, 'privacy.conflicts').mean ?? -1, 9);
    expect(mean(columns.of('exposure')) / 60).toBeCloseTo(
      figureOf(results, 'privacy.exposure').mean ?? -1,
      6,
    );
    expect(worstDay(columns, 'meanWait')).toBe(worst.waits.replications[0]);
    expect(worstDay(columns, 'exposure')).toBe(worst.exposure.replications[0]);
    for (const replication of [0, 5, 11]) {
      const day = dayOf(design, replication, SEED);
      const house = houseOf(modelOf(design), '');
      const figures = new StretchFigures(day, house, daySeries(day, house), WHOLE_DAY);
      expect(columns.at('visits', replication)).toBe(figures.visits().came);
      expect(columns.at('left', replication)).toBe(figures.visits().left);
      expect(columns.at('meanWait', replication)).toBeCloseTo(figures.waits().mean ?? -1, 6);
      expect(columns.at('p90Wait', replication)).toBeCloseTo(figures.waits().p90 ?? -1, 6);
      expect(columns.at('exposure', replication)).toBeCloseTo(figures.privacy()?.exposure ?? -1, 6);
    }
  });

  it('are told as they come, until nobody listens; and go on where they were given up', async () => {
    const days = new DaysOf(SOURCE, SEED, COUNT);
    let heard = 0;
    days.listen(() => {
      heard++;
      return false;
    });
    await days.make(engine() as never, () => days.columns.count === 0);
    const some = days.columns.count;
    expect(some).toBeGreaterThan(0);
    expect(heard).toBe(1);
    await days.make(engine() as never, () => true);
    expect(days.columns.count).toBe(COUNT);
    expect(days.isComplete).toBe(true);
    expect(heard).toBe(1);
    expect([...days.columns.of('meanWait')]).toEqual([...(await allDays()).columns.of('meanWait')]);
  });

  it('end with a word where the engine fails', async () => {
    const days = new DaysOf(SOURCE, SEED, COUNT);
    await days.make({ open: async () => ({ ok: false, problems: 'line 3: no' }) } as never, () => true);
    expect(days.failure).toBe('line 3: no');
    expect(days.isComplete).toBe(true);
  });
});
