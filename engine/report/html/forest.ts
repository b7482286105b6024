/**
 * Paired differences as a forest plot: a dot and its interval for each measure and design, beside a line where there is no
 * difference. It is a table, with the numbers in it; each unit has a scale of its own.
 */
import type { Contrast } from '../../experiment/contrasts.ts';
import type { DesignEntry, Section } from '../designs-report.ts';
import { type Estimated, percent, plusMinus, plusMinusReal, signed } from '../terminal/numbers.ts';
import { across, type Scale, scaleOver } from './axis.ts';
import { html, type Markup } from './markup.ts';

const UNITS: Readonly<Record<string, string>> = { min: 'min', '1': 'points', '1/day': 'a day' };
const HEIGHT = 26;
const WIDE = { before: 8, after: 8 };

interface Line {
  readonly label: string;
  readonly letter: string;
  readonly contrast: Contrast;
  /** Whether it is the first of its measure. */
  readonly isFirst: boolean;
  readonly count: number;
}

/** One table for each unit of a section, as minutes and points have nothing in common. */
export function forests({ heading, rows }: Section, others: readonly DesignEntry[], base: string): Markup[] {
  const order = others[0]?.contrasted.map(({ weighed }) => weighed) ?? [];
  const lines = rows.flatMap(({ label, weighed }): Line[] => {
    const index = order.indexOf(weighed);
    const known = others.flatMap(({ letter, contrasted }) => {
      const contrast = contrasted[index];
      return contrast?.difference?.mean == null ? [] : [{ letter, contrast }];
    });
    return known.map((one, k) => ({ label, ...one, isFirst: k === 0, count: known.length }));
  });
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(groupOf(line)) ?? [];
    groups.set(groupOf(line), group);
    group.push(line);
  }
  return [...groups].map(([group, members]) => forest(`${heading}, ${group}`, members, base));
}

/** What can be on one scale. */
function groupOf({ contrast: { weighed, figure } }: Line): string {
  if (weighed.measure.startsWith('privacy.exposure')) return 'person-minutes a day';
  if (weighed.measure === 'privacy.conflicts') return 'conflicts a day';
  return figure?.unit === '1' ? 'percentage points' : 'minutes';
}

function forest(title: string, lines: readonly Line[], base: string): Markup {
  const differences = lines.map(({ contrast }) => inUnit(contrast));
  const scale = scaleOver(
    differences.flatMap(({ mean, halfWidth }) => [
      (mean ?? 0) - (halfWidth ?? 0),
      (mean ?? 0) + (halfWidth ?? 0),
    ]),
    { zero: true, count: 4 },
  );
  return html`<table class="forest"><caption>${title}</caption>
<thead><tr><th class="measure" scope="col">Measure</th><th class="design" scope="col"><span class="unseen">Design</span></th><th class="picture" scope="col"><span class="unseen">Picture</span>${axis(scale)}</th><th class="number difference" scope="col">from ${base}</th><th class="verdict" scope="col">Real?</th></tr></thead>
<tbody>
${lines.map((line, k) => row(line, differences[k], scale))}
</tbody></table>`;
}

function row({ label, letter, contrast, isFirst, count }: Line, difference: Estimated, scale: Scale): Markup {
  const unit = UNITS[contrast.figure?.unit ?? ''] ?? '';
  const heading = isFirst
    ? html`<th class="measure" scope="rowgroup" rowspan="${count}">${label}</th>`
    : null;
  const text = signed(difference, contrast.isReal ? plusMinusReal : plusMinus, WIDE);
  const verdict = verdictOn(contrast);
  return html`<tr class="${isFirst ? 'first' : 'next'}">${heading}<td class="design">${letter}</td><td class="picture">${bar(difference, contrast.isReal, scale)}</td><td class="number difference">${text} ${unit}</td><td class="verdict"><span class="${verdict.kind}">${verdict.text}</span></td></tr>
`;
}

/** In words, and only then in colour. */
function verdictOn({ weighed: { better }, difference, isReal }: Contrast): { text: string; kind: string } {
  if (!isReal) return { text: 'may be chance', kind: 'muted' };
  if (better === null) return { text: 'real', kind: 'real' };
  const isBetter = (difference?.mean ?? 0) < 0 === (better === 'less');
  return isBetter ? { text: '● better', kind: 'better' } : { text: '● worse', kind: 'worse' };
}

function bar({ mean, halfWidth }: Estimated, isReal: boolean, scale: Scale): Markup {
  const at = across(scale.at(mean ?? 0));
  const from = across(scale.at((mean ?? 0) - (halfWidth ?? 0)));
  const to = across(scale.at((mean ?? 0) + (halfWidth ?? 0)));
  const y = HEIGHT / 2;
  const open = isReal ? '' : ' open';
  return html`<svg height="${HEIGHT}" aria-hidden="true">${scale.ticks.map((tick) => html`<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${across(scale.at(tick))}" x2="${across(scale.at(tick))}" y1="-5" y2="${HEIGHT + 5}"/>`)}<line class="interval${open}" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/><circle class="dot${open}" cx="${at}" cy="${y}" r="4.5"/></svg>`;
}

const axis = (scale: Scale): Markup =>
  html`<svg height="18" aria-hidden="true">${scale.ticks.map((tick) => html`<text x="${across(scale.at(tick))}" y="13" text-anchor="middle">${scale.write(tick)}</text>`)}</svg>`;

const inUnit = ({ difference }: Contrast): Estimated => {
  const { mean = null, halfWidth = null, unit = '' } = difference ?? {};
  return unit === '1' ? percent({ mean, halfWidth }) : { mean, halfWidth };
};
