/**
 * Spaces of random documents: a fixed set of types, some spaces of each type that is in use, convertible ones
 * among them, and on some floors walls and doors between them.
 */
import fc from 'fast-check';
import { clock, minutes, pick, rarely, sometimes, type Tree } from './values.ts';

export const SERVICE_TYPES = ['desk', 'booth', 'room'] as const;

export const SPACE_TYPES: Tree = {
  desk: { name: 'Desk', use: 'service' },
  booth: { name: 'Booth', use: 'service', enclosure: 'semi-closed' },
  room: { name: 'Room', use: 'service', enclosure: 'closed' },
  hall: { name: 'Hall', use: 'waiting' },
  quiet: { name: 'Quiet', use: 'waiting' },
  kiosk: { name: 'Kiosk', use: 'kiosk' },
  point: { name: 'Point', use: 'greeting' },
  store: { name: 'Store', use: 'closed' },
};

const ENTRIES = ['desk', 'booth', 'room', 'kiosk', 'point', 'store', 'hall', 'quiet'] as const;
/** Convertible spaces mostly change between uses for service. */
const CONVERSIONS = ['desk', 'room', 'booth', 'store', 'desk', 'room', 'point', 'kiosk'] as const;

interface RandomSpace {
  readonly type: number;
  readonly accessible: boolean;
  readonly seats: number | undefined;
  readonly changes: readonly { readonly from: number; readonly length: number; readonly type: number }[];
}

const space: fc.Arbitrary<RandomSpace> = fc.record({
  type: fc.nat(ENTRIES.length - 1),
  accessible: rarely(fc.constant(false), true, 4),
  seats: fc.constantFrom(undefined, 1, 2, 3),
  changes: rarely(
    fc.array(
      fc.record({ from: minutes(0, 90), length: minutes(1, 60), type: fc.nat(CONVERSIONS.length - 1) }),
      { minLength: 1, maxLength: 2 },
    ),
    [],
    5,
  ),
});

export interface RandomPlaces {
  readonly spaces: readonly RandomSpace[];
  readonly hasFloor: boolean;
  readonly hasInnerWall: boolean;
}

export const places: fc.Arbitrary<RandomPlaces> = fc.record({
  spaces: fc.array(space, { minLength: 1, maxLength: 6 }),
  hasFloor: rarely(fc.constant(true), false, 4),
  hasInnerWall: fc.boolean(),
});

interface PlacedSpace extends Tree {
  readonly type: string;
  readonly accessible?: boolean;
  readonly timetable?: readonly { readonly from: string; readonly to: string; readonly type: string }[];
}

/** The spaces of a document that needs each of these types, at some time of the day at least and where everybody can use it. */
export function spacesOf({ spaces, hasFloor }: RandomPlaces, needed: ReadonlySet<string>): Tree {
  const result: Record<string, PlacedSpace> = {};
  const add = (one: PlacedSpace) => {
    const index = Object.keys(result).length;
    result[`${one.type}-${index}`] = hasFloor ? { ...one, ...placed(index) } : one;
  };
  for (const { type, accessible, seats, changes } of spaces) {
    const name = pick(ENTRIES, type);
    if (name === 'hall' || name === 'quiet') add({ type: name, ...(seats === undefined ? {} : { seats }) });
    else add({ type: name, accessible, timetable: timetable(changes) });
  }
  const isThere = (type: string) =>
    Object.values(result).some(
      ({ type: own, accessible, timetable: changes }) =>
        accessible !== false && (own === type || changes?.some((change) => change.type === type)),
    );
  for (const type of needed) if (!isThere(type)) add({ type });
  return result;
}

function timetable(changes: RandomSpace['changes']) {
  let free = 0;
  return [...changes]
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, length, type }) => {
      if (from < free) return [];
      free = from + length;
      return [{ from: clock(from), to: clock(free), type: pick(CONVERSIONS, type) }];
    });
}

/** Spaces stand in rows of four, 3 m wide and deep, 2 m apart; each has its door below. */
const COLUMNS = 4;
const GRID = 5;

function placed(index: number): Tree {
  const x = 2 + GRID * (index % COLUMNS);
  const y = 2 + GRID * Math.floor(index / COLUMNS);
  return { at: [x, y], size: [3, 3], door: [x + 1.5, y] };
}

/** Outer walls with an entrance, an exit and a door of both uses, and perhaps a wall with a door above the first row. */
export function floorOf({ hasFloor, hasInnerWall }: RandomPlaces, spaces: number): Tree | undefined {
  if (!hasFloor) return undefined;
  const right = 2 + GRID * COLUMNS;
  const top = 2 + GRID * Math.ceil(spaces / COLUMNS);
  const isSplit = hasInnerWall && spaces > COLUMNS;
  return {
    walls: {
      outer: {
        line: [
          [0, 0],
          [right, 0],
          [right, top],
          [0, top],
          [0, 0],
        ],
      },
      ...(isSplit && {
        inner: {
          line: [
            [0, 6],
            [right, 6],
          ],
          kind: 'glass',
        },
      }),
    },
    doors: {
      in: { at: [0, 1], use: 'entrance' },
      out: { at: [right, 1], use: 'exit' },
      side: { at: [right - 1, 0], use: 'both' },
      ...(isSplit && { through: { at: [right - 1, 6] } }),
    },
  };
}

export const someTypes = fc.array(fc.nat(SERVICE_TYPES.length - 1), { minLength: 1, maxLength: 3 });
export const limitedTypes = sometimes(someTypes, 4);
