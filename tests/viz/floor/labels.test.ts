import { describe, expect, it } from 'vitest';
import { apart, fitted } from '../../../viz/floor/labels.ts';

/** As if each letter were one wide. */
const measure = (text: string) => [...text].length;

describe('names', () => {
  it('stand whole where they fit, by their id where that fits, or are cut short, or left out', () => {
    expect(fitted(['Looshi 1', 'b1'], 8, measure)).toBe('Looshi 1');
    expect(fitted(['Looshi 1', 'b1'], 5, measure)).toBe('b1');
    expect(fitted(['Palvelupiste', 'service-desk'], 7, measure)).toBe('Palvel…');
    expect(fitted(['Palvelupiste', 'service-desk'], 3, measure)).toBeNull();
    expect(fitted([''], 3, measure)).toBeNull();
  });

  it('are cut between letters, not within one', () => {
    expect(fitted(['👩‍💼👩‍💼👩‍💼👩‍💼👩‍💼👩‍💼'], 9, measure)).toMatch(/…$/u);
  });

  it('never lie over one another: the first one stays', () => {
    const label = (text: string, left: number) => ({ text, left, top: 0, width: 10, height: 5 });
    expect(apart([label('a', 0), label('b', 9), label('c', 10)]).map(({ text }) => text)).toEqual(['a', 'c']);
  });
});
