/**
 * A sweep at 80 columns: a row for each point of the grid with its figures, and under it how far they are from those of
 * the base; with the frontier, which of them are worth a thought.
 */
import { type Contrast, contrastOf } from '../../experiment/contrasts.ts';
import { columns, visible } from '../../scenario/visible.ts';
import { adjustedWords, counted, percentText } from '../design-words.ts';
import { pointName, type SweepPoint, type SweepReport, shortPath } from '../sweep-report.ts';
import { differenceCell, figureCell, LABEL, notesOn } from './contrasts.ts';
import { writerFor } from './figures.ts';
import { cut, left, WIDTH, wrap } from './layout.ts';
import { type Estimated, over } from './numbers.ts';
import { type Style, styleFor } from './style.ts';

const COLUMNS = [
  { measure: 'wait.mean', heading: 'wait, min' },
  { measure: 'wait.p90', heading: 'p90, min' },
  { measure: 'left.share', heading: 'left, %' },
  { measure: 'privacy.exposure', heading: 'exposed, min' },
] as const;

interface Page {
  readonly report: SweepReport;
  readonly style: Style;
  readonly write: ReturnType<typeof writerFor>;
}

export function sweepText(report: SweepReport, colour = false): string[] {
  const page: Page = { report, style: styleFor(colour), write: writerFor(report.replications) };
  const sections = [heading(page), table(page), frontier(page), skipped(page)];
  sections.push(notes(page, sections.flat()));
  return sections.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, '']);
}

function heading({ report, style }: Page): string[] {
  const { scenario, variables, replications, seed, points, isAdjusted } = report;
  return [
    style.title(cut(scenario, WIDTH)),
    style.faint(
      `${counted(points.length, 'design')} · ${counted(replications, 'day')} each · seed ${cut(seed, 30)}${adjustedWords(isAdjusted)}`,
    ),
    ...variables.flatMap(({ path, values }) => wrap(`${path} = ${values.join(', ')}`, WIDTH, '  ')),
  ];
}

function table(page: Page): string[] {
  const { report, style } = page;
  const label = report.variables.map(({ path }) => shortPath(path)).join(', ');
  const isLong = columns(label) >= LABEL;
  const headings = COLUMNS.map((column) => `${over(column.heading)}  `).join(' ');
  return [
    ...(isLong ? [style.title(cut(label, WIDTH))] : []),
    style.title(left(isLong ? '' : label, LABEL)) + style.faint(headings.trimEnd()),
    ...report.points.flatMap((point) => rows(page, point)),
  ];
}

function rows({ report, style, write }: Page, point: SweepPoint): string[] {
  const name = pointName(point);
  const cells = (of: (contrast: Contrast | undefined) => string) =>
    COLUMNS.map(({ measure }) => of(contrastOf(point.contrasted, measure)))
      .join(' ')
      .trimEnd();
  const figures = cells((contrast) => figureCell(contrast, write));
  const mark = report.hasFrontier ? `${markOf(point)} ` : '';
  const room = LABEL - columns(mark);
  const isLong = columns(visible(name)) > room - 1;
  return [
    ...(isLong ? wrap(mark + name, WIDTH, '  ') : []),
    (isLong ? ' '.repeat(LABEL) : mark + left(name, room)) + figures,
    point.isBase
      ? style.faint('  compared with')
      : style.faint(left('  difference', LABEL)) +
        cells((contrast) => differenceCell(contrast, style, write)),
  ];
}

const MARKS = { on: '●', maybe: '○', beaten: '×' } as const;

function markOf({ standing }: SweepPoint): string {
  if (standing === null) return ' ';
  if (standing.isOnFrontier) return MARKS.on;
  return standing.isSure ? MARKS.beaten : MARKS.maybe;
}

/** Those on it, from the shortest wait to the least exposure. */
function frontier({ report, style, write }: Page): string[] {
  if (!report.hasFrontier) return [];
  const on = report.points.filter(({ standing }) => standing?.isOnFrontier);
  if (on.length === 0)
    return [style.title('Waiting against exposure'), 'Nothing is exposed: there is nothing to weigh.'];
  const figure = (point: SweepPoint, measure: string): Estimated =>
    contrastOf(point.contrasted, measure)?.figure ?? { mean: null, halfWidth: null };
  const byWait = on.sort((a, b) => (figure(a, 'wait.mean').mean ?? 0) - (figure(b, 'wait.mean').mean ?? 0));
  return [
    style.title('Worth a thought: no other design is better in both'),
    ...byWait.flatMap((point) =>
      wrap(
        `${MARKS.on} ${pointName(point)}: mean wait ${write(figure(point, 'wait.mean'))} min, ` +
          `${write(figure(point, 'privacy.exposure'))} person-min exposed a day`,
        WIDTH,
        '  ',
      ),
    ),
    ...wrap(
      `${MARKS.maybe} another is better in both, by these days; ${MARKS.beaten} for sure, by paired intervals that hold for all ` +
        'pairs of designs together. What a design costs is not weighed here.',
      WIDTH,
    ).map(style.faint),
  ];
}

function skipped({ report, style }: Page): string[] {
  if (report.skipped.length === 0) return [];
  return [
    style.title('Not run'),
    ...report.skipped.flatMap((point) =>
      wrap(`${pointName(point)}: ${point.reasons.join('; ')}`, WIDTH, '  ').map(style.open),
    ),
  ];
}

function notes({ report, style }: Page, lines: readonly string[]): string[] {
  const { visitorsApart, comparisons, confidence, confidenceOfEach, replications } = report;
  const together = percentText(confidence);
  const own = [
    visitorsApart.length === 0
      ? 'All designs meet the same visitors, day by day; differences are paired.'
      : `Not all designs have the same visitors: ${visitorsApart.join(', ')} differ. Differences are theirs, too.`,
    `± of a figure is half of its ${together} interval over ${counted(replications, 'day')}.${
      comparisons === 0
        ? ''
        : ` Those of the ${comparisons} differences, also of what only --json, --csv and --html show, hold together with ` +
          `${together} (Bonferroni: each with ${percentText(confidenceOfEach)}).`
    }`,
  ];
  return notesOn(lines, own, style);
}
