/**
 * Compared designs as a page: which they are and what that does in words, waiting against exposure, differences as a forest
 * plot, targets, and every figure in tables.
 */
import { type Contrast, contrastOf } from '../../experiment/contrasts.ts';
import { differenceText } from '../../scenario/differences.ts';
import { adjustedWords, counted, inWords, percentText, restInWords } from '../design-words.ts';
import { type DesignEntry, type DesignsReport, type Section, sectionsOf } from '../designs-report.ts';
import type { Judgement, Verdict } from '../judgement.ts';
import { type Estimated, percent, plusMinus, suffixesIn } from '../terminal/numbers.ts';
import { forests } from './forest.ts';
import { html, type Markup } from './markup.ts';
import { behind, notes, page, stopped, wide } from './page.ts';
import { haveCrosses, scatter } from './scatter.ts';

/** Of each design, so many of what sets it apart are shown. */
const DIFFERENCES = 6;
const WIDE = { before: 8, after: 8 };

export function designsPage(report: DesignsReport): string {
  const [base, ...others] = report.designs;
  const sections = sectionsOf(
    base.contrasted.map(({ weighed }) => weighed),
    report.names,
  );
  const title = `${report.designs.length} designs compared`;
  return page(`${title} · ${base.name}`, [
    html`<h1>${title}</h1>
<p class="muted">${counted(report.replications, 'day')} of each, with the same seed (${report.seed})${adjustedWords(report.isAdjusted)} · aula ${report.version}</p>
${stopped(report.designs.length, report.asked)}
<ul class="designs">${report.designs.map((design) => entry(design, base))}</ul>`,
    weighing(report),
    html`<h2>Differences from ${base.letter}</h2>
<figure>${sections.map((section) => forests(section, others, base.letter))}
<figcaption>Each dot is a design’s difference from ${base.letter}, paired day by day; its line is the interval. Full dots are
real: the whole interval is on one side of the line at 0. All ${report.comparisons} intervals hold together with
${percentText(report.confidence)}.</figcaption></figure>
${behind('All figures as a table', figures(report, sections))}`,
    targets(report),
    notes(remarks(report)),
  ]);
}

function entry(design: DesignEntry, base: DesignEntry): Markup {
  const { letter, name, file, differences, visitorsApart } = design;
  const shown = differences.slice(0, differences.length > DIFFERENCES ? DIFFERENCES - 1 : DIFFERENCES);
  const rest = differences.slice(shown.length);
  const items = [
    ...shown.map((difference) => html`<li><code>${short(differenceText(difference))}</code></li>`),
    ...(rest.length > 0 ? [html`<li>and ${restInWords(rest.map(({ path }) => path[0]))}</li>`] : []),
  ];
  const what =
    design === base
      ? html`<p>The others are compared with it.</p>`
      : html`<p>${sentence(inWords(design))}</p>${items.length > 0 ? html`<ul>${items}</ul>` : html`<p class="muted">Nothing in it differs.</p>`}`;
  return html`<li><span class="letter">${letter}</span><div><p class="name">${name}</p><p class="muted"><code>${file}</code></p>${what}${
    visitorsApart.length === 0
      ? null
      : html`<p class="warning">Its visitors are not those of ${base.letter}: ${visitorsApart.join(', ')} differ. Differences are theirs, too.</p>`
  }</div></li>
`;
}

const LONGEST = 160;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
/** Numbers stay with their intervals and units. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
    .replace(/ (±|min\b|points\b)/g, '\u00A0$1')
    .replace(/± /g, '±\u00A0');

/** Nothing where nothing is exposed. */
function weighing({ designs }: DesignsReport): Markup | null {
  const points = designs.map((design, k) => ({
    label: design.letter,
    x: figureOf(design, 'wait.mean'),
    y: figureOf(design, 'privacy.exposure'),
    isBase: k === 0,
    isFull: true,
  }));
  if (points.every(({ y }) => (y.mean ?? 0) === 0)) return null;
  const limits = (measure: string) => [
    ...new Set(
      designs.flatMap(({ judgements }) =>
        judgements.flatMap(({ target }) =>
          target.measure === measure && Object.keys(target.scope).length === 0 ? [target.limit] : [],
        ),
      ),
    ),
  ];
  return html`<h2>Waiting against exposure</h2>
<figure>${scatter(points, {
    title: 'Mean wait and exposure of each design; the table below has the figures',
    labels: { x: 'Mean wait, minutes', y: 'Exposed, person-minutes a day' },
    limits: { x: limits('wait.mean'), y: limits('privacy.exposure') },
  })}
<figcaption>Left is shorter, below is more private; the square is ${designs[0].letter}. ${
    haveCrosses(designs.length)
      ? 'Crosses are the 95 % intervals of each design’s own figures.'
      : `The cross is the 95 % interval of ${designs[0].letter}’s own figures; those of the others, and what has no room for its letter, are in the tables.`
  }
As all designs share their visitors, their differences are surer than ${haveCrosses(designs.length) ? 'the crosses let' : 'it lets'} expect: see the next picture.</figcaption></figure>`;
}

function figureOf({ contrasted }: DesignEntry, measure: string): Estimated {
  const { mean = null, halfWidth = null } = contrastOf(contrasted, measure)?.figure ?? {};
  return { mean, halfWidth };
}

/** Designs beside one another in a table, so that it fits a page of paper. */
const BLOCK = 8;

function inBlocks(designs: readonly DesignEntry[]): DesignEntry[][] {
  const blocks: DesignEntry[][] = [];
  for (let k = 0; k < designs.length; k += BLOCK) blocks.push(designs.slice(k, k + BLOCK));
  return blocks;
}

function figures({ designs }: DesignsReport, sections: readonly Section[]): Markup[] {
  const order = designs[0].contrasted.map(({ weighed }) => weighed);
  return inBlocks(designs).map(
    (block) =>
      html`<table><thead><tr><th scope="col">Measure</th>${block.map(({ letter }) => html`<th class="number" scope="col">${letter}</th>`)}</tr></thead>
${sections.map(
  ({
    title,
    rows,
  }) => html`<tbody><tr><th scope="rowgroup" colspan="${block.length + 1}"><strong>${title}</strong></th></tr>
${rows.map(
  ({ label, weighed }) =>
    html`<tr><th scope="row">${label}</th>${block.map(({ contrasted }) => html`<td class="number">${cell(contrasted[order.indexOf(weighed)])}</td>`)}</tr>
`,
)}</tbody>`,
)}</table>`,
  );
}

function cell(contrast: Contrast | undefined): string {
  const figure = contrast?.figure;
  if (figure == null) return '–';
  return plusMinus(figure.unit === '1' ? percent(figure) : figure, WIDE);
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  met: '✓ met',
  missed: '✗ missed',
  unknown: '? not yet known',
};
const KINDS: Readonly<Record<Verdict, string>> = { met: 'better', missed: 'worse', unknown: 'muted' };

function targets({ designs }: DesignsReport): Markup | null {
  const texts = [
    ...new Set(designs.flatMap(({ judgements }) => judgements.map(({ target }) => target.text))),
  ];
  if (texts.length === 0) return null;
  const tables = inBlocks(designs).flatMap((block) => {
    const own = texts.filter((text) => block.some((design) => judgementOf(design, text) !== undefined));
    return own.length === 0 ? [] : [targetTable(own, block)];
  });
  return html`<h2>Targets</h2>
${wide('Targets', tables)}`;
}

const judgementOf = ({ judgements }: DesignEntry, text: string): Judgement | undefined =>
  judgements.find(({ target }) => target.text === text);

const targetTable = (
  texts: readonly string[],
  designs: readonly DesignEntry[],
): Markup => html`<table><thead><tr><th scope="col">Target</th>${designs.map(({ letter }) => html`<th scope="col">${letter}</th>`)}</tr></thead><tbody>
${texts.map(
  (text) =>
    html`<tr><th scope="row">${text}</th>${designs.map((design) => {
      const own = judgementOf(design, text);
      return own === undefined
        ? html`<td class="muted">–</td>`
        : html`<td><span class="${KINDS[own.verdict]}">${VERDICTS[own.verdict]}</span></td>`;
    })}</tr>
`,
)}</tbody></table>`;

function remarks({
  designs,
  confidence,
  comparisons,
  confidenceOfEach,
  replications,
}: DesignsReport): string[] {
  const suffixes = suffixesIn(
    designs.flatMap(({ contrasted }) =>
      contrasted.flatMap(({ figure }) => (figure === null ? [] : [cellText(figure)])),
    ),
  );
  const together = percentText(confidence);
  return [
    `± is half of an interval over ${counted(replications, 'day')}. Of a figure it holds with 95 % for that figure alone; of the ${comparisons} ` +
      `differences each holds with ${percentText(confidenceOfEach)}, so that all hold together with ${together} (Bonferroni).`,
    'Exposed: person-minutes in which somebody without a right to it could perceive more of a private matter than its ' +
      'sensitivity allows; conflicts last for longer than it allows.',
    'p90: nine in ten wait no longer. In time: within the service level. –: not in that design, or nothing was observed.',
    ...(suffixes === null ? [] : [`${suffixes}.`]),
  ];
}

const cellText = (figure: Estimated): string => plusMinus(figure, WIDE);
