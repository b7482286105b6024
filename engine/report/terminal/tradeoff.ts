/**
 * Waiting against exposure at 80 columns: what was run, a row for each fall-back limit, bars that show how the two go against each
 * other, and how far each row is from the first.
 */
import { WEIGHED, type Weighed } from '../../experiment/tradeoff.ts';
import { counted } from '../design-words.ts';
import { limitText, type TradeoffReport } from '../tradeoff-report.ts';
import { bar } from './bars.ts';
import { cut, left, WIDTH, wrap } from './layout.ts';
import { aligned, over, plusMinus, type Room, signed, suffixesIn } from './numbers.ts';
import { type Style, styleFor } from './style.ts';

const LABEL = 16;
const BAR = 8;
const CELL: Room = { before: 6, after: 5 };
const HEADINGS: Readonly<Record<Weighed, string>> = {
  'wait.mean': 'mean wait, min',
  'privacy.exposure': 'exposed, min',
  'fallback.count': 'fall-backs',
};
/** Shown as a bar beside its figures, on the scale of the largest. */
const DRAWN: ReadonlySet<Weighed> = new Set(['wait.mean', 'privacy.exposure']);

export function tradeoffText(report: TradeoffReport, colour: boolean): string[] {
  const { points, replications } = report;
  const style = styleFor(colour);
  const largest = (name: Weighed) => Math.max(...points.map(({ figures }) => figures[name].mean ?? 0));
  const picture = (name: Weighed, share: number | null) => (DRAWN.has(name) ? ` ${bar(share, BAR)} ` : '');
  const cells = (of: (name: Weighed) => string, shareOf: (name: Weighed) => number | null) =>
    WEIGHED.map((name) => aligned(of(name), CELL) + picture(name, shareOf(name)))
      .join(' ')
      .trimEnd();
  const none = () => null;
  const heading = WEIGHED.map((name) => over(HEADINGS[name], CELL) + picture(name, null)).join(' ');
  const note =
    `Exposed: person-minutes a day in which somebody could perceive more of a private matter than its sensitivity ` +
    `allows. Fall-backs: services a day in a less private space. ± is half of the 95 % interval over ` +
    `${counted(replications, 'day')}; all rows meet the same visitors. Paired: differences from the first row, which are surer than the figures; their ` +
    `intervals hold all together.`;
  const rows = [
    style.title(left('Fall back after', LABEL)) + style.faint(heading.trimEnd()),
    ...points.flatMap(({ limit, figures, differences }) => [
      left(limitText(limit), LABEL) +
        cells(
          (name) => plusMinus(figures[name], CELL),
          (name) => shareOf(figures[name].mean, largest(name)),
        ),
      ...(differences === null
        ? []
        : [
            style.faint(
              left('  paired', LABEL) + cells((name) => signed(differences[name], plusMinus, CELL), none),
            ),
          ]),
    ]),
  ];
  const suffixes = suffixesIn(rows);
  return [
    ...head(report, style),
    '',
    ...rows,
    '',
    ...wrap(suffixes === null ? note : `${note} ${suffixes}.`, WIDTH).map(style.faint),
  ];
}

/** What was run, as a run says it. */
function head({ scenario, seed, replications }: TradeoffReport, style: Style): string[] {
  return [
    style.title(cut(scenario, WIDTH)),
    ...wrap(`${counted(replications, 'day')} for each limit · seed ${seed}`, WIDTH).map(style.faint),
  ];
}

const shareOf = (mean: number | null, largest: number): number | null =>
  mean === null || largest === 0 ? null : mean / largest;
