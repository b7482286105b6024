import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../engine/kernel/normal.ts';
import { studentFactor } from '../../engine/kernel/student.ts';

describe('studentFactor', () => {
  // Closed forms: tan(πp/2) with one degree of freedom, p √(2 / (1 − p²)) with two.
  it.each([0.01, 0.5, 0.8, 0.95, 0.999])('is exact with one and two degrees of freedom for %d', (p) => {
    expect(relative(studentFactor(p, 1), Math.tan((Math.PI / 2) * p))).toBeLessThan(1e-12);
    expect(relative(studentFactor(p, 2), p * Math.sqrt(2 / (1 - p * p)))).toBeLessThan(1e-12);
  });

  // Published tables.
  it.each([
    [0.95, 3, 3.182],
    [0.99, 3, 5.841],
    [0.9, 5, 2.015],
    [0.95, 10, 2.228],
    [0.999, 30, 3.646],
    [0.95, 120, 1.98],
  ])('for %d with %d is %d', (p, degrees, factor) => {
    expect(studentFactor(p, degrees)).toBeCloseTo(factor, 3);
  });

  it('agrees with another way to it, the inverse of the incomplete beta function', () => {
    for (const degrees of [1, 2, 3, 4, 5, 8, 13, 40, 99, 199, 512, 1023, 4000]) {
      for (const tail of [0.99, 0.5, 0.2, 0.05, 0.01, 1e-3, 1e-4, 1e-6]) {
        const p = 1 - tail;
        const other = tQuantile((1 + p) / 2, degrees);
        // What is lost in 1 − tail is lost to both.
        expect(relative(studentFactor(p, degrees), other)).toBeLessThan(1e-12 + 1e-15 / tail);
      }
    }
  });

  it('comes near the normal one with many degrees of freedom', () => {
    const z = normalQuantile(0.975);
    // The next term of its expansion in 1/ν is (z³ + z) / 4ν.
    expect(studentFactor(0.95, 100_001)).toBeCloseTo(z + (z ** 3 + z) / 400_004, 9);
  });
});

const relative = (one: number, other: number): number => Math.abs(one / other - 1);
