/**
 * The report at 80 columns: what a planner reads after a run. A pure function from results to lines; whether there
 * is a terminal, and whether it has colours, is for the caller to know.
 */
import type { Scenario } from '../../scenario/schema.ts';
import type { Rule } from '../../simulation/rules.ts';
import { endingSentences } from '../ending.ts';
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

/** Lines of at most 80 columns, without their ends. */
export function terminalReport(report: Report, options: ReportOptions): string[] {
  const { scenario, rules = [], colour = false } = options;
  const style = styleFor(colour);
  const page: Page = {
    figures: new Figures(report.measures),
    scenario,
    style,
    write: writerFor(report.replications),
  };
  const confidence = report.measures[0]?.confidence ?? 0.95;
  const sections = [
    title(report, page),
    waits(page),
    byHour(page),
    visits(page),
    house(page),
    privacy(page),
    waitsAndExposure(page),
    causes(page, report.causes),
    worstExposure(page),
    safety(page),
    staff(page),
    spaces(page),
    comparison(page, report.comparisons),
    targets(page, report.judgements),
  ];
  sections.push(notes(page, sections.slice(1).flat(), report.replications, confidence, rules));
  return sections.filter((section) => section.length > 0).flatMap((section) => [...section, '']);
}

function title(report: Report, { style }: Page): string[] {
  const { scenario, replications, seed, routing } = report;
  const days = replications === 1 ? '1 day' : `${replications} days`;
  return [
    style.title(cut(scenario, WIDTH)),
    ...wrap(`${days} · seed ${seed} · ${routing.replaceAll('-', ' ')}`, WIDTH).map(style.faint),
    ...endingSentences(report, replications).flatMap((text) => wrap(capitalised(text), WIDTH)),
  ];
}

/** Names of measures stay as they are. */
const capitalised = (text: string): string =>
  text.startsWith('stopped') ? `S${text.slice(1)}.` : `${text}.`;
