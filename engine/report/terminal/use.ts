/**
 * How much of their time staff and spaces are in use: over the day as a bar, by the hour as a sparkline.
 */
import type { ScopeKey } from '../../statistics/scopes.ts';
import { bar, hourAxis, sparkline } from './bars.ts';
import type { Page } from './figures.ts';
import { left, leftWithSuffix } from './layout.ts';
import { aligned, percent, plusMinus } from './numbers.ts';

const LABEL = 24;
const BAR = 10;
const BEFORE = 4;
const AFTER = 4;

/** One line for each role, with the overtime of its clerks where there is any. */
export function staff(page: Page): string[] {
  const { figures, scenario, style } = page;
  const roles = Object.entries(scenario.roles);
  const hasOvertime = roles.some(([id]) => figures.occurs('role.overtime', { role: id }));
  const hours = hoursOf(page);
  const lines = roles
    .filter(([id]) => figures.occurs('role.onDuty', { role: id }))
    .map(([id, { name, count }]) => {
      const overtime = hasOvertime ? aligned(plusMinus(figures.of('role.overtime', { role: id })), 4, 3) : '';
      return `${line(page, 'role.utilisation', 'role', id, name, count, hours)}  ${overtime}`.trimEnd();
    });
  const heading = `${headings('busy, %', hours)}${hasOvertime ? '  overtime' : ''}`;
  return lines.length === 0 ? [] : [style.title(left('Staff', LABEL)) + style.faint(heading), ...lines];
}

/** One line for each space type in use. */
export function spaces(page: Page): string[] {
  const { figures, scenario, style } = page;
  const hours = hoursOf(page);
  const lines = Object.entries(scenario.spaceTypes)
    .filter(([id]) => figures.of('space.occupancy', { spaceType: id }).mean !== null)
    .map(([id, { name }]) => {
      const count = Object.values(scenario.spaces).filter((space) => space.type === id).length;
      return line(page, 'space.occupancy', 'spaceType', id, name, count, hours).trimEnd();
    });
  const heading = headings('taken, %', hours);
  return lines.length === 0 ? [] : [style.title(left('Spaces', LABEL)) + style.faint(heading), ...lines];
}

/** Both tables show the same hours, so that one can be read against the other. */
const hoursOf = ({ figures }: Page) => figures.hours(['role.utilisation', 'space.occupancy']);

const headings = (what: string, hours: readonly number[]) =>
  ` ${' '.repeat(BAR)} ${left(what, BEFORE + 3 + AFTER)} ${hourAxis(hours)}`;

function line(
  { figures }: Page,
  measure: string,
  key: ScopeKey,
  id: string,
  name: string,
  count: number,
  hours: readonly number[],
): string {
  const figure = figures.of(measure, { [key]: id });
  return [
    leftWithSuffix(name, ` ×${count}`, LABEL),
    bar(figure.mean, BAR),
    aligned(plusMinus(percent(figure)), BEFORE, AFTER),
    sparkline(figures.byHour(measure, key, id, hours)),
  ].join(' ');
}
