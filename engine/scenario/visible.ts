/**
 * Text as a terminal can show it: characters that are not seen, or that change the order of others, are spelt
 * out, and the columns that a text takes are counted as terminals do.
 */

/** Control, format (bidirectional marks, zero-width ones), separators, surrogates and private characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with its unseen characters as `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `<${codePointName(character)}>`);
}

/** Longer values are cut when a message repeats them. */
const LONGEST_SHOWN = 40;

/** A piece of the scenario inside a message, in quotes and not too long. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST_SHOWN)];
  const cut = text.length > 4 * LONGEST_SHOWN || characters.length > LONGEST_SHOWN;
  return `'${visible(characters.slice(0, LONGEST_SHOWN).join(''))}${cut ? '…' : ''}'`;
}

/** Made when it is needed: it takes a while, and most texts do without. */
let graphemes: Intl.Segmenter | undefined;

/**
 * Latin letters, punctuation, signs, arrows, lines and blocks, each of which stands alone and takes one column: none
 * joins with what is beside it, and none is an emoji.
 */
const PLAIN =
  /^[\x20-\x7E\xA1-\xA8\xAA-\xAC\xAF-\u02FF\u2010-\u2027\u2030-\u203A\u2190-\u2193\u2200-\u22FF\u2500-\u259F\u2713\u2717]*$/;

const EMOJI = /^\p{Emoji_Presentation}|^\p{Extended_Pictographic}\uFE0F/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** East Asian wide and full-width blocks (Unicode 16, UAX 11). */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18CFF}\u{1B000}-\u{1B2FB}\u{20000}-\u{3FFFD}]/u;

/** The parts of a text that a terminal shows as one, with the columns that each takes. */
export function* cells(text: string): Generator<{ readonly text: string; readonly width: number }> {
  if (PLAIN.test(text)) {
    for (const letter of text) yield { text: letter, width: 1 };
    return;
  }
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(text)) {
    const width = ZERO.test(segment) ? 0 : WIDE.test(segment) || EMOJI.test(segment) ? 2 : 1;
    yield { text: segment, width };
  }
}

export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let sum = 0;
  for (const { width } of cells(text)) sum += width;
  return sum;
}
