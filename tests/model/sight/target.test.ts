/** Where the things to be seen at a place are. */
import { describe, expect, it } from 'vitest';
import { deskTargets, kioskTargets, spotsOf, targetsOf } from '../../../engine/model/sight/target.ts';
import { floorScenario } from '../floor-scenario.ts';

const where = (targets: readonly { kind: string; x: number; y: number; height: number }[]) =>
  targets.map(({ kind, x, y, height }) => [kind, x, y, height]);

describe('a desk', () => {
  it('has clerk and visitor 1.5 m apart in its middle, the screen 0.6 m from the clerk', () => {
    // The middle is at (11, 21.5); the clerk, at y = 20.75, looks to y = 23.
    const targets = deskTargets({ at: [10, 20], size: [2, 3] }, { space: 7, facing: [0, 1] });
    expect(where(targets)).toEqual([
      ['screen', 11_000, 21_350, 1100],
      ['paper', 11_000, 21_500, 750],
      ['face', 11_000, 22_250, 1200],
    ]);
    expect(targets.map(({ facing }) => facing)).toEqual([[0, -1], null, [0, -1]]);
    expect(targets.every(({ space, privacyFilter }) => space === 7 && !privacyFilter)).toBe(true);
  });

  it('turns with the clerk', () => {
    const targets = deskTargets(
      { at: [10, 20], size: [3, 2] },
      { space: 0, facing: [-1, 0], privacyFilter: true },
    );
    expect(where(targets)).toEqual([
      ['screen', 11_650, 21_000, 1100],
      ['paper', 11_500, 21_000, 750],
      ['face', 10_750, 21_000, 1200],
    ]);
    expect(targets.map(({ privacyFilter }) => privacyFilter)).toEqual([true, false, false]);
  });

  it('has a visitor who sits or stands', () => {
    const place = { at: [0, 0], size: [2, 3] } as const;
    const heights = (['seated', 'standing'] as const).map((posture) =>
      deskTargets(place, { space: 0, facing: [0, 1], posture }).map(({ height }) => height),
    );
    expect(heights).toEqual([
      [1100, 750, 1200],
      [1100, 750, 1600],
    ]);
  });

  it('is closer where the space is not deep: 0.6 of it', () => {
    const [screen, paper, face] = deskTargets({ at: [0, 0], size: [2, 1] }, { space: 0, facing: [0, 1] });
    expect([screen.y, paper.y, face.y]).toEqual([500, 500, 800]);
  });
});

it('a kiosk has its back to the wall, and its visitor the back to the hall', () => {
  const targets = kioskTargets({ at: [0, 0], size: [2, 2] }, { space: 0, facing: [0, 1] });
  expect(where(targets)).toEqual([
    ['screen', 1000, 300, 1100],
    ['face', 1000, 900, 1600],
  ]);
  expect(targets.map(({ facing }) => facing)).toEqual([
    [0, 1],
    [0, -1],
  ]);
  // In a metre of depth the screen is 0.2 m from the wall, and the visitor half a metre from it.
  const [screen, face] = kioskTargets({ at: [0, 0], size: [2, 1] }, { space: 0, facing: [0, 1] });
  expect([screen.y, face.y]).toEqual([200, 700]);
});

it('a screen is seen by the middle or an end of its upper edge; all else by its middle', () => {
  const [screen, paper] = deskTargets({ at: [10, 20], size: [2, 3] }, { space: 0, facing: [0, 1] });
  expect(spotsOf(screen).map(({ x, y, height }) => [x, y, height])).toEqual([
    [11_000, 21_350, 1250],
    [10_734, 21_350, 1250],
    [11_266, 21_350, 1250],
  ]);
  expect(spotsOf(paper)).toEqual([paper]);
});

describe('a scenario', () => {
  const scenario = floorScenario({
    spaces: {
      nowhere: { type: 'desk' },
      desk: { type: 'desk', at: [0, 0], size: [3, 3] },
      room: { type: 'room', at: [10, 10], size: [3, 3], door: [13, 11] },
    },
  });

  it('has the targets of all places that are on the floor', () => {
    expect(targetsOf(scenario).map(({ kind, space }) => [kind, space])).toEqual(
      [1, 2].flatMap((space) => ['screen', 'paper', 'face'].map((kind) => [kind, space])),
    );
  });

  it('has a filter before each screen of a type that has them', () => {
    const { spaceTypes } = scenario;
    const filtered = { ...spaceTypes, room: { ...spaceTypes.room, screenFilter: true } };
    const targets = targetsOf({ ...scenario, spaceTypes: filtered });
    expect(targets.filter(({ privacyFilter }) => privacyFilter)).toEqual([
      expect.objectContaining({ kind: 'screen', space: 2, facing: [-1, 0] }),
    ]);
  });

  it('relies on no filter that is there at times only', () => {
    const { spaceTypes, spaces } = scenario;
    const filtered = { ...spaceTypes, filtered: { ...spaceTypes.desk, screenFilter: true } };
    const isFiltered = (type: string, at: string) => {
      const desk = { ...spaces.desk, type, timetable: [{ from: 0, to: 3600, type: at }] };
      return targetsOf({ ...scenario, spaceTypes: filtered, spaces: { desk } })[0].privacyFilter;
    };
    expect(isFiltered('filtered', 'filtered')).toBe(true);
    expect(isFiltered('filtered', 'desk')).toBe(false);
    expect(isFiltered('desk', 'filtered')).toBe(false);
  });

  it('has no targets where people wait, and those of a desk where they do so at times only', () => {
    const { spaceTypes, spaces } = scenario;
    const hall = { ...spaceTypes.desk, use: 'waiting' as const };
    const types = { ...spaceTypes, hall };
    const area = { ...spaces.desk, type: 'hall' };
    const spacesOf = (timetable: typeof area.timetable) =>
      targetsOf({
        ...scenario,
        spaceTypes: types,
        spaces: { ...spaces, desk: { ...area, timetable } },
      }).map(({ space }) => space);
    expect(spacesOf([])).toEqual([2, 2, 2]);
    expect(spacesOf([{ from: 0, to: 3600, type: 'desk' }])).toEqual([1, 1, 1, 2, 2, 2]);
  });

  it('greets visitors who stand', () => {
    const { spaceTypes } = scenario;
    const greeting = { ...spaceTypes, desk: { ...spaceTypes.desk, use: 'greeting' as const } };
    expect(targetsOf({ ...scenario, spaceTypes: greeting })[2]).toMatchObject({ kind: 'face', height: 1600 });
  });
});
