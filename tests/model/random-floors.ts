/** Random floors, for laws that hold on any. */
import fc from 'fast-check';
import { type Floor, spot } from './floor-scenario.ts';

type Point = readonly [number, number];

const STREET = { street: { at: [-1, -1], use: 'both' } } as const;

const metre = fc.integer({ min: 0, max: 20 });
const point = fc.tuple(metre, metre);
const size = fc.integer({ min: 1, max: 4 }).map((k) => 2 * k);
/** Spots between the lines of the grid that walls are on, and rooms with a door in their left side. */
const spaces = fc.array(
  fc.oneof(
    point.map(([x, y]) => spot(x + 0.5, y + 0.5)),
    fc.tuple(point, size, size).map(([[x, y], w, d]) => ({
      type: 'booth' as const,
      at: [x, y] as const,
      size: [w, d] as const,
      door: [x, y + d / 2] as const,
    })),
  ),
  { minLength: 2, maxLength: 6 },
);
const walls = fc.array(fc.array(point, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
const doors = fc.array(point, { maxLength: 4 });

export const anyFloors = fc.record({ spaces, walls, doors }).map(
  ({ spaces, walls, doors }): Floor => ({
    spaces: Object.fromEntries(spaces.map((space, k) => [`space-${k}`, space])),
    walls,
    doors: { ...Object.fromEntries(doors.map((at, k) => [`door-${k}`, { at }])), ...STREET },
  }),
);

/** A room of a row: its width in metres, and where its door is, from one corner (0) to the other (1). */
const room = fc.record({
  width: fc.integer({ min: 2, max: 4 }),
  door: fc.integer({ min: 0, max: 8 }).map((k) => k / 8),
});

/** Rooms beside each other from x = 0 on, 3 m deep, with their doors in one line; each door is whole in its room. */
function row(
  name: string,
  rooms: readonly { width: number; door: number }[],
  y: number,
  front: number,
): Floor['spaces'] {
  let left = 0;
  const spaces = rooms.map(({ width, door }, k) => {
    const at = [left, y] as const;
    const inDoor = left + 0.5 + Math.round(door * 2 * (width - 1)) / 2;
    left += width;
    return [
      `${name}-${k}`,
      { type: 'room' as const, at, size: [width, 3] as const, door: [inDoor, front] as const },
    ] as const;
  });
  return Object.fromEntries(spaces);
}

const near = fc.integer({ min: 0, max: 14 });
const nearPoint = fc.tuple(near, near);

/** A row of rooms, or two with a corridor between them, a desk at its end, and some walls and doors anywhere. */
export const floorsWithRows = fc
  .record({
    below: fc.array(room, { minLength: 2, maxLength: 3 }),
    above: fc.array(room, { maxLength: 2 }),
    corridor: fc.integer({ min: 1, max: 4 }),
    walls: fc.array(fc.tuple(nearPoint, nearPoint), { maxLength: 3 }),
    doors: fc.array(nearPoint, { maxLength: 2 }),
  })
  .map(
    ({ below, above, corridor, walls, doors }): Floor => ({
      spaces: {
        ...row('below', below, 0, 3),
        ...row('above', above, 3 + corridor, 3 + corridor),
        desk: spot(8.5, 3 + corridor / 2),
      },
      walls,
      doors: { ...Object.fromEntries(doors.map((at, k) => [`door-${k}`, { at }])), ...STREET },
    }),
  );

/** The floor with left and right exchanged. */
export function mirrorImage({ spaces, walls = [], doors = {} }: Floor): Floor {
  const mirrored = ([x, y]: Point) => [-x, y] as const;
  const mirroredSpace = ({ type, at: [x, y] = [0, 0], size, door }: Floor['spaces'][string]) => ({
    type,
    at: mirrored([x + (size?.[0] ?? 0), y]),
    ...(size && { size }),
    ...(door && { door: mirrored(door) }),
  });
  return {
    spaces: Object.fromEntries(Object.entries(spaces).map(([id, space]) => [id, mirroredSpace(space)])),
    walls: walls.map((line) => line.map(mirrored)),
    doors: Object.fromEntries(
      Object.entries(doors).map(([id, door]) => [id, { ...door, at: mirrored(door.at) }]),
    ),
  };
}

/** The line by way of the corners of a grid: first along x, then along y. */
export function upright(line: readonly Point[]): [number, number][] {
  return line.flatMap(([x, y], k): [number, number][] =>
    k === 0
      ? [[x, y]]
      : [
          [x, line[k - 1][1]],
          [x, y],
        ],
  );
}
