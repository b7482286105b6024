/**
 * Routings side by side: each one's figures, and under them how far they are from the first one's, paired day by day.
 */
import type { Compared, Comparison } from '../../experiment/comparison.ts';
import type { Page } from './figures.ts';
import { left } from './layout.ts';
import { aligned, over, percent, signed } from './numbers.ts';

const LABEL = 25;

const COLUMNS = [
  { measure: 'wait.mean', heading: 'wait' },
  { measure: 'wait.p90', heading: 'p90' },
  { measure: 'left.share', heading: 'left, %' },
  { measure: 'house.mean', heading: 'in house' },
] as const;

export function comparison({ style, write }: Page, rows: readonly Comparison[]): string[] {
  if (rows.length < 2) return [];
  const heading = COLUMNS.map((column) => over(column.heading)).join(' ');
  return [
    style.title(left('Routings, min', LABEL)) + style.faint(heading.trimEnd()),
    ...rows.flatMap((row, k) => [
      line(row.routing, row, ({ figure }) => (figure.unit === '1' ? percent(figure) : figure), write),
      ...(k === 0
        ? []
        : [style.faint(line('  difference, paired', row, differenceOf, (figure) => signed(figure, write)))]),
    ]),
  ];
}

function differenceOf({ difference }: Compared) {
  if (difference === null) return { mean: null, halfWidth: null };
  return difference.unit === '1' ? percent(difference) : difference;
}

function line(
  label: string,
  { measures }: Comparison,
  figureOf: (compared: Compared) => { mean: number | null; halfWidth: number | null },
  write: Page['write'],
): string {
  const texts = COLUMNS.map(({ measure }) => {
    const compared = measures.find(({ figure }) => figure.measure === measure);
    return aligned(compared === undefined ? '' : write(figureOf(compared)));
  });
  return `${left(label, LABEL)}${texts.join(' ')}`.trimEnd();
}
