import { describe, expect, it } from 'vitest';
import type { Spot } from '../../../../engine/report/audit/spots.ts';
import { whereIn } from '../../../../engine/report/terminal/audit/words.ts';

const spot = (more: Partial<Spot>): Spot => ({
  space: 0,
  x: 0,
  y: 0,
  posture: 'seated',
  id: 'quiet-waiting',
  seat: null,
  stands: false,
  way: null,
  ...more,
});

describe('where somebody is, in few columns', () => {
  it('is padded', () => {
    expect(whereIn(spot({ id: 'q2' }), 8.84, 12)).toBe('q2, 8.8 m   ');
  });

  it('loses of its name, but never of the seat or the distance', () => {
    expect(whereIn(spot({ seat: 12 }), 14.26, 28)).toBe('quiet-wait…, seat 12, 14.3 m');
    expect(whereIn(spot({ way: ['quiet-waiting', null] }), 2, 28)).toBe('on the way from quie…, 2.0 m');
    expect(whereIn(spot({ stands: true }), 123.4, 24)).toBe('quiet-waiting,…, 123.4 m');
  });
});
