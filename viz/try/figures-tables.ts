/** All figures of a trial, as tables. */
import type { Scenario } from '../../engine/scenario/schema.ts';
import { element } from '../app/element.ts';
import type { TrialFigures, TrialRow } from '../engine/trial-sums.ts';
import type { DataTable } from '../tables/data-table.ts';
import { tableElement } from '../tables/table-element.ts';
import type { Format } from '../words/format.ts';
import { figureText, rowLabel, unitText, verdictOf } from './figure-words.ts';
import type { TryWords } from './words.ts';

export function figuresTables(
  figures: TrialFigures,
  scenario: Scenario,
  said: TryWords,
  format: Format,
): HTMLElement[] {
  const show = (table: DataTable) => tableElement(table, format);
  const targets = targetsTable(figures, said, format);
  return [
    show(rowsTable(said.compared, figures.compared, scenario, said, format)),
    show(rowsTable(said.visits, figures.more, scenario, said, format)),
    ...(targets.rows.length > 0 ? [show(targets)] : []),
    element('p', { class: 'try-hint' }, said.together),
  ];
}

export function rowsTable(
  caption: string,
  rows: readonly TrialRow[],
  scenario: Scenario,
  said: TryWords,
  format: Format,
): DataTable {
  return {
    caption,
    columns: [said.measure, said.before, said.afterwards, said.difference, said.verdict].map((title) => ({
      title,
    })),
    rows: rows.map((row) => {
      const figure = row.changed ?? row.base;
      const unit = figure === null ? '' : unitText(figure, row.weighed.measure, said);
      const label = rowLabel(row, scenario, said);
      return [
        unit === '' ? label : `${label}, ${unit}`,
        figureText(row.base, format),
        figureText(row.changed, format),
        figureText(row.difference, format, true),
        said[verdictOf(row)],
      ];
    }),
  };
}

function targetsTable({ targets }: TrialFigures, said: TryWords, format: Format): DataTable {
  const words = { met: said.met, missed: said.missed, unknown: said.open };
  const told = (judgement: TrialFigures['targets']['base'][number] | undefined) => {
    if (judgement === undefined) return '–';
    const { target, mean, halfWidth, verdict } = judgement;
    return `${figureText({ mean, halfWidth, unit: target.unit }, format)}, ${words[verdict]}`;
  };
  const texts = [...new Set([...targets.base, ...targets.changed].map(({ target }) => target.text))];
  const of = (list: TrialFigures['targets']['base'], text: string) =>
    list.find(({ target }) => target.text === text);
  return {
    caption: said.targets,
    columns: [said.target, said.before, said.afterwards].map((title) => ({ title })),
    rows: texts.map((text) => [text, told(of(targets.base, text)), told(of(targets.changed, text))]),
  };
}
