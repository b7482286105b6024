/** Pages in one file: nothing loaded, nothing run, and no name in a scenario that becomes a tag. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scaleOver } from '../../engine/report/html/axis.ts';
import { designsPage } from '../../engine/report/html/designs-page.ts';
import { html } from '../../engine/report/html/markup.ts';
import { scatter } from '../../engine/report/html/scatter.ts';
import { STYLE } from '../../engine/report/html/style.ts';
import { sweepPage } from '../../engine/report/html/sweep-page.ts';
import { tradeoffPage } from '../../engine/report/html/tradeoff-page.ts';
import { comparedDesigns, sweptDesigns } from './compared-designs.ts';
import { weighedLimits } from './weighed-limits.ts';

const HOSTILE = `"><img src=x onerror=alert(1)>'</title></style><script>`;

describe('templates', () => {
  it('escape what is put into them, and nothing that they have made', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${'a"b'}">${inner}${[1, null, '&']}</p>`.text).toBe(
      '<p title="a&quot;b"><b>&lt;i&gt;</b>1&amp;</p>',
    );
  });

  it('spell out what turns the direction of writing', () => {
    expect(html`${'a\u202Eb'}`.text).toBe('a&lt;U+202E&gt;b');
  });
});

const OF_DESIGNS = [
  ['designs', designsPage(comparedDesigns(4, HOSTILE))],
  ['a sweep', sweepPage({ ...sweptDesigns(), scenario: HOSTILE, seed: HOSTILE })],
] as const;
const OF_LIMITS = ['fall-back limits', tradeoffPage(weighedLimits(HOSTILE))] as const;

describe.each([...OF_DESIGNS, OF_LIMITS])('the page of %s', (_, page) => {
  it('forbids scripts and everything from elsewhere, and allows its own style alone', () => {
    const hash = createHash('sha256').update(STYLE).digest('base64');
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    );
    expect(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1]).toBe(STYLE);
  });

  it('has no script, no handler, no address, and no style that the policy would refuse', () => {
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\sstyle=|\son\w+="|https?:|url\(/i);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [, slash, name = '', self] of page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/g)) {
      if (['meta', 'br'].includes(name) || self === '/') continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});

describe.each(OF_DESIGNS)('the page of %s', (_, page) => {
  it('has its content in a main part, and lets the keyboard reach what is wider than the page', () => {
    expect(page.match(/<main>/g)).toHaveLength(1);
    const wide = [...page.matchAll(/<div class="scroll"([^>]*)>/g)];
    expect(wide.length).toBeGreaterThan(1);
    for (const [, attributes] of wide)
      expect(attributes).toMatch(/ tabindex="0" role="region" aria-label=".+"/);
    expect(page).not.toMatch(/<th[^>]*>(<svg[^>]*aria-hidden="true">.*?<\/svg>)?<\/th>/);
  });

  it('says in words what its pictures show, and has them as tables', () => {
    expect(page).toMatch(/<svg [^>]*role="img" aria-label="[^"]{10,}"/);
    expect(page).toContain('<details>');
    expect(page).toContain('1410 ± 140');
  });
});

describe('the page of designs', () => {
  const page = designsPage(comparedDesigns(4));

  it('says which differences are real without any colour', () => {
    const row = (letter: string) =>
      new RegExp(`<td class="design">${letter}</td>.*?<td class="verdict"><span[^>]*>([^<]*)`, 's');
    expect(row('B').exec(page)?.[1]).toBe('may be chance');
    expect(row('C').exec(page)?.[1]).toBe('● better');
    expect(row('D').exec(page)?.[1]).toBe('● worse');
  });

  it('warns of other visitors, and draws the target', () => {
    expect(page).toContain('Its visitors are not those of A: arrivals differ.');
    expect(page.match(/class="target"/g)).toHaveLength(1);
  });
});

describe('the page of fall-back limits', () => {
  const page = tradeoffPage(weighedLimits());

  it('joins the limits in their order, and shows which are surely different from the first', () => {
    expect(page.match(/class="frontier"/g)).toHaveLength(3);
    expect(page.match(/<rect class="dot base"/g)).toHaveLength(1);
    // 5 min is neither surely longer nor surely more private.
    expect(page.match(/class="dot open"/g)).toHaveLength(1);
    expect(
      [...page.matchAll(/class="label halo roomy"[^>]*>([^<]*)/g)].map(([, text]) => text).sort(),
    ).toEqual(['0 min', '10 min', '5 min', 'never']);
  });

  it('has each figure, and how far it is from the first', () => {
    expect(page).toContain('<td class="number">16.0 ± 1.2<br><span class="muted">+8.0 ± 0.6</span></td>');
    expect(page.match(/>base</g)).toHaveLength(3);
  });

  it('says where the intervals are, of few limits and of many', () => {
    expect(page).toContain('Crosses are 95 % intervals');
    const report = weighedLimits();
    const later = [1200, 1800, 2400].map((limit) => ({ ...report.points[2], limit }));
    const many = tradeoffPage({ ...report, asked: 7, points: [...report.points, ...later] });
    expect(many).not.toContain('Crosses');
    expect(many).toContain('The intervals are in the table below');
  });

  it('of one limit has nothing to join, and says what was stopped', () => {
    const { points, ...rest } = weighedLimits();
    const one = tradeoffPage({ ...rest, points: points.slice(0, 1), asked: 4 });
    expect(one).not.toContain('<svg');
    expect(one).toContain('Stopped after 1 of 4 limits.');
  });
});

describe('a page of what was stopped', () => {
  it('says that designs are missing', () => {
    const text = 'Stopped after 3 of 9 designs.';
    expect(designsPage({ ...comparedDesigns(3), asked: 9 })).toContain(text);
    expect(sweepPage({ ...sweptDesigns(), asked: 9 })).toContain(text);
    expect(designsPage(comparedDesigns(3))).not.toContain('Stopped');
  });
});

describe('small multiples', () => {
  const named = (values: readonly string[]) => {
    const swept = sweptDesigns();
    const points = swept.points.map((point, k) => ({ ...point, values: [values[k] ?? ''] }));
    const [variable] = swept.variables;
    const page = sweepPage({ ...swept, points, variables: [{ ...variable, values }] });
    const picture = /<div class="multiples([^"]*)">(.*?)<\/svg>/s.exec(page);
    const names = [...(picture?.[2] ?? '').matchAll(/y="(1[3-9]\d)" text-anchor="middle">([^<]*)/g)];
    return { isWide: picture?.[1] === ' wide', names: names.map(([, y, name]) => `${name} ${y}`) };
  };

  it('have numbers without the unit that all share below them', () => {
    expect(named(['0 min', '5 min', '10 min'])).toEqual({
      isWide: false,
      names: ['0 138', '5 138', '10 138'],
    });
    expect(named(['5 min', '300 s', 'never']).names.map((name) => name.slice(0, 5))).toEqual([
      '5 min',
      '300 s',
      'never',
    ]);
  });

  it('are wider for words, which take two rows rather than touch', () => {
    const { isWide, names } = named(['dedicated', 'longest-wait-first', 'own-clerk', '\u202Exyz']);
    expect(isWide).toBe(true);
    expect(names).toEqual(['dedicated 138', 'longest-… 153', 'own-clerk 138', '&lt;U+202E&gt;… 153']);
  });

  it('name some of many values', () => {
    expect(named(Array.from({ length: 25 }, (_, k) => String(k))).names).toHaveLength(5);
  });
});

describe('a page of thirty designs', () => {
  it('has tables that fit on paper', () => {
    const rows = designsPage(comparedDesigns(30)).match(/<tr>.*?<\/tr>/gs) ?? [];
    expect(Math.max(...rows.map((row) => row.match(/<t[hd]/g)?.length ?? 0))).toBe(9);
  });
});

describe('a scale', () => {
  it('ends at round numbers around all values', () => {
    const { at, ticks } = scaleOver([6.4, 9.7]);
    expect(ticks[0]).toBeLessThanOrEqual(6.4);
    expect(at(6.4)).toBeGreaterThanOrEqual(0);
    expect(at(9.7)).toBeLessThanOrEqual(1);
  });

  it('has nothing in it where that is asked for, and stands values that are all alike', () => {
    expect(scaleOver([-3, -2], { zero: true }).at(0)).toBeLessThanOrEqual(1);
    expect(scaleOver([0, 0]).at(0)).toBe(0.5);
    expect(scaleOver([]).ticks.length).toBeGreaterThan(1);
  });
});

/** Labels as boxes on a page of this width, and the dots. */
function drawnOn(width: number, kind: string, svg: string) {
  const labels = [
    ...svg.matchAll(
      /<text class="label halo (\w+)" x="([\d.]+)%" y="([\d.]+)" dx="(-?\d+)" dy="(-?\d+)" text-anchor="(\w+)">([^<]*)/g,
    ),
  ].flatMap(([, on, x = '', y = '', dx = '', dy = '', anchor = '', text = '']) => {
    const left = (Number(x) / 100) * width + Number(dx);
    const long = 8 * text.length;
    const shift = { start: 0, middle: long / 2, end: long }[anchor] ?? Number.NaN;
    const bottom = Number(y) + Number(dy);
    return on === kind
      ? [{ text, left: left - shift, right: left - shift + long, top: bottom - 11, bottom }]
      : [];
  });
  const dots = [...svg.matchAll(/<circle class="dot[^"]*" cx="([\d.]+)%" cy="([\d.]+)"/g)].map(
    ([, cx = '', cy = '']) => {
      const [x, y] = [(Number(cx) / 100) * width, Number(cy)];
      return { text: 'dot', left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 };
    },
  );
  return { labels, dots };
}

describe('points', () => {
  const many = Array.from({ length: 25 }, (_, k) => ({
    label: `${k % 5}, ${5 * Math.floor(k / 5)} min`,
    x: { mean: 6 + (k % 5) ** 1.5, halfWidth: 4 },
    y: { mean: 700 - 8 * k + 40 * (k % 3), halfWidth: 600 },
    isBase: k === 12,
    isFull: k % 5 === 0,
  }));
  const drawn = scatter(many, { title: 'T', labels: { x: 'x', y: 'y' }, hasFrontier: true }).text;

  it.each([
    ['roomy', 640],
    ['narrow', 300],
  ] as const)('of a crowd keep their labels apart on a %s page', (kind, width) => {
    const { labels, dots } = drawnOn(width, kind, drawn);
    expect(dots).toHaveLength(24);
    expect(labels.length).toBeGreaterThan(6);
    const meet = labels.flatMap((one, k) =>
      [...labels.slice(k + 1), ...dots]
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        )
        .map((other) => `${one.text} × ${other.text}`),
    );
    expect(meet).toEqual([]);
  });

  it('that are few are left without a name rather than with one over another', () => {
    const point = { isBase: false, isFull: true, x: { mean: 5, halfWidth: 1 }, y: { mean: 9, halfWidth: 1 } };
    const long = Array.from({ length: 5 }, (_, k) => ({ ...point, label: `longest-wait-first, ${k}` }));
    const svg = scatter(long, { title: 'T', labels: { x: 'x', y: 'y' } }).text;
    expect(drawnOn(300, 'narrow', svg).labels.length).toBeLessThan(5);
    const letters = long.map((one, k) => ({ ...one, label: 'ABCDE'.charAt(k) }));
    const named = scatter(letters, { title: 'T', labels: { x: 'x', y: 'y' } }).text;
    expect(drawnOn(300, 'narrow', named).labels).toHaveLength(5);
  });

  it('on the frame have their names within it, where those of the axes are not', () => {
    const at = (x: number, y: number) => ({
      label: `${x} and ${y}`,
      x: { mean: x, halfWidth: 0 },
      y: { mean: y, halfWidth: 0 },
      isBase: false,
      isFull: true,
    });
    const svg = scatter([at(0, 0), at(10, 0), at(0, 10), at(10, 10)], {
      title: 'T',
      labels: { x: 'x', y: 'y' },
    }).text;
    const { labels } = drawnOn(640, 'roomy', svg);
    expect(labels).toHaveLength(4);
    for (const { top, bottom } of labels) {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(360);
    }
  });

  it('of a crowd have the cross of the base alone, within the frame', () => {
    expect(drawn.match(/class="interval/g)).toHaveLength(2);
    const ends = [...drawn.matchAll(/class="interval[^>]*x1="([\d.-]+)%" x2="([\d.-]+)%"/g)].flatMap(
      ([, one, other]) => [Number(one), Number(other)],
    );
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ends)).toBeLessThanOrEqual(100);
  });

  it('that were not observed are not drawn', () => {
    const point = { label: 'A', isBase: true, isFull: true };
    const nothing = { mean: null, halfWidth: null };
    const drawn = scatter([{ ...point, x: nothing, y: nothing }], {
      title: 'T',
      labels: { x: 'x', y: 'y' },
    }).text;
    expect(drawn).not.toContain('class="dot');
    expect(drawn).not.toContain('NaN');
  });
});
