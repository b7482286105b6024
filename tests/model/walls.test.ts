/** Walls and the gaps of doors in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, type Segment } from '../../engine/model/segment.ts';
import { opened, openingsOf, solidWalls } from '../../engine/model/walls.ts';
import { floorScenario } from './floor-scenario.ts';

const wall = (ax: number, ay: number, bx: number, by: number): Segment => ({ ax, ay, bx, by });

/** The walls after a door of this width (metres) at the point (metres). */
function withDoor(walls: Segment[], at: [number, number], width = 1): Segment[] {
  return opened(walls, openingsOf(at, width, walls));
}

describe('walls', () => {
  it('are the pieces of lines, and the outlines of enclosed spaces only', () => {
    const scenario = floorScenario({
      spaces: {
        open: { type: 'desk', at: [0, 0], size: [2, 2] },
        booth: { type: 'booth', at: [5, 0], size: [2, 3], door: [5, 1] },
      },
      walls: [
        [
          [0, 9],
          [4, 9],
          [4, 12],
        ],
      ],
    });
    expect(solidWalls(scenario)).toEqual([
      wall(0, 9000, 4000, 9000),
      wall(4000, 9000, 4000, 12_000),
      wall(5000, 0, 7000, 0),
      wall(7000, 0, 7000, 3000),
      wall(7000, 3000, 5000, 3000),
      wall(5000, 3000, 5000, 0),
    ]);
  });
});

describe('a door', () => {
  it('takes its width out of the wall', () => {
    expect(withDoor([wall(0, 0, 10_000, 0)], [4, 0])).toEqual([
      wall(0, 0, 3500, 0),
      wall(4500, 0, 10_000, 0),
    ]);
  });

  it('takes it out of a wall drawn the other way, and of one drawn twice', () => {
    expect(withDoor([wall(10_000, 0, 0, 0), wall(0, 0, 10_000, 0)], [4, 0], 2)).toEqual([
      wall(10_000, 0, 5000, 0),
      wall(3000, 0, 0, 0),
      wall(0, 0, 3000, 0),
      wall(5000, 0, 10_000, 0),
    ]);
  });

  it('at the end of a wall shortens it', () => {
    expect(withDoor([wall(0, 0, 10_000, 0)], [10, 0])).toEqual([wall(0, 0, 9500, 0)]);
  });

  it('as wide as the wall leaves nothing of it', () => {
    expect(withDoor([wall(0, 0, 1000, 0)], [0.5, 0])).toEqual([]);
  });

  it('5 cm off the wall is on it, 6 cm off is not', () => {
    expect(withDoor([wall(0, 0, 10_000, 0)], [4, 0.05])).toHaveLength(2);
    expect(withDoor([wall(0, 0, 10_000, 0)], [4, 0.06])).toHaveLength(1);
  });

  it('where another wall meets this one opens this one alone', () => {
    const through = wall(0, 0, 10_000, 0);
    const meeting = wall(4000, 0, 4000, 5000);
    expect(withDoor([meeting, through], [4, 0])).toEqual([
      meeting,
      wall(0, 0, 3500, 0),
      wall(4500, 0, 10_000, 0),
    ]);
  });

  it('at a corner opens both walls', () => {
    const corner = [wall(0, 0, 5000, 0), wall(0, 0, 0, 5000)];
    expect(withDoor(corner, [0, 0])).toEqual([wall(500, 0, 5000, 0), wall(0, 500, 0, 5000)]);
  });

  it('opens as much of a slanting wall', () => {
    const left = withDoor([wall(0, 0, 3000, 4000)], [1.5, 2]);
    expect(left.map(lengthOf)).toEqual([2000, 2000]);
  });

  it('opens the same of a wall in one piece and in many', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        cuts,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 30 }),
        (at, door, width) => {
          const ends = [0, ...at.sort((a, b) => a - b), 100].map((k) => k * 100);
          const pieces = ends.slice(1).map((end, k) => wall(ends[k], 0, end, 0));
          const length = (walls: Segment[]) => walls.reduce((sum, piece) => sum + lengthOf(piece), 0);
          const place: [number, number] = [door / 10, 0];
          expect(length(withDoor(pieces, place, width / 10))).toBe(
            length(withDoor([wall(0, 0, 10_000, 0)], place, width / 10)),
          );
        },
      ),
    );
  });
});
