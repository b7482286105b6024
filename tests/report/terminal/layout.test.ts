import { describe, expect, it } from 'vitest';
import { cut, left, leftWithSuffix, right, wrap } from '../../../engine/report/terminal/layout.ts';

describe('text in columns', () => {
  it('is padded to them', () => {
    expect(left('Pöytä', 8)).toBe('Pöytä   ');
    expect(right('12', 5)).toBe('   12');
  });

  it('is cut with an ellipsis where it takes more', () => {
    expect(cut('Väestötietovirasto', 10)).toBe('Väestötie…');
    expect(cut('Väestö', 6)).toBe('Väestö');
  });

  it('counts a letter with a combining mark once', () => {
    const decomposed = 'Pöytä'.normalize('NFD');
    expect(left(decomposed, 6)).toBe(`${decomposed} `);
    expect(cut(decomposed, 3)).toBe(`${'Pö'.normalize('NFD')}…`);
  });

  it('counts wide characters twice, and never cuts one in half', () => {
    expect(left('税務署', 8)).toBe('税務署  ');
    expect(cut('税務署の窓口', 6)).toBe('税務…');
    expect(left('税務署の窓口', 6)).toBe('税務… ');
  });

  it('shows what cannot be seen, or would turn the line around', () => {
    expect(left('a\u202Eb', 14)).toBe('a<U+202E>b    ');
    expect(cut('a\u001b[31mb', 20)).toBe('a<U+001B>[31mb');
    expect(right('a\nb', 12)).toBe('  a<U+000A>b');
  });

  it('keeps what follows a name that is cut', () => {
    expect(leftWithSuffix('Palveluneuvoja', ' ×12', 12)).toBe('Palvelu… ×12');
    expect(leftWithSuffix('Vartija', ' ×1', 12)).toBe('Vartija ×1  ');
  });
});

describe('wrapped text', () => {
  it('breaks between words, and indents what follows', () => {
    expect(wrap('- one two three four', 11, '  ')).toEqual(['- one two', '  three', '  four']);
  });

  it('cuts a word that is wider than the line', () => {
    expect(wrap('lyhyt kolmivaihekilowattituntimittari', 12)).toEqual(['lyhyt', 'kolmivaihek…']);
  });
});
