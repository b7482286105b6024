import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/model/compile.ts';
import type { Conflict } from '../../../engine/privacy/conflict.ts';
import { conflictStory } from '../../../engine/report/terminal/conflict-story.ts';
import { byGravity, conflictList } from '../../../engine/report/terminal/conflicts.ts';
import { columns } from '../../../engine/scenario/visible.ts';
import { CAUSES, type Cause, KIND_IDS, type Kind } from '../../../engine/statistics/scopes.ts';
import { storyScenario } from '../../simulation/story.ts';

/** A desk, a booth, a kiosk and a waiting area of four seats; an adviser and an expert. */
const HOUSE = `
  sensitivities:
    private:
      name: Salassa pidettävä
      rank: 2
      speech: { sti: 0.2, time: 10 s }
      sight: { time: 5 s }
      seen: { time: 30 s }
      data: { time: 0 s }
      presence: { time: 0 s }
  agencies: { a: { name: Verohallinto } }
  matters:
    one:
      name: Verokortti (tax card)
      sensitivity: private
      parts: [identify, decide]
      spaces: [booth]
      fallback: { spaces: [desk] }
  spaceTypes:
    desk: { name: Avoin palvelupiste (open desk) }
    booth: { name: Looshi (booth), use: service, enclosure: semi-closed, tells: true }
    kiosk: { name: Asiointipääte (terminal), use: kiosk, leaves: 0.5 % }
    hall: { name: Odotusalue (waiting area) }
    room: null
  floor:
    walls: { north: { line: [[0, 0], [14, 0]] } }
    doors: { main: { at: [5, 0], use: both } }
  spaces:
    desk-1: { at: [1, 4], size: [2, 2] }
    b1: { type: booth, at: [10, 4], size: [2, 2], door: [10, 5] }
    k1: { type: kiosk, at: [7, 1], size: [1, 1] }
    hall-1: { type: hall, at: [4, 4], size: [4, 4], seats: 4 }
  roles:
    clerk: { mandates: [{ agency: a, parts: [identify] }] }
    expert: { name: Expert, kind: expert, mandates: [{ agency: a, parts: [identify, decide] }] }
  policy: { fallback: 10 min, hold: 5 min, closeDown: 20 s, nextMatter: same-clerk }`;

const model = compile(storyScenario([HOUSE, 'sensitivities: { public: null, secret: null }']), {
  traces: { list: [] },
});
const [DESK, BOOTH, KIOSK, HALL] = ['desk-1', 'b1', 'k1', 'hall-1'].map((id) => model.ids.spaces.indexOf(id));
const seat = (k: number) => (model.vantages?.firstSeat[HALL] ?? 0) + k - 1;
const at = (hour: number, minute: number) => (hour * 60 + minute) * 60;

function conflict(kind: Kind, cause: Cause, more: Partial<Conflict> = {}): Conflict {
  const base = {
    from: at(10, 3),
    to: at(10, 7),
    seconds: 240,
    visitor: 12,
    witness: 15,
    persons: 2,
    probability: 1,
    matter: 0,
    space: BOOTH,
    vantage: seat(3),
    clerk: 1,
    sti: 0,
    understood: 0,
    waited: 90,
    busy: -1,
    busySince: 0,
  };
  return { ...base, ...more, kind: KIND_IDS.indexOf(kind), cause: CAUSES.indexOf(cause) };
}

const unseen = { vantage: -1 };
const spoken = { sti: 0.41, understood: 0.96 };

/** Each kind, and each cause of talk. */
const STORIES: readonly Conflict[] = [
  conflict('talk', 'layout', spoken),
  conflict('talk', 'shortage', { ...spoken, space: DESK, waited: 622, busy: BOOTH, busySince: at(9, 41) }),
  conflict('talk', 'shortage', { ...spoken, space: DESK, waited: 622 }),
  conflict('talk', 'rule', { ...spoken, space: DESK, waited: 622, persons: 1, to: at(10, 20) }),
  conflict('talk', 'layout', { sti: 1, understood: 1, vantage: DESK }),
  conflict('screen', 'layout', { space: KIOSK, clerk: -1, seconds: 12, to: at(10, 3) + 12 }),
  conflict('papers', 'layout', { space: DESK }),
  conflict('telling-place', 'layout', { probability: 0.008 }),
  conflict('no-mandate', 'people', { ...unseen, clerk: 0, witness: -1, persons: 1 }),
  conflict('two-agencies', 'people', { ...unseen, witness: -1, persons: 1, probability: 0.1 }),
  conflict('left-open', 'people', { ...unseen, seconds: 11, to: at(10, 3) + 11 }),
  conflict('left-paper', 'people', { ...unseen, space: KIOSK, clerk: -1, probability: 0.005 }),
  conflict('left-paper', 'people', { ...unseen, clerk: 0, witness: -1, persons: 1, probability: 0.02 }),
  conflict('bystander', 'people', { ...unseen, witness: -1, persons: 3, probability: 0.02 }),
  conflict('recognised', 'layout', { space: -1, clerk: -1, probability: 0.008 }),
  conflict('opponents', 'layout', { space: -1, clerk: -1, persons: 1 }),
  conflict('name', 'call-out', { ...unseen, witness: -1, persons: 23, seconds: 3, to: at(10, 3) + 3 }),
];

describe('the story of a conflict', () => {
  const told = STORIES.map((one) => conflictStory(one, model, false));

  it('says by how much an index is over a limit that it is close to', () => {
    const indexIn = (sti: number) =>
      /index there is (.*?):/.exec(
        conflictStory(conflict('talk', 'layout', { ...spoken, sti }), model, false).join(' '),
      )?.[1];
    expect([0.41, 0.205, 0.2034, 0.20001].map(indexIn)).toEqual([
      '0.41',
      '0.205',
      '0.203',
      'a little over 0.20',
    ]);
  });

  it('is told for every kind and cause', () => {
    expect(new Set(STORIES.map(({ kind }) => kind)).size).toBe(KIND_IDS.length);
    expect(new Set(STORIES.map(({ cause }) => cause)).size).toBe(CAUSES.length);
  });

  it('is the one that was looked at', async () => {
    const text = told.map((lines) => `${lines.join('\n')}\n`).join('\n');
    await expect(text).toMatchFileSnapshot('stories.txt');
  });

  it('fits into 80 columns', () => {
    for (const line of told.flat()) expect(columns(line)).toBeLessThanOrEqual(80);
  });

  it('says where and when, how strongly, and which place was busy since when', () => {
    const [, shortage] = told.map((lines) => lines.join(' '));
    expect(shortage).toContain("about 'Verokortti (tax card)' at desk-1, Avoin palvelupiste (open desk).");
    expect(shortage).toContain('Visitor 15 and 1 who came along could listen from 10:03 on for 4.0 min');
    // The seat is at (5, 7), the visitor's face at (2, 5.6).
    expect(shortage).toContain('best from hall-1, seat 3, 3.3 m away');
    expect(shortage).toContain('is 0.41: 96 % of the sentences');
    expect(shortage).toContain('allows 0.20, for 10 s');
    expect(shortage).toContain('(b1 was busy for the longest, since 09:41), so after a wait of 10.4 min');
  });

  it('names the parts for which the clerk has no mandate', () => {
    const story = conflictStory(conflict('no-mandate', 'people', { clerk: 0 }), model, false).join(' ');
    expect(story).toContain('Clerk 1 does a part (decide) of');
  });
});

describe('the list of conflicts', () => {
  it('has the gravest first: longer, for more people, more probable, better understood', () => {
    const talk = (more: Partial<Conflict>) => conflict('talk', 'layout', { understood: 0.5, ...more });
    const plain = talk({});
    expect(byGravity([plain, talk({ seconds: 300 })])[0].seconds).toBe(300);
    expect(byGravity([plain, talk({ persons: 3 })])[0].persons).toBe(3);
    expect(byGravity([plain, talk({ understood: 0.6 })])[0].understood).toBe(0.6);
    expect(byGravity([talk({ probability: 0.9 }), plain])[0].probability).toBe(1);
    // A screen is read in full; half of the talk is understood.
    const screen = conflict('screen', 'layout');
    expect(byGravity([plain, screen])[0]).toBe(screen);
  });

  it('of what is equally grave has the first one first', () => {
    const later = conflict('papers', 'layout', { from: at(11, 0) });
    const sooner = conflict('papers', 'layout', { from: at(10, 0) });
    expect(byGravity([later, sooner])).toEqual([sooner, later]);
  });

  it('is the one that was looked at', async () => {
    const lines = conflictList(byGravity(STORIES), model, false);
    for (const line of lines) {
      expect(columns(line)).toBeLessThanOrEqual(80);
      expect(line).toBe(line.trimEnd());
    }
    await expect(lines.join('\n')).toMatchFileSnapshot('conflicts.txt');
  });

  it('shows twenty, and says how many more there are', () => {
    const many = Array.from({ length: 25 }, (_, k) => conflict('screen', 'layout', { from: at(9, k) }));
    const lines = conflictList(many, model, false);
    expect(lines[0]).toBe('25 conflicts, the gravest first');
    expect(lines.filter((line) => line.includes('screen  '))).toHaveLength(20);
    expect(lines.at(-1)).toContain('and 5 more');
  });

  it('never cuts a time or a number, in days as long as they may be', () => {
    const long = conflict('screen', 'layout', { from: at(123, 4), seconds: 61_260 });
    const [short, ...others] = conflictList([long, conflict('screen', 'layout')], model, false)
      .slice(4)
      .reverse();
    expect(others[0]).toMatch(/^ 1 123:04 screen {8}b1 {8}hall-1:3 {9}1021 layout {3}one$/);
    expect(short).toMatch(/^ 2 10:03 {2}screen {8}b1 {8}hall-1:3 {10}4\.0 layout {3}one$/);
  });

  it('keeps the seat where the name of the area is cut', () => {
    const area = 'a-waiting-area-for-all';
    const longer = compile(
      storyScenario([
        HOUSE,
        'sensitivities: { public: null, secret: null }',
        `spaces: { hall-1: null, ${area}: { type: hall, at: [4, 4], size: [4, 4], seats: 12 } }`,
      ]),
      { traces: { list: [] } },
    );
    const first = longer.vantages?.firstSeat[longer.ids.spaces.indexOf(area)] ?? 0;
    const lines = conflictList([conflict('screen', 'layout', { vantage: first + 11 })], longer, false);
    expect(lines.at(-1)).toContain(' a-waiting-a…:12 ');
  });

  it('says so where there are none', () => {
    expect(conflictList([], model, false)).toEqual(['No conflicts']);
  });
});
