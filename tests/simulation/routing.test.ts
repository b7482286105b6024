import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

const TWO_AGENCIES = `
  agencies: { b: { name: B } }
  matters: { two: { agency: b, name: Two, sensitivity: public, spaces: [desk], service: 10 min, priority: 1 } }`;

describe('routing', () => {
  it('first come, first served goes across agencies', () => {
    const coming = [
      { at: 0 },
      { at: 1, matters: ['two'] },
      { at: 2, matters: ['one'] },
      { at: 3, matters: ['two'] },
    ];
    expect(story(TWO_AGENCIES, coming, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v1 starts two by clerk 1 at desk-1',
      '20 v2 starts one by clerk 1 at desk-1',
      '30 v3 starts two by clerk 1 at desk-1',
    ]);
  });

  it('priority goes before waiting until waiting has aged', () => {
    // One step of priority is worth 5 min: v2 (at 8, priority 1) passes v1 only if v1 came after 3.
    const coming = (at: number) => [{ at: 0 }, { at, matters: ['one'] }, { at: 8, matters: ['two'] }];
    const policy = [TWO_AGENCIES, `policy: { routing: priority-with-ageing, ageing: 5 min }`];
    expect(story(policy, coming(4), ['starts'])[1]).toBe('10 v2 starts two by clerk 1 at desk-1');
    expect(story(policy, coming(2), ['starts'])[1]).toBe('10 v1 starts one by clerk 1 at desk-1');
  });

  it('the least flexible free clerk serves, whatever the order in the file', () => {
    const own = [
      TWO_AGENCIES,
      `  spaces: { desk-2: { type: desk } }
  roles: { own: { name: Own, kind: expert, count: 1, mandates: [{ agency: a }] } }`,
    ];
    const coming = [
      { at: 0, matters: ['one'] },
      { at: 1, matters: ['two'] },
    ];
    expect(story(own, coming, ['starts'])).toEqual([
      '0 v0 starts one by own 1 at desk-1',
      '1 v1 starts two by clerk 1 at desk-2',
    ]);
  });

  it('or the one who has been free for the longest, or the fastest', () => {
    const own = (rule: string) => `
      policy: { clerk: ${rule} }
      spaces: { desk-2: { type: desk } }
      roles:
        clerk: { mandates: [{ agency: all, speed: 2 }] }
        own: { name: Own, kind: expert, count: 1, mandates: [{ agency: a, parts: [advise] }], shifts: [{ from: 0 min, to: 99 min }] }`;
    // Before 5 clerk 1 has been busy, so own has been free for longer; both are free at 10.
    const coming = [{ at: 0 }, { at: 10 }];
    expect(story(own('fastest'), coming, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v1 starts one by clerk 1 at desk-2',
    ]);
    expect(story(own('longest-idle'), [{ at: 0 }, { at: 40 }], ['starts'])[1]).toMatch(/by (own|clerk) 1/);
  });

  it('dedicated queues are served by one role alone, the least flexible', () => {
    // clerk 1 could serve agency a too, but v2 waits for the one whose queue it joined.
    const own = (routing: string) => [
      TWO_AGENCIES,
      `  policy: { routing: ${routing} }
  spaces: { desk-2: { type: desk } }
  roles: { own: { name: Own, kind: expert, count: 1, mandates: [{ agency: a }] } }`,
    ];
    const coming = [
      { at: 0, matters: ['one'] },
      { at: 1, matters: ['one'] },
    ];
    expect(story(own('dedicated'), coming, ['starts'])[1]).toBe('10 v1 starts one by own 1 at desk-2');
    expect(story(own('first-come-first-served'), coming, ['starts'])[1]).toBe(
      '1 v1 starts one by clerk 1 at desk-2',
    );
  });

  it('who waits for a role that has gone for the day goes over to another that can serve it, in its place', () => {
    const goes = `
      policy: { routing: dedicated }
      spaces: { desk-2: { type: desk } }
      agencies: { b: { name: B } }
      matters: { two: { agency: b, name: Two, sensitivity: public, spaces: [desk], service: 10 min } }
      roles: { own: { name: Own, kind: expert, count: 1, mandates: [{ agency: a }], shifts: [{ from: 0 min, to: 5 min }] } }`;
    // v0 is own's until 10, v1 waits for own, v2 is the clerk's until 12; own goes at 10, and v1 before v3.
    const coming = [
      { at: 0, matters: ['one'] },
      { at: 1, matters: ['one'] },
      { at: 2, matters: ['two'] },
      { at: 3, matters: ['two'] },
    ];
    expect(story(goes, coming, ['starts', 'leaves'])).toEqual([
      '0 v0 starts one by own 1 at desk-1',
      '2 v2 starts two by clerk 1 at desk-2',
      '10 v0 leaves: served',
      '12 v2 leaves: served',
      '12 v1 starts one by clerk 1 at desk-1',
      '22 v1 leaves: served',
      '22 v3 starts two by clerk 1 at desk-2',
      '32 v3 leaves: served',
    ]);
  });

  it('who comes when one role has gone for the day and another is still to come waits for that one', () => {
    const comes = `
      policy: { routing: dedicated }
      roles:
        clerk: { shifts: [{ from: 8 min, to: 100 min }] }
        own: { name: Own, kind: expert, count: 1, mandates: [{ agency: a, matters: [one] }], shifts: [{ from: 0 min, to: 5 min }] }
      agencies: { b: { name: B } }
      matters: { two: { agency: b, name: Two, sensitivity: public, spaces: [desk], service: 10 min } }`;
    expect(story(comes, [{ at: 6 }], ['starts', 'leaves'])).toEqual([
      '8 v0 starts one by clerk 1 at desk-1',
      '18 v0 leaves: served',
    ]);
  });

  it('rule queue-length: a shortest queue counts those who wait, not those in service', () => {
    // Two roles, equally flexible. own-1 serves v0 (nobody waits), own-2 serves v1 and v2 waits for own-1 …
    const dedicated = `
      policy: { routing: dedicated }
      spaces: { desk-2: { type: desk } }
      roles:
        clerk: null
        x: { name: X, kind: expert, count: 1, mandates: [{ agency: a }] }
        y: { name: Y, kind: expert, count: 1, mandates: [{ agency: a }] }`;
    // v0 is in service at x: its queue has length 0, as y's, so v1 joins x by the file's order and waits;
    // v2 finds one waiting for x and joins y.
    expect(story(dedicated, [{ at: 0 }, { at: 1 }, { at: 2 }], ['starts'])).toEqual([
      '0 v0 starts one by x 1 at desk-1',
      '2 v2 starts one by y 1 at desk-2',
      '10 v1 starts one by x 1 at desk-1',
    ]);
  });
});

describe('appointments', () => {
  const BOOKED = (policy: string, extra = '') => `
    policy: { ${policy} }
    arrivals:
      booked:
        profiles: p
        agency: a
        appointments: { from: 20 min, to: 30 min, every: 10 min${extra} }`;

  it('go first, before walk-ins who wait for longer', () => {
    const coming = [{ at: 12 }, { at: 13 }];
    // v0 12-22; the booked visitor comes at 20 as v2 and goes before v1.
    expect(story(BOOKED('routing: appointments-first'), coming, ['starts'])).toEqual([
      '12 v0 starts one by clerk 1 at desk-1',
      '22 v2 starts one by clerk 1 at desk-1',
      '32 v1 starts one by clerk 1 at desk-1',
    ]);
  });

  it('a reserve keeps a clerk free from the window before the booked time', () => {
    const reserve = 'routing: appointments-first, reserve: { clerks: 1, window: 8 min }';
    // At 12 the clerk is kept for 20: v0 waits, the booked v1 is served 20-30.
    expect(story(BOOKED(reserve), [{ at: 12 }], ['starts'])).toEqual([
      '20 v1 starts one by clerk 1 at desk-1',
      '30 v0 starts one by clerk 1 at desk-1',
    ]);
    expect(story(BOOKED(reserve), [{ at: 11 }], ['starts'])).toEqual([
      '11 v0 starts one by clerk 1 at desk-1',
      '21 v1 starts one by clerk 1 at desk-1',
    ]);
  });

  it('no clerk is kept for a booked visitor who came early and has been served', () => {
    const reserve = 'routing: appointments-first, reserve: { clerks: 1, window: 8 min }';
    // The booked v0 comes at 5 and is served until 15; v1 need not wait until the window is over at 28.
    expect(story(BOOKED(reserve, ', punctuality: -15 min'), [{ at: 13 }], ['starts'])).toEqual([
      '5 v0 starts one by clerk 1 at desk-1',
      '15 v1 starts one by clerk 1 at desk-1',
    ]);
  });

  it('nor while it is being served, although its window begins only then', () => {
    const reserve = 'routing: appointments-first, reserve: { clerks: 1, window: 8 min }';
    const two = 'spaces: { desk-2: { type: desk } }\nroles: { clerk: { count: 2 } }';
    // The window is from 12 to 28; the booked v0 is served from 5 to 15.
    expect(story([two, BOOKED(reserve, ', punctuality: -15 min')], [{ at: 13 }], ['starts'])).toEqual([
      '5 v0 starts one by clerk 1 at desk-1',
      '13 v1 starts one by clerk 2 at desk-2',
    ]);
  });

  it('the reserve lasts, past its window, while the booked visitor has come and waits', () => {
    const reserve = 'routing: appointments-first, reserve: { clerks: 1, window: 8 min }';
    const rooms = `
      spaces: { room-1: { type: room } }
      matters:
        long: { agency: a, name: Long, sensitivity: public, spaces: [desk], service: 40 min }
        apart: { agency: a, name: Apart, sensitivity: public, spaces: [room], service: 10 min }
      arrivals: { booked: { agency: null, matters: { one: 1 } } }
      roles: { clerk: { count: 2 } }`;
    // The booked v1 waits for the desk from 20 to 40, and until then clerk 2 is kept for it from v2.
    const coming = [
      { at: 0, matters: ['long'] },
      { at: 30, matters: ['apart'] },
    ];
    expect(story([BOOKED(reserve), rooms], coming, ['starts'])).toEqual([
      '0 v0 starts long by clerk 1 at desk-1',
      '40 v1 starts one by clerk 2 at desk-1',
      '40 v2 starts apart by clerk 1 at room-1',
    ]);
  });

  it('the reserve lasts until the booked visitor is called to its service, through its greeting', () => {
    const greeted = `
      spaceTypes: { point: { name: Point, use: greeting } }
      spaces: { point-1: { type: point } }
      journey: { greeting: { role: host, spaces: [point], time: 3 min, share: 1 } }
      roles: { host: { name: Host, kind: host, count: 1, shifts: [{ from: 19 min, to: 23 min }] } }`;
    const reserve = 'routing: appointments-first, reserve: { clerks: 1, window: 8 min }';
    // v0 comes at 18, when there is no host; v1, booked for 20, is greeted until 23 with the clerk kept for it.
    expect(story([greeted, BOOKED(reserve)], [{ at: 18 }], ['starts'])).toEqual([
      '20 v1 starts greeting by host 1 at point-1',
      '23 v1 starts one by clerk 1 at desk-1',
      '33 v0 starts one by clerk 1 at desk-1',
    ]);
  });

  it('the reserve ends when the booked visitor is turned away', () => {
    const full = 'day: { doors: { open: 0 min, close: 100 min }, capacity: 1 }';
    const reserve = 'routing: appointments-first, reserve: { clerks: 1, window: 8 min }';
    // The clerk is kept from 12 on; at 22 the booked visitor finds v0, who waits, and the house full.
    const booked = BOOKED(reserve, ', punctuality: 2 min');
    expect(story([full, booked], [{ at: 12 }], ['starts', 'absent'])).toEqual([
      '22 absent: turnedAwayFull',
      '22 v0 starts one by clerk 1 at desk-1',
    ]);
  });

  it('the reserve ends when the booked visitor has not come within the window', () => {
    const reserve = 'routing: appointments-first, reserve: { clerks: 1, window: 8 min }';
    expect(story(BOOKED(reserve, ', noShow: 1'), [{ at: 12 }], ['starts', 'absent'])).toEqual([
      '20 absent: noShow',
      '28 v0 starts one by clerk 1 at desk-1',
    ]);
  });

  it('punctuality moves the arrival, and an early one may be served early', () => {
    expect(
      story(BOOKED('routing: appointments-first', ', punctuality: -4 min'), [], ['waits', 'starts']),
    ).toEqual(['16 v0 waits for one', '16 v0 starts one by clerk 1 at desk-1']);
  });
});
