import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../engine/scenario/schema.ts';
import { changedSource } from '../../../viz/engine/changed-source.ts';
import { openDesign } from '../../../viz/engine/open-design.ts';
import type { FilesSource } from '../../../viz/parcel.ts';
import type { Change } from '../../../viz/try/change.ts';
import { filesSource } from '../files-source.ts';

const PORI = filesSource('scenarios/pori.yaml');
const MORE = filesSource('scenarios/pori-one-more-adviser.yaml');

const textOf = ({ entry, texts }: FilesSource): string => texts[entry];

/** The scenario with changes, and the lines of its file that differ. */
function changed(source: FilesSource, ...changes: Change[]): { scenario: Scenario; lines: string[] } {
  const result = changedSource(source, changes);
  expect(result.refused).toEqual({});
  const opened = openDesign(result.source);
  if (!opened.ok) throw new Error(opened.problems);
  const before = new Set(textOf(source).split('\n'));
  const lines = textOf(result.source)
    .split('\n')
    .filter((line) => !before.has(line));
  return { scenario: opened.design.scenario, lines };
}

describe('changes as the text of a scenario', () => {
  test('nothing changes nothing', () => {
    expect(textOf(changedSource(PORI, []).source)).toBe(textOf(PORI));
  });

  test('clerks: one line', () => {
    const { scenario, lines } = changed(PORI, { kind: 'clerks', role: 'adviser', count: 3 });
    expect(scenario.roles.adviser.count).toBe(3);
    expect(lines).toEqual(['    count: 3']);
  });

  test('what an extended file says is overridden in the file itself', () => {
    const { scenario, lines } = changed(MORE, { kind: 'fallback', minutes: 20 });
    expect(scenario.policy.fallback).toBe(1200);
    expect(lines).toEqual(['policy:', '  fallback: 20 min']);
    const never = changed(PORI, { kind: 'fallback', minutes: null });
    expect(never.scenario.policy.fallback).toBe(Number.POSITIVE_INFINITY);
    expect(never.lines).toEqual(['  fallback: never']);
  });

  test('opening hours, with the shifts that go with them', () => {
    const change = { kind: 'opening', open: 8 * 3600, close: 17 * 3600 + 1800, shifts: true } as const;
    const { scenario } = changed(PORI, change);
    expect(scenario.day.doors).toEqual({ open: 8 * 3600, close: 17 * 3600 + 1800 });
    expect(scenario.roles.adviser.shifts?.map(({ from, to }) => [from / 3600, to / 3600])).toEqual([
      [8, 17.5],
      [8, 14],
    ]);
    expect(scenario.roles['dvv-registrar'].shifts?.map(({ from, to }) => [from / 3600, to / 3600])).toEqual([
      [12.75, 17.5],
    ]);
    const alone = changed(PORI, { ...change, shifts: false });
    expect(alone.lines).toEqual(['  doors: { open: 08:00, close: 17:30 } # [A]']);
    // The one more adviser has its shifts in its own file, the tax expert in the file below.
    const extended = changed(MORE, change);
    expect(extended.scenario.roles.adviser.shifts?.map(({ to }) => to / 3600)).toEqual([17.5, 14, 17.5]);
    expect(extended.scenario.roles['vero-expert'].shifts?.map(({ from }) => from / 3600)).toEqual([8, 8]);
  });

  test('walk-ins by a factor, of some or of all, one after the other', () => {
    const { scenario } = changed(
      PORI,
      { kind: 'volume', of: '', arrivals: ['vero', 'dvv'], factor: 1.2 },
      { kind: 'volume', of: 'vero', arrivals: ['vero'], factor: 0.5 },
    );
    expect(scenario.arrivals.vero.perDay).toBe(18.6);
    expect(scenario.arrivals.dvv.perDay).toBe(30);
    const mm1 = changed(filesSource('scenarios/theory/mm1.yaml'), {
      kind: 'volume',
      of: '',
      arrivals: ['walk-in'],
      factor: 1.5,
    });
    expect(mm1.lines).toEqual(['arrivals:', '  walk-in: { rate: 0.9 /min }']);
  });

  test('a copy of a space, moved with its door, and one taken away', () => {
    const { scenario, lines } = changed(
      PORI,
      { kind: 'addSpace', id: 'b5', of: 'b4', at: [1.5, 12.2] },
      { kind: 'removeSpace', space: 'k4' },
    );
    expect(scenario.spaces.b5).toMatchObject({
      type: 'booth',
      name: 'Looshi 5',
      at: [1.5, 12.2],
      door: [4.3, 13.4],
    });
    expect(scenario.spaces.k4).toBeUndefined();
    expect(lines).toHaveLength(1);
  });

  test('a space of an extended file is taken away in the file itself', () => {
    const { scenario, lines } = changed(MORE, { kind: 'removeSpace', space: 'k4' });
    expect(scenario.spaces.k4).toBeUndefined();
    expect(lines).toEqual(['spaces:', '  k4: null']);
  });

  test('an open desk that becomes a booth has a door on a free side', () => {
    const { scenario } = changed(PORI, { kind: 'spaceType', space: 'd3', type: 'booth' });
    expect(scenario.spaces.d3).toMatchObject({ type: 'booth', door: [31.2, 10.8] });
  });

  test('partitions, and walls moved with the doors on them and taken away', () => {
    expect(
      changed(PORI, { kind: 'partition', type: 'booth', partition: 'pod A' }).scenario.spaceTypes.booth,
    ).toMatchObject({
      partition: 'pod A',
    });
    const moved = changed(PORI, { kind: 'moveWall', wall: 'back-office', by: [0.5, 0] });
    expect(moved.scenario.floor?.walls['back-office'].line).toEqual([
      [16.5, 18.2],
      [16.5, 22.5],
    ]);
    expect(moved.scenario.floor?.doors['back-office'].at).toEqual([16.5, 20.4]);
    const gone = changed(PORI, { kind: 'removeWall', wall: 'back-office' });
    expect(gone.scenario.floor?.walls['back-office']).toBeUndefined();
    expect(gone.scenario.floor?.doors['back-office']).toBeUndefined();
  });
});
