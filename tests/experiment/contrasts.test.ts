/** Designs compared with a base: paired differences with intervals that hold together. */
import { describe, expect, it } from 'vitest';
import { Contrasts, contrastOf } from '../../engine/experiment/contrasts.ts';
import { designOf } from '../../engine/experiment/design.ts';
import { pairedDifference } from '../../engine/experiment/estimate/estimate.ts';
import { estimateMean } from '../../engine/experiment/estimate/mean.ts';
import { InProcessExecutor } from '../../engine/experiment/in-process-executor.ts';
import { houseDifference } from '../../engine/experiment/results.ts';
import { run } from '../../engine/experiment/run.ts';
import { confidenceOfEach } from '../../engine/experiment/simultaneous.ts';
import { comparisonsOf, weighedIn } from '../../engine/experiment/weighed.ts';
import { streamOf } from '../../engine/kernel/stream.ts';
import { storyScenario } from '../simulation/story.ts';

const executor = new InProcessExecutor();
const WALK_IN = `
  day: { doors: { open: 0 min, close: 240 min } }
  matters: { one: { service: { exponential: { mean: 10 min } } } }
  arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: 6 /h } }`;
const results = (...changes: readonly string[]) =>
  run(designOf(storyScenario([WALK_IN, ...changes])), { replications: 80, seed: 'contrasts', executor });

describe('contrasts', async () => {
  const one = storyScenario([WALK_IN]);
  const base = await results();
  const more = await results('roles: { clerk: { count: 2 } }', 'spaces: { desk-2: { type: desk } }');
  const weighed = weighedIn([one, one]);
  const contrasts = new Contrasts(weighed, comparisonsOf(weighed, [one, one]));
  const [first, second] = [contrasts.add(base), contrasts.add(more)];

  it('have the figures of each, and no difference for the base', () => {
    expect(contrastOf(first, 'wait.mean')?.figure).toEqual(
      base.measures.find(({ measure, scope }) => measure === 'wait.mean' && Object.keys(scope).length === 0),
    );
    expect(first.every(({ difference, isReal }) => difference === null && !isReal)).toBe(true);
  });

  it('are paired differences, wider than they would be alone', () => {
    const alone = houseDifference(base, more, 'wait.mean');
    const together = contrastOf(second, 'wait.mean')?.difference;
    expect(together?.mean).toBe(alone.mean);
    expect(together?.halfWidth).toBeGreaterThan((alone.halfWidth ?? 0) * 1.2);
    expect(together?.confidence).toBeCloseTo(1 - 0.05 / contrasts.comparisons, 12);
  });

  it('say which are real: a second clerk shortens waits, and is no more of a difference from itself', async () => {
    expect(contrastOf(second, 'wait.mean')?.isReal).toBe(true);
    const same = contrasts.add(await results());
    expect(same.some(({ isReal }) => isReal)).toBe(false);
    expect(contrastOf(same, 'wait.mean')?.difference).toMatchObject({ mean: 0, halfWidth: 0 });
  });

  it('count only what both designs have, and leave open what one has not', async () => {
    const other = storyScenario([WALK_IN, 'agencies: { b: { name: B } }']);
    const both = weighedIn([one, other]);
    expect(both.length).toBeGreaterThan(weighed.length);
    expect(comparisonsOf(both, [one, other])).toBe(weighed.length);
    const wider = new Contrasts(both, comparisonsOf(both, [one, other]));
    const [without, withB] = [wider.add(base), wider.add(await results('agencies: { b: { name: B } }'))];
    expect(contrastOf(without, 'wait.mean', { agency: 'b' })?.figure).toBeNull();
    expect(contrastOf(withB, 'wait.mean', { agency: 'b' })?.difference).toBeNull();
    expect(contrastOf(withB, 'wait.mean', { agency: 'a' })?.difference?.mean).toBe(0);
  });

  it('are not made of different days', async () => {
    const fewer = await run(designOf(one), { replications: 5, seed: 'contrasts', executor });
    expect(() => contrasts.add(fewer)).toThrow("cannot pair 5 days of seed 'contrasts' with 80");
  });
});

describe('intervals that hold together', () => {
  it('are each of so much confidence', () => {
    expect(confidenceOfEach(0.95, 1)).toBe(0.95);
    expect(confidenceOfEach(0.95, 50)).toBeCloseTo(0.999, 12);
    expect(confidenceOfEach(0.95, 0)).toBe(0.95);
  });

  it('call nothing real that is none, but in one experiment of twenty at most', () => {
    const comparisons = 20;
    const draw = streamOf('together', 0, 'test');
    // The sum of twelve uniform numbers is all but normal, with variance 1.
    const normal = () => Array.from({ length: 12 }, draw).reduce((sum, each) => sum + each, -6);
    const days = () => estimateMean(Array.from({ length: 30 }, normal), 0.95);
    const anyReal = (confidence: number) =>
      Array.from({ length: comparisons }, () => pairedDifference(days(), days(), confidence)).some(
        ({ mean, halfWidth }) => Math.abs(mean ?? 0) > (halfWidth ?? 0),
      );
    const experiments = 300;
    const share = (confidence: number) =>
      Array.from({ length: experiments }, () => anyReal(confidence)).filter(Boolean).length / experiments;
    expect(share(confidenceOfEach(0.95, comparisons))).toBeLessThan(0.09);
    expect(share(0.95)).toBeGreaterThan(0.5);
  });
});
