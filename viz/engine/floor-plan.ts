/**
 * The floor as it is drawn: rectangles, walls with their gaps, doors and seats, in metres, and where people are at each
 * place. A scenario without a floor gets a plan of its own, with places side by side, that says nothing of distances.
 */

import type { Model } from '../../engine/model/model.ts';
import { lengthOf, type Segment } from '../../engine/model/segment.ts';
import {
  DOOR_WIDTH,
  isEnclosed,
  opened,
  openingsOf,
  outline,
  pieces,
  solidWalls,
} from '../../engine/model/walls.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { sharedOut, standingSpots } from './spots.ts';

export type WallKind = NonNullable<Scenario['floor']>['walls'][string]['kind'];
export type DoorUse = NonNullable<Scenario['floor']>['doors'][string]['use'];

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

export interface FloorPlan {
  /** False where the scenario has no floor, and places are laid out for the eye only. */
  readonly isToScale: boolean;
  readonly bounds: Rectangle;
  /** By space. */
  readonly spaces: readonly PlannedSpace[];
  /** Gaps of doors are taken out; the partitions round enclosed spaces are among them, with the space. */
  readonly walls: readonly PlannedWall[];
  readonly doors: readonly PlannedDoor[];
  /** Where those stand in line who wait and have no waiting area to go to; null where there is one. */
  readonly lanes: Rectangle | null;
}

export interface PlannedSpace extends Rectangle {
  /** Where its visitor is, and the clerk who serves it. */
  readonly visitorAt: readonly [number, number];
  readonly clerkAt: readonly [number, number];
  /** Seats of a waiting area, x and y in turn. */
  readonly seats: Float32Array;
  /**
   * Likewise where those stand who have no seat in a waiting area, and where clerks are in a back office: the last one
   * is for all who find no other. Empty elsewhere.
   */
  readonly standing: Float32Array;
}

export interface PlannedWall {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly kind: WallKind | 'partition';
  /** In metres; null where it reaches the ceiling. */
  readonly height: number | null;
  /** The space that it bounds, or -1. */
  readonly space: number;
}

export interface PlannedDoor {
  readonly id: string;
  readonly at: readonly [number, number];
  readonly width: number;
  readonly use: DoorUse;
}

/** In metres, of places without a position: they are laid out below the others, or alone. */
const CELL: Pick<Rectangle, 'width' | 'depth'> = { width: 3, depth: 2.4 };
const GAP = 0.8;
/** Round all, for labels and people at the doors. */
const MARGIN = 0.8;
/** Of lines beside the places, in metres: at least so long, and so wide for each agency. */
const LANE = { length: 10, width: 1 } as const;

export function floorPlan(model: Model): FloorPlan {
  const { scenario } = model;
  const spaces = Object.values(scenario.spaces);
  const placed = spaces.flatMap(({ at, size }) => (at && size ? [rectangle(at, size)] : []));
  const walls = scenario.floor === undefined ? [] : wallsOf(scenario);
  const drawn = boundsOf(placed, walls);
  const left = spaces.filter(({ at, size }) => at === undefined || size === undefined).length;
  const cells = cellsBelow(drawn, left);
  let cell = 0;
  const rectangles = spaces.map(({ at, size }) => (at && size ? rectangle(at, size) : cells[cell++]));
  const places = boundsOf(rectangles, walls) ?? { x: 0, y: 0, ...CELL };
  const lanes = hasWaiting(scenario) ? null : lanesBeside(places, Object.keys(scenario.agencies).length);
  const bounds = lanes === null ? places : (boundsOf([places, lanes], []) ?? places);
  const own = sharedOut(rectangles);
  return {
    isToScale: scenario.floor !== undefined,
    bounds: {
      x: bounds.x - MARGIN,
      y: bounds.y - MARGIN,
      width: bounds.width + 2 * MARGIN,
      depth: bounds.depth + 2 * MARGIN,
    },
    spaces: rectangles.map((one, space) => {
      const seats = seatsAt(model, space);
      return {
        ...one,
        ...(own[space] === one ? peopleAt(model, one, space) : peopleIn(own[space])),
        seats,
        standing: spotsIn(spaces[space], scenario, one, seats),
      };
    }),
    lanes,
    walls,
    doors: Object.entries(scenario.floor?.doors ?? {}).map(([id, { at, width, use }]) => ({
      id,
      at,
      width,
      use,
    })),
  };
}

/** Between clerks at desks, in metres. */
const DESKS_APART = 1.1;

function spotsIn(
  { type, timetable }: Scenario['spaces'][string],
  scenario: Scenario,
  within: Rectangle,
  seats: Float32Array,
): Float32Array {
  const uses = [type, ...timetable.map((entry) => entry.type)].map((id) => scenario.spaceTypes[id].use);
  if (uses.includes('waiting')) return standingSpots(within, seats);
  return uses.includes('back-office') ? standingSpots(within, seats, DESKS_APART) : new Float32Array(0);
}

function hasWaiting({ spaces, spaceTypes }: Scenario): boolean {
  return Object.values(spaces).some(({ type, timetable }) =>
    [type, ...timetable.map((entry) => entry.type)].some((id) => spaceTypes[id].use === 'waiting'),
  );
}

/** Left of the places, so that who is first stands next to them. */
function lanesBeside({ x, y, width, depth }: Rectangle, agencies: number): Rectangle {
  const length = Math.max(LANE.length, width / 3);
  const wide = Math.max(LANE.width * agencies, Math.min(depth, 2 * LANE.width * agencies));
  return { x: x - GAP - length, y: y + depth - wide, width: length, depth: wide };
}

function rectangle([x, y]: readonly [number, number], [width, depth]: readonly [number, number]): Rectangle {
  return { x, y, width, depth };
}

/** As many rectangles in rows as there are places without one. */
function cellsBelow(drawn: Rectangle | null, count: number): Rectangle[] {
  const perRow = Math.max(1, Math.ceil(Math.sqrt((count * CELL.depth * 1.8) / CELL.width)));
  const top = drawn === null ? 0 : drawn.y + drawn.depth + 2 * GAP;
  return Array.from({ length: count }, (_, k) => ({
    ...CELL,
    x: (drawn?.x ?? 0) + (k % perRow) * (CELL.width + GAP),
    y: top + Math.floor(k / perRow) * (CELL.depth + GAP),
  }));
}

function boundsOf(rectangles: readonly Rectangle[], walls: readonly PlannedWall[]): Rectangle | null {
  const xs = [
    ...rectangles.flatMap(({ x, width }) => [x, x + width]),
    ...walls.flatMap(({ from, to }) => [from[0], to[0]]),
  ];
  const ys = [
    ...rectangles.flatMap(({ y, depth }) => [y, y + depth]),
    ...walls.flatMap(({ from, to }) => [from[1], to[1]]),
  ];
  if (xs.length === 0) return null;
  const least = (some: readonly number[]) => some.reduce((a, b) => Math.min(a, b));
  const most = (some: readonly number[]) => some.reduce((a, b) => Math.max(a, b));
  return { x: least(xs), y: least(ys), width: most(xs) - least(xs), depth: most(ys) - least(ys) };
}

/** The visitor where the model has it; the clerk across the middle from it, or else beside it. */
function peopleAt({ vantages }: Model, { x, y, width, depth }: Rectangle, space: number) {
  const [middleX, middleY] = [x + width / 2, y + depth / 2];
  const point = vantages?.points[space] ?? { x: middleX, y: middleY };
  const isAcross = Math.hypot(point.x - middleX, point.y - middleY) > 0.3;
  return {
    visitorAt: [point.x, point.y] as const,
    clerkAt: isAcross
      ? ([2 * middleX - point.x, 2 * middleY - point.y] as const)
      : ([middleX, point.y - depth / 3] as const),
  };
}

/** Of a place that shares its rectangle with others: both in the part of its own. */
function peopleIn({ x, y, width, depth }: Rectangle) {
  return {
    visitorAt: [x + width / 2, y + depth / 3] as const,
    clerkAt: [x + width / 2, y + (2 * depth) / 3] as const,
  };
}

function seatsAt({ vantages }: Model, space: number): Float32Array {
  if (vantages === null) return new Float32Array(0);
  const first = vantages.firstSeat[space];
  const seats = vantages.points.slice(first, first + vantages.seats[space]);
  return Float32Array.from(seats.flatMap(({ x, y }) => [x, y]));
}

function wallsOf(scenario: Scenario): PlannedWall[] {
  const solid = solidWalls(scenario);
  const doors = Object.values(scenario.floor?.doors ?? {});
  const spaces = Object.values(scenario.spaces);
  const gaps = [
    ...doors.flatMap(({ at, width }) => openingsOf(at, width, solid)),
    ...spaces.flatMap((space) =>
      space.door !== undefined && isEnclosed(space, scenario)
        ? openingsOf(space.door, DOOR_WIDTH, solid)
        : [],
    ),
  ];
  const floors = Object.values(scenario.floor?.walls ?? {}).flatMap(({ line, kind, height }) =>
    pieces(line).map((piece) => ({ ...piece, kind, height: height ?? null, space: -1 })),
  );
  const partitions = spaces.flatMap((space, index) =>
    isEnclosed(space, scenario)
      ? outline(space).map((piece) => ({ ...piece, kind: 'partition' as const, height: null, space: index }))
      : [],
  );
  return opened<Segment & Omit<PlannedWall, 'from' | 'to'>>([...floors, ...partitions], gaps)
    .filter((piece) => lengthOf(piece) > 0)
    .map(({ ax, ay, bx, by, kind, height, space }) => ({
      from: [ax / 1000, ay / 1000],
      to: [bx / 1000, by / 1000],
      kind,
      height,
      space,
    }));
}
