import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { audit } from '../../../engine/report/audit.ts';
import { auditText } from '../../../engine/report/terminal/audit.ts';
import type { Scenario } from '../../../engine/scenario/schema.ts';
import { columns } from '../../../engine/scenario/visible.ts';
import { storyScenario } from '../../simulation/story.ts';

/** A hall with two desks at its back wall, a booth, a room, a host, a kiosk and two waiting areas. */
const HALL = `
  sensitivities: { secret: { name: Secret, rank: 3, speech: { sti: 0.2 }, sight: {}, seen: {} } }
  spaceTypes:
    desk: { enclosure: screened, loop: 4 m }
    booth: { name: Booth, use: service, enclosure: semi-closed }
    room: { enclosure: closed, partition: glazed room }
    debts: { name: Debts, use: service, tells: true }
    point: { name: Point, use: greeting }
    kiosk: { name: Kiosk, use: kiosk }
  floor:
    walls: { outer: { line: [[0, 0], [18, 0], [18, 9], [0, 9], [0, 0]] }, low: { line: [[5, 0], [5, 3]], kind: screen, height: 1.4 m } }
    doors: { main: { at: [18, 5], use: both } }
  spaces:
    desk-1: { at: [2, 0.5], size: [2.5, 2.5] }
    desk-2: { type: desk, at: [5.5, 0.5], size: [2.5, 2.5] }
    debts: { type: debts, at: [9, 0.5], size: [2.5, 2.5] }
    booth-1: { type: booth, at: [0, 6], size: [2.5, 3], door: [2.5, 7.5] }
    room-1: { type: room, at: [14, 0], size: [4, 3], door: [15, 3] }
    host: { type: point, at: [14, 4], size: [2, 2] }
    kiosk-1: { type: kiosk, at: [12, 7.5], size: [1.5, 1.5] }
    kiosk-2: { type: kiosk, at: [14, 7.5], size: [1.5, 1.5] }
    waiting: { type: hall, at: [5, 5], size: [4, 3], seats: 6 }
    quiet-waiting: { type: hall, at: [9.5, 5], size: [2, 3], seats: 2 }
  matters: { one: { spaces: [desk, booth, room, debts] } }`;

const small = () => storyScenario([HALL]);

function text(scenario: Scenario, colour = false): string[] {
  const found = audit(scenario);
  if (found === null) throw new Error('nothing to audit');
  return auditText(found, scenario, colour);
}

describe('the audit', () => {
  it('is the one that was looked at', async () => {
    await expect(`${text(small()).join('\n')}\n`).toMatchFileSnapshot('audit.txt');
  });

  it('in colour says the same', () => {
    expect(stripVTControlCharacters(text(small(), true).join('\n'))).toBe(text(small()).join('\n'));
  });

  it('of one desk alone says that it is private, and that nothing is made out', () => {
    const alone = storyScenario([
      HALL,
      `spaces: { desk-2: null, debts: null, booth-1: null, room-1: null, host: null, kiosk-1: null, kiosk-2: null,
        waiting: null, quiet-waiting: null }`,
    ]);
    const lines = text(alone).join('\n');
    expect(lines).toContain('private at 1: desk-1.');
    expect(lines).toContain('Nothing is made out of desk-1.');
    expect(lines).not.toContain('Worst places');
  });

  it('says what it can not say', () => {
    const without = (limits: string) =>
      text(storyScenario([HALL, `sensitivities: { secret: { ${limits} } }`])).join('\n');
    expect(without('speech: null')).toContain('Nothing is said of who hears whom');
    expect(without('speech: null')).not.toContain('STI');
    expect(without('sight: null, seen: null')).toContain('Nothing is said of who sees what');
    const nobody = `spaces: { ${Object.keys(small().spaces)
      .map((id) => `${id}: ${id.endsWith('waiting') ? '{}' : 'null'}`)
      .join(', ')} }`;
    expect(text(storyScenario([HALL, nobody]))).toEqual([
      'No place where visitors are served is on the floor.',
    ]);
  });
});

describe('with 30 places, 6 waiting areas, a host and kiosks', () => {
  const name = (k: number) => `neuvontapiste-${k}`;
  const desks = Array.from({ length: 30 }, (_, k) => {
    const [x, y] = [1 + (k % 15) * 3, k < 15 ? 0.5 : 26];
    return `${name(k)}: { type: desk, at: [${x}, ${y}], size: [2.5, 2.5] }`;
  });
  const areas = Array.from(
    { length: 6 },
    (_, k) => `odotusalue_${k}: { type: hall, at: [${2 + 8 * k}, 8], size: [5, 10], seats: 10 }`,
  );
  const large = storyScenario([
    HALL,
    `floor: { walls: { outer: { line: [[0, 0], [50, 0], [50, 30], [0, 30], [0, 0]] } }, doors: { main: { at: [50, 5] } } }
spaces: { desk-1: null, desk-2: null, debts: null, booth-1: null, room-1: null, waiting: null, quiet-waiting: null, ${[...desks, ...areas].join(', ')} }`,
  ]);
  const lines = text(large);

  it('fits into 80 columns', () => {
    for (const line of lines) {
      expect(columns(line)).toBeLessThanOrEqual(80);
      expect(line).toBe(line.trimEnd());
    }
  });

  it('has a column for each area, told apart, in as many tables as it takes', () => {
    const heads = lines.filter((line) => line.startsWith('Said at') && !line.includes('bounded'));
    expect(heads).toHaveLength(2);
    expect(heads.map((head) => head.match(/\S+_\d|on ways|host|kiosk|neighbour/g))).toEqual([
      ['lue_0', 'lue_1', 'lue_2', 'lue_3', 'lue_4', 'lue_5', 'neighbour'],
      ['host', 'kiosk', 'on ways'],
    ]);
  });

  it('has a row for each place, told apart, in each table', () => {
    // In two tables of hearing, that of partitions, and once among what is seen.
    const labels = lines.flatMap((line) => line.match(/^neuvon…\S*-\d+(?= )/) ?? []);
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    expect(counts.size).toBe(30);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(3);
  });

  it('takes no longer than a moment', () => {
    const before = performance.now();
    audit(large);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
