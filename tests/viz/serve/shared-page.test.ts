/** One file, in which nothing of a scenario can end an element or begin another. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PARCEL, type Parcel } from '../../../viz/parcel.ts';
import { jsonInElement, sharedPage } from '../../../viz/serve/shared-page.ts';

const page = {
  html:
    '<!doctype html>\n<html>\n  <head>\n    <meta charset="utf-8" />\n' +
    '    <script type="module" crossorigin src="./app.js"></script>\n' +
    '    <link rel="stylesheet" crossorigin href="./app.css">\n  </head>\n  <body>\n    <div id="app"></div>\n  </body>\n</html>\n',
  script: 'const a = "</script><!-- $& $1 <script>"; const b = 1 < 2;',
  style: 'a::before { content: "</style>" } /* $& */',
};
const parcel: Parcel = {
  aulaView: PARCEL,
  version: '0',
  designs: [{ kind: 'resolved', name: '</script><script>alert(1)</script>', text: '<!-- $& </SCRIPT>' }],
  seed: '</script',
  replications: 1,
  isLive: false,
};
const html = sharedPage(page, parcel);
const inside = (pattern: RegExp) => pattern.exec(html)?.[1] ?? '';
const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('a shared page', () => {
  it('names no other file', () => {
    expect(html).not.toMatch(/<link[^>]*stylesheet|src=/);
  });

  it('has one element each of style, parcel and script, whatever is in them', () => {
    expect(html.match(/<script/gi)).toHaveLength(2);
    expect(html.match(/<\/script/gi)).toHaveLength(2);
    expect(html.match(/<\/style/gi)).toHaveLength(1);
    expect(html).not.toContain('<!--');
  });

  it('holds the parcel as it was', () => {
    const text = inside(/<script type="application\/json" id="parcel">(.*?)<\/script>/s);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual(parcel);
  });

  it('holds a script that means the same', () => {
    const script = inside(/<script type="module">(.*?)<\/script>/s);
    expect(new Function(`${script} return a`)()).toBe('</script><!-- $& $1 <script>');
  });

  it('allows its own script and style by their digests, and nothing else', () => {
    const policy = inside(/http-equiv="Content-Security-Policy" content="([^"]*)"/);
    expect(policy).toContain(`script-src ${digest(inside(/<script type="module">(.*?)<\/script>/s))};`);
    expect(policy).toContain(`style-src ${digest(inside(/<style>(.*?)<\/style>/s))};`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|http|connect-src/);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
  });
});

describe('JSON in an element', () => {
  it('has no <', () => {
    expect(jsonInElement({ a: '<<' })).toBe('{"a":"\\u003c\\u003c"}');
  });
});
