/** The floor of Pori: who can read and recognise what there, as a glance at its plan tells. */
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../../engine/cli/node-reader.ts';
import { walkingDistances } from '../../../engine/model/floor.ts';
import { clerkFacing } from '../../../engine/model/sight/facing.ts';
import { type ClosedDoors, obstaclesOf, type Spot } from '../../../engine/model/sight/obstacle.ts';
import { type Layouts, targetsOf } from '../../../engine/model/sight/target.ts';
import { SEEN, viewsOf } from '../../../engine/model/sight/view.ts';
import { eyesAlong, eyesAt, seatsIn } from '../../../engine/model/sight/viewpoint.ts';
import { solidWalls } from '../../../engine/model/walls.ts';
import { load } from '../../../engine/scenario/load.ts';

const loaded = load('scenarios/pori.yaml', nodeReader);
if (!loaded.ok) throw new Error('the scenario of Pori does not load');
const { scenario } = loaded;
const names = Object.keys(scenario.spaces);
const rooms = new Set(['r1', 'r2', 'r3', 'v1', 'v2', 'v3', 'hall-room']);
const centre = eyesAt([13.5, 8.6], 'seated');

/** The spaces of which a target of this kind is read, or seen, from any of the eyes. */
function from(
  eyes: readonly Spot[],
  kind: string,
  how: 'readable' | 'seen' = 'readable',
  closed: ClosedDoors = { spaces: rooms },
  layouts: Layouts = {},
): string[] {
  const targets = targetsOf(scenario, layouts).filter((target) => target.kind === kind);
  const views = viewsOf(targets, eyes, obstaclesOf(scenario, closed));
  return targets
    .filter((_, row) =>
      eyes.some((__, column) => views[how][row * eyes.length + column] === (how === 'seen' ? SEEN.clear : 1)),
    )
    .map(({ space }) => names[space]);
}

describe('in Pori', () => {
  it('clerks have the back to the wall and look into the hall', () => {
    const walls = solidWalls(scenario);
    const looking = (ids: string[]) =>
      ids.map((id) => clerkFacing(scenario.spaces[id], scenario, walls).join(' '));
    expect(new Set(looking(['q1', 'q2', 'd1', 'd2', 'd3', 'd4']))).toEqual(new Set(['-1 0']));
    expect(new Set(looking(['b1', 'b2', 'b3', 'b4', 'd5']))).toEqual(new Set(['1 0']));
    expect(new Set(looking(['r1', 'v2', 'hall-room']))).toEqual(new Set(['0 -1']));
    expect(new Set(looking(['k1', 'k4', 'host']))).toEqual(new Set(['0 1']));
  });

  it('no screen, paper or face is made out from the middle of the waiting area', () => {
    for (const kind of ['screen', 'paper', 'face']) expect(from([centre], kind)).toEqual([]);
  });

  it('the backs of the desks’ screens are seen from there, not those of closed rooms', () => {
    const seen = from([centre], 'screen', 'seen');
    expect(seen).toEqual(expect.arrayContaining(['q1', 'd1', 'd4', 'k1']));
    for (const room of rooms) expect(seen).not.toContain(room);
    // Room 3 is straight ahead: with its door open one looks in.
    expect(from([centre], 'screen', 'seen', {})).toContain('r3');
  });

  it('no desk would be read from the seats if it were turned round: they are 7 m away', () => {
    const seats = [...seatsIn([9, 6.6], [9, 4], 20), ...seatsIn([22.4, 8.6], [4.2, 2], 6)];
    const turned = Object.fromEntries(
      ['d1', 'd2', 'd3', 'd4'].map((id) => [id, { facing: [1, 0] }] as const),
    );
    expect(from(seats, 'screen', 'readable', {}, turned)).toEqual([]);
    expect(from(seats, 'face', 'readable', {}, turned)).toEqual(['d1', 'd2', 'd3', 'd4']);
  });

  it('the next kiosk is read on the way to a kiosk', () => {
    const { pathBetween } = walkingDistances(scenario);
    const way = pathBetween(names.indexOf('waiting'), names.indexOf('k2'));
    expect(from(eyesAlong(way), 'screen')).toEqual(expect.arrayContaining(['k2', 'k3']));
  });
});
