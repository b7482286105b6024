/**
 * Findings as text for a terminal: the place, the message, and the line with a mark under what is meant. Nothing
 * from a file can change how the terminal shows it, and nothing is wider than the page.
 */
import { type Located, pathText } from './finding.ts';
import type { Place } from './source.ts';
import { cells, columns, visible } from './visible.ts';

/** More than this are counted, not shown. */
export const MAX_SHOWN = 50;

export type Style = 'place' | 'error' | 'warning' | 'dim';

export interface FormatOptions {
  /** Columns of the page. */
  readonly width?: number;
  /** Colours a piece of text; without it there are none. */
  readonly paint?: (style: Style, text: string) => string;
}

const TAB = '  ';
/** So much of a line on either side is looked at; the rest is out of the page in any case. */
const FARTHEST = 1000;

/** The findings in their order, each as a paragraph, ending in a line break; empty without findings. */
export function formatFindings(findings: readonly Located[], options: FormatOptions = {}): string {
  const { width = 80, paint = (_, text) => text } = options;
  // Warnings must not take the room of errors.
  const errors = findings.filter(({ finding }) => finding.severity === 'error');
  const shown = new Set([...errors, ...findings].slice(0, MAX_SHOWN));
  const paragraphs = findings.filter((one) => shown.has(one)).map((one) => formatOne(one, width, paint));
  const rest = findings.length - shown.size;
  if (rest > 0) paragraphs.push(`and ${rest} more\n`);
  return paragraphs.join('\n');
}

function formatOne(
  { finding, file, place, line }: Located,
  width: number,
  paint: NonNullable<FormatOptions['paint']>,
): string {
  const where = visible(line === null ? file : `${file}:${place.line}:${place.column}`);
  const path = visible(pathText(finding.path));
  const isWarning = finding.severity === 'warning';
  const style = isWarning ? 'warning' : 'error';
  const message = visible(`${isWarning ? 'warning: ' : ''}${finding.message}`);
  const fits = columns(where) + 2 + columns(path) <= width;
  const head = fits ? [`${where}  ${path}`.trimEnd()] : [where, `  ${lastColumns(path, width - 2)}`];
  const lines = head.map((text, index) => (index === 0 ? paint('place', text) : text));
  lines.push(...wrap(message, width - 2).map((text) => `  ${paint(style, text)}`));
  if (line !== null) lines.push(...excerpt(line, place, width, style, paint));
  return `${lines.join('\n')}\n`;
}

/** The line with its number, and the mark under the stretch; of a long line, the part around the stretch. */
function excerpt(
  line: string,
  { line: number, column, length }: Place,
  width: number,
  style: Style,
  paint: NonNullable<FormatOptions['paint']>,
): string[] {
  const gutter = `  ${number} | `;
  const room = width - gutter.length;
  const start = column - 1;
  const end = start + length;
  const before = show(line.slice(Math.max(0, start - FARTHEST), start));
  const meant = show(line.slice(start, Math.min(end, start + FARTHEST)));
  const after = show(line.slice(end, end + FARTHEST));
  // What stands before the stretch has half of the room, or what the rest leaves; of a long one, a quarter.
  const rest = Math.max(1, columns(meant)) + columns(after);
  const roomBefore = Math.max(room >> 2, room - Math.min(rest, Math.max(columns(meant), room >> 1)));
  const left = lastColumns(before, roomBefore);
  const middle = firstColumns(meant, room - columns(left));
  const right = firstColumns(after, room - columns(left) - columns(middle));
  const mark = '^'.repeat(Math.max(1, columns(middle)));
  const under = `${' '.repeat(number.toString().length + 2)} | ${' '.repeat(columns(left))}`;
  return [paint('dim', gutter) + left + middle + right, paint('dim', under) + paint(style, mark)];
}

const show = (text: string): string => visible(text.replaceAll('\t', TAB));

const ELLIPSIS = '…';

function firstColumns(text: string, room: number): string {
  if (columns(text) <= room) return text;
  return room < 1 ? '' : `${take(cells(text), room - 1)}${ELLIPSIS}`;
}

function lastColumns(text: string, room: number): string {
  if (columns(text) <= room) return text;
  if (room < 1) return '';
  const reversed = [...cells(text)].reverse();
  const kept = [...takeCells(reversed, room - 1)].reverse();
  return `${ELLIPSIS}${kept.join('')}`;
}

const take = (all: Iterable<{ text: string; width: number }>, room: number): string =>
  [...takeCells(all, room)].join('');

function* takeCells(all: Iterable<{ text: string; width: number }>, room: number): Generator<string> {
  let used = 0;
  for (const { text, width } of all) {
    used += width;
    if (used > room) return;
    yield text;
  }
}

/** Lines of at most `width` columns, broken between words, or within one that is longer than a line. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = columns(word);
    if (line !== '' && used + 1 + wide > width) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    if (line !== '') [line, used] = [`${line} `, used + 1];
    for (const cell of wide > width ? cells(word) : [{ text: word, width: wide }]) {
      if (used + cell.width > width) {
        lines.push(line);
        [line, used] = ['', 0];
      }
      line += cell.text;
      used += cell.width;
    }
  }
  return [...lines, line];
}
