import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

describe('balking', () => {
  const shy = 'profiles: { p: { balk: { queueAbove: 1 } } }';

  it('looks at those who wait, not at those in service', () => {
    // v0 is served, v1 waits: one waits, which is not above 1. v2 waits as the second; v3 sees two and leaves.
    expect(story(shy, [{ at: 0 }, { at: 1 }, { at: 2 }, { at: 3 }], ['starts', 'leaves'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '3 v3 leaves: balked',
      '10 v0 leaves: served',
      '10 v1 starts one by clerk 1 at desk-1',
      '20 v1 leaves: served',
      '20 v2 starts one by clerk 1 at desk-1',
      '30 v2 leaves: served',
    ]);
  });

  it('sees the line as it is after those who become free at that moment have called', () => {
    // At 10 v1 is called before v3 looks: only v2 waits.
    const lines = story(shy, [{ at: 0 }, { at: 1 }, { at: 2 }, { at: 10 }], ['leaves']);
    expect(lines).toEqual([
      '10 v0 leaves: served',
      '20 v1 leaves: served',
      '30 v2 leaves: served',
      '40 v3 leaves: served',
    ]);
  });
});

describe('rule reneging: leaving while waiting', () => {
  it('two who lose patience at the same moment both leave, in the order in which they came', () => {
    const patience = 'profiles: { p: { patience: 5 min } }';
    expect(story(patience, [{ at: 0 }, { at: 1 }, { at: 1 }], ['starts', 'leaves'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '6 v1 leaves: reneged',
      '6 v2 leaves: reneged',
      '10 v0 leaves: served',
    ]);
  });

  it('releases its seat', () => {
    const oneSeat = `
      spaces: { hall-1: { type: hall, seats: 1 } }
      profiles: { p: { patience: 4 min }, q: { name: Q } }`;
    // v1 sits from 1 and leaves at 5; v2 comes at 3 and stands; v3 comes at 6 and sits.
    const coming = [{ at: 0 }, { at: 1 }, { at: 3, profile: 'q' }, { at: 6, profile: 'q' }];
    expect(story(oneSeat, coming, ['waits', 'leaves'])).toEqual([
      '0 v0 waits for one, sits',
      '1 v1 waits for one, sits',
      '3 v2 waits for one, stands',
      '5 v1 leaves: reneged',
      '6 v3 waits for one, sits',
      '10 v0 leaves: served',
      '20 v2 leaves: served',
      '30 v3 leaves: served',
    ]);
  });

  it('does not happen any more once called, while the clerk prepares', () => {
    const preparing = 'profiles: { p: { patience: 3 min } }\nmatters: { one: { preparation: 5 min } }';
    expect(story(preparing, [{ at: 0 }], ['calls', 'starts', 'leaves'])).toEqual([
      '0 v0 is called for one by clerk 1',
      '5 v0 starts one by clerk 1 at desk-1',
      '15 v0 leaves: served',
    ]);
  });

  it('runs for each wait anew', () => {
    // v1 waits 6 (till v0 is done), is served, and waits 6 again for its second matter: never over 8 at a time.
    const two = `
      profiles: { p: { patience: 8 min } }
      matters: { one: { service: 6 min }, two: { agency: a, name: Two, sensitivity: public, spaces: [desk], service: 6 min } }`;
    const coming = [
      { at: 0, matters: ['one'] },
      { at: 0, matters: ['one', 'two'] },
      { at: 7, matters: ['one'] },
    ];
    expect(story(two, coming, ['starts', 'leaves'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '6 v0 leaves: served',
      '6 v1 starts one by clerk 1 at desk-1',
      '12 v2 starts one by clerk 1 at desk-1',
      '18 v2 leaves: served',
      '18 v1 starts two by clerk 1 at desk-1',
      '24 v1 leaves: served',
    ]);
  });
});
