/** What controls show: the scenario with the changes, at once and whether it can be simulated or not. */
import type { Scenario } from '../../engine/scenario/schema.ts';
import type { Change, Point } from './change.ts';

export interface DraftSpace {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Null where the scenario has no floor. */
  readonly at: Point | null;
  readonly size: Point | null;
  /** Null where it has none. */
  readonly door: Point | null;
  readonly isNew: boolean;
  readonly isMoved: boolean;
}

export interface DraftWall {
  readonly id: string;
  readonly line: readonly Point[];
  readonly isMoved: boolean;
}

export interface Draft {
  /** By role. */
  readonly clerks: Readonly<Record<string, number>>;
  /** Minutes; null for ever. */
  readonly fallback: number | null;
  /** Seconds after midnight. */
  readonly doors: { readonly open: number; readonly close: number };
  /** By what a volume is of. */
  readonly volumes: Readonly<Record<string, number>>;
  /** By space type; null where it is as its enclosure has it, or measured. */
  readonly partitions: Readonly<Record<string, string | null>>;
  readonly spaces: readonly DraftSpace[];
  readonly walls: readonly DraftWall[];
}

export function draftOf(scenario: Scenario, changes: readonly Change[]): Draft {
  const { roles, policy, day, spaceTypes } = scenario;
  const clerks = Object.fromEntries(Object.entries(roles).map(([id, { count }]) => [id, count]));
  const partitions: Record<string, string | null> = Object.fromEntries(
    Object.entries(spaceTypes).map(([id, { partition }]) => [
      id,
      typeof partition === 'string' ? partition : null,
    ]),
  );
  const volumes: Record<string, number> = {};
  let fallback = Number.isFinite(policy.fallback) ? policy.fallback / 60 : null;
  let doors: Draft['doors'] = day.doors;
  let spaces = Object.entries(scenario.spaces).map(
    ([id, space]): DraftSpace => ({
      id,
      name: space.name ?? id,
      type: space.type,
      at: space.at ?? null,
      size: space.size ?? null,
      door: space.door ?? null,
      isNew: false,
      isMoved: false,
    }),
  );
  let walls = Object.entries(scenario.floor?.walls ?? {}).map(
    ([id, { line }]): DraftWall => ({
      id,
      line,
      isMoved: false,
    }),
  );
  const withSpace = (id: string, part: Partial<DraftSpace>) =>
    spaces.map((space) => (space.id === id ? { ...space, ...part } : space));
  for (const change of changes) {
    switch (change.kind) {
      case 'clerks':
        clerks[change.role] = change.count;
        break;
      case 'fallback':
        fallback = change.minutes;
        break;
      case 'opening':
        doors = { open: change.open, close: change.close };
        break;
      case 'volume':
        volumes[change.of] = change.factor;
        break;
      case 'partition':
        partitions[change.type] = change.partition;
        break;
      case 'spaceType':
        spaces = withSpace(change.space, { type: change.type });
        break;
      case 'addSpace': {
        const original = spaces.find(({ id }) => id === change.of);
        if (original !== undefined)
          spaces = [
            ...spaces,
            { ...placed(original, change.at), id: change.id, name: change.id, isNew: true },
          ];
        break;
      }
      case 'removeSpace':
        spaces = spaces.filter(({ id }) => id !== change.space);
        break;
      case 'moveSpace':
        spaces = spaces.map((space) =>
          space.id === change.space ? { ...placed(space, change.at), isMoved: true } : space,
        );
        break;
      case 'moveWall':
        walls = walls.map((wall) =>
          wall.id === change.wall ? { ...wall, line: shifted(wall.line, change.by), isMoved: true } : wall,
        );
        break;
      case 'removeWall':
        walls = walls.filter(({ id }) => id !== change.wall);
        break;
    }
  }
  return { clerks, fallback, doors, volumes, partitions, spaces, walls };
}

/** At another corner, with its door. */
function placed(space: DraftSpace, at: Point | null): DraftSpace {
  const { at: from, door } = space;
  if (at === null || from === null || door === null) return { ...space, at };
  return { ...space, at, door: [door[0] + at[0] - from[0], door[1] + at[1] - from[1]] };
}

const shifted = (line: readonly Point[], [dx, dy]: Point): Point[] =>
  line.map(([x, y]): Point => [x + dx, y + dy]);

/** Whether a change sets what the scenario says already, so that it is none. */
export function isNothing(change: Change, scenario: Scenario): boolean {
  const before = draftOf(scenario, []);
  switch (change.kind) {
    case 'clerks':
      return before.clerks[change.role] === change.count;
    case 'fallback':
      return before.fallback === change.minutes;
    case 'opening':
      return before.doors.open === change.open && before.doors.close === change.close;
    case 'volume':
      return change.factor === 1;
    case 'partition':
      return before.partitions[change.type] === change.partition;
    case 'spaceType':
      return before.spaces.some(({ id, type }) => id === change.space && type === change.type);
    case 'moveSpace':
      return before.spaces.some(
        ({ id, at }) => id === change.space && at?.[0] === change.at[0] && at[1] === change.at[1],
      );
    case 'moveWall':
      return change.by[0] === 0 && change.by[1] === 0;
    default:
      return false;
  }
}

/** The id of a copy: the next number in place of the last. */
export function idOfCopy(of: string, { spaces }: Pick<Draft, 'spaces'>, scenario: Scenario): string {
  const match = /^(.*?)(\d+)$/s.exec(of);
  const [stem, from] = match === null ? [`${of}-`, 1] : [match[1], Number(match[2])];
  const isTaken = (id: string) =>
    Object.hasOwn(scenario.spaces, id) || spaces.some((space) => space.id === id);
  for (let number = from + 1; ; number++) if (!isTaken(`${stem}${number}`)) return `${stem}${number}`;
}

/** In metres: positions that are looked at, and what is kept free between two spaces. */
const STEP = 0.2;
const TOUCH = 0.01;

/** Where a copy of a space can be: on no other space and through no wall, the nearest to the original; else a step aside. */
export function freeSpot(of: DraftSpace, { spaces, walls }: Pick<Draft, 'spaces' | 'walls'>): Point | null {
  const { at, size } = of;
  if (at === null || size === null) return null;
  const rectangles = spaces.flatMap((space) =>
    space.at === null || space.size === null ? [] : [boxOf(space.at, space.size)],
  );
  const entries = spaces.flatMap((space) => entryOf(space) ?? []);
  const lines = walls.flatMap(({ line }) => line.slice(1).map((end, k) => [line[k], end] as const));
  const bounds = boundsOf(walls, spaces);
  const spots: { at: Point; far: number }[] = [];
  for (let x = bounds.left; x + size[0] <= bounds.right + TOUCH; x += STEP) {
    for (let y = bounds.bottom; y + size[1] <= bounds.top + TOUCH; y += STEP) {
      spots.push({ at: [rounded(x), rounded(y)], far: Math.hypot(x - at[0], y - at[1]) });
    }
  }
  spots.sort((a, b) => a.far - b.far);
  const free = spots.find(({ at: spot }) => {
    const box = boxOf(spot, size);
    const entry = entryOf(placed(of, spot));
    const own = entry === null ? [box] : [box, entry];
    return (
      !rectangles.some((other) => own.some((part) => overlap(part, other))) &&
      !entries.some((other) => overlap(box, other)) &&
      !lines.some(([a, b]) => own.some((part) => goesThrough(a, b, part)))
    );
  });
  return free?.at ?? [rounded(at[0] + STEP), rounded(at[1] + STEP)];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

const boxOf = ([x, y]: Point, [width, depth]: Point): Box => ({
  left: x,
  right: x + width,
  bottom: y,
  top: y + depth,
});

/** In metres: so far and so wide it is kept free before a door. */
const ENTRY = 1;

/** What is before the door of a space, outside; null where it has none. */
function entryOf({ at, size, door }: DraftSpace): Box | null {
  if (at === null || size === null || door === null) return null;
  const { left, right, bottom, top } = boxOf(at, size);
  const sides: [number, Point][] = [
    [Math.abs(door[0] - left), [-ENTRY / 2, 0]],
    [Math.abs(door[0] - right), [ENTRY / 2, 0]],
    [Math.abs(door[1] - bottom), [0, -ENTRY / 2]],
    [Math.abs(door[1] - top), [0, ENTRY / 2]],
  ];
  const [, [dx, dy]] = sides.reduce((nearest, side) => (side[0] < nearest[0] ? side : nearest));
  return boxOf([door[0] + dx - ENTRY / 2, door[1] + dy - ENTRY / 2], [ENTRY, ENTRY]);
}

/** To the decimetre. */
export const rounded = (metres: number): number => Math.round(metres * 10) / 10;

const overlap = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > TOUCH &&
  Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > TOUCH;

/** Of the walls, or without any of the spaces. */
export function boundsOf(walls: readonly DraftWall[], spaces: readonly DraftSpace[]): Box {
  const points = [
    ...walls.flatMap(({ line }) => line),
    ...spaces.flatMap(({ at, size }): Point[] =>
      at === null || size === null ? [] : [at, [at[0] + size[0], at[1] + size[1]]],
    ),
  ];
  const of = (axis: 0 | 1, better: (a: number, b: number) => number) =>
    points.length === 0 ? 0 : points.map((point) => point[axis]).reduce((a, b) => better(a, b));
  return { left: of(0, Math.min), right: of(0, Math.max), bottom: of(1, Math.min), top: of(1, Math.max) };
}

/** Whether a stretch goes through the inside of a box (Liang and Barsky's clipping). */
function goesThrough([ax, ay]: Point, [bx, by]: Point, { left, right, bottom, top }: Box): boolean {
  let [from, to] = [0, 1];
  const sides = [
    [ax - bx, ax - (left + TOUCH)],
    [bx - ax, right - TOUCH - ax],
    [ay - by, ay - (bottom + TOUCH)],
    [by - ay, top - TOUCH - ay],
  ];
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from < to;
}
