/**
 * Privacy: how much others could perceive, by channel; what it is beside the waits of each agency; and where it is worst.
 */
import type { Scope } from '../../statistics/scopes.ts';
import { CHANNELS } from '../../statistics/scopes.ts';
import type { Page } from './figures.ts';
import { left, WIDTH, wrap } from './layout.ts';
import { aligned, type Estimated, over, ROOM } from './numbers.ts';

const LABEL = 25;

/** Most that are shown of the worst matters and places. */
const WORST = 5;
const WORST_LABEL = 26;
const WORST_GAP = 3;

/** Whether some sensitivity limits what others may perceive; without that there is no exposure to speak of. */
export function hasLimits({ scenario }: Page): boolean {
  const { sensitivities, policy } = scenario;
  const isLimited = Object.values(sensitivities).some(
    ({ speech, sight, seen, data, presence }) =>
      speech !== undefined ||
      sight !== undefined ||
      seen !== undefined ||
      data !== undefined ||
      presence !== undefined,
  );
  return isLimited || policy.calls === 'name';
}

interface Column {
  readonly heading: string;
  readonly of: (scope: Scope) => Estimated;
}

/** By channel: exposure, what is understood of talk, and conflicts. */
export function privacy(page: Page): string[] {
  if (!hasLimits(page)) return [];
  const { figures, style } = page;
  const all: readonly Column[] = [
    { heading: 'exposed, min', of: (scope) => figures.of('privacy.exposure', scope) },
    { heading: 'understood', of: (scope) => onlyTalk(figures.of('privacy.understood', scope), scope) },
    { heading: 'conflicts', of: (scope) => figures.of('privacy.conflicts', scope) },
  ];
  const perVisits: readonly Column[] = [{ heading: '', of: () => figures.of('privacy.per100Visits') }];
  return [
    heading(page, 'Privacy, a day', all),
    ...CHANNELS.map((channel) => row(page, CHANNEL_NAMES[channel], all, { channel })),
    style.title(row(page, 'All', all, {})),
    row(page, '  for 100 visits', perVisits, {}),
    ...wrap(
      'Exposed: person-minutes in which somebody without a right to it could perceive more of a private matter than ' +
        'its sensitivity allows; conflicts last for longer than it allows.',
      WIDTH,
    ).map(style.faint),
  ];
}

const CHANNEL_NAMES = { speech: 'Speech', sight: 'Sight', data: 'Data', presence: 'Presence' } as const;

/** Nothing is understood but talk. */
const onlyTalk = (figure: Estimated, { channel }: Scope): Estimated =>
  channel === undefined || channel === 'speech' ? figure : { mean: null, halfWidth: null };

/** Waits and exposure of each agency side by side. */
export function waitsAndExposure(page: Page): string[] {
  const { figures, scenario, style } = page;
  if (!hasLimits(page) || !figures.occurs('privacy.exposure')) return [];
  const columns: readonly Column[] = [
    { heading: 'wait', of: (scope) => figures.of('wait.mean', scope) },
    { heading: 'exposed', of: (scope) => figures.of('privacy.exposure', scope) },
    { heading: 'per 100', of: (scope) => figures.of('privacy.per100Services', scope) },
    { heading: 'conflicts', of: (scope) => figures.of('privacy.conflicts', scope) },
  ];
  const agencies = Object.entries(scenario.agencies).map(([id, { short }]) => ({ id, name: short ?? id }));
  const byExposure = agencies.sort((a, b) => exposureOf(page, b.id) - exposureOf(page, a.id));
  return [
    heading(page, 'Waits and exposure, min', columns),
    ...byExposure.map(({ id, name }) => row(page, name, columns, { agency: id })),
    style.title(row(page, 'All', columns, {})),
    ...wrap(
      'Mean wait; person-minutes exposed a day, and for every 100 services; conflicts a day.',
      WIDTH,
    ).map(style.faint),
  ];
}

const exposureOf = ({ figures }: Page, agency: string): number =>
  figures.of('privacy.exposure', { agency }).mean ?? 0;

function heading({ style }: Page, title: string, columns: readonly Column[]): string {
  const headings = columns.map(({ heading }) => over(heading)).join(' ');
  return style.title(left(title, LABEL)) + style.faint(headings.trimEnd());
}

function row({ write }: Page, label: string, columns: readonly Column[], scope: Scope): string {
  const cells = columns.map(({ of }) => aligned(write(of(scope))));
  return `${left(label, LABEL)}${cells.join(' ')}`.trimEnd();
}

/** The matters and the pairs of places with most exposure a day, side by side. */
export function worstExposure(page: Page): string[] {
  const { figures, scenario, style } = page;
  const matters = worst(
    Object.keys(scenario.matters).map((id) => [id, figures.of('privacy.exposure', { matter: id })]),
  );
  const places = worst(
    figures
      .ids('privacy.pairExposure', 'pair')
      .map((id) => [id, figures.of('privacy.pairExposure', { pair: id })]),
  );
  if (matters.length === 0 && places.length === 0) return [];
  const column = WORST_LABEL + ROOM.before + 3 + ROOM.after + WORST_GAP;
  const cell = (entry: Named | undefined) =>
    entry === undefined
      ? ' '.repeat(column)
      : `${left(entry[0], WORST_LABEL)}${aligned(page.write(entry[1]))}${' '.repeat(WORST_GAP)}`;
  const count = Math.max(matters.length, places.length);
  return [
    style.title(left('Most exposed matters, min', column)) + style.title('Most exposed places > from, min'),
    ...Array.from({ length: count }, (_, k) => (cell(matters[k]) + cell(places[k])).trimEnd()),
  ];
}

type Named = readonly [id: string, figure: Estimated];

const worst = (entries: readonly Named[]): Named[] =>
  entries
    .filter(([, { mean }]) => (mean ?? 0) > 0)
    .sort(([, a], [, b]) => (b.mean ?? 0) - (a.mean ?? 0))
    .slice(0, WORST);
