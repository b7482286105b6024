import { describe, expect, it } from 'vitest';
import { dayOf, designIn } from '../a-day.ts';

describe('the motion of a day', () => {
  it('goes forward in time, also of who is called on the way to a seat', () => {
    const { motion, visitors } = dayOf(designIn('scenarios/pori.yaml'));
    for (let row = 0; row < visitors.length; row++)
      for (let knot = motion.starts[row] + 1; knot < motion.starts[row + 1]; knot++)
        expect(motion.time[knot]).toBeGreaterThanOrEqual(motion.time[knot - 1]);
  });
});
