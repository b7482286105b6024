/** What a change does, first of all: a few figures before and after, and whether there is a difference. */
import type { Scenario } from '../../engine/scenario/schema.ts';
import { element } from '../app/element.ts';
import type { TrialRow } from '../engine/trial-sums.ts';
import type { Format } from '../words/format.ts';
import { figureText, isBetter, rowLabel, unitText, verdictOf } from './figure-words.ts';
import type { TrialDesk } from './trial-desk.ts';
import type { TryWords } from './words.ts';

/** Of the whole house, the most important first. */
const FIRST = ['wait.mean', 'wait.p90', 'left.share', 'privacy.exposure', 'privacy.conflicts'];

const MARKS = { less: '▼', more: '▲', same: '=', unknown: '–' } as const;

export class Summary {
  readonly element = element('section', { class: 'try-summary' });
  private readonly rows = element('table', { class: 'try-first' });
  private readonly progress = element('progress', { class: 'try-progress' });
  private readonly state = element('p', { class: 'try-state' });
  private readonly problem = element('pre', { class: 'try-problem', role: 'alert', hidden: true });
  private readonly live = element('p', { class: 'unseen', role: 'status' });
  private readonly said: TryWords;
  private readonly format: Format;
  private readonly scenario: Scenario;
  /** What has been said aloud of which figures, so that each is said twice at most: at first, and at the end. */
  private spoken = '';

  constructor(scenario: Scenario, said: TryWords, format: Format) {
    this.scenario = scenario;
    this.said = said;
    this.format = format;
    this.element.append(this.state, this.progress, this.problem, this.rows, this.live);
  }

  update(desk: TrialDesk, days: number): void {
    const { said, format } = this;
    const { figures, status, isStale, problems } = desk;
    this.state.textContent = this.stateText(desk, days);
    this.progress.hidden = status !== 'counting' && status !== 'opening';
    this.progress.setAttribute('aria-label', this.state.textContent);
    this.progress.max = days;
    if (isStale || figures === null) this.progress.removeAttribute('value');
    else this.progress.value = figures.days;
    const general = problems[''];
    this.problem.hidden = general === undefined;
    this.problem.textContent = general ?? '';
    this.rows.classList.toggle('is-stale', isStale);
    const shown = FIRST.flatMap(
      (name) =>
        figures?.compared.find(
          ({ weighed }) => weighed.measure === name && Object.keys(weighed.scope).length === 0,
        ) ?? [],
    );
    this.rows.hidden = shown.length === 0;
    this.rows.replaceChildren(
      element('caption', { class: 'unseen' }, said.firstFigures),
      this.head(),
      ...shown.map((row) => this.row(row)),
    );
    if (isStale || figures === null) return;
    const isOver = status === 'done';
    const key = `${JSON.stringify(desk.changes)} ${isOver}`;
    if (this.spoken === key || (!isOver && figures.days > 20)) return;
    this.spoken = key;
    const verdicts = shown.map((row) => said.said(rowLabel(row, this.scenario, said), said[verdictOf(row)]));
    this.live.textContent = `${said.doneOther(format.number(figures.days))}. ${verdicts.join('. ')}`;
  }

  private stateText({ status, figures, isStale }: TrialDesk, days: number): string {
    const { said, format } = this;
    switch (status) {
      case 'none':
        return said.intro;
      case 'opening':
        return said.checking;
      case 'refused':
        return said.refused;
      case 'failed':
        return said.failed;
      case 'counting':
        return isStale || figures === null
          ? said.starting
          : said.counting(format.number(figures.days), format.number(days));
      case 'done': {
        const isPaired = figures === null || figures.visitorsApart.length === 0;
        return isPaired
          ? said.done(format.number(days))
          : `${said.doneOther(format.number(days))}. ${said.apart}`;
      }
    }
  }

  /** For who hears it: on the page each row explains itself. */
  private head(): HTMLElement {
    const { measure, verdict, before, afterwards, difference } = this.said;
    const titles = [measure, verdict, `${before} → ${afterwards}`, difference];
    const cells = titles.map((title) => element('th', { scope: 'col' }, title));
    return element('thead', { class: 'unseen' }, element('tr', {}, ...cells));
  }

  private row(row: TrialRow): HTMLElement {
    const { said, format } = this;
    // Not broken within.
    const whole = (figure: TrialRow['base']) => figureText(figure, format).replaceAll(' ', '\u00a0');
    const verdict = verdictOf(row);
    const better = isBetter(row);
    const { measure } = row.weighed;
    const unit = row.changed === null ? '' : unitText(row.changed, measure, said);
    const quality = better === null ? '' : better ? 'is-better' : 'is-worse';
    return element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        rowLabel(row, this.scenario, said),
        unit === '' ? null : element('span', { class: 'unit' }, `, ${unit}`),
      ),
      element(
        'td',
        { class: `verdict ${quality}` },
        element('span', { 'aria-hidden': 'true' }, `${MARKS[verdict]} `),
        said[verdict],
      ),
      element('td', { class: 'from-to' }, `${whole(row.base)} → `, element('b', {}, whole(row.changed))),
      element('td', { class: `difference ${quality}` }, figureText(row.difference, format, true)),
    );
  }
}
