/** Walking distances, worked out by hand on small floors, and laws that hold on any. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkingDistances } from '../../engine/model/floor.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { type Floor, floorScenario, spot } from './floor-scenario.ts';
import { anyFloors, floorsWithRows, mirrorImage, upright } from './random-floors.ts';

/** Distances by the names of places. */
function walk(floor: Floor) {
  const scenario = floorScenario(floor);
  const walking = walkingDistances(scenario);
  const names = [...Object.keys(scenario.spaces), 'doors'];
  return {
    ...walking,
    between: (from: string, to: string): number =>
      walking.distance[names.indexOf(from) * names.length + names.indexOf(to)],
    way: (from: string, to: string) => walking.pathBetween(names.indexOf(from), names.indexOf(to)),
    messages: walking.findings.map(({ path, message }) => `${path.join('.')} ${message}`),
  };
}

const street = { street: { at: [-50, 0], use: 'both' } } as const;
const far = Number.POSITIVE_INFINITY;

describe('the distance', () => {
  it('is 0 everywhere without a floor', () => {
    const scenario: Scenario = {
      ...floorScenario({ spaces: { a: spot(0, 0), b: spot(3, 4) } }),
      floor: undefined,
    };
    expect([...walkingDistances(scenario).distance]).toEqual(new Array(9).fill(0));
    expect(walkingDistances(scenario).pathBetween(0, 1)).toEqual([]);
  });

  it('is straight from middle to middle where nothing is between', () => {
    const { between, way } = walk({
      spaces: {
        a: { type: 'desk', at: [0, 0], size: [2, 2] },
        b: { type: 'desk', at: [3, 3], size: [2, 4] },
      },
      doors: street,
    });
    expect(between('a', 'b')).toBe(5); // from (1, 1) to (4, 5)
    expect(way('a', 'b')).toEqual([
      [1, 1],
      [4, 5],
    ]);
  });

  it('leads round the end of a wall, with a clearance', () => {
    const { between, way } = walk({
      spaces: { a: spot(0, 0), b: spot(4, 0) },
      walls: [
        [
          [2, -20],
          [2, 2],
        ],
      ],
      doors: street,
    });
    expect(between('a', 'b')).toBeCloseTo(2 * Math.hypot(2, 2.25), 12);
    expect(way('b', 'a')).toEqual([
      [4, 0],
      [2, 2.25],
      [0, 0],
    ]);
  });

  it('leads round a corner', () => {
    // An L that opens to the right and down; the corner's way is off by 0.25 m on the diagonal, 0.177 m on each axis.
    const { between } = walk({
      spaces: { a: spot(0, 5), b: spot(5, 0) },
      walls: [
        [
          [1, 20],
          [1, 1],
          [20, 1],
        ],
      ],
      doors: street,
    });
    expect(between('a', 'b')).toBeCloseTo(2 * Math.hypot(0.823, 4.177), 12);
  });

  it('leads into an enclosed space by its door', () => {
    const room = { type: 'room', at: [4, -2], size: [4, 4] } as const;
    const straight = walk({ spaces: { a: spot(0, 0), room: { ...room, door: [4, 0] } }, doors: street });
    expect(straight.between('a', 'room')).toBe(6);
    // The gap from 0.5 to 1.5 m: the way keeps 0.25 m from its nearer jamb, at (4, 0.75).
    const aside = walk({ spaces: { a: spot(0, 0), room: { ...room, door: [4, 1] } }, doors: street });
    expect(aside.between('a', 'room')).toBeCloseTo(Math.hypot(4, 0.75) + Math.hypot(2, 0.75), 12);
  });

  it('leads through an inner door of the floor', () => {
    const { between } = walk({
      spaces: { a: spot(0, 0), b: spot(4, 0) },
      walls: [
        [
          [2, -20],
          [2, 20],
        ],
      ],
      doors: { ...street, inner: { at: [2, 3], width: 2 } },
    });
    expect(between('a', 'b')).toBeCloseTo(2 * Math.hypot(2, 2.25), 12);
  });

  it('goes straight over a screened space', () => {
    const { between } = walk({
      spaces: { a: spot(0, 0), desk: { type: 'desk', at: [1, -1], size: [2, 2] }, b: spot(4, 0) },
      doors: street,
    });
    expect(between('a', 'b')).toBe(4);
  });

  it('from the doors is from the nearest entrance, and to them to the nearest exit', () => {
    const { between, way } = walk({
      spaces: { a: spot(0, 0), b: spot(10, 0) },
      doors: {
        in: { at: [-3, 0], use: 'entrance' },
        out: { at: [14, 0], use: 'exit' },
        both: { at: [0, 8], use: 'both' },
      },
    });
    expect(between('doors', 'a')).toBe(3);
    expect(between('a', 'doors')).toBe(8);
    expect(between('doors', 'b')).toBeCloseTo(Math.hypot(10, 8), 12);
    expect(between('b', 'doors')).toBe(4);
    expect(between('doors', 'doors')).toBe(0);
    expect(way('doors', 'a')[0]).toEqual([-3, 0]);
    expect(way('a', 'doors').at(-1)).toEqual([0, 8]);
  });

  it('takes no short cut through the street', () => {
    // Two halves with a door to the street each, joined at the far end, 10 m up.
    const { between } = walk({
      spaces: { a: spot(2, 1), b: spot(6, 1) },
      walls: [
        [
          [0, 0],
          [8, 0],
          [8, 12],
          [0, 12],
          [0, 0],
        ],
        [
          [4, 0],
          [4, 10],
        ],
      ],
      doors: { one: { at: [2, 0], use: 'both' }, other: { at: [6, 0], use: 'both' } },
    });
    expect(between('a', 'b')).toBeCloseTo(2 * Math.hypot(2, 9.25), 12);
    expect(between('doors', 'b')).toBe(1);
  });

  it('is 0 to a space that has no position', () => {
    const { between, messages } = walk({
      spaces: { a: spot(0, 0), somewhere: { type: 'desk' } },
      doors: street,
    });
    expect([between('a', 'somewhere'), between('somewhere', 'doors')]).toEqual([0, 0]);
    expect(messages).toEqual([
      'spaces.somewhere has no place on the floor (at): walking there takes no time',
    ]);
  });
});

/** A wall all round. */
const square = (low: number, high: number): [number, number][] => [
  [low, low],
  [high, low],
  [high, high],
  [low, high],
  [low, low],
];

describe('findings', () => {
  const room = { type: 'room', at: [4, -2], size: [4, 4] } as const;

  it('are none where everybody gets everywhere', () => {
    expect(walk({ spaces: { a: spot(0, 0) }, doors: street }).findings).toEqual([]);
  });

  /** What is wrong besides the doors of these floors, which have walls for the rooms only. */
  const looseDoor = 'floor.doors.street.at is on no wall';

  it('name a room without a door', () => {
    const { between, way, findings } = walk({ spaces: { a: spot(0, 0), room }, doors: street });
    expect([between('a', 'room'), between('room', 'a'), between('doors', 'room')]).toEqual([far, far, far]);
    expect(way('a', 'room')).toEqual([]);
    expect(findings).toEqual([
      { path: ['floor', 'doors', 'street', 'at'], message: 'is on no wall', severity: 'warning' },
      {
        path: ['spaces', 'room'],
        message: 'cannot be reached from the entrance: it has walls, but no door',
        severity: 'error',
      },
    ]);
  });

  it('name a room whose door is not on its outline', () => {
    const { messages } = walk({ spaces: { room: { ...room, door: [3, 0] } }, doors: street });
    expect(messages).toEqual([
      looseDoor,
      'spaces.room cannot be reached from the entrance: its door is not on its outline',
    ]);
  });

  it('name a space in a wall, and one behind a wall all round', () => {
    const { messages } = walk({
      spaces: { in: spot(1, 3), behind: spot(3, 3) },
      walls: [square(1, 5)],
      doors: street,
    });
    expect(messages).toEqual([
      looseDoor,
      'spaces.in cannot be reached from the entrance: a wall goes through its middle',
      'spaces.behind cannot be reached from the entrance',
    ]);
  });

  it('name spaces between which one would have to walk over the street', () => {
    // A wall from far below to far above; each half has a door of its own.
    const parted = (use: string) =>
      walk({
        spaces: { far: spot(6, 0), a: spot(0, 0), b: spot(0, 3), office: { type: 'office', at: [6, 3] } },
        walls: [
          [
            [3, -5],
            [3, 5],
            [-3, 5],
            [-3, -5],
            [9, -5],
            [9, 5],
            [3, 5],
          ],
        ],
        doors: {
          west: { at: [-3, 0], use: 'both' },
          east: { at: [9, 0], use: 'both' },
          between: { at: [3, 0], use },
        },
      }).messages;
    const cutOff = "spaces.far cannot be reached inside the house from 'a' (and 1 more)";
    expect(parted('both')).toEqual([cutOff]);
    expect(parted('staff')).toEqual([`${cutOff} but by doors of staff`]);
    expect(parted('inner')).toEqual([]);
  });

  it('name a space outside of the house', () => {
    const { messages } = walk({
      spaces: { out: spot(-3, 4), in: spot(3, 3), beside: spot(6, 6) },
      walls: [square(0, 9)],
      doors: { main: { at: [0, 4], use: 'both' } },
    });
    expect(messages).toEqual(["spaces.out cannot be reached inside the house from 'in' (and 1 more)"]);
  });

  it('name a floor without an entrance or an exit', () => {
    expect(
      walk({ spaces: { a: spot(0, 0) }, doors: { in: { at: [1, 0], use: 'entrance' } } }).messages,
    ).toEqual(['floor.doors has no exit: no door of use exit or both']);
    expect(walk({ spaces: { a: spot(0, 0) } }).messages).toEqual([
      'floor.doors has no entrance: no door of use entrance or both',
      'floor.doors has no exit: no door of use exit or both',
    ]);
  });
});

/** Half of them with rooms whose doors are in one line. */
const floors = fc.oneof(anyFloors, floorsWithRows);

describe('on any floor', () => {
  it('there and back is as far, nothing is nearer than straight, and no detour is shorter', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const { distance, pathBetween } = walkingDistances(floorScenario(floor));
        const places = Math.sqrt(distance.length);
        for (let a = 0; a < places; a++) {
          expect(distance[a * places + a]).toBe(0);
          for (let b = 0; b < places; b++) {
            const direct = distance[a * places + b];
            expect(distance[b * places + a]).toBe(direct);
            const way = pathBetween(a, b);
            const legs = way.slice(1).map(([x, y], k) => Math.hypot(x - way[k][0], y - way[k][1]));
            if (a !== b && direct < far) {
              expect(legs.reduce((sum, leg) => sum + leg, 0)).toBeCloseTo(direct, 9);
              const [first, last] = [way[0], way[way.length - 1]];
              expect(Math.hypot(last[0] - first[0], last[1] - first[1])).toBeLessThanOrEqual(direct + 1e-9);
            }
            for (let c = 0; c < places - 1; c++) {
              expect(distance[a * places + c] + distance[c * places + b]).toBeGreaterThanOrEqual(
                direct - 1e-9,
              );
            }
          }
        }
      }),
    );
  });

  it('it does not matter into how many pieces a wall is drawn', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        // Upright walls, as slanting ones are cut at whole millimetres, and not at the same ones in pieces.
        const walls = (floor.walls ?? []).map(upright);
        const inPieces = walls.flatMap((line) =>
          line.slice(1).flatMap((end, k) => {
            const start = line[k];
            const middle = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2] as const;
            return [
              [start, middle],
              [end, middle],
            ];
          }),
        );
        const whole = walkingDistances(floorScenario({ ...floor, walls })).distance;
        const pieces = walkingDistances(floorScenario({ ...floor, walls: inPieces })).distance;
        expect(pieces.length).toBe(whole.length);
        whole.forEach((metres, k) => {
          if (metres === far) expect(pieces[k]).toBe(far);
          else expect(pieces[k]).toBeCloseTo(metres, 9);
        });
      }),
    );
  });

  it('its mirror image has the same distances', () => {
    fc.assert(
      fc.property(floors, (floor) => {
        const here = walkingDistances(floorScenario(floor)).distance;
        const there = walkingDistances(floorScenario(mirrorImage(floor))).distance;
        here.forEach((metres, k) => {
          if (metres === far) expect(there[k]).toBe(far);
          else expect(there[k]).toBeCloseTo(metres, 9);
        });
      }),
    );
  });
});
