/** Waiting against exposure at 80 columns: a row for each fall-back limit, and how far it is from the first. */
import { type TradeoffPoint, WEIGHED, type Weighed } from '../../experiment/tradeoff.ts';
import { left, WIDTH, wrap } from './layout.ts';
import { aligned, over, plusMinus, signed } from './numbers.ts';
import { styleFor } from './style.ts';

const LABEL = 22;
const BEFORE = 7;
const AFTER = 5;
const HEADINGS: Readonly<Record<Weighed, string>> = {
  'wait.mean': 'wait, min',
  'privacy.exposure': 'overheard',
  'fallback.count': 'fall-backs',
};

export function tradeoffText(points: readonly TradeoffPoint[], days: number, colour: boolean): string[] {
  const style = styleFor(colour);
  const cells = (of: (name: Weighed) => string) =>
    WEIGHED.map((name) => aligned(of(name), BEFORE, AFTER)).join(' ');
  const heading = WEIGHED.map((name) => over(HEADINGS[name], BEFORE, AFTER)).join(' ');
  const note =
    `Overheard: person-minutes a day in which somebody could understand more of private talk than its sensitivity ` +
    `allows. Fall-backs: services a day in a less private space. ± is half of the 95 % interval over ${days} ` +
    `days; all rows meet the same visitors, so that the differences from the first row are surer than the figures.`;
  return [
    style.title(left('Fall back after', LABEL)) + style.faint(heading.trimEnd()),
    ...points.flatMap(({ limit, figures, differences }) => [
      (left(inWords(limit), LABEL) + cells((name) => plusMinus(figures[name]))).trimEnd(),
      ...(differences === null
        ? []
        : [
            style.faint(
              (
                left('  difference, paired', LABEL) + cells((name) => signed(differences[name], plusMinus))
              ).trimEnd(),
            ),
          ]),
    ]),
    '',
    ...wrap(note, WIDTH).map(style.faint),
  ];
}

const inWords = (limit: number): string =>
  limit === Number.POSITIVE_INFINITY ? 'never' : `${Number((limit / 60).toFixed(2))} min`;
