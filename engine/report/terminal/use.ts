/**
 * How much of their time staff and spaces are in use: over the day as a bar, by the hour as a sparkline. Both tables
 * have the same columns and hours, so that one can be read against the other.
 */
import type { Scenario } from '../../scenario/schema.ts';
import { columns, visible } from '../../scenario/visible.ts';
import type { ScopeKey } from '../../statistics/scopes.ts';
import { bar, hourAxis, sparkline } from './bars.ts';
import { openHours, type Page } from './figures.ts';
import { left, leftWithSuffix, WIDTH } from './layout.ts';
import { aligned, over, percent, type Room } from './numbers.ts';

const BAR = 10;
/** Of shares, and of overtime. */
const CELL: Room = { before: 4, after: 4 };
const CELL_WIDTH = CELL.before + 3 + CELL.after;
/** Names are cut to what the other columns leave; a long day takes it from them. */
const nameMost = (hours: readonly number[]) =>
  WIDTH - (1 + BAR + 1 + CELL_WIDTH + 1 + hours.length + 1 + CELL_WIDTH);

interface Row {
  readonly id: string;
  readonly name: string;
  /** After the name: how many there are. */
  readonly times: string;
}

/** Roles that are ever there. */
const rolesOf = ({ figures, scenario }: Page): Row[] =>
  Object.entries(scenario.roles)
    .filter(([id]) => figures.occurs('role.onDuty', { role: id }))
    .map(([id, { name, count }]) => ({ id, name, times: ` ×${count}` }));

/** Space types in use, with the spaces that are of the type at some time of the day. */
const typesOf = ({ figures, scenario }: Page): Row[] =>
  Object.entries(scenario.spaceTypes)
    .filter(([id]) => figures.of('space.occupancy', { spaceType: id }).mean !== null)
    .map(([id, { name }]) => ({ id, name, times: ` ×${spacesOf(scenario, id)}` }));

function spacesOf({ spaces: all }: Scenario, type: string): number {
  return Object.values(all).filter(
    (space) => space.type === type || space.timetable.some((change) => change.type === type),
  ).length;
}

/** The same for both tables. */
function nameWidth(page: Page): number {
  const longest = [...rolesOf(page), ...typesOf(page)].map(({ name, times }) =>
    columns(visible(name) + times),
  );
  return Math.min(nameMost(openHours(page.scenario)), Math.max(0, ...longest));
}

/** One line for each role, with the overtime of its clerks where there is any. */
export function staff(page: Page): string[] {
  const { figures, style, write } = page;
  const roles = rolesOf(page);
  if (roles.length === 0) return [];
  const hasOvertime = roles.some(({ id }) => figures.occurs('role.overtime', { role: id }));
  const overtime = (id: string) =>
    hasOvertime ? aligned(write(figures.of('role.overtime', { role: id }), CELL), CELL) : '';
  return [
    heading(page, 'Staff', 'busy, %', hasOvertime ? 'overtime' : ''),
    ...roles.map((row) => `${line(page, 'role.utilisation', 'role', row)} ${overtime(row.id)}`.trimEnd()),
    ...(hasOvertime ? [style.faint('Overtime: minutes a day, of all clerks of the role together.')] : []),
  ];
}

/** One line for each space type. */
export function spaces(page: Page): string[] {
  const types = typesOf(page);
  if (types.length === 0) return [];
  return [
    heading(page, 'Spaces', 'taken, %', ''),
    ...types.map((row) => line(page, 'space.occupancy', 'spaceType', row).trimEnd()),
  ];
}

function heading(page: Page, title: string, what: string, last: string): string {
  const { scenario, style } = page;
  const texts = ` ${' '.repeat(BAR)} ${over(what, CELL)} ${hourAxis(openHours(scenario))} `;
  const lastHeading = over(last, CELL);
  return style.title(left(title, nameWidth(page))) + style.faint((texts + lastHeading).trimEnd());
}

function line(page: Page, measure: string, key: ScopeKey, { id, name, times }: Row): string {
  const { figures, scenario, write } = page;
  const figure = figures.of(measure, { [key]: id });
  return [
    leftWithSuffix(name, times, nameWidth(page)),
    bar(figure.mean, BAR),
    aligned(write(percent(figure), CELL), CELL),
    sparkline(figures.byHour(measure, key, id, openHours(scenario))),
  ].join(' ');
}
