/** Whether two designs have the same visitors, and what says that they have not. */
import { describe, expect, it } from 'vitest';
import { visitorsApart } from '../../engine/experiment/visitors-alike.ts';
import { storyScenario } from '../simulation/story.ts';

const visited = (...changes: readonly string[]) => ({ scenario: storyScenario(changes), traces: {} });
const apart = (change: string) => visitorsApart(visited(), visited(change));

describe('the visitors of two designs', () => {
  it.each([
    ['another clerk', 'roles: { clerk: { count: 2 } }'],
    ['another routing', 'policy: { routing: dedicated }'],
    ['longer services', 'matters: { one: { service: 9 min } }'],
    [
      'a matter that nobody comes for',
      'matters: { two: { agency: a, name: T, weight: 0, service: 1, spaces: [desk] } }',
    ],
    ['a profile that nobody has', 'profiles: { q: { name: Q } }'],
    ['more consent, which is a probability and no draw', 'profiles: { p: { consent: { agencies: 50 % } } }'],
  ])('are the same with %s', (_, change) => {
    expect(apart(change)).toEqual([]);
  });

  it.each([
    ['arrivals', 'arrivals: { more: { profiles: p, agency: a, rate: 5 /h } }'],
    ['opening times', 'day: { doors: { open: 1 min } }'],
    ['how busy days are', 'day: { busyness: { gamma: { mean: 1, cv: 0.2 } } }'],
    ['profiles', 'profiles: { p: { accessibility: 10 % } }'],
  ])('are others where %s differ', (reason, change) => {
    expect(apart(change)).toContain(reason);
  });

  it('are others with other recorded arrivals', () => {
    const row = { time: 60, profile: null, matters: [] };
    expect(visitorsApart(visited(), { ...visited(), traces: { list: [row] } })).toEqual([
      'recorded arrivals',
    ]);
  });
});
