import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

/** One clerk until 15 with the rule, another of the same mandates from 0 to 100 where wanted. */
const until15 = (rule: string, colleague: string) => `
  spaces: { desk-2: { type: desk } }
  roles:
    clerk: { atShiftEnd: ${rule}, shifts: [{ from: 0 min, to: 15 min }] }
    late: ${colleague}`;
const FROM_12 =
  '{ name: Late, kind: adviser, count: 1, mandates: [{ agency: all }], shifts: [{ from: 12 min, to: 100 min }] }';
const FROM_18 =
  '{ name: Late, kind: adviser, count: 1, mandates: [{ agency: all }], shifts: [{ from: 18 min, to: 100 min }] }';

describe('rule shift-end: whoever is with a visitor when the shift ends', () => {
  it('finishes', () => {
    expect(story(until15('finish', FROM_12), [{ at: 10 }, { at: 13 }, { at: 16 }])).toEqual([
      '10 v0 starts one by clerk 1 at desk-1',
      '13 v1 starts one by late 1 at desk-2',
      '20 v0 ends one',
      '20 v0 leaves: served',
      '23 v1 ends one',
      '23 v1 leaves: served',
      '23 v2 starts one by late 1 at desk-1',
      '33 v2 ends one',
      '33 v2 leaves: served',
    ]);
  });

  it('hands over to a free colleague at the same place, for what is left', () => {
    expect(story(until15('hand-over', FROM_12), [{ at: 10 }])).toEqual([
      '10 v0 starts one by clerk 1 at desk-1',
      '15 v0 breaks off one',
      '15 v0 starts one by late 1 at desk-1',
      '20 v0 ends one',
      '20 v0 leaves: served',
    ]);
  });

  it('finishes where no colleague is free to take over', () => {
    expect(story(until15('hand-over', FROM_18), [{ at: 10 }])).toEqual([
      '10 v0 starts one by clerk 1 at desk-1',
      '20 v0 ends one',
      '20 v0 leaves: served',
    ]);
  });

  it('breaks off, and the rest is resumed before those who came later', () => {
    // v0 has 5 left at 15; the colleague comes at 18 and takes v0 before v1.
    expect(story(until15('resume', FROM_18), [{ at: 10 }, { at: 11 }])).toEqual([
      '10 v0 starts one by clerk 1 at desk-1',
      '15 v0 breaks off one',
      '18 v0 starts one by late 1 at desk-2',
      '23 v0 ends one',
      '23 v0 leaves: served',
      '23 v1 starts one by late 1 at desk-1',
      '33 v1 ends one',
      '33 v1 leaves: served',
    ]);
  });

  it('does what is left at the speed of the one who goes on', () => {
    const slow = `
      spaces: { desk-2: { type: desk } }
      roles:
        clerk: { atShiftEnd: hand-over, shifts: [{ from: 0 min, to: 15 min }], mandates: [{ agency: all, speed: 2 }] }
        late: ${FROM_12.replace('agency: all', 'agency: all, speed: 0.5')}`;
    // 20 min of work at speed 2 would end at 20; at 15 half of it is left: 10 min, at speed 0.5 until 35.
    expect(story([slow, `matters: { one: { service: 20 min } }`], [{ at: 10 }], ['starts', 'ends'])).toEqual([
      '10 v0 starts one by clerk 1 at desk-1',
      '15 v0 breaks off one',
      '15 v0 starts one by late 1 at desk-1',
      '35 v0 ends one',
    ]);
  });
});

describe('rule breaks', () => {
  it('a break begins after the present visitor and has its full length', () => {
    const pause =
      'roles: { clerk: { shifts: [{ from: 0 min, to: 100 min, breaks: [{ at: 5 min, length: 20 min }] }] } }';
    expect(story(pause, [{ at: 0 }, { at: 1 }], ['starts', 'clerks'])).toEqual([
      '0 clerk 1: free',
      '0 clerk 1: preparing',
      '0 v0 starts one by clerk 1 at desk-1',
      '0 clerk 1: serving',
      '10 clerk 1: onBreak',
      '30 clerk 1: free',
      '30 clerk 1: preparing',
      '30 v1 starts one by clerk 1 at desk-1',
      '30 clerk 1: serving',
      '40 clerk 1: free',
      '100 clerk 1: off',
    ]);
  });

  it('a break waits until enough others are there', () => {
    // Both breaks are due at 5; with cover 1 the second begins when the first is over.
    const cover = `
      spaces: { desk-2: { type: desk } }
      roles: { clerk: { count: 2, cover: 1, shifts: [{ from: 0 min, to: 100 min, breaks: [{ at: 5 min, length: 20 min }] }] } }`;
    expect(story(cover, [], ['clerks'])).toEqual([
      '0 clerk 1: free',
      '0 clerk 2: free',
      '5 clerk 1: onBreak',
      '25 clerk 1: free',
      '25 clerk 2: onBreak',
      '45 clerk 2: free',
      '100 clerk 1: off',
      '100 clerk 2: off',
    ]);
  });

  it('back-office work fills free time and yields to a visitor', () => {
    // 12 min of it: 0-4, then a visitor until 14, then 14-22.
    expect(story('roles: { clerk: { backOffice: 12 min } }', [{ at: 4 }], ['clerks'])).toEqual([
      '0 clerk 1: backOffice',
      '4 clerk 1: preparing',
      '4 clerk 1: serving',
      '14 clerk 1: backOffice',
      '22 clerk 1: free',
      '100 clerk 1: off',
    ]);
  });

  it('no service begins with fewer staff in the hall than the minimum', () => {
    const two = `
      policy: { minimumStaff: 2 }
      roles: { host: { name: Host, kind: host, count: 1, shifts: [{ from: 7 min, to: 50 min }] } }`;
    expect(story(two, [{ at: 0 }], ['starts'])).toEqual(['7 v0 starts one by clerk 1 at desk-1']);
  });

  it('work after the visitor has left occupies the clerk, packing up the place', () => {
    const after =
      'matters: { one: { preparation: 1 min, settling: 2 min, leaving: 3 min, afterWork: 5 min } }';
    // v0: called 0, prepared 1, sits 3, served 13, place free 16, clerk free 18.
    expect(story(after, [{ at: 0 }, { at: 0 }], ['calls', 'starts', 'leaves', 'clerks'])).toEqual([
      '0 clerk 1: free',
      '0 v0 is called for one by clerk 1',
      '0 clerk 1: preparing',
      '3 v0 starts one by clerk 1 at desk-1',
      '3 clerk 1: serving',
      '13 clerk 1: afterWork',
      '16 v0 leaves: served',
      '18 clerk 1: free',
      '18 v1 is called for one by clerk 1',
      '18 clerk 1: preparing',
      '21 v1 starts one by clerk 1 at desk-1',
      '21 clerk 1: serving',
      '31 clerk 1: afterWork',
      '34 v1 leaves: served',
      '36 clerk 1: free',
      '100 clerk 1: off',
    ]);
  });
});
