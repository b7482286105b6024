/** Speech round the ends of walls and through open doors: ways worked by hand, and what arrives by them. */
import { describe, expect, it } from 'vitest';
import { Detours, detoursOn } from '../../engine/model/hearing-detours.ts';
import { BAND_CENTRES, intensitiesOf } from '../../engine/model/speech/bands.ts';
import { differenceOfRating } from '../../engine/model/speech/sound-insulation.ts';
import { reductionOfPod, reductionOfSpeechLevel } from '../../engine/model/speech/speech-level-reduction.ts';
import { ISO_3382_3_SPEECH } from '../../engine/model/speech/speech-spectrum.ts';
import { pieces } from '../../engine/model/walls.ts';
import { arriving, FIELD, listening, seatAt, stiAt } from './listening.ts';

const LOUD = 'acoustics: { voice: loud, noise: 30 }';

type Point = readonly [number, number];

/** From (0, 0) to the point, past walls along these lines. */
function way(to: Point, ...lines: Point[][]): number {
  return new Detours(lines.flatMap(pieces)).length({ x: 0, y: 0 }, { x: to[0], y: to[1] });
}

describe('the way round walls', () => {
  it('touches the nearer free end: 2.5 m there and 2.5 m on', () => {
    const wall: Point[] = [
      [2, -1.5],
      [2, 4],
    ];
    expect(way([4, 0], wall)).toBeCloseTo(5, 9);
    // In two pieces, and drawn from the other end.
    expect(way([4, 0], [wall[1], [2, 1]], [[2, 1], wall[0]])).toBeCloseTo(5, 9);
  });

  it('bends as often as it must: round the upper end of one wall and the lower one of the next', () => {
    const first: Point[] = [
      [3, 4],
      [3, -20],
    ];
    const second: Point[] = [
      [6, 0],
      [6, 20],
    ];
    expect(way([9, 4], first, second)).toBeCloseTo(5 + 5 + 5, 9);
  });

  it('is none out of what is closed all round, but where it leaves a gap of more than 5 cm', () => {
    const box = (gap: number): Point[] => [
      [2, gap],
      [2, 3],
      [-3, 3],
      [-3, -3],
      [2, -3],
      [2, 0],
    ];
    expect(way([4, 0.5], box(0))).toBe(Number.POSITIVE_INFINITY);
    expect(way([4, 0.5], box(0.03))).toBe(Number.POSITIVE_INFINITY);
    expect(way([4, 0.5], box(0.1))).toBeCloseTo(Math.hypot(2, 0.1) + Math.hypot(2, 0.4), 9);
  });

  it('is as long there and back', () => {
    const walls = pieces([
      [1, -3],
      [1, 2],
      [3, 2],
      [3, -1],
    ]);
    const [one, other] = [
      { x: 0, y: 0 },
      { x: 2, y: 1.3 },
    ];
    expect(new Detours(walls).length(one, other)).toBeCloseTo(new Detours(walls).length(other, one), 12);
  });
});

describe('ways on one floor', () => {
  it('are kept while its walls are the same', () => {
    const floor = {};
    const walls = (x: number) =>
      pieces([
        [x, -1.5],
        [x, 4],
      ]);
    const first = detoursOn(floor, walls(2));
    expect(detoursOn(floor, walls(2))).toBe(first);
    expect(detoursOn({}, walls(2))).not.toBe(first);
    expect(detoursOn(floor, walls(3))).not.toBe(first);
    expect(detoursOn(floor, [])).not.toBe(first);
  });
});

describe('speech round the end of a wall', () => {
  /** The way is 2.5 m + 2.5 m, 1 m longer than the straight one. */
  const WALL = 'line: [[2, -1.5], [2, 5000]]';
  const heard = (wall: string, ...changes: string[]) => {
    const floor = listening(FIELD, seatAt([4, 0]), `floor: { walls: { w: { ${wall} } } }`, ...changes);
    return arriving(floor, floor.space('desk-1'), floor.seat('hall-1'));
  };

  it('is as from 5 m in the free field behind a screen with a detour of 1 m, and adds to what comes through', () => {
    const voice = intensitiesOf(ISO_3382_3_SPEECH);
    const rated = differenceOfRating(40);
    const expected = BAND_CENTRES.map((frequency, k) => {
      const fresnel = (2 * 1 * frequency) / 343;
      const loss = Math.min(20, 10 * Math.log10(3 + 20 * fresnel));
      return voice[k] * (10 ** (-loss / 10) / 25 + 10 ** (-rated[k] / 10) / 16);
    });
    heard(WALL).forEach((intensity, k) => {
      expect(intensity / expected[k]).toBeCloseTo(1, 9);
    });
  });

  it('is the less, the longer the way, and never more than without the wall', () => {
    const ends = [-0.01, -0.1, -0.5, -1, -2, -4, -20];
    const stis = ends.map((end) =>
      stiAt([4, 0], LOUD, `floor: { walls: { w: { line: [[2, ${end}], [2, 5000]] } } }`),
    );
    for (let k = 1; k < stis.length; k++) expect(stis[k]).toBeLessThan(stis[k - 1]);
    expect(stis[0]).toBeLessThan(stiAt([4, 0], LOUD));
    expect(stis[6]).toBeGreaterThan(0);
  });

  it('keeps what the room adds: a hard hall carries it round', () => {
    const hard = 'acoustics: { finish: { decay: 3, at4m: 54 } }';
    const open = stiAt([4, 0], hard);
    expect(stiAt([4, 0], hard, `floor: { walls: { w: { ${WALL} } } }`)).toBeGreaterThan(0.8 * open);
    expect(stiAt([4, 0], `floor: { walls: { w: { ${WALL} } } }`)).toBeLessThan(0.6 * stiAt([4, 0]));
  });

  it('leaves the talkers by their own enclosure, and enters that of the listener', () => {
    const bare = heard(WALL);
    const [pod, booth] = [reductionOfPod('D'), reductionOfSpeechLevel(10)];
    heard(WALL, 'spaceTypes: { desk: { partition: pod D }, hall: { partition: semi-closed booth } }').forEach(
      (intensity, k) => {
        expect(intensity / bare[k]).toBeCloseTo(10 ** (-(pod[k] + booth[k]) / 10), 9);
      },
    );
  });

  it('goes round no screen that is lower, which it passes over already', () => {
    const screen = 'kind: screen, height: 1.8 m';
    expect(heard(`${WALL}, ${screen}`)).toEqual(heard(`line: [[2, -500], [2, 5000]], ${screen}`));
  });
});

describe('a door in a wall', () => {
  const WALL = 'walls: { w: { line: [[2, -5000], [2, 5000]] } }';
  const door = (use: string, y: number) =>
    stiAt([4, 0], LOUD, `floor: { ${WALL}, doors: { d: { at: [2, ${y}], width: 1 m, use: ${use} } } }`);
  const shut = stiAt([4, 0], LOUD, `floor: { ${WALL} }`);
  const open = stiAt([4, 0], LOUD);

  it.each(['inner', 'entrance', 'exit', 'both'])('of use %s stands open to the straight line', (use) => {
    expect(door(use, 0)).toBe(open);
    expect(door(use, 0.49)).toBe(open);
  });

  it('beside the line lets speech round, the less the farther it is off', () => {
    const beside = [0.6, 1, 2, 4].map((y) => door('inner', y));
    expect(beside[0]).toBeLessThan(open);
    for (let k = 1; k < beside.length; k++) expect(beside[k]).toBeLessThan(beside[k - 1]);
    expect(beside[3]).toBeGreaterThan(shut + 0.1);
  });

  it('of staff is kept shut, and as good as the wall', () => {
    expect(door('staff', 0)).toBe(shut);
    expect(door('staff', 2)).toBe(shut);
  });

  it('opens what runs along it, for sound as for sight: a booth is entered through a wall drawn along it', () => {
    const booth = (...changes: string[]) =>
      stiAt(
        [0, 4],
        'spaces: { desk-1: { at: [-1, -1], size: [2, 2], faces: up, door: [0, 1] } }',
        'spaceTypes: { desk: { enclosure: semi-closed } }',
        ...changes,
      );
    expect(booth('floor: { walls: { w: { line: [[-5000, 1], [5000, 1]] } } }')).toBe(booth());
  });
});
