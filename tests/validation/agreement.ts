/** Whether simulation and theory agree. */
import { expect } from 'vitest';
import { type Interval, relativeWidth } from './simulate.ts';

const NARROW = 0.02;

/** The interval is narrow, and holds what is expected. */
export function agrees(interval: Interval, expected: number): void {
  expect(relativeWidth(interval)).toBeLessThan(NARROW);
  expect(Math.abs(interval.mean - expected)).toBeLessThanOrEqual(interval.halfWidth);
}
