/**
 * The report at 80 columns: what a planner reads after a run. A pure function from results to lines; whether there
 * is a terminal, and whether it has colours, is for the caller to know.
 */
import type { Scenario } from '../../scenario/schema.ts';
import type { Rule } from '../../simulation/rules.ts';
import { adjustedWords } from '../design-words.ts';
import { type Ending, endingSentences } from '../ending.ts';
import type { Report } from '../rows.ts';
import { byHour } from './by-hour.ts';
import { causes } from './causes.ts';
import { comparison } from './comparison.ts';
import { Figures, type Page, writerFor } from './figures.ts';
import { cut, WIDTH, wrap } from './layout.ts';
import { notes } from './notes.ts';
import { privacy, waitsAndExposure, worstExposure } from './privacy.ts';
import { safety } from './safety.ts';
import { styleFor } from './style.ts';
import { targets } from './targets.ts';
import { spaces, staff } from './use.ts';
import { house, visits } from './visits.ts';
import { waits } from './waits.ts';

export interface ReportOptions {
  readonly scenario: Scenario;
  /** Named in the footnotes. */
  readonly rules?: readonly Rule[];
  readonly colour?: boolean;
}

/**
 * What is known once the days of the design are done: its waits, visits and privacy. Lines of at most 80 columns, without
 * their ends; `continuation` goes on from there.
 */
export function opening(report: Report, options: ReportOptions): string[] {
  return spaced(openingSections(report, pageOf(report, options)));
}

/** The rest, with what is made of other designs; `told` is how the run had ended by the time of the opening. */
export function continuation(report: Report, options: ReportOptions, told: Ending = report): string[] {
  const page = pageOf(report, options);
  const confidence = report.measures[0]?.confidence ?? 0.95;
  const sections = [
    endings(report, told),
    causes(page, report.causes),
    worstExposure(page),
    safety(page),
    staff(page),
    spaces(page),
    comparison(page, report.comparisons),
    targets(page, report.judgements),
  ];
  const noted = {
    lines: [...openingSections(report, page).slice(1), ...sections].flat(),
    // No quantiles and no differences, which may be nothing though much was seen.
    counts: [visits(page), house(page), privacy(page), safety(page)].flat(),
  };
  sections.push(
    notes(page, noted, report.replications, confidence, report.isAdjusted === true, options.rules ?? []),
  );
  return spaced(sections);
}

/** All of it. */
export function terminalReport(report: Report, options: ReportOptions): string[] {
  return [...opening(report, options), ...continuation(report, options)];
}

function pageOf(report: Report, { scenario, colour = false }: ReportOptions): Page {
  return {
    figures: new Figures(report.measures),
    scenario,
    style: styleFor(colour),
    write: writerFor(report.replications),
  };
}

const openingSections = (report: Report, page: Page): string[][] => [
  title(report, page),
  waits(page),
  byHour(page),
  visits(page),
  house(page),
  privacy(page),
  waitsAndExposure(page),
];

const spaced = (sections: readonly string[][]): string[] =>
  sections.filter((section) => section.length > 0).flatMap((section) => [...section, '']);

function title(report: Report, { style }: Page): string[] {
  const { scenario, replications, seed, routing, isAdjusted } = report;
  const days = replications === 1 ? '1 day' : `${replications} days`;
  return [
    style.title(cut(scenario, WIDTH)),
    ...wrap(
      `${days} · seed ${seed} · ${routing.replaceAll('-', ' ')}${adjustedWords(isAdjusted)}`,
      WIDTH,
    ).map(style.faint),
    ...endings(report, {}),
  ];
}

/** How the run ended, as far as it has not been told. */
function endings(report: Report, told: Ending): string[] {
  const { replications } = report;
  const known = endingSentences(told, replications);
  return endingSentences(report, replications)
    .filter((text) => !known.includes(text))
    .flatMap((text) => wrap(capitalised(text), WIDTH));
}

/** Names of measures stay as they are. */
const capitalised = (text: string): string =>
  text.startsWith('stopped') ? `S${text.slice(1)}.` : `${text}.`;
