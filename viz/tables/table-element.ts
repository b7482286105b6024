/** A table as the reader sees it: numbers in the locale, right-aligned; long ones scroll within themselves. */
import { element } from '../app/element.ts';
import type { Format } from '../words/format.ts';
import type { Cell, Column, DataTable } from './data-table.ts';
import { words } from './words.ts';

/** More rows than these are in the file only: nobody reads them, and a page of them stands still. */
const MOST_ROWS = 1000;

/** The first column heads its row. */
export function tableElement({ caption, columns, rows }: DataTable, format: Format): HTMLElement {
  const head = element(
    'tr',
    {},
    ...columns.map((column) =>
      element('th', { scope: 'col', class: isNumber(column) ? 'number' : 'text' }, column.title),
    ),
  );
  const body = element('tbody');
  body.append(
    ...rows.slice(0, MOST_ROWS).map((row) =>
      element(
        'tr',
        {},
        ...row.map((cell, at) => {
          const column = columns[at] ?? { title: '' };
          const attributes = { class: isNumber(column) ? 'number' : 'text' };
          const text = textOf(cell, column, format);
          return at === 0
            ? element('th', { scope: 'row', ...attributes }, text)
            : element('td', attributes, text);
        }),
      ),
    ),
  );
  const made = element(
    'table',
    { class: 'data' },
    element('caption', {}, caption),
    element('thead', {}, head),
    body,
  );
  const rest = rows.length - MOST_ROWS;
  const more = rest > 0 ? element('p', {}, words(format.language).more(format.number(rest))) : null;
  return element(
    'div',
    { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    made,
    more,
  );
}

const isNumber = ({ decimals, isTime }: Column): boolean => decimals !== undefined || isTime === true;

function textOf(cell: Cell, { decimals = 0, isTime }: Column, format: Format): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return isTime ? format.time(cell) : format.fixed(cell, decimals);
}
