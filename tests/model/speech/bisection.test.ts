import { describe, expect, it } from 'vitest';
import { lastWhere } from '../../../engine/model/speech/bisection.ts';

describe('lastWhere', () => {
  it('finds the square root of 2', () => {
    expect(lastWhere((x) => x * x < 2, 0, 1000)).toBeCloseTo(Math.SQRT2, 13);
  });

  it('finds where something falls, too', () => {
    expect(lastWhere((x) => 1 / x > 4, 0.01, 10)).toBeCloseTo(0.25, 14);
  });
});
