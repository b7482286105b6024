/** Threats to staff: how many are to be expected in a year of such days, where, and how soon help is there. */
import type { Scope } from '../../statistics/scopes.ts';
import type { Page } from './figures.ts';
import type { Estimated } from './numbers.ts';
import { type Entry, pairs } from './pairs.ts';

/** About a year of working days. */
const WORKING_DAYS = 250;
/** Most space types that are shown. */
const LISTED = 5;

/** Nothing where the scenario has no threats. */
export function safety(page: Page): string[] {
  const { figures, scenario } = page;
  if (!figures.occurs('safety.incidents')) return [];
  const types = Object.entries(scenario.spaceTypes).filter(([spaceType]) =>
    figures.occurs('safety.incidents', { spaceType }),
  );
  const perYear = ({ mean, halfWidth }: Estimated): Estimated => ({
    mean: mean === null ? null : mean * WORKING_DAYS,
    halfWidth: halfWidth === null ? null : halfWidth * WORKING_DAYS,
  });
  const incidents = (scope: Scope) => perYear(figures.of('safety.incidents', scope));
  const help: Entry = { label: 'Time to help', figure: figures.of('safety.timeToHelp'), unit: 'min' };
  const listed = types
    .map(([spaceType, { name }]) => ({ label: name.split(' (')[0], figure: incidents({ spaceType }) }))
    .sort((a, b) => (b.figure.mean ?? 0) - (a.figure.mean ?? 0))
    .slice(0, LISTED);
  return pairs(
    page,
    {
      title: `Threats to staff, ${WORKING_DAYS} such days`,
      entries: [{ label: 'Expected', figure: incidents({}) }, help],
    },
    { title: 'Of them at', entries: listed },
  );
}
