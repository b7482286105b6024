/** Names that fit where they are: cut short with an ellipsis, replaced by the id, or left out. */

/** A box that a name has to itself, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Label extends Box {
  readonly text: string;
}

/** Fewer letters than this, and the ellipsis, say less than the id. */
const LETTERS_MIN = 4;
const ELLIPSIS = '…';

export type Measure = (text: string) => number;

/** The first text that fits in whole; or else the first one, cut short; or null where nothing fits. */
export function fitted(texts: readonly string[], width: number, measure: Measure): string | null {
  const whole = texts.find((text) => text !== '' && measure(text) <= width);
  if (whole !== undefined) return whole;
  const letters = [...(texts[0] ?? '')];
  let low = 0;
  let high = letters.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (measure(cut(letters, middle)) <= width) low = middle;
    else high = middle;
  }
  return low < LETTERS_MIN ? null : cut(letters, low);
}

const cut = (letters: readonly string[], count: number): string =>
  letters.slice(0, count).join('').trimEnd() + ELLIPSIS;

/** Those of the labels, in their order, that do not lie over one before them. */
export function apart(labels: readonly Label[]): Label[] {
  const kept: Label[] = [];
  for (const label of labels) if (!kept.some((other) => overlap(label, other))) kept.push(label);
  return kept;
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;
