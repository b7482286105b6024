import { describe, expect, it } from 'vitest';
import { conflictFrom, eventFrom } from '../../../viz/timeline/steps.ts';
import { conflictsOf, dayOf, designIn } from '../a-day.ts';

const day = dayOf(designIn('scenarios/pori.yaml'));

describe('steps through a day', () => {
  it('go through all events forth and back', () => {
    const times = [...new Set(day.events.time)];
    const forth: number[] = [];
    for (let at = eventFrom(day, -1, 1); at !== null; at = eventFrom(day, at, 1)) forth.push(at);
    expect(forth).toEqual(times);
    const back: number[] = [];
    for (let at = eventFrom(day, day.to + 1, -1); at !== null; at = eventFrom(day, at, -1)) back.push(at);
    expect(back).toEqual(times.toReversed());
  });

  it('lead to each moment at which a conflict begins', () => {
    const begins = [...new Set(conflictsOf(day).map(({ from }) => from))].sort((a, b) => a - b);
    const found: number[] = [];
    for (
      let at = conflictFrom(day, -1, 1);
      at !== null;
      at = conflictFrom(day, day.privacy.conflicts.from[at], 1)
    )
      found.push(day.privacy.conflicts.from[at]);
    expect(found).toEqual(begins);
    expect(conflictFrom(day, begins[0], -1)).toBe(null);
  });
});
