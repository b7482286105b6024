import { describe, expect, it } from 'vitest';
import { type Design, designOf } from '../../engine/experiment/design.ts';
import { InProcessExecutor } from '../../engine/experiment/in-process-executor.ts';
import { run } from '../../engine/experiment/run.ts';
import { withTwins } from '../../engine/experiment/twins.ts';
import { walkingDistances } from '../../engine/model/floor.ts';
import { FLOOR } from '../privacy/floor-story.ts';
import { storyScenario } from '../simulation/story.ts';

const ROOMS = `
  day: { doors: { open: 0 min, close: 240 min } }
  spaceTypes: { room: { enclosure: closed } }
  spaces:
    room-1: { type: room, at: [7, 7], size: [2, 2], door: [7, 8] }
    room-2: { type: room, at: [7, 4], size: [2, 2], door: [7, 5], accessible: false }
  roles: { clerk: { count: 5, spaces: [room, desk] } }
  matters: { one: { service: { exponential: { mean: 10 min } }, spaces: [room], fallback: { spaces: [desk], after: 0 min } } }
  profiles: { p: { accessibility: 20 % } }
  arrivals: { list: null, walk-in: { profiles: p, agency: a, rate: 25 /h } }`;

const scenario = storyScenario([FLOOR, ROOMS]);
const walking = walkingDistances(scenario);
const twins = withTwins(scenario, walking);

describe('copies of proper spaces', () => {
  it('are one for each clerk, on the rectangle of one that suits everybody, after all others', () => {
    const ids = Object.keys(twins.scenario.spaces);
    expect(ids).toEqual([
      'desk-1',
      'hall-1',
      'room-1',
      'room-2',
      'room-1.2',
      'room-1.3',
      'room-1.4',
      'room-1.5',
    ]);
    for (const id of ids.slice(4)) expect(twins.scenario.spaces[id]).toBe(scenario.spaces['room-1']);
  });

  it('are twice as many where visitors pack up after the clerk has gone on', () => {
    const leaving = storyScenario([FLOOR, ROOMS, 'matters: { one: { leaving: 20 s } }']);
    expect(Object.keys(withTwins(leaving, walking).scenario.spaces)).toHaveLength(4 + 9);
  });

  it('never take the id of another space', () => {
    const named = storyScenario([
      FLOOR,
      ROOMS,
      'spaces: { room-1.2: { type: desk, at: [1, 8], size: [2, 2] } }',
    ]);
    const ids = Object.keys(withTwins(named, walkingDistances(named)).scenario.spaces);
    expect(ids).toContain('room-1.2');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(5 + 4);
  });

  it('are reached as their originals are', () => {
    const found = walkingDistances(twins.scenario);
    const places = Object.keys(twins.scenario.spaces).length + 1;
    expect(twins.walking.distance).toHaveLength(places * places);
    for (let from = 0; from < places; from++) {
      for (let to = 0; to < places; to++)
        expect(twins.walking.distance[from * places + to]).toBeCloseTo(found.distance[from * places + to], 9);
    }
    const copy = Object.keys(twins.scenario.spaces).indexOf('room-1.4');
    expect(twins.walking.pathBetween(places - 1, copy)).toEqual(found.pathBetween(places - 1, copy));
    expect(twins.walking.pathBetween(copy, places - 1)).toEqual(found.pathBetween(copy, places - 1));
  });

  it('are reached by colleagues as their originals are', () => {
    const parted = storyScenario([
      FLOOR,
      ROOMS,
      `floor:
        walls: { lane: { line: [[-20, 3], [20, 3]] } }
        doors: { lane: { at: [5, 3], use: staff } }`,
    ]);
    const found = withTwins(parted, walkingDistances(parted));
    const { distance, staffDistance } = walkingDistances(found.scenario);
    expect(staffDistance).not.toEqual(distance);
    found.walking.staffDistance.forEach((metres, k) => {
      expect(metres).toBeCloseTo(staffDistance[k], 9);
    });
  });

  it('leave nobody to fall back', async () => {
    const executor = new InProcessExecutor();
    const fallBacks = async (given: Pick<Design, 'scenario' | 'walking'>) => {
      const results = await run(designOf(given.scenario, given), {
        replications: 10,
        seed: 'twins',
        executor,
      });
      return results.measures.find(({ measure }) => measure === 'fallback.count')?.mean;
    };
    expect(await fallBacks({ scenario, walking })).toBeGreaterThan(5);
    expect(await fallBacks(twins)).toBe(0);
  });

  it('leave the protected exit where it is', () => {
    const protectedOut = storyScenario([
      FLOOR,
      ROOMS,
      `floor:
        walls: { south: { line: [[0, 10], [10, 10]] } }
        doors: { side: { at: [9, 10], use: exit } }
      policy: { protectedExit: side }`.replaceAll('\n      ', '\n'),
    ]);
    const before = walkingDistances(protectedOut);
    const after = withTwins(protectedOut, before);
    const copy = Object.keys(after.scenario.spaces).indexOf('room-1.2');
    const original = Object.keys(protectedOut.spaces).indexOf('room-1');
    expect(after.walking.exitDistance?.[copy]).toBe(before.exitDistance?.[original]);
    const places = Object.keys(after.scenario.spaces).length + 1;
    expect(after.walking.exitDistance).toHaveLength(places);
    expect(after.walking.pathBetween(copy, places).at(-1)).toEqual([9, 10]);
  });
});
