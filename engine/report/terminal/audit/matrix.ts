/** A table with a row for each place and a column for each area from where it is perceived, in 80 columns. */
import { cells, columns as columnsOf, visible } from '../../../scenario/visible.ts';
import { cut, left, right, WIDTH } from '../layout.ts';
import type { Style } from '../style.ts';

/** A cell: its text, in the last column the name of a place after it, and what is put around it all. */
export interface Cell {
  readonly text: string;
  readonly name?: string;
  readonly style?: (text: string) => string;
}

export interface Column {
  readonly heading: string;
  /** By row. */
  readonly cells: readonly Cell[];
}

export interface Matrix {
  readonly corner: string;
  readonly rows: readonly string[];
  readonly columns: readonly Column[];
  /** Takes what room is left, and is set at the left. */
  readonly last: Column;
}

const CELL = 8;
const LAST_LEAST = 12;
const LABEL = { least: 10, most: 14 };

/** As many tables one after the other as it takes; the last column is in the first of them. */
export function matrixText({ corner, rows, columns, last }: Matrix, style: Style): string[] {
  const label = labelWidth([corner, ...rows]);
  const fits = Math.floor((WIDTH - label - LAST_LEAST) / CELL);
  const lines: string[] = [];
  for (let from = 0; from === 0 || from < columns.length; from += fits) {
    const some = columns.slice(from, from + fits);
    const width = from === 0 ? WIDTH - label - CELL * some.length : 0;
    const head = some.map(({ heading }) => twoLines(heading, CELL - 1));
    if (from > 0) lines.push('');
    const top = left('', label) + head.map(([first]) => right(first, CELL)).join('');
    if (top.trim() !== '') lines.push(style.title(top.trimEnd()));
    const bottom = left(corner, label) + head.map(([, second]) => right(second, CELL)).join('');
    lines.push(style.title((bottom + lastText({ text: last.heading }, width)).trimEnd()));
    rows.forEach((row, k) => {
      const middle = some.map((column) => inStyle(column.cells[k], right(column.cells[k].text, CELL)));
      const end = inStyle(last.cells[k], lastText(last.cells[k], width).trimEnd());
      lines.push((placeLabel(row, label) + middle.join('') + end).trimEnd());
    });
  }
  return lines;
}

/** The columns that names of places get. */
export function labelWidth(names: readonly string[]): number {
  return Math.min(LABEL.most, Math.max(LABEL.least, ...names.map((name) => columnsOf(name) + 1)));
}

/** The name of a place in its column, with a blank after it. */
export const placeLabel = (name: string, width: number): string => left(shortened(name, width - 1), width);

const GAP = 3;

function lastText({ text, name = '' }: Cell, width: number): string {
  if (width === 0) return '';
  const named = name === '' ? text : `${text} ${shortened(name, width - GAP - columnsOf(text) - 1)}`;
  return ' '.repeat(GAP) + left(named, width - GAP);
}

const inStyle = ({ style }: Cell, text: string): string => (style === undefined ? text : style(text));

/** A heading that is too long for one line, broken where a name may be, or else where it must. */
function twoLines(heading: string, width: number): [string, string] {
  if (columnsOf(heading) <= width) return ['', heading];
  const breaks = [...heading.matchAll(/[-_. ]/g)].map(({ index }) => index + 1);
  const at = breaks.filter((end) => columnsOf(heading.slice(0, end).trimEnd()) <= width).at(-1) ?? width;
  return [cut(heading.slice(0, at).trimEnd(), width), shortened(heading.slice(at), width)];
}

/** The name of a place in so many columns. Names that begin alike differ at their ends, so these are kept. */
export function shortened(name: string, width: number): string {
  const parts = [...cells(visible(name))];
  if (columnsOf(name) <= width) return visible(name);
  let end = '';
  for (let k = parts.length - 1; k >= 0 && columnsOf(parts[k].text + end) < width / 2; k--)
    end = parts[k].text + end;
  let start = '';
  for (const { text } of parts) {
    if (columnsOf(start + text) + 1 + columnsOf(end) > width) break;
    start += text;
  }
  return `${start}…${end}`;
}
