/**
 * What tables of designs have in common: a cell for a figure, a cell for a difference with its mark, and the notes below
 * that say how to read them.
 */
import type { Contrast } from '../../experiment/contrasts.ts';
import type { writerFor } from './figures.ts';
import { WIDTH, wrap } from './layout.ts';
import { aligned, type Estimated, percent, plusMinusReal, ROOM, signed, suffixesIn } from './numbers.ts';
import type { Style } from './style.ts';

type Write = ReturnType<typeof writerFor>;

/** Of the first column. */
export const LABEL = 20;
/** After a difference that is real, so that it is known without colour. */
const REAL = '*';
/** Of a cell: a figure, and room for the mark. */
export const CELL = ROOM.before + 3 + ROOM.after + 2;

const inUnit = (figure: Estimated & { readonly unit: string }): Estimated =>
  figure.unit === '1' ? percent(figure) : figure;

export function figureCell(contrast: Contrast | undefined, write: Write): string {
  return `${aligned(contrast?.figure == null ? '–' : write(inUnit(contrast.figure), ROOM))}  `;
}

/** Good or bad by what is better of it; neither where that is nobody's to say. */
export function differenceCell(contrast: Contrast | undefined, style: Style, write: Write): string {
  if (contrast?.difference == null) return `${aligned('–')}  `;
  const { difference, isReal, weighed } = contrast;
  const text = aligned(signed(inUnit(difference), isReal ? plusMinusReal : write, ROOM));
  if (!isReal) return style.faint(`${text}  `);
  const isLess = (difference.mean ?? 0) < 0;
  const { better } = weighed;
  const colour = better === null ? style.title : isLess === (better === 'less') ? style.good : style.bad;
  return colour(`${text} ${REAL}`);
}

/** What is said below all tables of designs, given the lines above; `own` is the table's own. */
export function notesOn(lines: readonly string[], own: readonly string[], style: Style): string[] {
  const suffixes = suffixesIn(lines);
  const texts = [
    ...own,
    `${REAL} real: the whole interval is on one side of nothing. Where there is none, it may be chance.`,
    ...(lines.some((line) => line.includes('–')) ? ['–: not in that design, or nothing was observed.'] : []),
    'Exposed: person-minutes in which somebody could perceive more of a private matter than its sensitivity allows.',
    ...(suffixes === null ? [] : [`${suffixes}.`]),
    ...(lines.some((line) => line.includes('± ?'))
      ? ['± ?: the days are too few to say how sure the figure is.']
      : []),
  ];
  return [style.title('Notes'), ...texts.flatMap((text) => wrap(`- ${text}`, WIDTH, '  ').map(style.faint))];
}
