import { describe, expect, it } from 'vitest';
import { insideSteps } from '../../../viz/timeline/inside.ts';
import { dayOf, designIn } from '../a-day.ts';

describe('how many are inside', () => {
  it('goes up with who comes and down with who leaves, at the same moment too', () => {
    const steps = insideSteps({
      arrival: Float64Array.of(1, 2, 5, 9),
      departure: Float64Array.of(7, 5, 6, Number.POSITIVE_INFINITY),
    });
    expect([0, 1, 2, 5, 6, 7, 9, 99].map((time) => steps.at(time))).toEqual([0, 1, 2, 2, 1, 0, 1, 1]);
  });

  it('is what the list of those inside has, minute by minute', () => {
    const day = dayOf(designIn('scenarios/pori-small.yaml'));
    const steps = insideSteps(day);
    const { starts } = day.present;
    for (let minute = 0; minute + 1 < starts.length; minute++)
      expect(steps.at(day.from + minute * 60)).toBe(starts[minute + 1] - starts[minute]);
  });
});
