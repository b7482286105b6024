import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../engine/kernel/normal.ts';

describe('normalQuantile', () => {
  // The three values that Wichura (1988) gives as a check, then values from the inverse error
  // function at high precision, on both sides of the two borders.
  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798407],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.075, -1.4395314709384563],
    [0.0749, -1.4402382675279632],
    [1.3e-11, -6.667611456510741],
    [1.4e-11, -6.656723091518184],
  ])('of %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(4e-15 * Math.max(1, Math.abs(z)));
  });

  it('is 0 at one half, and odd about it', () => {
    expect(normalQuantile(0.5)).toBe(0);
    for (const p of [2 ** -4, 2 ** -10, 2 ** -30]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
  });
});
