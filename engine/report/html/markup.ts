/**
 * HTML and SVG as text, with everything that comes from elsewhere escaped: what is put into a template is text, unless it
 * was made by a template itself. So no name in a scenario can become a tag.
 */
import { visible } from '../../scenario/visible.ts';

/** Text that is HTML already. Only templates make it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | readonly Content[];

/** html`<td>${name}</td>`: in elements and in quoted attributes alike. */
export function html(pieces: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = pieces[0] ?? '';
  for (const [k, content] of contents.entries()) text += textOf(content) + (pieces[k + 1] ?? '');
  return new Markup(text);
}

function textOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escaped(content);
  return typeof content === 'number' ? String(content) : content.map(textOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** With characters that nobody sees, or that turn the direction of writing, spelt out. */
export const escaped = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
