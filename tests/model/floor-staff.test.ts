/** Doors of staff: walls to visitors, and ways to clerks. */
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { walkingDistances } from '../../engine/model/floor.ts';
import { load } from '../../engine/scenario/load.ts';
import { type Floor, floorScenario, spot } from './floor-scenario.ts';

/** A wall along x = 2 from far below up to `top`, with a door in it on the line from a to b. */
const halves = (use: string, top: number): Floor => ({
  spaces: { a: spot(0, 0), b: spot(4, 0) },
  walls: [
    [
      [2, -50],
      [2, top],
    ],
  ],
  doors: { street: { at: [-5, 0], use: 'both' }, between: { at: [2, 0], use } },
});
const [A, B, DOORS] = [0, 1, 2];
const at = (from: number, to: number) => from * 3 + to;

describe('a door of staff', () => {
  it('is no way for visitors, who go round by the end of the wall', () => {
    const { distance, exitDistance, pathBetween } = walkingDistances(
      floorScenario({ ...halves('staff', 2), protectedExit: 'street' }),
    );
    expect(distance[at(A, B)]).toBeCloseTo(2 * Math.hypot(2, 2.25), 12);
    expect(pathBetween(A, B)).toEqual([
      [0, 0],
      [2, 2.25],
      [4, 0],
    ]);
    // Nor for who leaves by a door of their own: 2.25 m up and 2 m along, then 7 m along to the street.
    const out = Math.hypot(2, 2.25) + Math.hypot(7, 2.25);
    expect(exitDistance?.[B]).toBeCloseTo(out, 12);
    expect(distance[at(B, DOORS)]).toBeCloseTo(out, 12);
  });

  it('is a way for staff', () => {
    const { staffDistance } = walkingDistances(floorScenario(halves('staff', 2)));
    expect([staffDistance[at(A, B)], staffDistance[at(B, A)]]).toEqual([4, 4]);
    expect([staffDistance[at(DOORS, B)], staffDistance[at(B, DOORS)]]).toEqual([9, 9]);
  });

  it('is needed for ways of their own: without one they are those of visitors', () => {
    const { distance, staffDistance } = walkingDistances(floorScenario(halves('inner', 2)));
    expect(distance[at(A, B)]).toBe(4);
    expect(staffDistance).toBe(distance);
  });

  it('is missed where it is on no wall', () => {
    const { findings } = walkingDistances(
      floorScenario({
        ...halves('staff', 2),
        doors: { ...halves('staff', 2).doors, lost: { at: [0, 9], use: 'staff' } },
      }),
    );
    expect(findings.map(({ path }) => path.join('.'))).toContain('floor.doors.lost.at');
  });
});

describe('behind a door of staff', () => {
  /** The wall parts the floor: b is reached through the door alone. */
  const messages = (b: Floor['spaces'][string], change: Partial<Floor> = {}, use = 'staff') => {
    const floor = halves(use, 50);
    const walls = [
      ...(floor.walls ?? []),
      [
        [2, 50],
        [90, 50],
        [90, -50],
        [2, -50],
      ] as const,
    ];
    const scenario = floorScenario({ ...floor, walls, spaces: { a: spot(0, 0), b }, ...change });
    return walkingDistances(scenario)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ path, message }) => `${path.join('.')} ${message}`);
  };
  const office = { ...spot(4, 0), type: 'office' } as const;
  const noVisitor = ['spaces.b cannot be reached from the entrance but by doors of staff'];

  it('a back office is at hand, also where protected visitors have an exit', () => {
    expect(messages(office)).toEqual([]);
    expect(messages(office, { protectedExit: 'street' })).toEqual([]);
  });

  it('a place for visitors is not, whether it is one all day or at times', () => {
    expect(messages(spot(4, 0))).toEqual(noVisitor);
    const timetable = [{ from: '09:00', to: '10:00', type: 'desk' }];
    expect(messages({ ...office, timetable })).toEqual(noVisitor);
    expect(messages(spot(4, 0), {}, 'inner')).toEqual([]);
  });

  it('an exit is none, be it the only one or that of protected visitors', () => {
    const doors = {
      in: { at: [-5, 0], use: 'entrance' },
      between: { at: [2, 0], use: 'staff' },
      out: { at: [80, 0], use: 'exit' }, // within the walls, so that nobody comes to it from around them
    } as const;
    expect(messages(office, { doors })).toEqual(['spaces.a has no way to an exit but by doors of staff']);
    expect(
      messages(office, { doors: { ...doors, street: { at: [-5, 9], use: 'exit' } }, protectedExit: 'out' }),
    ).toEqual(["policy.protectedExit cannot be reached from the space 'a'"]);
  });

  it('a back office that nobody can reach is still told', () => {
    const { between, ...doors } = halves('staff', 50).doors ?? {};
    expect(between?.use).toBe('staff');
    expect(messages(office, { doors })).toEqual(['spaces.b cannot be reached from the entrance']);
  });
});

describe('in Pori', () => {
  const loaded = load('scenarios/pori.yaml', nodeReader);
  if (!loaded.ok) throw new Error('Pori has errors');
  const { scenario } = loaded;
  const { staffDistance, pathBetween } = walkingDistances(scenario);
  const names = Object.keys(scenario.spaces);
  const office = names.indexOf('back-office');
  const places = names.length + 1;

  it('no visitor walks behind the desks or the booths, or in the back', () => {
    const isBehind = ([x, y]: [number, number]) => y > 18.2 || (x > 34.6 && y < 14.4) || (x < 1.5 && y > 2.6);
    const through = names.flatMap((from, a) =>
      [...names, 'doors', 'exit']
        .filter((_, b) => a !== b && pathBetween(a, b).some(isBehind))
        .map((to) => [from, to]),
    );
    expect(through).toEqual([]);
    expect(pathBetween(names.indexOf('d3'), places)).not.toEqual([]);
  });

  it('colleagues come to every place from the back office', () => {
    const metres = names.map((_, space) => staffDistance[office * places + space]);
    expect(Math.max(...metres)).toBeLessThan(45);
  });
});
