/**
 * A sweep as a page: waiting against exposure with its frontier, each measure as small multiples, and all figures and
 * differences in a table.
 */
import { type Contrast, contrastOf } from '../../experiment/contrasts.ts';
import type { Weighed } from '../../experiment/weighed.ts';
import { adjustedWords, counted, percentText } from '../design-words.ts';
import { pointName, type SweepPoint, type SweepReport } from '../sweep-report.ts';
import { type Estimated, percent, plusMinus, plusMinusReal, signed } from '../terminal/numbers.ts';
import { html, type Markup } from './markup.ts';
import { multiples } from './multiples.ts';
import { behind, notes, page, stopped, wide } from './page.ts';
import { haveCrosses, scatter } from './scatter.ts';

const WIDE = { before: 8, after: 8 };

const HEADINGS: Readonly<Record<string, string>> = {
  'wait.mean': 'Mean wait, minutes',
  'wait.p90': 'Wait that nine in ten do not exceed, minutes',
  'wait.withinTarget': 'Served in time, %',
  'left.share': 'Left without service, %',
  'house.mean': 'Time in the house, minutes',
  'privacy.exposure': 'Exposed, person-minutes a day',
  'privacy.conflicts': 'Conflicts a day',
  'fallback.count': 'Fall-backs a day',
  'role.utilisation': 'Use of',
};

const headingOf = ({ measure, scope }: Weighed): string => {
  const heading = HEADINGS[measure] ?? measure;
  return scope.role === undefined ? heading : `${heading} ${scope.role}, %`;
};

export function sweepPage(report: SweepReport): string {
  const { scenario, variables, points, replications, seed, version, skipped } = report;
  const weighed = points[0].contrasted.map((contrast) => contrast.weighed);
  const [first] = variables;
  return page(`Sweep · ${scenario}`, [
    html`<h1>${scenario}</h1>
<p class="muted">${counted(points.length, 'design')}, ${counted(replications, 'day')} of each, with the same seed (${seed})${adjustedWords(report.isAdjusted)} · aula ${version}</p>
<ul>${variables.map(({ path, values }) => html`<li><code>${path}</code>: ${values.join(', ')}</li>`)}</ul>
${stopped(points.length, report.asked)}
${skipped.length === 0 ? null : html`<p class="warning">Not run, as they are no valid scenarios: ${skipped.map((one) => pointName(one)).join('; ')}.</p>`}`,
    report.hasFrontier ? frontier(report) : null,
    html`<h2>Each measure over ${first.path}</h2>
<p class="muted">Dots are figures with their 95 % intervals; full ones are really different from the base, which is the square and the
long line${points.some(({ values }) => values.length === 0) ? ', the scenario as it is' : ''}.</p>
${weighed.map((one) => {
  const pictures = multiples(report, one);
  return pictures === null ? null : html`<figure><h3>${headingOf(one)}</h3>${pictures}</figure>`;
})}`,
    html`<h2>Figures and differences</h2>${behind('All designs as a table', table(report, weighed))}`,
    notes(remarks(report)),
  ]);
}

function frontier({ points }: SweepReport): Markup {
  const figure = ({ contrasted }: SweepPoint, measure: string): Estimated =>
    contrastOf(contrasted, measure)?.figure ?? { mean: null, halfWidth: null };
  const dots = points.map((point) => ({
    label: pointName(point),
    x: figure(point, 'wait.mean'),
    y: figure(point, 'privacy.exposure'),
    isBase: point.isBase,
    isFull: point.standing?.isOnFrontier ?? false,
  }));
  if (!points.some(({ standing }) => standing?.isOnFrontier))
    return html`<h2>Waiting against exposure</h2>
<p>Nothing is exposed: there is nothing to weigh.</p>`;
  return html`<h2>Waiting against exposure</h2>
<figure>${scatter(dots, {
    title: 'Mean wait and exposure of each design, with the frontier; the table below has the figures',
    labels: { x: 'Mean wait, minutes', y: 'Exposed, person-minutes a day' },
    hasFrontier: true,
  })}
<figcaption>Left is shorter, below is more private; the square is the base. Full dots, joined by the dotted line, are on the frontier: by
these days no other design is better in both. Hollow ones are beaten by one that is. ${
    haveCrosses(points.length)
      ? 'Crosses are the 95 % intervals of each design’s own figures.'
      : 'The cross is the 95 % interval of the base; those of the others are in the table at the end.'
  } For some names there is no room here; the table at the end has all. What a design costs is not weighed here.</figcaption></figure>
${wide('On the frontier', frontierTable(points, figure))}`;
}

type FigureOf = (point: SweepPoint, measure: string) => Estimated;

const frontierTable = (
  points: readonly SweepPoint[],
  figure: FigureOf,
): Markup => html`<table><caption>On the frontier, from the shortest wait</caption><thead><tr><th scope="col">Design</th>
<th class="number" scope="col">Mean wait, min</th><th class="number" scope="col">Exposed, min a day</th></tr></thead><tbody>
${points
  .filter(({ standing }) => standing?.isOnFrontier)
  .sort((a, b) => (figure(a, 'wait.mean').mean ?? 0) - (figure(b, 'wait.mean').mean ?? 0))
  .map(
    (point) =>
      html`<tr><th scope="row">${pointName(point)}</th><td class="number">${plusMinus(figure(point, 'wait.mean'), WIDE)}</td><td class="number">${plusMinus(figure(point, 'privacy.exposure'), WIDE)}</td></tr>
`,
  )}</tbody></table>`;

function table({ points, variables }: SweepReport, weighed: readonly Weighed[]): Markup {
  return html`<table><thead><tr>${variables.map(({ path }) => html`<th scope="col">${path}</th>`)}${weighed.map((one) => html`<th class="number" scope="col">${headingOf(one)}</th>`)}</tr></thead><tbody>
${points.map((point) => {
  const names =
    point.values.length === 0
      ? html`<th scope="row" colspan="${variables.length}">as it is</th>`
      : point.values.map((value) => html`<th scope="row">${value}</th>`);
  return html`<tr>${names}${point.contrasted.map(cell)}</tr>
`;
})}</tbody></table>`;
}

function cell({ figure, difference, isReal }: Contrast): Markup {
  if (figure === null) return html`<td class="number">–</td>`;
  const inUnit = (of: Estimated): Estimated => (figure.unit === '1' ? percent(of) : of);
  const change =
    difference === null
      ? 'base'
      : `${signed(inUnit(difference), isReal ? plusMinusReal : plusMinus, WIDE)}${isReal ? ' real' : ''}`;
  return html`<td class="number">${plusMinus(inUnit(figure), WIDE)}<br><span class="muted">${change}</span></td>`;
}

function remarks({
  comparisons,
  confidence,
  confidenceOfEach,
  replications,
  visitorsApart,
}: SweepReport): string[] {
  const together = percentText(confidence);
  return [
    visitorsApart.length === 0
      ? 'All designs meet the same visitors, day by day; differences are paired.'
      : `Not all designs have the same visitors: ${visitorsApart.join(', ')} differ. Differences are theirs, too.`,
    `± is half of an interval over ${counted(replications, 'day')}. Of a figure it holds with 95 % for that figure alone; of the ${comparisons} ` +
      `differences each holds with ${percentText(confidenceOfEach)}, so that all hold together with ${together} (Bonferroni).`,
    'Exposed: person-minutes in which somebody without a right to it could perceive more of a private matter than its ' +
      'sensitivity allows; conflicts last for longer than it allows.',
  ];
}
