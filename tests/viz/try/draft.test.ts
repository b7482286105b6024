import { describe, expect, test } from 'vitest';
import { changedSource } from '../../../viz/engine/changed-source.ts';
import { openDesign } from '../../../viz/engine/open-design.ts';
import { type Change, withChange, withoutChange } from '../../../viz/try/change.ts';
import { draftOf, freeSpot, idOfCopy, isNothing } from '../../../viz/try/draft.ts';
import { filesSource } from '../files-source.ts';

const SOURCE = filesSource('scenarios/pori.yaml');
function scenarioOf(changes: readonly Change[]) {
  const opened = openDesign(changedSource(SOURCE, changes).source);
  if (!opened.ok) throw new Error(opened.problems);
  return opened.design.scenario;
}
const PORI = scenarioOf([]);

describe('what controls show', () => {
  test('is what the changed scenario then says', () => {
    const changes: readonly Change[] = [
      { kind: 'clerks', role: 'adviser', count: 4 },
      { kind: 'fallback', minutes: null },
      { kind: 'opening', open: 8 * 3600, close: 15 * 3600 + 1800, shifts: true },
      { kind: 'partition', type: 'booth', partition: 'full room' },
      { kind: 'addSpace', id: 'b5', of: 'b1', at: [1.5, 12.2] },
      { kind: 'moveSpace', space: 'd4', at: [31.2, 11.9] },
      { kind: 'removeSpace', space: 'k1' },
      { kind: 'moveWall', wall: 'screen-d1', by: [0.1, 0] },
      { kind: 'removeWall', wall: 'screen-d4' },
    ];
    const { spaces, walls, ...draft } = draftOf(PORI, changes);
    const after = draftOf(scenarioOf(changes), []);
    expect({ ...draft, volumes: {} }).toEqual({ ...after, spaces: undefined, walls: undefined, volumes: {} });
    const placed = (some: typeof spaces) => some.map(({ id, type, at, size }) => ({ id, type, at, size }));
    expect(placed(spaces)).toEqual(placed(after.spaces));
    expect(walls.map(({ id, line }) => [id, line.map((point) => point.map((m) => m.toFixed(3)))])).toEqual(
      after.walls.map(({ id, line }) => [id, line.map((point) => point.map((m) => m.toFixed(3)))]),
    );
  });

  test('a copy finds a free spot, and the next number', () => {
    const draft = draftOf(PORI, []);
    const booth = draft.spaces.find(({ id }) => id === 'b4');
    if (booth === undefined) throw new Error('there is no such booth');
    expect(idOfCopy('b4', draft, PORI)).toBe('b5');
    expect(idOfCopy('waiting', draft, PORI)).toBe('waiting-2');
    const at = freeSpot(booth, draft);
    expect(at).not.toBeNull();
    expect(() => scenarioOf([{ kind: 'addSpace', id: 'b5', of: 'b4', at }])).not.toThrow();
  });

  test('a copy leaves doors free', () => {
    const moved: readonly Change[] = [{ kind: 'moveSpace', space: 'b1', at: [2.6, 2.6] }];
    const draft = draftOf(PORI, moved);
    const booth = draft.spaces.find(({ id }) => id === 'b1');
    if (booth === undefined) throw new Error('there is no such booth');
    expect(booth.door?.map((metres) => metres.toFixed(3))).toEqual(['5.400', '3.800']);
    const at = freeSpot(booth, draft);
    const after = [...moved, { kind: 'addSpace', id: 'b5', of: 'b1', at } as const];
    expect(() => scenarioOf(after)).not.toThrow();
    // A metre before the door of the original.
    const [x = 0, y = 0] = at ?? [];
    const [width = 0, depth = 0] = booth.size ?? [];
    const isBefore = x < 6.4 && x + width > 5.4 && y < 4.3 && y + depth > 3.3;
    expect(isBefore).toBe(false);
  });

  test('what says nothing new is no change', () => {
    expect(isNothing({ kind: 'clerks', role: 'adviser', count: 2 }, PORI)).toBe(true);
    expect(isNothing({ kind: 'fallback', minutes: 10 }, PORI)).toBe(true);
    expect(isNothing({ kind: 'fallback', minutes: null }, PORI)).toBe(false);
  });
});

describe('a list of changes', () => {
  test('has one of each control', () => {
    const one = withChange([], { kind: 'clerks', role: 'a', count: 2 });
    const both = withChange(one, { kind: 'clerks', role: 'b', count: 2 });
    expect(withChange(both, { kind: 'clerks', role: 'a', count: 3 })).toEqual([
      { kind: 'clerks', role: 'a', count: 3 },
      { kind: 'clerks', role: 'b', count: 2 },
    ]);
  });

  test('without a space that is taken away again, and what was done to it', () => {
    const added: Change = { kind: 'addSpace', id: 'b5', of: 'b4', at: [0, 0] };
    const moved: Change = { kind: 'moveSpace', space: 'b5', at: [1, 0] };
    const all = withChange(withChange([], added), moved);
    expect(withChange(all, { kind: 'removeSpace', space: 'b5' })).toEqual([]);
    expect(withoutChange(all, 'addSpace b5')).toEqual([]);
    expect(withoutChange(all, 'moveSpace b5')).toEqual([added]);
    const other: Change = { kind: 'moveSpace', space: 'b1', at: [1, 0] };
    expect(withChange([other], { kind: 'removeSpace', space: 'b1' })).toEqual([
      { kind: 'removeSpace', space: 'b1' },
    ]);
  });
});
