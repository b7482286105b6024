import { randomNormal, randomPoisson } from 'd3-random';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { adjusted, type Control, LEAST_REPLICATIONS } from '../../../engine/experiment/estimate/adjusted.ts';
import { pairedDifference } from '../../../engine/experiment/estimate/estimate.ts';
import { estimateMean } from '../../../engine/experiment/estimate/mean.ts';

const MEAN = 9;

/** Days on which as many visitors come as a Poisson variable says, and the two controls that they give. */
function daysOf(count: number, seed: string) {
  const random = seedrandom(seed);
  const came = Array.from({ length: count }, randomPoisson.source(random)(MEAN));
  const controls: readonly [Control, Control] = [
    { influence: came, expected: MEAN },
    { influence: came.map((visitors) => (visitors - MEAN) ** 2), expected: MEAN },
  ];
  return { came, controls, noise: Array.from({ length: count }, randomNormal.source(random)()) };
}

describe('an adjusted estimate', () => {
  it('is the truth where everything goes along with the arrivals', () => {
    const { came, controls } = daysOf(LEAST_REPLICATIONS, 'exact');
    const values = came.map((visitors) => 5 + 2 * visitors + 0.5 * (visitors - MEAN) ** 2);
    const { mean, halfWidth, n } = adjusted(estimateMean(values, 0.95), controls, 0.95);
    expect(mean).toBeCloseTo(5 + 2 * MEAN + 0.5 * MEAN, 9);
    expect(halfWidth).toBeCloseTo(0, 6);
    expect(n).toBe(LEAST_REPLICATIONS);
  });

  it('holds the truth as often as it says, in less than half the width', () => {
    const truth = 3 * MEAN;
    let [held, narrower] = [0, 0];
    for (let k = 0; k < 400; k++) {
      const { came, controls, noise } = daysOf(LEAST_REPLICATIONS, `adjusted/${k}`);
      const plain = estimateMean(
        came.map((visitors, day) => 3 * visitors + 3 * noise[day]),
        0.95,
      );
      const { mean, halfWidth } = adjusted(plain, controls, 0.95);
      if (Math.abs((mean ?? 0) - truth) <= (halfWidth ?? 0)) held++;
      narrower += (halfWidth ?? 0) / (plain.halfWidth ?? 1) / 400;
    }
    // The middle 99.9 % of 400 throws at 95 %.
    expect(held).toBeGreaterThanOrEqual(364);
    expect(held).toBeLessThanOrEqual(393);
    expect(narrower).toBeLessThan(0.5);
  });

  it('differs from another of the same days by what does not go along', () => {
    const { came, controls, noise } = daysOf(300, 'paired');
    const [one, other] = [2, 3].map((slope) =>
      adjusted(
        estimateMean(
          came.map((visitors, day) => slope * visitors + noise[day]),
          0.95,
        ),
        controls,
        0.95,
      ),
    );
    const difference = pairedDifference(other, one, 0.95);
    expect(difference.mean).toBeCloseTo(MEAN, 9);
    expect(difference.halfWidth).toBeCloseTo(0, 6);
  });

  it('is left as it is with few days, nothing to tell, or a straight line that leads below zero', () => {
    const few = daysOf(LEAST_REPLICATIONS - 1, 'few');
    const plain = estimateMean(few.came, 0.95);
    expect(adjusted(plain, few.controls, 0.95)).toBe(plain);
    const { controls } = daysOf(LEAST_REPLICATIONS, 'none');
    const never = estimateMean(new Array<number>(LEAST_REPLICATIONS).fill(0), 0.95);
    expect(adjusted(never, controls, 0.95)).toMatchObject({ mean: 0, halfWidth: 0 });
    const alike = { influence: new Array<number>(LEAST_REPLICATIONS).fill(9), expected: 9 };
    expect(adjusted(never, [alike, alike], 0.95)).toBe(never);
    const far = controls.map((control) => ({ ...control, expected: -100 })) as [Control, Control];
    const rising = estimateMean([...controls[0].influence], 0.95);
    expect(adjusted(rising, far, 0.95)).toBe(rising);
  });
});
