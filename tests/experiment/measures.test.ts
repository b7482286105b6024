import { describe, expect, it } from 'vitest';
import { MEASURES, measureNamed } from '../../engine/experiment/measures.ts';
import { Layout } from '../../engine/statistics/figures.ts';
import { smallModel } from '../statistics/small-house.ts';

const layout = new Layout(smallModel().ids);

describe('the table of measures', () => {
  it('names each once, with a dot', () => {
    const names = MEASURES.map(({ measure }) => measure);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+[A-Za-z]*\.[a-z][A-Za-z0-9]*$/);
  });

  it.each(MEASURES)('has figures for every scope of $measure', ({ recipe, scopes }) => {
    const figures =
      recipe.kind === 'ratio' ? [...recipe.of, ...recipe.per] : recipe.kind === 'mean' ? recipe.of : [];
    for (const figure of figures) for (const scope of scopes) layout.offset(figure, scope);
    expect(scopes.length).toBeGreaterThan(0);
  });

  it('finds a measure by its name', () => {
    expect(measureNamed('wait.p90')?.unit).toBe('min');
    expect(measureNamed('wait.p99')).toBeUndefined();
  });
});
