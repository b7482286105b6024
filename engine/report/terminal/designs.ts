/**
 * Designs compared, at 80 columns: which they are and what differs, in words what that does, and a table of the first
 * design's figures with the differences of the others beside them. Pure, from the report to lines.
 */
import type { Contrast } from '../../experiment/contrasts.ts';
import { differenceText } from '../../scenario/differences.ts';
import { columns, visible } from '../../scenario/visible.ts';
import { adjustedWords, counted, inWords, percentText, restInWords } from '../design-words.ts';
import { type DesignEntry, type DesignsReport, type Section, sectionsOf } from '../designs-report.ts';
import type { Judgement, Verdict } from '../judgement.ts';
import { CELL, differenceCell, figureCell, LABEL, notesOn } from './contrasts.ts';
import { writerFor } from './figures.ts';
import { cut, left, WIDTH, wrap } from './layout.ts';
import { over } from './numbers.ts';
import { type Style, styleFor } from './style.ts';

/** Columns beside one another. */
const BLOCK = Math.floor((WIDTH - LABEL) / (CELL + 1));
/** Lines of what differs, of all designs together, and of each at least. */
const DIFFERENCES = 12;
const LEAST_DIFFERENCES = 2;
/** Most of a file's name; what the scenario is called has the rest. */
const FILE = 50;

interface Page {
  readonly report: DesignsReport;
  readonly style: Style;
  readonly write: ReturnType<typeof writerFor>;
}

export function designsText(report: DesignsReport, colour = false): string[] {
  const page: Page = { report, style: styleFor(colour), write: writerFor(report.replications) };
  const sections = [heading(page), whatDiffers(page), words(page), ...tables(page), targets(page)];
  sections.push(notes(page, sections.flat()));
  return sections.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, '']);
}

function heading({ report, style }: Page): string[] {
  const { designs, replications, seed, isAdjusted } = report;
  const letters = Math.max(...designs.map(({ letter }) => letter.length));
  const files = Math.min(FILE, Math.max(...designs.map(({ file }) => columns(visible(file)))));
  return [
    style.title(`${designs.length} designs`) +
      style.faint(
        ` · ${counted(replications, 'day')} each · seed ${cut(seed, 30)}${adjustedWords(isAdjusted)}`,
      ),
    ...designs.map(({ letter, name, file }) => {
      const start = `${left(letter, letters)}  ${left(file, files)}  `;
      return `${style.title(start)}${style.faint(cut(name, WIDTH - columns(start)))}`;
    }),
  ];
}

/** By path, what each document has that the first has not. */
function whatDiffers({ report, style }: Page): string[] {
  const [base, ...others] = report.designs;
  if (base === undefined || others.length === 0) return [];
  const each = Math.max(LEAST_DIFFERENCES, Math.floor(DIFFERENCES / others.length));
  return [
    style.title(`What differs from ${base.letter}`),
    ...others.flatMap(({ letter, differences, visitorsApart }) => {
      const shown = differences.slice(0, differences.length > each ? each - 1 : each);
      const rest = differences.slice(shown.length);
      const lines = shown.map((difference) => cut(differenceText(difference), WIDTH - letter.length - 2));
      if (rest.length > 0) lines.push(cut(`and ${restInWords(rest.map(({ path }) => path[0]))}`, WIDTH - 4));
      if (lines.length === 0) lines.push('nothing');
      return [
        ...lines.map((line, k) => `${k === 0 ? letter : ' '.repeat(letter.length)}  ${line}`),
        ...apart(letter, base, visitorsApart).map(style.open),
      ];
    }),
  ];
}

function apart(letter: string, base: DesignEntry, reasons: readonly string[]): string[] {
  if (reasons.length === 0) return [];
  const text = `! ${letter} has not the visitors of ${base.letter}: ${reasons.join(', ')} differ. Differences are theirs, too.`;
  return wrap(text, WIDTH, '  ');
}

function words({ report, style }: Page): string[] {
  const [base, ...others] = report.designs;
  if (base === undefined || others.length === 0) return [];
  return [
    style.title(`Against ${base.letter}`),
    ...others.flatMap((design) => wrap(`${design.letter}: ${inWords(design)}`, WIDTH, '   ')),
  ];
}

/** The first design's figures; beside them the second's where there are but two, and differences from the first. */
function tables(page: Page): string[][] {
  const { designs, names } = page.report;
  const [base, ...others] = designs;
  if (base === undefined) return [];
  const weighed = base.contrasted.map((contrast) => contrast.weighed);
  const all = [
    figureColumn(base),
    ...(others.length === 1 ? others.map(figureColumn) : []),
    ...others.map((design) => differenceColumn(base, design)),
  ];
  const blocks: Column[][] = [];
  for (let k = 1; k < all.length; k += BLOCK - 1) {
    blocks.push([all[0], ...all.slice(k, k + BLOCK - 1)]);
  }
  return blocks.flatMap((block) => sectionsOf(weighed, names).map((section) => table(page, section, block)));
}

interface Column {
  readonly heading: string;
  readonly of: (index: number) => Contrast | undefined;
  readonly isDifference: boolean;
}

const figureColumn = ({ letter, contrasted }: DesignEntry): Column => ({
  heading: letter,
  of: (index) => contrasted[index],
  isDifference: false,
});

const differenceColumn = (base: DesignEntry, { letter, contrasted }: DesignEntry): Column => ({
  heading: `${letter} − ${base.letter}`,
  of: (index) => contrasted[index],
  isDifference: true,
});

function table({ report, style, write }: Page, { title, rows }: Section, shown: readonly Column[]): string[] {
  const [base] = report.designs;
  const order = base.contrasted.map(({ weighed }) => weighed);
  const headings = shown.map(({ heading }) => `${over(heading)}  `).join(' ');
  return [
    style.title(left(title, LABEL)) + style.faint(headings.trimEnd()),
    ...rows.flatMap(({ label, weighed }) => {
      const index = order.indexOf(weighed);
      // What only designs of another block have is no row of this one.
      if (shown.every((column) => column.of(index)?.figure == null)) return [];
      const cells = shown.map((column) => {
        const contrast = column.of(index);
        return column.isDifference ? differenceCell(contrast, style, write) : figureCell(contrast, write);
      });
      return [`${left(label, LABEL)}${cells.join(' ')}`.trimEnd()];
    }),
  ];
}

const SIGNS: Readonly<Record<Verdict, string>> = { met: '✓', missed: '✗', unknown: '?' };
const TARGET = 44;
/** Designs beside one another. */
const VERDICTS = Math.floor((WIDTH - TARGET) / 4);

/** Each target that some design has, and how each design does. */
function targets({ report, style }: Page): string[] {
  const { designs } = report;
  const texts = [
    ...new Set(designs.flatMap(({ judgements }) => judgements.map(({ target }) => target.text))),
  ];
  if (texts.length === 0) return [];
  const colours = { met: style.good, missed: style.bad, unknown: style.open };
  const cell = (judgement: Judgement | undefined): string => {
    const text = judgement === undefined ? '–' : SIGNS[judgement.verdict];
    return judgement === undefined ? style.faint(text) : colours[judgement.verdict](text);
  };
  const blocks: DesignEntry[][] = [];
  for (let k = 0; k < designs.length; k += VERDICTS) blocks.push(designs.slice(k, k + VERDICTS));
  return [
    ...blocks.flatMap((block) => {
      // What only designs of another block have is no row of this one.
      const own = texts.filter((text) => block.some((design) => judgementOf(design, text) !== undefined));
      if (own.length === 0) return [];
      const letters = block.map(({ letter }) => left(letter, 4)).join('');
      return [
        style.title(left('Targets', TARGET)) + style.faint(letters.trimEnd()),
        ...own.map(
          (text) => left(text, TARGET) + block.map((design) => cell(judgementOf(design, text))).join('   '),
        ),
      ];
    }),
    style.faint('✓ met, ✗ missed, ? not yet known, – not its target'),
  ];
}

const judgementOf = ({ judgements }: DesignEntry, text: string): Judgement | undefined =>
  judgements.find(({ target }) => target.text === text);

function notes({ report, style }: Page, lines: readonly string[]): string[] {
  const { confidence, comparisons, confidenceOfEach, replications, designs } = report;
  const together = percentText(confidence);
  const same = designs.every(({ visitorsApart }) => visitorsApart.length === 0);
  const own = [
    ...(same ? ['All designs meet the same visitors, day by day; differences are paired.'] : []),
    `± of a figure is half of its ${together} interval over ${counted(replications, 'day')}. Those of the ${comparisons} differences ` +
      `are wider, so that all hold together with ${together} (Bonferroni: each with ${percentText(confidenceOfEach)}).`,
  ];
  return notesOn(lines, own, style);
}
