/**
 * Findings as text for a terminal: the place, the message, and the line with a mark under what is meant. Nothing
 * from a file can change how the terminal shows it, and nothing is wider than the page.
 */
import { type Located, pathText } from './finding.ts';
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
  const head =
    columns(where) + 2 + columns(path) <= width ? [`${where}  ${path}`.trimEnd()] : [where, `  ${path}`];
  const lines = head.map((text, index) => (index === 0 ? paint('place', text) : text));
  lines.push(...wrap(message, width - 2).map((text) => `  ${paint(style, text)}`));
  if (line !== null)
    lines.push(...excerpt(line, place.line, place.column, place.length, width, style, paint));
  return `${lines.join('\n')}\n`;
}

/** The line with its number, and the mark under the stretch; of a long line, the part around the stretch. */
function excerpt(
  line: string,
  number: number,
  column: number,
  length: number,
  width: number,
  style: Style,
  paint: NonNullable<FormatOptions['paint']>,
): string[] {
  const gutter = `  ${number} | `;
  const room = width - gutter.length;
  const before = show(line.slice(0, column - 1));
  const meant = show(line.slice(column - 1, column - 1 + length));
  const after = show(line.slice(column - 1 + length));
  // What stands before the stretch has half of the room, and what the rest leaves.
  const rest = columns(meant) + columns(after);
  const left = lastColumns(before, room - Math.min(rest, Math.max(columns(meant), room >> 1)));
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
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columns(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (columns(line) > width) {
      const head = take(cells(line), width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}
