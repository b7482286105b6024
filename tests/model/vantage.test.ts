/** Where people are who might hear or see: floors of a few lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkingDistances } from '../../engine/model/floor.ts';
import { Vantages } from '../../engine/model/vantage.ts';
import { storyScenario } from '../simulation/story.ts';

/** A hall of 20 by 10 m with its door in the middle of the left wall, and a room in its right corner. */
const HALL = `
  spaceTypes: { room: { enclosure: closed }, kiosk: { name: K, use: kiosk } }
  floor:
    walls: { outer: { line: [[0, 0], [20, 0], [20, 10], [0, 10], [0, 0]] } }
    doors: { main: { at: [0, 5], use: both }, side: { at: [20, 8], use: exit } }
  spaces:
    desk-1: { at: [8, 0.5], size: [2, 3] }
    hall-1: { type: hall, at: [4, 4], size: [4, 2], seats: 2 }
    room-1: { type: room, at: [16, 0], size: [4, 4], door: [16, 2] }
    desk-2: { type: desk }`;

const vantagesOf = (...changes: string[]) => {
  const scenario = storyScenario([HALL, ...changes]);
  return new Vantages(scenario, walkingDistances(scenario));
};

describe('the vantages of a floor', () => {
  it('are first one for each space: where the visitor’s face is, or the middle', () => {
    const { points } = vantagesOf('spaces: { kiosk-1: { type: kiosk, at: [12, 0], size: [2, 2] } }');
    expect(points.slice(0, 5)).toEqual([
      { space: 0, x: 9, y: 2.75, posture: 'seated' },
      { space: 1, x: 6, y: 5, posture: 'standing' },
      // The clerk looks to the door, and the visitor sits before it.
      { space: 2, x: 17.25, y: 2, posture: 'seated' },
      { space: 3, x: 0, y: 0, posture: 'seated' },
      // Its back is to the wall that it stands at; its screen is 0.3 m before that, and the visitor 0.6 m before the screen.
      { space: 4, x: 13, y: 0.9, posture: 'standing' },
    ]);
  });

  it('then the seats, in rows over their area', () => {
    const { points, places, firstSeat, seats } = vantagesOf();
    expect([...firstSeat]).toEqual([-1, 4, -1, -1]);
    expect([...seats]).toEqual([0, 2, 0, 0]);
    expect(points.slice(4)).toEqual([
      { space: 1, x: 5, y: 5, posture: 'seated' },
      { space: 1, x: 7, y: 5, posture: 'seated' },
    ]);
    expect(places).toBe(6);
  });

  it('seats of an area without place, or of too many, are not told apart', () => {
    expect(vantagesOf('spaces: { hall-1: { seats: 2001 } }').places).toBe(4);
    expect(vantagesOf('spaces: { hall-2: { type: hall, seats: 5 } }').places).toBe(7);
  });

  it('the very same rectangle is one place, and none is none', () => {
    const twins =
      'spaces: { twin: { type: room, at: [8, 0.5], size: [2, 3] }, near: { type: desk, at: [8, 0.5], size: [2, 3.01] } }';
    expect(vantagesOf(twins).rectangles).toEqual([0, 1, 2, -1, 0, 5]);
  });
});

describe('a way', () => {
  const [DESK, AREA, ROOM, UNPLACED, DOORS] = [0, 1, 2, 3, 4];

  it('is cut into pieces of at most 2 m, each seen from its middle', () => {
    const vantages = vantagesOf();
    // Straight from (6, 5) to the door at (0, 5).
    const { at, ends } = vantages.way(AREA, DOORS);
    expect([...ends]).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12), 1]);
    expect([...at].map((vantage) => vantages.points[vantage])).toEqual(
      [5, 3, 1].map((x) => ({ space: -1, x, y: 5, posture: 'standing' })),
    );
  });

  it('is in the enclosed space where it leads through one, and in no other', () => {
    const vantages = vantagesOf();
    const { at } = vantages.way(DESK, ROOM);
    for (const vantage of at) {
      const { space, x } = vantages.points[vantage];
      expect(space).toBe(x > 16 ? ROOM : -1);
    }
    expect(vantages.points[at[at.length - 1]].space).toBe(ROOM);
  });

  it('between spaces is the same there and back', () => {
    const vantages = vantagesOf();
    const there = vantages.way(DESK, ROOM);
    const back = vantages.way(ROOM, DESK);
    expect([...back.at]).toEqual([...there.at].reverse());
    expect(back.ends.length).toBe(there.ends.length);
    const lengths = (ends: Float64Array) => [...ends].map((end, k) => end - (ends[k - 1] ?? 0));
    expect(lengths(back.ends)).toEqual(
      lengths(there.ends)
        .reverse()
        .map((length) => expect.closeTo(length, 12)),
    );
    expect(back.ends.at(-1)).toBe(1);
  });

  it('in and out may be by other doors', () => {
    const vantages = vantagesOf();
    const end = (from: number, to: number, last: boolean) => {
      const { at } = vantages.way(from, to);
      return vantages.points[at[last ? at.length - 1 : 0]].x;
    };
    expect(end(DOORS, ROOM, false)).toBeLessThan(1);
    expect(end(ROOM, DOORS, true)).toBeGreaterThan(18);
  });

  it('is empty where there is none', () => {
    const vantages = vantagesOf();
    for (const [from, to] of [
      [DESK, DESK],
      [UNPLACED, DESK],
      [DESK, UNPLACED],
      [DOORS, UNPLACED],
    ]) {
      expect(vantages.way(from, to)).toMatchObject({ at: new Int32Array(0), ends: new Float64Array(0) });
    }
  });

  it('is kept, and its pieces rise to 1 in the order of the way', () => {
    const vantages = vantagesOf();
    const place = fc.nat(DOORS);
    fc.assert(
      fc.property(place, place, (from, to) => {
        const { at, ends } = vantages.way(from, to);
        expect(vantages.way(from, to).at).toBe(at);
        expect(at.length).toBe(ends.length);
        if (ends.length > 0) expect(ends[ends.length - 1]).toBe(1);
        for (let k = 1; k < ends.length; k++) expect(ends[k]).toBeGreaterThan(ends[k - 1]);
        for (const vantage of at) expect(vantage).toBeGreaterThanOrEqual(vantages.places);
      }),
    );
  });
});
