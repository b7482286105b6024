/** From bytes to text: what is not UTF-8, or holds what no text file should, is named with its place. */
import { describe, expect, it } from 'vitest';
import { locateAll } from '../../engine/scenario/finding.ts';
import { Source } from '../../engine/scenario/source.ts';
import { check, decode } from '../../engine/scenario/text.ts';

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])),
  );

function said({ source, findings }: ReturnType<typeof decode>): string[] {
  const sources = { files: new Map([[source.name, source]]), tree: null };
  return locateAll(findings, sources).map(
    ({ place, finding }) => `${place.line}:${place.column} ${finding.message}`,
  );
}

describe('the bytes of a file', () => {
  it('are UTF-8, with or without a byte order mark', () => {
    expect(decode('f', bytes('ä€😀\r\n\t')).source.text).toBe('ä€😀\r\n\t');
    expect(decode('f', bytes(0xef, 0xbb, 0xbf, 'a')).source.text).toBe('a');
  });

  it.each([
    [
      'Latin-1',
      bytes('a: 1\nb: p', 0xe4, 'iv'),
      "2:5 is not UTF-8: byte 10 is 0xE4 (in Latin-1 'ä'); save the file as UTF-8",
    ],
    [
      'Latin-1 at the very end',
      bytes('ab', 0xf6),
      "1:3 is not UTF-8: byte 3 is 0xF6 (in Latin-1 'ö'); save the file as UTF-8",
    ],
    [
      'UTF-16',
      bytes(0xff, 0xfe, 'a', 0),
      '1:1 is not UTF-8: byte 1 is 0xFF; it looks like UTF-16: save it as UTF-8',
    ],
    [
      'a character cut short',
      bytes('äb', 0xe2, 0x82),
      "1:3 is not UTF-8: byte 4 is 0xE2 (in Latin-1 'â'); save the file as UTF-8",
    ],
    ['a stray continuation', bytes('ä', 0x80), '1:2 is not UTF-8: byte 3 is 0x80'],
    [
      'an overlong form',
      bytes('a', 0xc0, 0x80),
      "1:2 is not UTF-8: byte 2 is 0xC0 (in Latin-1 'À'); save the file as UTF-8",
    ],
    [
      'half of a surrogate pair',
      bytes('a', 0xed, 0xa0, 0x80),
      "1:2 is not UTF-8: byte 2 is 0xED (in Latin-1 'í'); save the file as UTF-8",
    ],
    ['NUL', bytes('a\nb', 0, 'c'), '2:2 holds the character U+0000, which is not allowed in a text file'],
    [
      'an escape',
      bytes('a', 0x1b, '[31m'),
      '1:2 holds the character U+001B, which is not allowed in a text file',
    ],
    [
      'a carriage return alone',
      bytes('a\rb'),
      '1:2 holds a carriage return that ends no line, which is not allowed in a text file',
    ],
  ])('are not %s', (_, given, expected) => {
    expect(said(decode('f', given))).toEqual([expected]);
  });

  it('are checked as a text, too', () => {
    expect(said(check(new Source('f', 'a\uD800')))).toEqual([
      '1:2 holds the character U+D800, which is not allowed in a text file',
    ]);
  });
});
