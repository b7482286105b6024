/** The exponential quantile against the library's logarithm, over its whole range. */
import { describe, expect, it } from 'vitest';
import { exponentialQuantile } from '../../engine/kernel/exponential.ts';
import { Stream } from '../../engine/kernel/stream.ts';

const STEP = 2 ** -32;
const relativeError = (p: number) => {
  const exact = -Math.log1p(-p);
  return Math.abs(exponentialQuantile(p) - exact) / exact;
};

describe('exponentialQuantile', () => {
  it('is 0 at 0, and ln 2 at one half', () => {
    expect(exponentialQuantile(0)).toBe(0);
    expect(exponentialQuantile(0.5)).toBe(Math.LN2);
  });

  it('agrees with the library to 15 digits, wherever a stream may end up', () => {
    const stream = new Stream('exponential', 'test');
    let worst = 0;
    for (let k = 0; k < 200_000; k++) {
      const p = stream.next();
      if (p > 0) worst = Math.max(worst, relativeError(p));
    }
    expect(worst).toBeLessThan(1e-15);
  });

  it('keeps its digits next to 0 and next to 1, and at every border between two stretches', () => {
    const hard: number[] = [];
    for (let k = 1; k <= 53; k++) hard.push(2 ** -k, 1 - 2 ** -k);
    for (let k = 1; k < 512; k++) for (const shift of [-STEP, 0, STEP]) hard.push(k / 512 + shift);
    expect(Math.max(...hard.map(relativeError))).toBeLessThan(1e-15);
  });

  it('never falls from one number of a stream to the next', () => {
    for (let k = 1; k < 4096; k++) {
      const p = k / 4096;
      expect(exponentialQuantile(p)).toBeGreaterThan(exponentialQuantile(p - STEP));
      expect(exponentialQuantile(p + STEP)).toBeGreaterThan(exponentialQuantile(p));
    }
  });
});
