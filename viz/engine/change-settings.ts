/** What a change sets in a scenario, by path, from what the scenario says so far. */
import { coordinate, rate } from '../../engine/scenario/quantity.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import type { Plain } from '../../engine/scenario/tree.ts';
import type { Change, Point } from '../try/change.ts';
import type { Setting } from './changed-source.ts';
import { doorFor } from './door-for.ts';
import { isPlainMap, plainAt } from './plain-edit.ts';
import { Unchangeable } from './yaml-splice.ts';

/** `written` is the scenario as its files and the changes before say it; `scenario` is that without changes. */
export function settingsFor(change: Change, written: Plain, scenario: Scenario): Setting[] {
  switch (change.kind) {
    case 'clerks':
      return [{ path: ['roles', change.role, 'count'], value: change.count }];
    case 'fallback':
      return fallback(change.minutes, written);
    case 'opening':
      return opening(change, written, scenario);
    case 'volume':
      return change.arrivals.flatMap((id) => volume(id, change.factor, written));
    case 'partition':
      return [{ path: ['spaceTypes', change.type, 'partition'], value: change.partition }];
    case 'spaceType':
      return spaceType(change.space, change.type, written, scenario);
    case 'addSpace':
      return addSpace(change, written);
    case 'removeSpace':
      return [{ path: ['spaces', change.space], value: undefined }];
    case 'moveSpace':
      return moveSpace(change.space, change.at, written);
    case 'moveWall':
      return moveWall(change.wall, change.by, written);
    case 'removeWall':
      return [
        ...doorsOn(change.wall, written).map(
          (door): Setting => ({ path: ['floor', 'doors', door], value: undefined }),
        ),
        { path: ['floor', 'walls', change.wall], value: undefined },
      ];
  }
}

function fallback(minutes: number | null, written: Plain): Setting[] {
  const value = minutes === null ? 'never' : `${minutes} min`;
  const matters = keysAt(written, ['matters']).filter(
    (id) => plainAt(written, ['matters', id, 'fallback', 'after']) !== undefined,
  );
  return [
    { path: ['policy', 'fallback'], value },
    ...matters.map((id): Setting => ({ path: ['matters', id, 'fallback', 'after'], value })),
  ];
}

/** `09:05`, as a scenario writes a time of day. */
export function clockOf(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [hours, minutes, ...(rest === 0 ? [] : [rest])].map(two).join(':');
}

function opening(
  { open, close, shifts }: Extract<Change, { kind: 'opening' }>,
  written: Plain,
  { day, roles }: Scenario,
): Setting[] {
  const doors = [
    { path: ['day', 'doors', 'open'], value: clockOf(open) },
    { path: ['day', 'doors', 'close'], value: clockOf(close) },
  ];
  if (!shifts) return doors;
  const moved = Object.entries(roles).flatMap(([role, { shifts: all = [] }]) =>
    all.flatMap(({ from, to }, k): Setting[] => [
      ...(from === day.doors.open
        ? [{ path: ['roles', role, 'shifts', k, 'from'], value: clockOf(open) }]
        : []),
      ...(to === day.doors.close
        ? [{ path: ['roles', role, 'shifts', k, 'to'], value: clockOf(close) }]
        : []),
    ]),
  );
  return [...doors, ...moved.filter(({ path }) => plainAt(written, path) !== undefined)];
}

const UNIT = /[a-zA-Z/%]+\s*$/;
/** Enough to be what was set, and few enough to be read. */
const DIGITS = 6;

/** A written number, with its unit, by a factor. */
function scaled(value: Plain | undefined, factor: number): Plain {
  const number = rate().safeParse(value);
  const plain = typeof value === 'number' ? value : Number.parseFloat(String(value));
  if (!number.success || !Number.isFinite(plain)) throw new Unchangeable(`${String(value)} is no rate`);
  const result = Number((plain * factor).toPrecision(DIGITS));
  const [unit] = UNIT.exec(String(value)) ?? [''];
  return unit === '' ? result : `${result} ${unit.trim()}`;
}

function volume(id: string, factor: number, written: Plain): Setting[] {
  const path = ['arrivals', id];
  const perDay = plainAt(written, [...path, 'perDay']);
  if (typeof perDay === 'number') {
    return [{ path: [...path, 'perDay'], value: Number((perDay * factor).toPrecision(DIGITS)) }];
  }
  const given = plainAt(written, [...path, 'rate']);
  if (!isPlainMap(given)) return [{ path: [...path, 'rate'], value: scaled(given, factor) }];
  const points = Array.isArray(given.points) ? given.points : [];
  const changed = points.map(
    (point): Plain => (Array.isArray(point) ? [point[0], scaled(point[1], factor)] : point),
  );
  return [{ path: [...path, 'rate', 'points'], value: changed }];
}

function spaceType(space: string, type: string, written: Plain, scenario: Scenario): Setting[] {
  const path = ['spaces', space];
  const settings: Setting[] = [{ path: [...path, 'type'], value: type }];
  const isEnclosed = /closed$/.test(scenario.spaceTypes[type]?.enclosure ?? '');
  const rectangle = rectangleOf(space, written);
  if (!isEnclosed || rectangle === null || plainAt(written, [...path, 'door']) !== undefined) return settings;
  const others = keysAt(written, ['spaces'])
    .filter((id) => id !== space)
    .flatMap((id) => rectangleOf(id, written) ?? []);
  return [...settings, { path: [...path, 'door'], value: [...doorFor(rectangle, others)] }];
}

/** The next number in place of the last, that no other has. */
export function nextName(name: string, taken: (name: string) => boolean): string {
  const match = /^(.*?)(\d+)$/s.exec(name);
  const [stem, from] = match === null ? [`${name} `, 1] : [match[1], Number(match[2])];
  for (let number = from + 1; ; number++) if (!taken(`${stem}${number}`)) return `${stem}${number}`;
}

function addSpace({ id, of, at }: Extract<Change, { kind: 'addSpace' }>, written: Plain): Setting[] {
  const original = plainAt(written, ['spaces', of]);
  if (!isPlainMap(original)) throw new Unchangeable(`there is no space ${of}`);
  const names = new Set(
    keysAt(written, ['spaces']).map((space) => plainAt(written, ['spaces', space, 'name'])),
  );
  const named =
    typeof original.name === 'string' ? { name: nextName(original.name, (name) => names.has(name)) } : {};
  const moved = at === null ? {} : movedTo(original, at);
  return [{ path: ['spaces', id], value: { ...original, ...named, ...moved } }];
}

function moveSpace(id: string, at: Point, written: Plain): Setting[] {
  const space = plainAt(written, ['spaces', id]);
  if (!isPlainMap(space)) throw new Unchangeable(`there is no space ${id}`);
  return Object.entries(movedTo(space, at)).map(([key, value]) => ({ path: ['spaces', id, key], value }));
}

/** The place of a space, with its door, at another corner. */
function movedTo(space: { [key: string]: Plain }, at: Point): { [key: string]: Plain } {
  const from = pointOf(space.at);
  const door = pointOf(space.door);
  if (from === null) return { at: [...at] };
  const by: Point = [at[0] - from[0], at[1] - from[1]];
  return { at: [...at], ...(door && { door: [...shifted(door, by)] }) };
}

function moveWall(wall: string, by: Point, written: Plain): Setting[] {
  const path = ['floor', 'walls', wall, 'line'];
  const line = lineOf(wall, written);
  if (line.length === 0) throw new Unchangeable(`there is no wall ${wall}`);
  return [
    { path, value: line.map((point) => [...shifted(point, by)]) },
    ...doorsOn(wall, written).map((door): Setting => {
      const at = pointOf(plainAt(written, ['floor', 'doors', door, 'at'])) ?? [0, 0];
      return { path: ['floor', 'doors', door, 'at'], value: [...shifted(at, by)] };
    }),
  ];
}

/** In metres: a door this far from a wall is on it. */
const ON_WALL = 0.06;

/** The doors that are on this wall and on no other. */
function doorsOn(wall: string, written: Plain): string[] {
  const others = keysAt(written, ['floor', 'walls']).filter((id) => id !== wall);
  return keysAt(written, ['floor', 'doors']).filter((door) => {
    const at = pointOf(plainAt(written, ['floor', 'doors', door, 'at']));
    if (at === null) return false;
    return (
      distanceTo(at, lineOf(wall, written)) < ON_WALL &&
      !others.some((id) => distanceTo(at, lineOf(id, written)) < ON_WALL)
    );
  });
}

const keysAt = (written: Plain, path: readonly string[]): string[] => {
  const map = plainAt(written, path);
  return isPlainMap(map) ? Object.keys(map) : [];
};

function lineOf(wall: string, written: Plain): Point[] {
  const line = plainAt(written, ['floor', 'walls', wall, 'line']);
  return Array.isArray(line) ? line.flatMap((point) => [pointOf(point) ?? [0, 0]]) : [];
}

/** In metres, as written with a unit or without. */
function pointOf(value: Plain | undefined): Point | null {
  if (!Array.isArray(value)) return null;
  const [x, y] = value.map((one) => coordinate().safeParse(one));
  return x?.success && y?.success ? [x.data, y.data] : null;
}

function rectangleOf(space: string, written: Plain) {
  const at = pointOf(plainAt(written, ['spaces', space, 'at']));
  const size = pointOf(plainAt(written, ['spaces', space, 'size']));
  return at === null || size === null ? null : { x: at[0], y: at[1], width: size[0], depth: size[1] };
}

/** To the millimetre, as plans are drawn. */
const metres = (value: number): number => Number(value.toFixed(3));
const shifted = ([x, y]: Point, [dx, dy]: Point): Point => [metres(x + dx), metres(y + dy)];

function distanceTo([x, y]: Point, line: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 1; k < line.length; k++) {
    const [[ax, ay], [bx, by]] = [line[k - 1], line[k]];
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const share =
      square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
    least = Math.min(least, Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)));
  }
  return least;
}
