/** What the page says of a day is what a run of that day alone says. */
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../engine/experiment/design.ts';
import { InProcessExecutor } from '../../../engine/experiment/in-process-executor.ts';
import { figureOf } from '../../../engine/experiment/results.ts';
import { run } from '../../../engine/experiment/run.ts';
import { CHANNELS, type Scope } from '../../../engine/statistics/scopes.ts';
import { daySeries } from '../../../viz/charts/day-series.ts';
import { type Stretch, StretchFigures, WHOLE_DAY } from '../../../viz/charts/stretch-figures.ts';
import { houseOf } from '../../../viz/engine/house.ts';
import { dayOf, designIn } from '../a-day.ts';

const SEED = '1';

async function both(file: string) {
  const design = designIn(file);
  const results = await run(design, { replications: 1, seed: SEED, executor: new InProcessExecutor() });
  const day = dayOf(design, 0, SEED);
  const house = houseOf(modelOf(design), '');
  const series = daySeries(day, house);
  return {
    day,
    house,
    series,
    /** In seconds where the measure is in minutes. */
    told: (measure: string, scope: Scope = {}) => {
      const { mean, unit } = figureOf(results, measure, scope);
      return mean === null || unit !== 'min' ? mean : mean * 60;
    },
    figures: (stretch: Stretch) => new StretchFigures(day, house, series, stretch),
  };
}

function privacyIn(figures: StretchFigures, channel: number | null = null) {
  const known = figures.privacy(channel);
  if (known === null) throw new Error('privacy is not known');
  return known;
}

/** Null where the other is null, or close to it. */
function expectSame(found: number | null, told: number | null): void {
  if (told === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(told, 6);
}

describe.each(['scenarios/pori.yaml', 'scenarios/pori-small.yaml', 'scenarios/theory/overheard.yaml'])(
  'the figures of a day of %s',
  (file) => {
    it('are those of the run', async () => {
      const { told, figures, house } = await both(file);
      const day = figures(WHOLE_DAY);
      const { ids } = house;
      expect(day.visits().came).toBeGreaterThan(0);
      expectSame(day.visits().came, told('arrived.count'));
      expectSame(day.visits().left, told('left.count'));
      expectSame(day.waits().mean, told('wait.mean'));
      expectSame(day.waits().median, told('wait.median'));
      expectSame(day.waits().p90, told('wait.p90'));
      expectSame(day.queue(), told('queue.length'));
      expectSame(privacyIn(day).exposure, told('privacy.exposure'));
      expectSame(privacyIn(day).conflicts, told('privacy.conflicts'));
      ids.agencies.forEach((agency, index) => {
        expectSame(day.waits(index).mean, told('wait.mean', { agency }));
        expectSame(day.waits(index).p90, told('wait.p90', { agency }));
        expectSame(day.queue(index), told('queue.length', { agency }));
      });
      ids.roles.forEach((role, index) => {
        expectSame(day.roleUse(index), told('role.utilisation', { role }));
      });
      ids.spaceTypes.forEach((spaceType, index) => {
        expectSame(day.spaceUse(index), told('space.occupancy', { spaceType }));
      });
      CHANNELS.forEach((channel, index) => {
        expectSame(privacyIn(day, index).exposure, told('privacy.exposure', { channel }));
        expectSame(privacyIn(day, index).conflicts, told('privacy.conflicts', { channel }));
      });
    });
  },
);

describe('stretches side by side', () => {
  it('add up to the day', async () => {
    const { figures, day } = await both('scenarios/pori.yaml');
    const noon = 12 * 3600 + 17;
    const parts = [figures([Number.NEGATIVE_INFINITY, noon]), figures([noon, Number.POSITIVE_INFINITY])];
    const whole = figures(WHOLE_DAY);
    const sum = (of: (part: StretchFigures) => number) => of(parts[0]) + of(parts[1]);
    expect(day.from).toBeLessThan(noon);
    expect(parts.every((part) => part.visits().came > 0)).toBe(true);
    expect(sum((part) => part.visits().came)).toBe(whole.visits().came);
    expect(sum((part) => part.visits().left)).toBe(whole.visits().left);
    expect(sum((part) => part.waits().count)).toBe(whole.waits().count);
    expect(sum((part) => privacyIn(part).exposure)).toBeCloseTo(privacyIn(whole).exposure, 6);
    expect(sum((part) => privacyIn(part).conflicts)).toBeCloseTo(privacyIn(whole).conflicts, 9);
    expect(privacyIn(parts[0]).exposure).toBeGreaterThan(0);
  });

  it('have no mean where there is nothing', async () => {
    const { figures } = await both('scenarios/theory/day.yaml');
    const before = figures([-60, -30]);
    expect(before.visits().came).toBe(0);
    expect(before.waits()).toEqual({ count: 0, mean: null, median: null, p90: null });
    expect(before.queue()).toBeNull();
    expect(before.roleUse(0)).toBeNull();
    expect(before.privacy()).toEqual({ exposure: 0, conflicts: 0 });
  });

  it('say nothing of privacy as long as that is not known', async () => {
    const { day, house, series } = await both('scenarios/pori-small.yaml');
    const figures = new StretchFigures({ ...day, privacy: null }, house, series, WHOLE_DAY);
    expect(figures.privacy()).toBeNull();
    expect(figures.visits().came).toBeGreaterThan(0);
  });
});
