/** Which name was probably meant, and how names are listed. */
import { describe, expect, it } from 'vitest';
import { hint, listed, nearest } from '../../engine/scenario/nearest.ts';

describe('the nearest name', () => {
  it.each([
    ['vreo', ['kela', 'vero'], 'vero'],
    ['VERO', ['kela', 'vero'], 'vero'],
    ['taxcard', ['tax-return', 'tax-card'], 'tax-card'],
    ['te', ['tee', 'avi'], 'tee'],
    ['police', ['vero', 'kela'], null],
    ['x', ['y'], null],
    ['vero', [], null],
    ['booth', ['boot', 'tooth'], 'boot'],
  ])('%s among %j is %s', (name, names, expected) => {
    expect(nearest(name, names)).toBe(expected);
  });
});

describe('a hint', () => {
  it('asks for the nearest, or else tells what there is', () => {
    expect(hint('vreo', ['vero', 'kela'])).toBe("; did you mean 'vero'?");
    expect(hint('police', ['vero', 'kela', 'te'])).toBe("; there is 'vero', 'kela' and 'te'");
    expect(hint('police', [])).toBe('');
    expect(
      hint(
        'police',
        Array.from({ length: 20 }, (_, k) => `agency-${k}`),
      ),
    ).toBe('');
  });
});

describe('a list', () => {
  it('has commas and a joint', () => {
    expect(listed(['a'], 'or')).toBe("'a'");
    expect(listed(['a', 'b'], 'or')).toBe("'a' or 'b'");
    expect(listed(['a', 'b', 'c'], 'and')).toBe("'a', 'b' and 'c'");
  });
});
