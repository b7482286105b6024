/** A table that shows a page of a long list at a time, so that a hundred thousand rows cost as much as ten. */
import { element } from '../app/element.ts';
import { keepingFocus } from '../app/focus.ts';
import { type PageWords, pager, table } from './parts.ts';

export interface PagedTable<Item> {
  readonly caption: string;
  readonly head: readonly string[];
  readonly items: ArrayLike<Item>;
  row(item: Item, index: number): readonly (Node | string)[];
  /** Columns of numbers. */
  readonly numeric?: readonly number[];
  readonly size?: number;
  /** Place in the list that is on the first page shown. */
  readonly first?: number;
}

/** How many have been made, to tell them apart. */
let made = 0;

export function pagedTable<Item>(
  { caption, head, items, row, numeric = [], size = 12, first = 0 }: PagedTable<Item>,
  said: PageWords,
  number: (value: number) => string,
): HTMLElement {
  const host = element('div', { class: 'paged' });
  const id = `table-${++made}`;
  let page = Math.max(0, Math.floor(first / size));
  const draw = () => {
    const from = page * size;
    const shown = Array.from({ length: Math.min(size, items.length - from) }, (_, k) =>
      row(items[from + k], from + k),
    );
    const steps = pager(said, id, caption, page, size, items.length, number, (to) => {
      page = to;
      keepingFocus(draw);
    });
    host.replaceChildren(table(caption, head, shown, numeric), ...(steps === null ? [] : [steps]));
  };
  draw();
  return host;
}
