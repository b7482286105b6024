import { describe, expect, it } from 'vitest';
import { GROUPS, Layout } from '../../engine/statistics/figures.ts';
import { scopeCount } from '../../engine/statistics/scopes.ts';
import { smallModel } from './small-house.ts';

const layout = new Layout(smallModel().ids);

describe('the row of figures', () => {
  it('gives each figure and scope slots of its own, and has no other slots', () => {
    const taken = new Set<number>();
    for (const { scopes, figures } of Object.values(GROUPS)) {
      for (const figure of figures) {
        for (const scope of scopes) {
          const offset = layout.offset(figure, scope);
          for (let k = 0; k < scopeCount(scope, layout.ids); k++) taken.add(offset + k);
        }
      }
    }
    expect(taken.size).toBe(layout.size);
    expect(Math.max(...taken)).toBe(layout.size - 1);
  });

  it('lays figures of a group one span apart', () => {
    expect(layout.offset('waitTime', 'hour') - layout.offset('waits', 'hour')).toBe(layout.span('waits'));
    expect(layout.offset('waitsInTime', 'all') - layout.offset('waits', 'all')).toBe(
      2 * layout.span('waits'),
    );
  });

  it('does not know a figure by a scope that it is not kept for', () => {
    expect(() => layout.offset('waits', 'role')).toThrow('waits is not kept by role');
  });
});
