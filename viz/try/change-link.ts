/**
 * Changes as a part of a link that can be read: `clerks:adviser:3~addSpace:b5:b4:1.5,12.2`, in their order. None of `~`, `:` and
 * `,` can be in an id.
 */
import type { Scenario } from '../../engine/scenario/schema.ts';
import { type Change, type Point, withChange } from './change.ts';
import { changeSchema } from './change-schema.ts';
import { volumesOf } from './volumes.ts';

/** Letters; longer links are cut off on their way. */
export const LONGEST = 2000;
const MOST = 100;

/** Null where they are too many for a link. */
export function linkOf(changes: readonly Change[]): string | null {
  const text = changes.map(textOf).join('~');
  return text.length > LONGEST || changes.length > MOST ? null : text;
}

/** Of all walk-ins. */
const ALL = '*';
/** What the doors do without the shifts. */
const DOORS = 'doors';

function textOf(change: Change): string {
  switch (change.kind) {
    case 'clerks':
      return of(change.kind, change.role, change.count);
    case 'fallback':
      return of(change.kind, change.minutes ?? 'never');
    case 'opening': {
      const hours = `${clockText(change.open)}-${clockText(change.close)}`;
      return change.shifts ? of(change.kind, hours) : of(change.kind, hours, DOORS);
    }
    case 'volume':
      return of(change.kind, change.of === '' ? ALL : change.of, change.factor);
    case 'partition':
      return of(change.kind, change.type, change.partition);
    case 'spaceType':
      return of(change.kind, change.space, change.type);
    case 'addSpace':
      return of(change.kind, change.id, change.of, ...(change.at === null ? [] : [pointText(change.at)]));
    case 'removeSpace':
      return of(change.kind, change.space);
    case 'moveSpace':
      return of(change.kind, change.space, pointText(change.at));
    case 'moveWall':
      return of(change.kind, change.wall, pointText(change.by));
    case 'removeWall':
      return of(change.kind, change.wall);
  }
}

const of = (kind: Change['kind'], ...parts: readonly (string | number)[]): string =>
  [kind, ...parts].join(':');

/** To the millimetre. */
const pointText = (point: Point): string => point.map((metres) => Number(metres.toFixed(3))).join(',');

/** `0830`, or with seconds `083015`. */
function clockText(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const text = `${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}${two(seconds % 60)}`;
}

export type LinkedChanges =
  | { readonly ok: true; readonly changes: readonly Change[] }
  /** The part that says nothing, or nothing of this scenario. */
  | { readonly ok: false; readonly part: string };

/** The changes that a part of a link says, where they are such of this scenario. */
export function changesIn(text: string, scenario: Scenario): LinkedChanges {
  const parts = text === '' ? [] : text.split('~');
  if (text.length > LONGEST || parts.length > MOST) return { ok: false, part: `${text.slice(0, 60)} …` };
  const known = knownIn(scenario);
  let changes: readonly Change[] = [];
  for (const part of parts) {
    const parsed = changeSchema.safeParse(read(part.split(':'), scenario));
    if (!parsed.success || isLonger(part, textOf(parsed.data)) || !fits(parsed.data, known))
      return { ok: false, part };
    changes = withChange(changes, parsed.data);
  }
  return { ok: true, changes };
}

/** What is said beyond a change is not understood. */
const isLonger = (part: string, text: string): boolean => part.split(':').length > text.split(':').length;

/** As a change might be; what is no number is NaN, which no change may hold. */
function read([kind, ...parts]: readonly string[], scenario: Scenario): unknown {
  const [first = '', second = '', third] = parts;
  switch (kind) {
    case 'clerks':
      return { kind, role: first, count: numberIn(second) };
    case 'fallback':
      return { kind, minutes: first === 'never' ? null : numberIn(first) };
    case 'opening': {
      const [open, close] = first.split('-').map(secondsIn);
      return { kind, open, close, shifts: second !== DOORS };
    }
    case 'volume': {
      const volumes = volumesOf(scenario);
      const arrivals = first === ALL ? [...volumes.values()].flat() : (volumes.get(first) ?? []);
      return { kind, of: first === ALL ? '' : first, arrivals, factor: numberIn(second) };
    }
    case 'partition':
      return { kind, type: first, partition: second };
    case 'spaceType':
      return { kind, space: first, type: second };
    case 'addSpace':
      return { kind, id: first, of: second, at: third === undefined ? null : pointIn(third) };
    case 'removeSpace':
      return { kind, space: first };
    case 'moveSpace':
      return { kind, space: first, at: pointIn(second) };
    case 'moveWall':
      return { kind, wall: first, by: pointIn(second) };
    case 'removeWall':
      return { kind, wall: first };
    default:
      return null;
  }
}

const numberIn = (text: string): number =>
  /^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;

const pointIn = (text: string): number[] => text.split(',').map(numberIn);

function secondsIn(text: string): number {
  const match = /^(\d\d)([0-5]\d)([0-5]\d)?$/.exec(text);
  return match === null
    ? Number.NaN
    : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

/** What there is to be changed; a change may add to it, or take from it. */
interface Known {
  readonly roles: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  readonly spaces: Set<string>;
  readonly walls: Set<string>;
  readonly hasFloor: boolean;
}

const knownIn = ({ roles, spaceTypes, spaces, floor }: Scenario): Known => ({
  roles: new Set(Object.keys(roles)),
  types: new Set(Object.keys(spaceTypes)),
  given: new Set(Object.keys(spaces)),
  spaces: new Set(Object.keys(spaces)),
  walls: new Set(Object.keys(floor?.walls ?? {})),
  hasFloor: floor !== undefined,
});

function fits(change: Change, { roles, types, given, spaces, walls, hasFloor }: Known): boolean {
  switch (change.kind) {
    case 'clerks':
      return roles.has(change.role);
    case 'fallback':
      return true;
    case 'opening':
      return change.open < change.close;
    case 'volume':
      return change.arrivals.length > 0;
    case 'partition':
      return types.has(change.type);
    case 'spaceType':
      return spaces.has(change.space) && types.has(change.type);
    case 'addSpace':
      if (spaces.has(change.id) || !given.has(change.of) || (change.at !== null && !hasFloor)) return false;
      spaces.add(change.id);
      return true;
    case 'removeSpace':
      return spaces.delete(change.space);
    case 'moveSpace':
      return spaces.has(change.space);
    case 'moveWall':
      return walls.has(change.wall);
    case 'removeWall':
      return walls.delete(change.wall);
  }
}
