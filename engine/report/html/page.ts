/**
 * A page in one file: no script, nothing loaded from elsewhere, and a policy that forbids both, should a name in a scenario
 * ever try. It looks the same from a disk, from a mail, and on paper.
 */
import { createHash } from 'node:crypto';
import { type Content, html, Markup } from './markup.ts';
import { STYLE } from './style.ts';

/** The whole page. */
export function page(title: string, body: Content): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
  return document.text;
}

/** A list of footnotes at the end. */
export const notes = (texts: readonly string[]): Markup =>
  html`<section class="notes" aria-label="Notes"><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul></section>`;

/** What may be wider than the page; with the keyboard, too, one gets to its end. */
export const wide = (name: string, table: Content): Markup =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">${table}</div>`;

/** A table that is behind a picture, until somebody wants it. */
export const behind = (summary: string, table: Content): Markup =>
  html`<details><summary>${summary}</summary>${wide(summary, table)}</details>`;

/** That not all was run, where it was not. */
export const stopped = (run: number, asked: number, what = 'designs'): Markup | null =>
  run < asked ? html`<p class="warning">Stopped after ${run} of ${asked} ${what}.</p>` : null;
