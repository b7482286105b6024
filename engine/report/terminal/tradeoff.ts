/**
 * Waiting against exposure at 80 columns: a row for each fall-back limit, bars that show how the two go against each
 * other, and how far each row is from the first.
 */
import { type TradeoffPoint, WEIGHED, type Weighed } from '../../experiment/tradeoff.ts';
import { counted } from '../design-words.ts';
import { limitText } from '../tradeoff-report.ts';
import { bar } from './bars.ts';
import { left, WIDTH, wrap } from './layout.ts';
import { aligned, over, plusMinus, type Room, signed, suffixesIn } from './numbers.ts';
import { styleFor } from './style.ts';

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

export function tradeoffText(points: readonly TradeoffPoint[], days: number, colour: boolean): string[] {
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
    `${counted(days, 'day')}; all rows meet the same visitors. Paired: differences from the first row, which are surer than the figures; their ` +
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
  return [...rows, '', ...wrap(suffixes === null ? note : `${note} ${suffixes}.`, WIDTH).map(style.faint)];
}

const shareOf = (mean: number | null, largest: number): number | null =>
  mean === null || largest === 0 ? null : mean / largest;
