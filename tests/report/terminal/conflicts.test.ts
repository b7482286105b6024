import { describe, expect, it } from 'vitest';
import { compile } from '../../../engine/model/compile.ts';
import type { Conflict } from '../../../engine/privacy/conflict.ts';
import { conflictStory } from '../../../engine/report/terminal/conflict-story.ts';
import { byGravity, conflictList } from '../../../engine/report/terminal/conflicts.ts';
import { columns } from '../../../engine/scenario/visible.ts';
import { CAUSES, KIND_IDS } from '../../../engine/statistics/scopes.ts';
import { storyScenario } from '../../simulation/story.ts';
import { at, conflict, HOUSE, model, STORIES, spoken, unseen } from './conflict-examples.ts';

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

  it('fits also where the id of the place is as long as one may be', () => {
    const id = 'd'.repeat(78);
    const long = compile(
      storyScenario([
        HOUSE,
        'sensitivities: { public: null, secret: null }',
        `spaces: { ${id}: { type: booth, at: [10, 8], size: [2, 2], door: [10, 9] } }`,
      ]),
      { traces: { list: [] } },
    );
    const there = conflict('screen', 'layout', { space: long.ids.spaces.indexOf(id) });
    const lines = conflictStory(there, long, false);
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(80);
    expect(lines.slice(0, 3)).toEqual(['10:03, screen at', id, '(layout)']);
  });

  it('says where and when, how strongly, and which place was busy since when', () => {
    const [, shortage] = told.map((lines) => lines.join(' '));
    expect(shortage).toContain("about 'Verokortti (tax card)' at desk-1, Avoin palvelupiste (open desk).");
    expect(shortage).toContain('Visitor 15 and 1 who came along could listen from 10:03 on for 4.0 min');
    expect(shortage).toContain('longest from hall-1, seat 3, 3.3 m away');
    expect(shortage).toContain('is 0.41: 96 % of the sentences');
    expect(shortage).toContain('allows 0.20, for 10 s');
    expect(shortage).toContain('(b1 was busy for the longest, since 09:41), so after a wait of 10.4 min');
  });

  it('says of a visitor who is found where it was then', () => {
    const found = told.slice(-3, -1).map((lines) => lines.join(' '));
    expect(found[0]).toContain('hall-1, seat 3, 3.3 m away, with visitor 12 at hall-1, seat 4.');
    expect(found[1]).toContain('hall-1, seat 3, 3.3 m away, with visitor 12 at b1.');
  });

  it('of opponents says whose matter it is that it names', () => {
    const [first] = conflictStory(conflict('opponents', 'layout', { space: -1 }), model, false).slice(1);
    expect(first).toBe('Visitors 12 and 15 are opponents in one dispute. Visitor 12 came about');
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
    expect(lines.filter((line) => line.includes(' screen b1 '))).toHaveLength(20);
    expect(lines).toContain('   and 5 more');
  });

  it('says how many of them are to be expected, as a run counts them, and how probable each is', () => {
    const alone = { persons: 1 };
    const certain = conflict('screen', 'layout', alone);
    const rare = conflict('bystander', 'people', { ...alone, ...unseen, probability: 0.005 });
    const likely = conflict('bystander', 'people', { ...unseen, persons: 3, probability: 0.2 });
    const lines = conflictList(byGravity([rare, certain, likely]), model, false);
    expect(lines[0]).toBe('3 possible conflicts, 1.2 to be expected, the gravest first');
    expect(lines.slice(4, 8)).toEqual([
      '   from  kind      at perceived by      min ×   % cause    matter',
      ' 1 10:03 screen    b1 hall-1:3          4.0       layout   one',
      ' 2 10:03 bystander b1 who is along      4.0 3  20 people   one',
      ' 3 10:03 bystander b1 who is along      4.0   0.5 people   one',
    ]);
    expect(lines.slice(-2).join(' ')).toContain('a run counts each conflict by it');
  });

  it('of certain ones has no column for it', () => {
    const lines = conflictList([conflict('screen', 'layout', { persons: 1 })], model, false);
    expect(lines[0]).toBe('1 conflict, the gravest first');
    expect(lines.at(-2)).toBe('   from  kind   at perceived by      min cause    matter');
  });

  it('never cuts a time or a number, in days as long as they may be', () => {
    const alone = { persons: 1 };
    const long = conflict('screen', 'layout', { ...alone, from: at(123, 4), seconds: 61_260 });
    const [short, ...others] = conflictList([long, conflict('screen', 'layout', alone)], model, false)
      .slice(4)
      .reverse();
    expect(others[0]).toMatch(/^ 1 123:04 screen b1 hall-1:3 {9}1021 layout {3}one$/);
    expect(short).toMatch(/^ 2 10:03 {2}screen b1 hall-1:3 {10}4\.0 layout {3}one$/);
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
    const lines = conflictList(
      [conflict('screen', 'layout', { persons: 1, vantage: first + 11 })],
      longer,
      false,
    );
    expect(lines.at(-1)).toContain(' a-waiting-a…:12 ');
  });

  it('says so where there are none', () => {
    expect(conflictList([], model, false)).toEqual(['No conflicts']);
  });
});
