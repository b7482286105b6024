/**
 * The table of waits: one line an agency, and all of them last.
 */
import { columns } from '../../scenario/visible.ts';
import type { Scope } from '../../statistics/scopes.ts';
import type { Page } from './figures.ts';
import { groupedBy } from './grouped.ts';
import { left, WIDTH, wrap } from './layout.ts';
import { aligned, over, percent, ROOM } from './numbers.ts';

const LABEL = 15;

export function waits(page: Page): string[] {
  const { figures, scenario, style, write } = page;
  const level = serviceLevelHeading(page);
  const headings = ['mean', 'median', 'p90', level.heading, 'services'];
  const line = (label: string, scope: Scope) => {
    const cells = [
      figures.of('wait.mean', scope),
      figures.of('wait.median', scope),
      figures.of('wait.p90', scope),
      percent(figures.of('wait.withinTarget', scope)),
      figures.of('service.count', scope),
    ].map((figure) => aligned(write(figure)));
    return `${left(label, LABEL)}${cells.join(' ')}`.trimEnd();
  };
  const heading = headings.map((text) => over(text)).join(' ');
  return [
    style.title(left('Waits, min', LABEL)) + style.faint(heading.trimEnd()),
    ...Object.entries(scenario.agencies).map(([id, { short }]) => line(short ?? id, { agency: id })),
    style.title(line('All', {})),
    ...level.note,
  ];
}

/** The service level over its column, or a note where agencies differ in it or it is too long. */
function serviceLevelHeading({ scenario, style }: Page): { heading: string; note: string[] } {
  const { agencies, policy } = scenario;
  const levels = Object.values(agencies).map(({ serviceLevel }) => serviceLevel ?? policy.serviceLevel);
  const [first = policy.serviceLevel] = levels;
  const common = `≤ ${minutes(first)} min, %`;
  const fits = columns(common) <= ROOM.before + 3 + ROOM.after;
  if (fits && levels.every((level) => level === first)) return { heading: common, note: [] };
  const byLevel = groupedBy(
    Object.entries(agencies),
    ([, agency]) => agency.serviceLevel ?? policy.serviceLevel,
  );
  const texts = [...byLevel]
    .sort(([one], [other]) => one - other)
    .map(
      ([level, those]) =>
        `within ${minutes(level)} min for ${those.map(([id, { short }]) => short ?? id).join(', ')}`,
    );
  return {
    heading: 'in time, %',
    note: wrap(`In time: ${texts.join('; ')}.`, WIDTH).map(style.faint),
  };
}

const minutes = (seconds: number) => `${Number((seconds / 60).toFixed(1))}`;
