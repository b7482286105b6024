/**
 * Ways of speech on random floors: the same as by the documented functions one after the other, alike both ways, and no
 * louder with more on the way.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hallOf, partitionOf } from '../../engine/model/hearing.ts';
import { Detours } from '../../engine/model/hearing-detours.ts';
import { SpeechPaths } from '../../engine/model/hearing-paths.ts';
import { meets, type Segment, toMillimetres } from '../../engine/model/segment.ts';
import { SCREEN_HEIGHT } from '../../engine/model/sight/obstacle.ts';
import { EYE_HEIGHT } from '../../engine/model/sight/viewpoint.ts';
import { intensityOf, sumOfSpectra } from '../../engine/model/speech/bands.ts';
import { shareOverScreen } from '../../engine/model/speech/barrier.ts';
import {
  bothLosses,
  type Enclosure,
  enclosureDifference,
  partitionLoss,
} from '../../engine/model/speech/partition.ts';
import {
  distanceAttenuation,
  FREE_FIELD,
  type PathLoss,
  receivedLevels,
} from '../../engine/model/speech/propagation.ts';
import { speechSpectrum } from '../../engine/model/speech/speech-spectrum.ts';
import { speechTransmissionIndex } from '../../engine/model/speech/sti.ts';
import type { Vantage } from '../../engine/model/vantage.ts';
import { pieces } from '../../engine/model/walls.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';
import { storyScenario } from '../simulation/story.ts';
import { arriving, FIELD, listeningTo } from './listening.ts';

const centimetres = (min: number, max: number) => fc.integer({ min, max }).map((cm) => cm / 100);
const point = fc.tuple(centimetres(0, 2000), centimetres(0, 1500));

const bound = fc.constantFrom(
  'partition: none',
  'partition: { screen: 1.4 m }',
  'partition: { screen: 2 m }',
  'partition: semi-closed booth',
  'partition: { rating: 20 }, openShare: 0.05',
  'partition: { bands: [3, 5, 9, 12, 15, 15, 16] }',
);
/** Askew, so that none runs along an outline. */
const ends = fc.tuple(point, point).filter(([from, to]) => {
  const [across, up] = [0, 1].map((axis) => Math.abs(to[axis] - from[axis]));
  return Math.min(across, up) > 0.06 * Math.hypot(across, up);
});
const wall = fc
  .tuple(
    ends,
    fc.constantFrom('wall', 'glass', 'frosted', 'screen'),
    fc.constantFrom('', ', height: 1.3 m', ', height: 1.9 m'),
  )
  .map(([[from, to], kind, height]) => `{ line: [[${from}], [${to}]], kind: ${kind}${height} }`);

interface Drawn {
  readonly bounds: readonly string[];
  readonly walls: readonly string[];
  readonly at: readonly (readonly [number, number])[];
  readonly finish: string;
}

/**
 * A desk and two waiting areas, each bounded somehow; the area of two seats may lie over the desk. No outlines are in one line, which
 * `hearing-line.test.ts` is about.
 */
const floor: fc.Arbitrary<Drawn> = fc
  .record({
    bounds: fc.tuple(bound, bound, bound),
    walls: fc.array(wall, { maxLength: 4 }),
    at: fc.tuple(point, point, point),
    finish: fc.constantFrom('good', 'medium', 'poor', '{ decay: 7.5, at4m: 46 }'),
  })
  .filter(({ at: [desk, ...others] }) =>
    [0, 1].every((axis) =>
      others.every((other, k) => {
        const apart = other[axis] - desk[axis];
        const edges = [apart, apart + SIZES[k + 1][axis]];
        return edges.every((edge) => [0, SIZES[0][axis]].every((own) => Math.abs(edge - own) > 0.15));
      }),
    ),
  );

/** Of the desk and the areas. */
const SIZES = [
  [2.4, 3],
  [4, 2],
  [1, 1],
] as const;

function drawn({ bounds, walls, at, finish }: Drawn, ...changes: string[]): Scenario {
  return storyScenario([
    FIELD,
    `acoustics: { noise: 30, finish: '${finish}' }`.replaceAll("'", ''),
    `floor: { walls: { ${walls.map((one, k) => `w${k}: ${one}`).join(', ')} } }`,
    `spaceTypes: { desk: { ${bounds[0]} }, hall: { ${bounds[1]} }, other: { name: O, use: waiting, ${bounds[2]} } }`,
    `spaces:
      desk-1: { at: [${at[0]}], size: [${SIZES[0]}] }
      hall-1: { type: hall, at: [${at[1]}], size: [${SIZES[1]}], seats: 2 }
      hall-2: { type: other, at: [${at[2]}], size: [${SIZES[2]}] }`,
    'roles: { ear: { name: E, kind: remote-expert, sound: headset } }',
    ...changes,
  ]);
}

/** The STI from a mouth in a space to an ear, by the documented functions. */
function composed(
  scenario: Scenario,
  space: number,
  mouth: readonly [number, number, number],
  ear: Vantage,
): number {
  const [x, y, height] = mouth;
  const distance = Math.hypot(ear.x - x, ear.y - y);
  const spaces = Object.values(scenario.spaces);
  const at = (fromTalker: number) => ({
    talkerHeight: height,
    listenerHeight: EYE_HEIGHT[ear.posture] / 1000,
    talkerDistance: Math.min(distance, Math.max(0, fromTalker)),
    listenerDistance: Math.max(0, distance - fromTalker),
  });
  const own: PathLoss[] = [];
  const leaves = toEdge([x, y], [ear.x, ear.y], spaces[space]);
  if (leaves < distance)
    own.push(
      partitionLoss(partitionOf(scenario.spaceTypes[spaces[space].type]), at(leaves), spaces[space].size),
    );
  const enters = ear.space < 0 ? distance : toEdge([ear.x, ear.y], [x, y], spaces[ear.space]);
  if (enters < distance) {
    const partition = partitionOf(scenario.spaceTypes[spaces[ear.space].type]);
    own.push(partitionLoss(partition, at(distance - enters), spaces[ear.space].size));
  }
  const walls = wallLosses(scenario, [x, y], [ear.x, ear.y], (share) => at(share * distance));
  const { noise, room } = hallOf(scenario);
  const received = (metres: number, losses: readonly PathLoss[]) =>
    receivedLevels(speechSpectrum('normal'), room, metres, losses.reduce(bothLosses, {}));
  const straight = received(distance, [...own, ...walls.screens, ...walls.enclosures]);
  if (walls.enclosures.length === 0) return Math.max(0, speechTransmissionIndex(straight, noise));
  const most = received(distance, [...own, ...walls.screens]);
  const length = Math.max(distance, new Detours(walls.toCeiling).length({ x, y }, ear));
  const enclosures = own.map(({ enclosure }) => (enclosure === undefined ? {} : { enclosure }));
  const screen = Float64Array.from(most, (_, k) => -10 * Math.log10(shareOverScreen(length - distance, k)));
  const round =
    length === Number.POSITIVE_INFINITY
      ? most.map(() => Number.NEGATIVE_INFINITY)
      : received(length, [...enclosures, { screen }]);
  const both = sumOfSpectra([straight, round]).map((level, k) => Math.min(level, most[k]));
  return Math.max(0, speechTransmissionIndex(both, noise));
}

type Point = readonly [number, number];

/** Metres from a point in a space to its edge, towards another. */
function toEdge(from: Point, to: Point, { at = [0, 0], size = [0, 0] }: Scenario['spaces'][string]): number {
  const distance = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const ways = [0, 1].map((axis) => {
    const step = (to[axis] - from[axis]) / distance;
    const edge = step > 0 ? at[axis] + size[axis] : at[axis];
    return step === 0 ? Number.POSITIVE_INFINITY : (edge - from[axis]) / step;
  });
  return Math.min(...ways, distance);
}

function wallLosses(
  scenario: Scenario,
  from: Point,
  to: Point,
  at: (share: number) => Parameters<typeof partitionLoss>[1],
): { screens: PathLoss[]; enclosures: PathLoss[]; toCeiling: Segment[] } {
  const [px, py, qx, qy] = [...from, ...to].map(toMillimetres);
  const all = Object.values(scenario.floor?.walls ?? {}).flatMap(({ line, kind, height }) =>
    pieces(line).map((piece) => ({ piece, kind, height })),
  );
  const onLine = all.filter(({ piece }) => meets(px, py, qx, qy, piece));
  const isScreen = ({ kind, height }: (typeof onLine)[number]) => kind === 'screen' || height !== undefined;
  const screens = onLine
    .filter(isScreen)
    .map(({ piece, height = SCREEN_HEIGHT }) =>
      partitionLoss({ type: 'screen', height }, at(shareOf([px, py, qx, qy], piece))),
    );
  const enclosures = onLine
    .filter((one) => !isScreen(one))
    .map(({ kind }): Enclosure => ({ type: kind === 'wall' ? 'full room' : 'glazed room' }))
    .map((enclosure) => enclosureDifference(enclosure));
  const toCeiling = all.filter((one) => !isScreen(one)).map(({ piece }) => piece);
  if (enclosures.length === 0) return { screens, enclosures: [], toCeiling };
  const best = enclosures[0].map((_, k) => Math.max(...enclosures.map((difference) => difference[k])));
  return { screens, enclosures: [{ enclosure: best }], toCeiling };
}

/** Where the wall crosses the line, as the ends' distances from it divide it. */
function shareOf([px, py, qx, qy]: readonly number[], { ax, ay, bx, by }: Segment): number {
  const side = (x: number, y: number) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const [near, far] = [Math.abs(side(px, py)), Math.abs(side(qx, qy))];
  return near + far === 0 ? 0.5 : near / (near + far);
}

describe('speech on a random floor', () => {
  it('is what the documented functions say, one after the other, from either mouth', () => {
    let heard = 0;
    fc.assert(
      fc.property(floor, (one) => {
        const scenario = drawn(one);
        const { hearing, vantages, space } = listeningTo(scenario);
        const desk = space('desk-1');
        const ways = vantages.way(space('hall-1'), space('hall-2')).at;
        const { x, y, posture } = vantages.points[desk];
        const [at, size] = [scenario.spaces['desk-1'].at ?? [0, 0], scenario.spaces['desk-1'].size ?? [0, 0]];
        const height = EYE_HEIGHT[posture] / 1000;
        const mirrored = [2 * at[0] + size[0] - x, 2 * at[1] + size[1] - y] as const;
        for (const vantage of [1, 2, 3, 4, ...ways]) {
          const ear = vantages.points[vantage];
          const visitor = composed(scenario, desk, [x, y, height], ear);
          const clerk = composed(scenario, desk, [...mirrored, height], ear);
          const headset = hearing.mannerOf(0, 1);
          expect(Math.abs(hearing.sti(headset, desk, vantage) - visitor)).toBeLessThan(1e-9);
          expect(Math.abs(hearing.sti(0, desk, vantage) - Math.max(visitor, clerk))).toBeLessThan(1e-9);
          if (visitor > 0.05 && visitor < 0.95) heard += 1;
        }
      }),
    );
    // Most floors are neither silent nor without any loss.
    expect(heard).toBeGreaterThan(100);
  });

  it('is beyond the reach of an STI never above it, whoever talks in whatever manner', () => {
    const limits = fc.constantFrom(0, 0.05, 0.2, 0.34, 0.5, 0.6, 0.75, 0.95, 1);
    const change = fc.constantFrom(
      'acoustics: { voice: normal }',
      'acoustics: { voice: hushed, noise: 45, loudspeaker: loud }',
      'acoustics: { voice: raised, reverberation: 0.8 s }',
      'spaceTypes: { desk: { loop: 6 m } }',
    );
    const loudspeaker = 'roles: { speaker: { name: S, kind: remote-expert, sound: loudspeaker } }';
    let beyond = 0;
    let near = 0;
    fc.assert(
      fc.property(floor, change, limits, (one, changed, limit) => {
        const { hearing, vantages, space } = listeningTo(drawn(one, changed, loudspeaker));
        const ways = vantages.way(space('hall-1'), space('hall-2')).at;
        const desk = space('desk-1');
        const { x, y } = vantages.points[desk];
        hearing.manners.forEach((_, manner) => {
          const reach = hearing.reach(manner, desk, limit);
          for (const vantage of [1, 2, 3, 4, ...ways]) {
            const ear = vantages.points[vantage];
            const isBeyond = Math.hypot(ear.x - x, ear.y - y) > reach;
            const isHeard = hearing.sti(manner, desk, vantage) > limit || hearing.isInLoop(desk, vantage);
            expect(isBeyond && isHeard).toBe(false);
            if (isBeyond) beyond += 1;
            else if (isHeard) near += 1;
          }
        });
      }),
    );
    expect(Math.min(beyond, near)).toBeGreaterThan(100);
  });

  it('is nowhere louder than what gets out of the space, in a room beside it neither', () => {
    const side = centimetres(100, 800);
    const rating = fc.constantFrom('rating: 10', 'rating: 40', 'bands: [1, 2, 3, 4, 5, 6, 7]');
    const kind = fc.oneof(
      rating.map((one) => `{ ${one} }`),
      fc.constantFrom('semi-closed booth', 'pod C', 'none'),
    );
    const room = FREE_FIELD;
    let fromBoth = 0;
    fc.assert(
      fc.property(kind, kind, side, side, side, (desk, hall, width, depth, other) => {
        const scenario = storyScenario([
          FIELD,
          `spaceTypes: { desk: { partition: ${desk} }, hall: { partition: ${hall} } }`,
          `spaces:
            desk-1: { at: [0, 0], size: [${width}, ${depth}], faces: up }
            hall-1: { type: hall, at: [${width}, 0], size: [${other}, ${depth}], seats: 3 }`,
        ]);
        const partitions = Object.values(scenario.spaces).map(({ type }) =>
          partitionOf(scenario.spaceTypes[type]),
        );
        const paths = new SpeechPaths(scenario, partitions, room);
        const { vantages, space } = listeningTo(scenario);
        const mouth = { space: space('desk-1'), x: width / 2, y: depth / 2, height: 1.2 };
        const most = paths.mostOut(mouth.space);
        const shares = new Float64Array(7);
        for (const vantage of [space('hall-1'), vantages.firstSeat[space('hall-1')]]) {
          const ear = vantages.points[vantage];
          paths.write(mouth, ear, shares, 0);
          const open = intensityOf(-distanceAttenuation(room, Math.hypot(ear.x - mouth.x, ear.y - mouth.y)));
          shares.forEach((share, k) => {
            expect(share).toBeLessThanOrEqual(open * most[k] * (1 + 1e-12));
            if (most[k] < 1 && share > open * most[k] * 0.9) fromBoth += 1;
          });
        }
      }),
    );
    expect(fromBoth).toBeGreaterThan(50);
  });

  it('is alike there and back, from the visitor at one place to the visitor at the other', () => {
    const place = fc.tuple(floor, point).map(([one, other]) => {
      const scenario = drawn(one);
      const desk = { ...scenario.spaces['desk-1'], at: [other[0], other[1]] as [number, number] };
      return { ...scenario, spaces: { ...scenario.spaces, 'desk-2': desk } };
    });
    fc.assert(
      fc.property(place, (scenario) => {
        const { hearing, space } = listeningTo(scenario);
        const [there, back] = [space('desk-1'), space('desk-2')];
        const headset = hearing.mannerOf(0, 1);
        const difference = hearing.sti(headset, there, back) - hearing.sti(headset, back, there);
        expect(Math.abs(difference)).toBeLessThan(1e-9);
      }),
    );
  });

  it('is no louder in any band with one wall or screen more', () => {
    fc.assert(
      fc.property(floor, wall, (one, more) => {
        const bare = listeningTo(drawn(one));
        const walled = listeningTo(drawn({ ...one, walls: [...one.walls, more] }));
        for (const vantage of [1, 2, 3]) {
          const without = arriving(bare, 0, vantage, 1);
          arriving(walled, 0, vantage, 1).forEach((intensity, k) => {
            // The new wall may turn the desk round, and so move its mouths.
            const sameMouth =
              bare.vantages.points[0].y === walled.vantages.points[0].y &&
              bare.vantages.points[0].x === walled.vantages.points[0].x;
            if (sameMouth) expect(intensity).toBeLessThanOrEqual(without[k] * (1 + 1e-12));
          });
        }
      }),
    );
  });

  it('is no louder in any band further on along a line through the open hall', () => {
    fc.assert(
      fc.property(floor, centimetres(30, 2000), centimetres(0, 2000), (one, near, more) => {
        const intensities = [near, near + more].map((x) => {
          const scenario = drawn({
            ...one,
            walls: [],
            bounds: ['partition: none', 'partition: none', 'partition: none'],
          });
          const hall = { ...scenario.spaces['hall-2'], at: [50 + x, 0] as [number, number] };
          const desk = { ...scenario.spaces['desk-1'], at: [50, 0] as [number, number], size: undefined };
          return arriving(listeningTo({ ...scenario, spaces: { 'desk-1': desk, 'hall-2': hall } }), 0, 1);
        });
        intensities[1].forEach((intensity, k) => {
          expect(intensity).toBeLessThanOrEqual(intensities[0][k]);
        });
      }),
    );
  });
});

describe('heads', () => {
  const screened = (posture: string) => {
    const scenario = storyScenario([
      FIELD,
      'floor: { walls: { w: { line: [[2, -9], [2, 9]], kind: screen, height: 1.5 m } } }',
      'spaces: { hall-1: { type: hall, at: [3, -1], size: [2, 2], seats: 1 } }',
    ]);
    const { hearing, vantages } = listeningTo(scenario);
    const vantage = vantages.points.findIndex((one) => one.space === 1 && one.posture === posture);
    return hearing.sti(0, 0, vantage);
  };

  it('of who stands are higher: a screen of 1.5 m hides less from them', () => {
    expect(screened('standing')).toBeGreaterThan(screened('seated'));
  });
});
