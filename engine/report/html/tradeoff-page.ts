/** Waiting against exposure as a page: how far each fall-back limit is from the first in both, as a curve, and all figures. */
import { excludesZero } from '../../experiment/contrasts.ts';
import { type TradeoffPoint, WEIGHED, type Weighed } from '../../experiment/tradeoff.ts';
import { counted } from '../design-words.ts';
import { type Estimated, plusMinus, signed } from '../terminal/numbers.ts';
import { limitText, type TradeoffReport } from '../tradeoff-report.ts';
import { html, type Markup } from './markup.ts';
import { notes, page, stopped, wide } from './page.ts';
import { haveCrosses, scatter } from './scatter.ts';

const WIDE = { before: 8, after: 8 };
const NOTHING: Estimated = { mean: 0, halfWidth: 0 };
const HEADINGS: Readonly<Record<Weighed, string>> = {
  'wait.mean': 'Mean wait, min',
  'privacy.exposure': 'Exposed, min a day',
  'fallback.count': 'Fall-backs a day',
};

export function tradeoffPage({
  scenario,
  points,
  replications,
  seed,
  version,
  asked,
}: TradeoffReport): string {
  const first = limitText(points[0].limit);
  return page(`Waiting against exposure · ${scenario}`, [
    html`<h1>${scenario}</h1>
<p class="muted">Waiting against exposure by ${counted(points.length, 'fall-back limit')}, ${counted(replications, 'day')} of each, with the same seed (${seed}) · aula ${version}</p>
${stopped(points.length, asked, 'limits')}`,
    points.length < 2 ? null : html`<h2>What the limit costs, and spares</h2>${curve(points, first)}`,
    html`<h2>Figures and differences</h2>${wide('All limits', table(points))}`,
    notes([
      'Exposed: person-minutes a day in which somebody could perceive more of a private matter than its sensitivity allows. ' +
        'Fall-backs: services a day in a less private space.',
      `All limits meet the same visitors. ± is half of the 95 % interval over ${counted(replications, 'day')}; differences from the ` +
        'first are paired by day, which makes them surer than the figures, and their intervals hold all together.',
    ]),
  ]);
}

function curve(points: readonly TradeoffPoint[], first: string): Markup {
  const dots = points.map(({ limit, differences }) => {
    const x = differences?.['wait.mean'] ?? NOTHING;
    const y = differences?.['privacy.exposure'] ?? NOTHING;
    return {
      label: limitText(limit),
      x,
      y,
      isBase: differences === null,
      isFull: differences === null || excludesZero(x) || excludesZero(y),
    };
  });
  return html`<figure>${scatter(dots, {
    title: `Mean wait and exposure by fall-back limit, as differences from ${first}; the table below has the figures`,
    labels: {
      x: `Mean wait, minutes from that at ${first}`,
      y: `Exposed, person-minutes a day from those at ${first}`,
    },
    isJoined: true,
  })}
<figcaption>Left is shorter, below is more private; the square is the first limit (${first}), from which the line goes to the next, and on. ${
    haveCrosses(points.length)
      ? 'Crosses are 95 % intervals that hold all together'
      : 'The intervals are in the table below'
  }; hollow dots are not surely different from the square in either.</figcaption></figure>`;
}

const table = (
  points: readonly TradeoffPoint[],
): Markup => html`<table><thead><tr><th scope="col">Fall back after</th>
${WEIGHED.map((name) => html`<th class="number" scope="col">${HEADINGS[name]}</th>`)}</tr></thead><tbody>
${points.map(
  ({ limit, figures, differences }) =>
    html`<tr><th scope="row">${limitText(limit)}</th>${WEIGHED.map(
      (name) =>
        html`<td class="number">${plusMinus(figures[name], WIDE)}<br><span class="muted">${differences === null ? 'base' : signed(differences[name], plusMinus, WIDE)}</span></td>`,
    )}</tr>
`,
)}</tbody></table>`;
