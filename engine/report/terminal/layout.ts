/**
 * Text set to a number of terminal columns: cut, padded, wrapped, side by side. Widths are those that a terminal
 * shows, so that ä, combining marks and wide characters keep the columns straight; characters that are not
 * seen, or that turn the direction of writing, are spelt out first.
 */
import { cells, columns, visible } from '../../scenario/visible.ts';

/** The columns of a report. */
export const WIDTH = 80;

/** The text made visible and, if it takes more columns, cut with an ellipsis. */
export function cut(text: string, width: number): string {
  const shown = visible(text);
  if (columns(shown) <= width) return shown;
  let kept = '';
  let taken = 0;
  for (const cell of cells(shown)) {
    if (taken + cell.width > width - 1) break;
    kept += cell.text;
    taken += cell.width;
  }
  return `${kept}…`;
}

/** The text in exactly that many columns, at the left. */
export function left(text: string, width: number): string {
  const shown = cut(text, width);
  return shown + ' '.repeat(Math.max(0, width - columns(shown)));
}

/** The text in exactly that many columns, at the right. */
export function right(text: string, width: number): string {
  const shown = cut(text, width);
  return ' '.repeat(Math.max(0, width - columns(shown))) + shown;
}

/** A name that is cut before what follows it is: `Palveluneuvo… ×5`. */
export function leftWithSuffix(name: string, suffix: string, width: number): string {
  return left(cut(name, width - columns(suffix)) + suffix, width);
}

/** Lines of words, none wider than `width` unless a word is; later lines are indented. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text.replace(/\s+/gu, ' ').trim()).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columns(longer) <= width || line === '') {
      line = longer;
    } else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line].map((each) => cut(each, width));
}
