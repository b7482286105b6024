import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

describe('rule ties: at one moment', () => {
  it('a service ends before an arrival is looked at, so the arrival is served at once', () => {
    // v0 0-10; v1 comes at 10, when the clerk has just become free.
    expect(story('', [{ at: 0 }, { at: 10 }])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 ends one',
      '10 v0 leaves: served',
      '10 v1 starts one by clerk 1 at desk-1',
      '20 v1 ends one',
      '20 v1 leaves: served',
    ]);
  });

  it('equal visitors go by their order in the list', () => {
    expect(story('', [{ at: 3 }, { at: 3 }, { at: 3 }], ['starts'])).toEqual([
      '3 v0 starts one by clerk 1 at desk-1',
      '13 v1 starts one by clerk 1 at desk-1',
      '23 v2 starts one by clerk 1 at desk-1',
    ]);
  });

  it('who becomes free at the moment when patience ends is called, not lost', () => {
    const patience = 'profiles: { p: { patience: 10 min } }';
    // v1 waits from 0 and would leave at 10, when v0 is done.
    expect(story(patience, [{ at: 0 }, { at: 0 }], ['starts', 'leaves'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 leaves: served',
      '10 v1 starts one by clerk 1 at desk-1',
      '20 v1 leaves: served',
    ]);
  });

  it('all who become free at one moment are seen before anybody is called', () => {
    // At 10 both clerks end; the waiting visitor gets the less flexible one, although the other ended first.
    const two = `
      spaces: { desk-2: { type: desk } }
      agencies: { b: { name: B } }
      matters: { two: { agency: b, name: Two, sensitivity: public, spaces: [desk], service: 10 min } }
      roles: { own: { name: Own, kind: expert, count: 1, mandates: [{ agency: a }] } }`;
    const coming = [
      { at: 0, matters: ['two'] },
      { at: 0, matters: ['one'] },
      { at: 1, matters: ['one'] },
    ];
    expect(story(two, coming, ['starts'])).toEqual([
      '0 v0 starts two by clerk 1 at desk-1',
      '0 v1 starts one by own 1 at desk-2',
      '10 v2 starts one by own 1 at desk-1',
    ]);
  });

  it('who waits outside comes in before who arrives as the doors open', () => {
    const opens = `
      day: { doors: { open: 30 min, close: 100 min } }
      spaces: { desk-2: { type: desk } }
      roles: { clerk: { count: 2 } }`;
    // v0 and v1 have been outside since 5 and 10 when v2 comes at 30.
    expect(story(opens, [{ at: 5 }, { at: 10 }, { at: 30 }], ['starts'])).toEqual([
      '30 v0 starts one by clerk 1 at desk-1',
      '30 v1 starts one by clerk 2 at desk-2',
      '40 v2 starts one by clerk 1 at desk-1',
    ]);
  });
});
