/**
 * From the bytes of a file to its text: UTF-8, with or without a byte order mark, without control characters.
 * What does not fit is named with its place, and shown as well as it can be.
 */
import { error, type Finding } from './finding.ts';
import { Source } from './source.ts';
import { codePointName } from './visible.ts';

/** What YAML does not allow in a text; a carriage return only as a part of the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\v\f\x0E-\x1F\x7F\x80-\x84\x86-\x9F\uFFFE\uFFFF]|\r(?!\n)|\p{Cs}/u;

/** The text of a file, and findings if it should not be read any further. */
export function decode(name: string, bytes: Uint8Array): { source: Source; findings: Finding[] } {
  const invalid = firstInvalid(bytes);
  if (invalid !== null) return notUtf8(name, bytes, invalid);
  return check(new Source(name, new TextDecoder('utf-8').decode(bytes)));
}

/** The same checks for a text that is decoded already. */
export function check(source: Source): { source: Source; findings: Finding[] } {
  const match = FORBIDDEN.exec(source.text);
  if (match === null) return { source, findings: [] };
  const what =
    match[0] === '\r' ? 'a carriage return that ends no line' : `the character ${codePointName(match[0])}`;
  const origin = { file: source.name, from: match.index, to: match.index + match[0].length };
  return { source, findings: [error([], `holds ${what}, which is not allowed in a text file`, origin)] };
}

function notUtf8(name: string, bytes: Uint8Array, offset: number): { source: Source; findings: Finding[] } {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const source = new Source(name, new TextDecoder('utf-8').decode(bytes));
  const origin = { file: name, from: before.length, to: before.length + 1 };
  const byte = bytes[offset] ?? 0;
  const shown = `byte ${offset + 1} is 0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return { source, findings: [error([], `is not UTF-8: ${shown}${guess(bytes, offset)}`, origin)] };
}

function guess(bytes: Uint8Array, offset: number): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return '; it looks like UTF-16: save it as UTF-8';
  }
  const byte = bytes[offset] ?? 0;
  return byte < 0xa0 ? '' : ` (in Latin-1 '${String.fromCharCode(byte)}'); save the file as UTF-8`;
}

/** The offset of the first byte at which the bytes stop being UTF-8, or null. */
function firstInvalid(bytes: Uint8Array): number | null {
  if (isUtf8(bytes)) return null;
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle;
  }
  return startOfCharacter(bytes, valid);
}

function isUtf8(bytes: Uint8Array, unfinished = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}

/** From the byte at which a character went wrong, back to its first byte. */
function startOfCharacter(bytes: Uint8Array, offset: number): number {
  for (let back = 1; back <= 3 && back <= offset; back++) {
    const byte = bytes[offset - back] ?? 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? offset - back : offset;
    }
    if (byte < 0x80) return offset;
  }
  return offset;
}
