/** The floor of Pori: who can read and recognise what there, as a glance at its plan tells. */
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../../engine/cli/node-reader.ts';
import { walkingDistances } from '../../../engine/model/floor.ts';
import { compileSeeing } from '../../../engine/model/seeing.ts';
import { clerkFacing } from '../../../engine/model/sight/facing.ts';
import { lineOfSight } from '../../../engine/model/sight/line-of-sight.ts';
import { obstaclesOf } from '../../../engine/model/sight/obstacle.ts';
import { deskTargets, targetsOf } from '../../../engine/model/sight/target.ts';
import { isMadeOut } from '../../../engine/model/sight/view.ts';
import { eyesAt, seatsIn } from '../../../engine/model/sight/viewpoint.ts';
import { Vantages } from '../../../engine/model/vantage.ts';
import { solidWalls } from '../../../engine/model/walls.ts';
import { load } from '../../../engine/scenario/load.ts';

const loaded = load('scenarios/pori.yaml', nodeReader);
if (!loaded.ok) throw new Error('the scenario of Pori does not load');
const scenario = {
  ...loaded.scenario,
  sensitivities: { secret: { name: 'Secret', rank: 2, sight: { time: 10 } } },
};
const names = Object.keys(scenario.spaces);
const indexOf = (id: string) => names.indexOf(id);
const rooms = ['r1', 'r2', 'r3', 'v1', 'v2', 'v3', 'hall-room'];
const centre = eyesAt([13.5, 8.6], 'seated');
const KINDS = ['screen', 'paper', 'face'] as const;

const vantages = new Vantages(scenario, walkingDistances(scenario));
const seeing = compileSeeing(scenario, vantages);
if (seeing === null) throw new Error('nothing is seen in Pori');

/** The spaces of which this is made out from any of the vantages. */
function madeOut(what: (typeof KINDS)[number], from: Iterable<number>): string[] {
  const all = [...from];
  return names.filter((_, space) => all.some((vantage) => seeing?.makesOut(what, space, vantage)));
}

function seatsOf(area: string): number[] {
  const space = indexOf(area);
  return Array.from({ length: vantages.seats[space] }, (_, seat) => vantages.firstSeat[space] + seat);
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

  it('no screen, paper or face is made out from the seats in the middle', () => {
    for (const kind of KINDS) expect(madeOut(kind, seatsOf('waiting'))).toEqual([]);
  });

  it('the backs of the desks’ screens are seen from there, and closed rooms behind open doors', () => {
    const seen = (shut?: ReadonlySet<string>) =>
      targetsOf(scenario)
        .filter(({ kind }) => kind === 'screen')
        .filter((screen) => lineOfSight(centre, screen, obstaclesOf(scenario, shut)) === 'clear')
        .map(({ space }) => names[space]);
    expect(seen()).toEqual(expect.arrayContaining(['q1', 'd1', 'd4', 'k1']));
    for (const room of rooms) expect(seen()).not.toContain(room);
    // Room 3 is straight ahead: with its door open one looks in.
    expect(seen(new Set())).toContain('r3');
  });

  it('no desk would be read from the seats if it were turned round: they are 7 m away', () => {
    const seats = [...seatsIn([9, 6.6], [9, 4], 20), ...seatsIn([22.4, 8.6], [4.2, 2], 6)];
    const obstacles = obstaclesOf(scenario);
    const turned = ['d1', 'd2', 'd3', 'd4'].flatMap((id) => {
      const { at = [0, 0], size = [0, 0] } = scenario.spaces[id];
      return deskTargets({ at, size }, { space: indexOf(id), facing: [1, 0] });
    });
    const found = turned.filter((target) => seats.some((seat) => isMadeOut(target, seat, obstacles)));
    expect(found.map(({ kind, space }) => `${kind} ${names[space]}`)).toEqual([
      'face d1',
      'face d2',
      'face d3',
      'face d4',
    ]);
  });

  it('the next kiosk is read on the way to a kiosk', () => {
    const way = vantages.way(indexOf('waiting'), indexOf('k2'));
    expect(madeOut('screen', way.at)).toEqual(expect.arrayContaining(['k2', 'k3']));
  });
});
