import { describe, expect, it } from 'vitest';
import { story } from './story.ts';

const TWO_MATTERS = `
  matters: { two: { agency: a, name: Two, sensitivity: public, spaces: [desk], service: 4 min } }`;
const TWO = [
  { at: 0, matters: ['one', 'two'] },
  { at: 1, matters: ['one'] },
];

describe('the next matter', () => {
  it('with a new ticket waits behind those who came meanwhile', () => {
    expect(story(TWO_MATTERS, TWO, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v1 starts one by clerk 1 at desk-1',
      '20 v0 starts two by clerk 1 at desk-1',
    ]);
  });

  it('keeping its place goes by the first ticket', () => {
    expect(story([TWO_MATTERS, `policy: { nextMatter: keep-place }`], TWO, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 starts two by clerk 1 at desk-1',
      '14 v1 starts one by clerk 1 at desk-1',
    ]);
  });

  it('with the same clerk goes on at the same place, after-work coming at the end', () => {
    const after = [
      TWO_MATTERS,
      'policy: { nextMatter: same-clerk }',
      'matters: { two: { afterWork: 1 min } }',
    ];
    expect(story(after, TWO, ['starts', 'ends'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 ends one',
      '10 v0 starts two by clerk 1 at desk-1',
      '14 v0 ends two',
      '15 v1 starts one by clerk 1 at desk-1',
      '25 v1 ends one',
    ]);
  });

  it('same-clerk needs a mandate: another clerk takes the matter that the first may not', () => {
    const other = `
      policy: { nextMatter: same-clerk }
      agencies: { b: { name: B } }
      matters: { two: { agency: b, name: Two, sensitivity: public, spaces: [desk], service: 4 min } }
      spaces: { desk-2: { type: desk } }
      roles: { clerk: { mandates: [{ agency: a }] }, other: { name: O, kind: expert, count: 1, mandates: [{ agency: b }] } }`;
    expect(story(other, [{ at: 0, matters: ['one', 'two'] }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 starts two by other 1 at desk-2',
    ]);
  });

  it('may be the shortest first', () => {
    const order = [TWO_MATTERS, `policy: { matterOrder: shortest-first }`];
    expect(story(order, [{ at: 0, matters: ['one', 'two'] }], ['starts'])[0]).toBe(
      '0 v0 starts two by clerk 1 at desk-1',
    );
  });

  it('may be the most sensitive first', () => {
    const order = [
      TWO_MATTERS.replace('sensitivity: public', 'sensitivity: secret'),
      `policy: { matterOrder: most-sensitive-first }`,
    ];
    expect(story(order, [{ at: 0, matters: ['one', 'two'] }], ['starts'])[0]).toBe(
      '0 v0 starts two by clerk 1 at desk-1',
    );
  });

  it('may be the one with the shortest queue', () => {
    const order = `
      policy: { matterOrder: shortest-queue-first }
      agencies: { b: { name: B } }
      matters: { two: { agency: b, name: Two, sensitivity: public, spaces: [desk], service: 4 min } }
      spaces: { desk-2: { type: desk } }
      roles: { clerk: { mandates: [{ agency: a }] }, other: { name: O, kind: expert, count: 1, mandates: [{ agency: b }] } }`;
    // v0 is served and v1 waits for agency a when v2 comes with both matters.
    const coming = [{ at: 0 }, { at: 1 }, { at: 2, matters: ['one', 'two'] }];
    expect(story(order, coming, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '2 v2 starts two by other 1 at desk-2',
      '10 v1 starts one by clerk 1 at desk-2',
      '20 v2 starts one by clerk 1 at desk-1',
    ]);
  });
});

describe('rule hand-over', () => {
  const HAND_OVER = `
    spaces: { room-1: { type: room } }
    matters: { one: { handOver: { share: 1, parts: [decide], service: 7 min, spaces: [room] } } }
    roles: { expert: { name: E, kind: expert, count: 1, mandates: [{ agency: a, parts: [decide] }] } }`;

  it('goes on with somebody who has the mandate, in the space that it needs', () => {
    expect(story(HAND_OVER, [{ at: 0 }])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 ends one',
      '10 v0 starts one handed over by expert 1 at room-1',
      '17 v0 ends one handed over',
      '17 v0 leaves: served',
    ]);
  });

  /** The clerk is an expert too, and others wait. */
  const ALL_ROUND =
    'roles: { clerk: { mandates: [{ agency: all, parts: [identify, receive, advise, decide] }] } }';

  it('is none with a clerk who has the mandate: who is there goes on at once, whoever waits', () => {
    const atDesk = 'matters: { one: { handOver: { spaces: [desk] } } }';
    expect(story([HAND_OVER, ALL_ROUND, atDesk], [{ at: 0 }, { at: 1 }])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 ends one',
      '10 v0 starts one handed over by clerk 1 at desk-1',
      '17 v0 ends one handed over',
      '17 v0 leaves: served',
      '17 v1 starts one by clerk 1 at desk-1',
      '27 v1 ends one',
      '27 v1 starts one handed over by clerk 1 at desk-1',
      '34 v1 ends one handed over',
      '34 v1 leaves: served',
    ]);
  });

  it('is one all the same where the place does not suit', () => {
    const starts = story([HAND_OVER, ALL_ROUND], [{ at: 0 }], ['starts']);
    expect(starts[1]).toMatch(/^10 v0 starts one handed over by .* at room-1$/);
  });

  it('is none where the service has fallen back, at the place that it fell back to', () => {
    const fallback = `
      matters: { one: { spaces: [booth], fallback: { spaces: [desk], after: 3 min }, handOver: { spaces: [booth] } } }
      spaceTypes: { booth: { name: Booth, use: service } }
      spaces: { booth-1: { type: booth }, desk-2: { type: desk } }
      roles: { clerk: { count: 2 }, expert: null }`;
    expect(story([HAND_OVER, ALL_ROUND, fallback], [{ at: 0 }, { at: 1 }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at booth-1',
      '4 v1 starts one by clerk 2 at desk-1',
      '10 v0 starts one handed over by clerk 1 at booth-1',
      '14 v1 starts one handed over by clerk 2 at desk-1',
    ]);
  });

  it('is none either where each has a line for one role', () => {
    const atDesk = 'matters: { one: { handOver: { spaces: [desk] } } }';
    const dedicated = 'policy: { routing: dedicated }';
    expect(story([HAND_OVER, ALL_ROUND, atDesk, dedicated], [{ at: 0 }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 starts one handed over by clerk 1 at desk-1',
    ]);
  });

  it('is finished by who has begun the matter even if those who wait are sent home', () => {
    const atDesk = `
      matters: { one: { handOver: { spaces: [desk] } } }
      day: { doors: { open: 0 min, close: 5 min }, closing: send-home }`;
    expect(story([HAND_OVER, ALL_ROUND, atDesk], [{ at: 0 }, { at: 1 }])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '5 v1 leaves: sentHome',
      '10 v0 ends one',
      '10 v0 starts one handed over by clerk 1 at desk-1',
      '17 v0 ends one handed over',
      '17 v0 leaves: served',
    ]);
  });

  it('is none at a shift end or a break either, unless the clerk is to break off', () => {
    const starts = (to: number, more: string, clerk = '') => {
      const changes = `
        matters: { one: { handOver: { spaces: [desk] } } }
        roles: { clerk: { shifts: [{ from: 0 min, to: ${to} min${more} }]${clerk} } }`;
      return story([HAND_OVER, ALL_ROUND, changes], [{ at: 0 }], ['starts']).at(-1);
    };
    const byClerk = '10 v0 starts one handed over by clerk 1 at desk-1';
    expect(starts(8, '')).toBe(byClerk);
    expect(starts(100, ', breaks: [{ at: 8 min, length: 5 min }]')).toBe(byClerk);
    // Broken off at 12, with five of the seven minutes left.
    expect(starts(12, '', ', atShiftEnd: resume')).toBe('12 v0 starts one handed over by expert 1 at desk-1');
  });

  it('comes before the next matter, however short the queue of that is', () => {
    const shortest = `
      policy: { matterOrder: shortest-queue-first }
      matters: { two: { agency: a, name: Two, sensitivity: public, spaces: [desk], service: 4 min } }
      roles: { expert: { shifts: [{ from: 12 min, to: 100 min }] } }`;
    // Nobody waits for the clerk when v0 has been served at 10; the expert comes at 12.
    const coming = [{ at: 0, matters: ['one', 'two'] }];
    expect(story([HAND_OVER, shortest], coming, ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '12 v0 starts one handed over by expert 1 at room-1',
      '19 v0 starts two by clerk 1 at desk-1',
    ]);
  });

  it('by video holds a link of which there are only so many', () => {
    const video = `
      equipment: { link: { name: Video link, count: 1 } }
      spaces: { room-1: { type: room }, room-2: { type: room }, desk-2: { type: desk } }
      matters: { one: { handOver: { share: 1, parts: [decide], service: 7 min, spaces: [room] } } }
      roles:
        clerk: { count: 2 }
        remote: { name: R, kind: remote-expert, count: 2, mandates: [{ agency: a, parts: [decide] }], spaces: [room], equipment: [link] }`;
    expect(story(video, [{ at: 0 }, { at: 0 }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '0 v1 starts one by clerk 2 at desk-2',
      '10 v0 starts one handed over by remote 1 at room-1',
      '17 v1 starts one handed over by remote 2 at room-2',
    ]);
  });
});

describe('greeting and kiosk', () => {
  const HOST = `
    spaceTypes: { point: { name: Point, use: greeting } }
    spaces: { point-1: { type: point } }
    journey: { greeting: { role: host, spaces: [point], time: 1 min } }
    roles: { host: { name: Host, kind: host, count: 1, shifts: [{ from: 0 min, to: 20 min }] } }`;

  it('the host greets first', () => {
    expect(story(HOST, [{ at: 0 }], ['starts'])).toEqual([
      '0 v0 starts greeting by host 1 at point-1',
      '1 v0 starts one by clerk 1 at desk-1',
    ]);
  });

  it('and solves some matters, which are then done', () => {
    const solving = [HOST, `matters: { one: { atGreeting: 1 } }`];
    expect(story(solving, [{ at: 0 }])).toEqual([
      '0 v0 starts greeting by host 1 at point-1',
      '1 v0 ends greeting',
      '1 v0 leaves: served',
    ]);
  });

  it('but not while no host is on duty', () => {
    expect(story([HOST, `matters: { one: { atGreeting: 1 } }`], [{ at: 30 }], ['starts'])).toEqual([
      '30 v0 starts one by clerk 1 at desk-1',
    ]);
  });

  it('nor by one who goes on a break, for whom nobody waits any longer', () => {
    const pause = `
      journey: { greeting: { time: 3 min } }
      roles: { host: { shifts: [{ from: 0 min, to: 100 min, breaks: [{ at: 5 min, length: 20 min }] }] } }`;
    // v0 is greeted until 6, when the host goes; v1 has waited for the host, and now waits for the clerk.
    expect(story([HOST, pause], [{ at: 3 }, { at: 4 }], ['starts'])).toEqual([
      '3 v0 starts greeting by host 1 at point-1',
      '6 v0 starts one by clerk 1 at desk-1',
      '16 v1 starts one by clerk 1 at desk-1',
    ]);
  });

  it('at a kiosk a visitor takes a ticket, and some do their matter there', () => {
    const kiosk = (share: number) => `
      spaceTypes: { kiosk: { name: Kiosk, use: kiosk } }
      spaces: { kiosk-1: { type: kiosk } }
      journey: { kiosk: { spaces: [kiosk], time: 1 min } }
      matters: { one: { kiosk: { share: ${share}, time: 5 min } } }`;
    expect(story(kiosk(0), [{ at: 0 }], ['starts'])).toEqual([
      '0 v0 starts kiosk at kiosk-1',
      '1 v0 starts one by clerk 1 at desk-1',
    ]);
    expect(story(kiosk(1), [{ at: 0 }])).toEqual([
      '0 v0 starts one at kiosk at kiosk-1',
      '6 v0 ends one at kiosk',
      '6 v0 leaves: served',
    ]);
  });
});

describe('a recorded visitor', () => {
  it('of a profile of its own may bring more matters than the others of its list', () => {
    const two = `
      profiles:
        p: { matters: [{ anyOf: { one: 1 } }] }
        q: { name: Q, matters: [{ anyOf: { one: 1 } }, { anyOf: { two: 1 } }] }
      arrivals: { list: { agency: null } }`;
    expect(story([TWO_MATTERS, two], [{ at: 0, profile: 'q' }], ['starts'])).toEqual([
      '0 v0 starts one by clerk 1 at desk-1',
      '10 v0 starts two by clerk 1 at desk-1',
    ]);
  });
});
