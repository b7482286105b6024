/** Which way people at a place look, where nobody says. */
import { describe, expect, it } from 'vitest';
import { clerkFacing, opposite } from '../../../engine/model/sight/facing.ts';
import { solidWalls } from '../../../engine/model/walls.ts';
import { type Floor, floorScenario } from '../floor-scenario.ts';

type Place = Floor['spaces'][string];

/** A hall of 20 by 10 m. */
const hall: [number, number][] = [
  [0, 0],
  [20, 0],
  [20, 10],
  [0, 10],
  [0, 0],
];

function facing(place: Place, walls: (readonly (readonly [number, number])[])[] = [hall]) {
  const scenario = floorScenario({ spaces: { place }, walls });
  return clerkFacing(scenario.spaces.place, scenario, solidWalls(scenario));
}

describe('a clerk', () => {
  it.each([
    ['bottom', [8, 0.5], [0, 1]],
    ['top', [8, 7.5], [0, -1]],
    ['left', [0.5, 4], [1, 0]],
    ['right', [17.5, 4], [-1, 0]],
  ] as const)('has the back to the %s wall', (_, at, expected) => {
    expect(facing({ type: 'desk', at, size: [2, 2] })).toEqual(expected);
  });

  it('at a wall with screens to both sides looks between them, though a screen is nearer than the wall', () => {
    // 1.5 m from the right wall: 1.5 behind and 16.5 ahead; along y 0 behind and 0 ahead.
    const sides = [2, 4].map((y): [number, number][] => [
      [16, y],
      [18.5, y],
    ]);
    expect(facing({ type: 'desk', at: [16.5, 2], size: [2, 2] }, [hall, ...sides])).toEqual([-1, 0]);
  });

  it('has the back to the nearest wall in a row of desks, in whatever hall', () => {
    for (const x of [1, 4.5, 8, 11.5])
      expect(facing({ type: 'desk', at: [x, 0.5], size: [3, 2.5] })).toEqual([0, 1]);
  });

  it('looks where the scenario says, with a door or without', () => {
    const place = { type: 'room', at: [8, 0.5], size: [4, 3], door: [8, 2] } as const;
    expect(facing({ ...place, faces: 'right' })).toEqual([1, 0]);
    expect(facing({ ...place, faces: 'left' })).toEqual([-1, 0]);
    expect(facing({ ...place, type: 'desk', faces: 'down' })).toEqual([0, -1]);
    expect(facing({ type: 'desk', faces: 'up' })).toEqual([0, 1]);
  });

  it('in a corner looks down the longer way', () => {
    expect(facing({ type: 'desk', at: [0.3, 0.3], size: [2, 2] })).toEqual([1, 0]);
  });

  it('looks to the door of an enclosed space', () => {
    const room = (door: [number, number]): Place => ({ type: 'room', at: [8, 4], size: [4, 3], door });
    expect(facing(room([8, 5]))).toEqual([-1, 0]);
    expect(facing(room([12, 5]))).toEqual([1, 0]);
    expect(facing(room([9, 4]))).toEqual([0, -1]);
    expect(facing(room([9, 7]))).toEqual([0, 1]);
  });

  it('looks along y where there is no wall, and no place', () => {
    expect(facing({ type: 'desk', at: [8, 4], size: [2, 2] }, [])).toEqual([0, 1]);
    expect(facing({ type: 'desk' })).toEqual([0, 1]);
  });
});

it('turns round', () => {
  expect(opposite([0, 1])).toEqual([0, -1]);
  expect(opposite([-1, 0])).toEqual([1, 0]);
});
