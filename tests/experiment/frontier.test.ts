/** Which designs no other is better than in both, and which are beaten for sure. */
import { describe, expect, it } from 'vitest';
import { estimateMean } from '../../engine/experiment/estimate/mean.ts';
import { standings } from '../../engine/experiment/frontier.ts';

/** Days that swing together in all designs, as those of the same visitors do. */
const SWING = Array.from({ length: 40 }, (_, k) => Math.sin(k) * 20);
const weights = (wait: number, exposure: number, own = 0) => ({
  wait: estimateMean(
    SWING.map((swing, k) => 100 + wait + swing + own * Math.cos(3 * k)),
    0.95,
  ),
  exposure: estimateMean(
    SWING.map((swing, k) => 1000 + exposure + 3 * swing + own * Math.cos(5 * k)),
    0.95,
  ),
});

describe('the frontier', () => {
  it('is of those that no other is better than in both', () => {
    //  wait →        1      2      3      4
    //  exposure      9      5      6      1      the third is beaten by the second
    const found = standings([weights(1, 9), weights(2, 5), weights(3, 6), weights(4, 1)]);
    expect(found.map(({ isOnFrontier }) => isOnFrontier)).toEqual([true, true, false, true]);
    expect(found[2].beatenBy).toBe(1);
    expect(found[0].beatenBy).toBeNull();
  });

  it('has both of two that are alike', () => {
    expect(standings([weights(1, 1), weights(1, 1)]).every(({ isOnFrontier }) => isOnFrontier)).toBe(true);
  });

  it('does not have one that waits as long and exposes more', () => {
    expect(standings([weights(1, 1), weights(1, 2)])[1]).toEqual({
      isOnFrontier: false,
      beatenBy: 0,
      isSure: false,
    });
  });

  it('knows for sure where paired differences in both exclude nothing, however wide the figures are', () => {
    const [, beaten] = standings([weights(1, 1, 0.1), weights(2, 2)]);
    expect(beaten).toEqual({ isOnFrontier: false, beatenBy: 0, isSure: true });
    const [, unsure] = standings([weights(1, 1, 30), weights(2, 2)]);
    expect(unsure.isOnFrontier || !unsure.isSure).toBe(true);
  });
});
