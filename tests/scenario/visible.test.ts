/** Text as a terminal shows it. */
import { describe, expect, it } from 'vitest';
import { columns, quoted, visible } from '../../engine/scenario/visible.ts';

describe('visible text', () => {
  it('spells out what is not seen', () => {
    expect(visible('a\u0000\u001B[31m\u202E\u200B\u2028b\uD800')).toBe(
      'a<U+0000><U+001B>[31m<U+202E><U+200B><U+2028>b<U+D800>',
    );
    expect(visible('Yhteispalvelupiste, Pori: äöå – 名前 😀')).toBe(
      'Yhteispalvelupiste, Pori: äöå – 名前 😀',
    );
  });

  it('is cut in quotes', () => {
    expect(quoted('short')).toBe("'short'");
    expect(quoted('😀'.repeat(50))).toBe(`'${'😀'.repeat(40)}…'`);
    expect(quoted('\n')).toBe("'<U+000A>'");
  });
});

describe('columns', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['äö', 2],
    ['a\u0308', 1],
    ['名前', 4],
    ['ｆｕｌｌ', 8],
    ['한국', 4],
    ['😀', 2],
    ['🇫🇮', 2],
    ['–…', 2],
  ])('%s takes %d', (text, expected) => {
    expect(columns(text)).toBe(expected);
  });

  it('are the same whether or not a text has something wide in it', () => {
    for (let code = 0x20; code <= 0x2fff; code++) {
      const character = String.fromCodePoint(code);
      // A line feed joins with nothing, and takes a column here.
      expect.soft(columns(character), code.toString(16)).toBe(columns(`${character}\n名`) - 3);
    }
  });
});
