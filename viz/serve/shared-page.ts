/** The page as one file that opens from a disk: script, styles and parcel lie in it, and it may load nothing at all. */
import { createHash } from 'node:crypto';
import type { Parcel } from '../parcel.ts';
import type { Page } from './built.ts';

export function sharedPage(page: Page, parcel: Parcel): string {
  const script = inElement(page.script, 'script');
  const style = inElement(page.style, 'style');
  const policy = [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'worker-src blob:',
    'img-src blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = page.html
    .replace(/<script\b[^>]*>\s*<\/script>\s*/g, '')
    .replace(/<link\b[^>]*\brel="(?:stylesheet|modulepreload)"[^>]*>\s*/g, '');
  // Functions, as a `$` in a text that is put in its place would mean something.
  return head
    .replace(
      /<meta charset="[^"]*"\s*\/?>/,
      (found) => `${found}\n    ${meta(policy)}\n    <style>${style}</style>`,
    )
    .replace(
      '</body>',
      () =>
        `<script type="application/json" id="parcel">${jsonInElement(parcel)}</script>\n` +
        `    <script type="module">${script}</script>\n  </body>`,
    );
}

const meta = (policy: string): string => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;

/** Nothing in it can end the element, or begin a comment. */
export const jsonInElement = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** In a script these are found in strings only, where the escape means the same; in a style nowhere but in comments. */
function inElement(text: string, element: 'script' | 'style'): string {
  const escaped = element === 'script' ? '\\x3c' : '\\3c ';
  return text
    .replaceAll('\r\n', '\n')
    .replace(new RegExp(`<(?=/${element}|!--|script)`, 'gi'), () => escaped);
}

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
