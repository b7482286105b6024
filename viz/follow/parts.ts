/** Small parts that the panels of this folder and of the conflicts share: links to people, pages of a list, choices. */
import { element } from '../app/element.ts';
import type { Selected } from '../app/state.ts';
import type { Store } from '../app/store.ts';

/** A button that looks like a link and selects somebody or something, at a time if one is given. */
export function link(store: Store, text: string, selected: Selected, time?: number): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'go' }, text);
  button.addEventListener('click', () =>
    store.set(time === undefined ? { selected } : { selected, time, isPlaying: false }),
  );
  return button;
}

/** A button that goes to a time. */
export function timeLink(store: Store, text: string, time: number): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'go time' }, text);
  button.addEventListener('click', () => store.set({ time, isPlaying: false }));
  return button;
}

export function button(text: string, act: () => void, attributes: Record<string, string | boolean> = {}) {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

/** A choice of one of some, with its name before it. */
export function choice(
  id: string,
  name: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  choose: (value: string) => void,
): HTMLLabelElement {
  const select = element('select', { id });
  select.append(...options.map(([value, text]) => element('option', { value }, text)));
  select.value = chosen;
  select.addEventListener('change', () => choose(select.value));
  return element('label', { class: 'pick' }, element('span', {}, name), select);
}

export interface PageWords {
  readonly previous: string;
  readonly next: string;
  readonly pages: string;
  page(from: string, to: string, all: string): string;
}

/** Steps through a long list; null where one page holds it all. `id` tells it from others, `name` says what of. */
export function pager(
  said: PageWords,
  id: string,
  name: string,
  page: number,
  size: number,
  count: number,
  number: (value: number) => string,
  go: (page: number) => void,
): HTMLElement | null {
  if (count <= size) return null;
  const last = Math.ceil(count / size) - 1;
  return element(
    'div',
    { class: 'pager', role: 'group', 'aria-label': `${said.pages}: ${name}` },
    button(`‹ ${said.previous}`, () => go(page - 1), { disabled: page === 0, id: `${id}-back` }),
    element(
      'span',
      { role: 'status' },
      said.page(number(page * size + 1), number(Math.min(count, (page + 1) * size)), number(count)),
    ),
    button(`${said.next} ›`, () => go(page + 1), { disabled: page >= last, id: `${id}-on` }),
  );
}

/** A table with a head; cells are text or nodes, and the first of a row says what the row is of. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (Node | string)[])[],
  numeric: readonly number[] = [],
): HTMLElement {
  const cell = (tag: 'td' | 'th', content: Node | string, column: number, scope: 'row' | 'col' = 'col') =>
    element(
      tag,
      {
        ...(numeric.includes(column) && { class: 'number' }),
        ...(tag === 'th' && { scope }),
      },
      content,
    );
  const body = element('tbody');
  body.append(
    ...rows.map((row) => {
      const line = element('tr');
      line.append(...row.map((content, column) => cell(column === 0 ? 'th' : 'td', content, column, 'row')));
      return line;
    }),
  );
  const top = element('tr');
  top.append(...head.map((text, column) => cell('th', text, column)));
  return element(
    'div',
    { class: 'table-host' },
    element('table', {}, element('caption', {}, caption), element('thead', {}, top), body),
  );
}
