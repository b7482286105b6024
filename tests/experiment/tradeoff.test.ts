import { describe, expect, it } from 'vitest';
import { designOf } from '../../engine/experiment/design.ts';
import { InProcessExecutor } from '../../engine/experiment/in-process-executor.ts';
import { houseDifference, type Results } from '../../engine/experiment/results.ts';
import { run } from '../../engine/experiment/run.ts';
import { sweep } from '../../engine/experiment/sweep.ts';
import { tradeoffPoint, WEIGHED_OF_HOUSE } from '../../engine/experiment/tradeoff.ts';
import { withFallback } from '../../engine/experiment/with-fallback.ts';
import { FLOOR } from '../privacy/floor-story.ts';
import { storyScenario } from '../simulation/story.ts';

/** One closed room for two clerks, with an open desk to fall back to. */
const ONE_ROOM = `
  day: { doors: { open: 0 min, close: 240 min } }
  spaceTypes: { room: { enclosure: closed } }
  spaces:
    room-1: { type: room, at: [7, 7], size: [2, 2], door: [7, 8] }
    hall-1: { seats: 20 }
  roles: { clerk: { count: 2 } }
  matters: { one: { service: { exponential: { mean: 10 min } }, spaces: [room], fallback: { spaces: [desk] } } }
  arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: 5 /h } }`;

describe('waiting against exposure', async () => {
  const scenario = storyScenario([FLOOR, ONE_ROOM]);
  const executor = new InProcessExecutor();
  const limits = [0, 600, Number.POSITIVE_INFINITY];
  const all: Results[] = [];
  const { swept } = await sweep(
    limits.map((limit) => ({ limit })),
    0,
    WEIGHED_OF_HOUSE,
    async ({ limit }) => {
      const design = designOf(withFallback(scenario, limit));
      const results = await run(design, { replications: 60, seed: 'tradeoff', executor });
      all.push(results);
      return results;
    },
  );
  const points = swept.map(tradeoffPoint);
  const series = (name: 'wait.mean' | 'privacy.exposure' | 'fallback.count') =>
    points.map(({ figures }) => figures[name].mean ?? Number.NaN);

  it('who never falls back waits for longest and is overheard least', () => {
    const [waitAtOnce, waitTen, waitNever] = series('wait.mean');
    expect(waitAtOnce).toBeLessThan(waitTen);
    expect(waitTen).toBeLessThan(waitNever);
    const [heardAtOnce, heardTen, heardNever] = series('privacy.exposure');
    // Between the two it need not fall: fewer talk in the open, but more wait there and listen.
    expect(heardAtOnce).toBeGreaterThan(0);
    expect(heardTen).toBeGreaterThan(0);
    expect(heardNever).toBe(0);
    expect(series('fallback.count')[2]).toBe(0);
  });

  it('differences are from the first limit, and paired', () => {
    expect(points[0].differences).toBeNull();
    const last = points[2];
    const difference = last.differences?.['wait.mean'];
    expect(difference?.mean).toBeCloseTo(
      (last.figures['wait.mean'].mean ?? 0) - (points[0].figures['wait.mean'].mean ?? 0),
      9,
    );
    const apart = Math.hypot(
      last.figures['wait.mean'].halfWidth ?? 0,
      points[0].figures['wait.mean'].halfWidth ?? 0,
    );
    const [first, , never] = all;
    expect(houseDifference(first, never, 'wait.mean').halfWidth).toBeLessThan(apart);
    // Wider than alone, so that it holds together with the five others.
    expect(difference?.confidence).toBeCloseTo(1 - 0.05 / 6, 12);
    expect(difference?.halfWidth).toBeGreaterThan(
      houseDifference(first, never, 'wait.mean').halfWidth ?? Number.NaN,
    );
  });

  it('the limit holds for matters that have one of their own', () => {
    const own = storyScenario([FLOOR, ONE_ROOM, 'matters: { one: { fallback: { after: 3 min } } }']);
    expect(withFallback(own, 60).matters.one.fallback?.after).toBe(60);
  });
});
