/** Who hears whom: floors worked by hand and against published figures, and what must hold on any floor. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/model/compile.ts';
import { compileHearing } from '../../engine/model/hearing.ts';
import { type Bands, intensitiesOf, levelsOf, sumOfSpectra } from '../../engine/model/speech/bands.ts';
import { noiseSpectrum } from '../../engine/model/speech/noise.ts';
import { FREE_FIELD, receivedLevels } from '../../engine/model/speech/propagation.ts';
import { reductionOfPod } from '../../engine/model/speech/speech-level-reduction.ts';
import {
  ISO_3382_3_SPEECH,
  speechSpectrum,
  type VocalEffort,
} from '../../engine/model/speech/speech-spectrum.ts';
import { speechTransmissionIndex } from '../../engine/model/speech/sti.ts';
import { storyScenario } from '../simulation/story.ts';
import { arriving, FIELD, type Listening, listening, seatAt, stiAt } from './listening.ts';

const fortyDb = noiseSpectrum({ level: 40 });
/** The STI of one talker in a free field, in 40 dB(A). */
const free = (distance: number, voice: VocalEffort = 'normal', noise: Bands = fortyDb): number =>
  speechTransmissionIndex(receivedLevels(speechSpectrum(voice), FREE_FIELD, distance), noise);

describe('what is heard at a desk without anything round it', () => {
  // Worked out elsewhere to two digits, in a free field with noise that falls by 5 dB an octave.
  it.each([
    [35, [0.98, 0.96, 0.81, 0.7, 0.62, 0.51]],
    [40, [0.97, 0.85, 0.66, 0.55, 0.47, 0.35]],
    [45, [0.89, 0.69, 0.5, 0.39, 0.3, 0.2]],
    [50, [0.73, 0.53, 0.34, 0.22, 0.15, 0.05]],
  ])('in %d dB(A) is %j at 1, 2, 4, 6, 8 and 12 m', (noise, expected) => {
    const found = [1, 2, 4, 6, 8, 12].map((x) => stiAt([x, 0], `acoustics: { noise: ${noise} }`));
    found.forEach((sti, k) => {
      expect(Math.abs(sti - expected[k])).toBeLessThan(0.006);
    });
  });

  it('is STI 0.50 at 8.5 m and 0.20 at 21.2 m in a good office, 15.2 and 54 m in a poor one', () => {
    const at = (finish: string, x: number) => stiAt([x, 0], `acoustics: { finish: ${finish} }`);
    expect(at('good', 8.5)).toBeCloseTo(0.5, 2);
    expect(at('good', 21.2)).toBeCloseTo(0.2, 2);
    expect(at('poor', 15.2)).toBeCloseTo(0.5, 2);
    expect(at('poor', 54)).toBeCloseTo(0.2, 2);
  });

  it('falls with distance, noise and masking, and rises with the voice', () => {
    const falls = (values: readonly number[]) => {
      for (let k = 1; k < values.length; k++) expect(values[k]).toBeLessThan(values[k - 1]);
    };
    falls([1, 1.5, 2, 3, 5, 8, 13, 21].map((x) => stiAt([x, 0])));
    falls([30, 35, 40, 45, 50, 55].map((noise) => stiAt([4, 0], `acoustics: { noise: ${noise} }`)));
    falls([30, 40, 45].map((masking) => stiAt([4, 0], `acoustics: { masking: ${masking} }`)));
    falls(
      ['loud', 'raised', 'normal', 'hushed'].map((voice) => stiAt([4, 0], `acoustics: { voice: ${voice} }`)),
    );
    falls([0, 0.4, 0.8, 1.5].map((time) => stiAt([2, 0], `acoustics: { reverberation: ${time} s }`)));
  });

  it('is the same on all sides', () => {
    for (const point of [
      [-4, 0],
      [0, 4],
      [0, -4],
      [2.4, 3.2],
    ] as const) {
      expect(stiAt(point)).toBeCloseTo(stiAt([4, 0]), 12);
    }
  });
});

describe('walls and screens of the floor', () => {
  const wall = (wall: string) => `floor: { walls: { w: { line: [[0.8, -50], [0.8, 50]], ${wall} } } }`;

  // Worked out elsewhere: 0.8 m to the screen, 1.2 m behind it, mouth and ear 1.2 m high.
  it('a screen halves what is understood, and not more', () => {
    const behind = (height: number) => stiAt([2, 0], wall(`kind: screen, height: ${height} m`));
    expect([1.4, 1.6, 1.8, 2.1].map(behind)).toEqual(
      [0.5, 0.36, 0.29, 0.24].map((sti) => expect.closeTo(sti, 2)),
    );
    expect(stiAt([2, 0], wall('kind: screen'))).toBe(behind(1.6));
    expect(behind(0.4)).toBeCloseTo(stiAt([2, 0]), 12);
  });

  it('walls take more than glass, glass more than a screen; frosted glass is glass', () => {
    const behind = (what: string) => stiAt([2, 0], 'acoustics: { voice: loud, noise: 30 }', wall(what));
    expect(behind('kind: wall')).toBeLessThan(behind('kind: glass'));
    expect(behind('kind: glass')).toBeLessThan(behind('kind: screen, height: 2.1 m'));
    expect(behind('kind: frosted')).toBe(behind('kind: glass'));
    // A low one is a screen of its height, of whatever it is made.
    for (const kind of ['wall', 'glass', 'frosted'])
      expect(behind(`kind: ${kind}, height: 1.5 m`)).toBe(behind('kind: screen, height: 1.5 m'));
  });

  it('of several the best counts, as if it were alone', () => {
    // Round the desk, so that nothing goes round them.
    const box = (x: number) => `[[${x}, -9], [${x}, 9], [-9, 9], [-9, -9], [${x}, -9]]`;
    const two = (first: string, second: string) =>
      stiAt(
        [4, 0],
        'acoustics: { voice: loud, noise: 30 }',
        `floor: { walls: { a: { line: ${box(1)}, ${first} }, b: { line: ${box(3)}, ${second} } } }`,
      );
    const one = (what: string) =>
      stiAt(
        [4, 0],
        'acoustics: { voice: loud, noise: 30 }',
        `floor: { walls: { a: { line: ${box(1)}, ${what} } } }`,
      );
    expect(two('kind: glass', 'kind: wall')).toBe(one('kind: wall'));
    expect(two('kind: glass', 'kind: glass')).toBe(one('kind: glass'));
    expect(two('kind: screen, height: 2 m', 'kind: screen, height: 1.3 m')).toBe(
      one('kind: screen, height: 2 m'),
    );
  });

  it('count where the straight line crosses them, and not beside it', () => {
    expect(stiAt([2, 0], 'floor: { walls: { w: { line: [[0.8, 0.1], [0.8, 50]] } } }')).toBe(stiAt([2, 0]));
  });
});

describe('what bounds a space', () => {
  const around = (bound: string) =>
    stiAt([4, 0], 'acoustics: { noise: 30 }', `spaceTypes: { desk: { ${bound} } }`);

  it('takes the more, the better it is', () => {
    const names = ['semi-closed booth', 'pod C', 'pod B', 'pod A', 'full room'];
    const values = names.map((name) => around(`partition: ${name}`));
    for (let k = 1; k < values.length; k++) expect(values[k]).toBeLessThan(values[k - 1]);
    expect(values[0]).toBeLessThan(around(''));
    expect(around('enclosure: screened')).toBeLessThan(around(''));
    expect(around('enclosure: screened')).toBe(around('partition: { screen: 1.6 m }'));
    expect(around('enclosure: semi-closed')).toBe(around('partition: semi-closed booth'));
    expect(around('enclosure: closed')).toBe(around('partition: full room'));
  });

  it('takes as much round who listens', () => {
    const hall = stiAt([4, 0], 'spaceTypes: { hall: { partition: pod D } }');
    expect(hall).toBeGreaterThan(0.05);
    expect(hall).toBeCloseTo(stiAt([4, 0], 'spaceTypes: { desk: { partition: pod D } }'), 12);
  });

  /** The intensities from a desk of 3 m by 3 m to the next one, 5 m on, with these partitions round them. */
  const between = (desk: string, other: string) => {
    const floor = listening(
      FIELD,
      `spaceTypes: { desk: { partition: ${desk} }, other: { name: O, use: service, partition: ${other} } }`,
      `spaces: {
        desk-1: { at: [0, 0], size: [3, 3], faces: up },
        desk-2: { type: other, at: [8, 0], size: [3, 3], faces: up } }`,
    );
    return arriving(floor, floor.space('desk-1'), floor.space('desk-2'));
  };

  it('takes as much from what enters a room as from what leaves it', () => {
    expect(between('glazed room', 'none')).toEqual(
      between('none', 'glazed room').map((intensity) => expect.closeTo(intensity, 9)),
    );
  });

  it('of walls that are 20 dB takes as much less as builds up in the room, of pods and booths what they are', () => {
    const bands = (level: number) => `{ bands: [${Array(7).fill(level).join(', ')}] }`;
    const bare = between('none', 'none');
    // S/A = 12 h / (0.32 · 9 h): 6.2 dB, of a room of 3 m by 3 m.
    const gain = 12 / 2.88;
    const share = (0.01 * gain) / (1 + 0.01 * (gain - 1));
    between(bands(20), 'none').forEach((intensity, k) => {
      expect(intensity / bare[k]).toBeCloseTo(share, 9);
    });
    between(bands(20), bands(20)).forEach((intensity, k) => {
      expect(intensity / bare[k]).toBeCloseTo(share ** 2, 9);
    });
    const reduced = reductionOfPod('C');
    between('pod C', 'none').forEach((intensity, k) => {
      expect(intensity / bare[k]).toBeCloseTo(10 ** (-reduced[k] / 10), 9);
    });
  });

  it('with a door that stands open takes 10 lg(1/0.1) = 10 dB and no more', () => {
    const bands = (level: number) => `partition: { bands: [${Array(7).fill(level).join(', ')}] }`;
    expect(around(`${bands(90)}, openShare: 0.1`)).toBeCloseTo(around(bands(10)), 6);
  });
});

describe('the two mouths', () => {
  /**
   * The desk has its back to the wall at y = 0: the visitor's face is at (9, 2.75), the clerk's as far beyond the middle
   * (9, 2), at (9, 1.25).
   */
  const DESK = `
    floor: { walls: { back: { line: [[0, 0], [18, 0]] } } }
    spaces: { desk-1: { at: [8, 0.5], size: [2, 3] } }`;

  it('are heard from where they are: the better counts', () => {
    expect(stiAt([9, 6.75], DESK)).toBeCloseTo(free(4), 9);
    expect(stiAt([9, 0.25], DESK)).toBeCloseTo(free(1), 9);
    expect(stiAt([13, 2], DESK)).toBeCloseTo(free(Math.hypot(4, 0.75)), 9);
  });

  /** With clerks who are there, on a loudspeaker, and on a headset: from a seat at the point. */
  function manners(point: readonly [number, number], ...changes: string[]) {
    const { hearing, space, seat } = listening(
      FIELD,
      DESK,
      seatAt(point),
      `roles: { speaker: { name: S, kind: remote-expert }, ear: { name: E, kind: remote-expert, sound: headset } }`,
      ...changes,
    );
    return [0, 1, 2].map((role) => hearing.sti(hearing.mannerOf(0, role), space('desk-1'), seat('hall-1')));
  }

  it('a headset leaves the visitor alone, a loudspeaker is in the middle and has a voice of its own', () => {
    const [present, loudspeaker, headset] = manners([9, 0.25]);
    expect(present).toBeCloseTo(free(1), 9);
    expect(loudspeaker).toBeCloseTo(free(1.75, 'raised'), 9);
    expect(headset).toBeCloseTo(free(2.5), 9);
    expect(manners([9, 6.75], 'acoustics: { loudspeaker: hushed }')[1]).toBeCloseTo(free(4), 9);
  });

  it('a loudspeaker is understood at least as well as a headset, everywhere', () => {
    for (const point of [
      [9, 5],
      [9, 9],
      [12, 1],
      [5, 5],
    ] as const) {
      const [, loudspeaker, headset] = manners(point);
      expect(loudspeaker).toBeGreaterThan(headset);
    }
  });

  it('a matter may have a voice of its own', () => {
    const values = ['hushed', 'normal', 'raised', 'loud'].map((voice) => {
      const { hearing, space, seat } = listening(
        FIELD,
        seatAt([4, 0]),
        `matters: { one: { voice: ${voice} } }`,
      );
      return hearing.sti(hearing.mannerOf(0, 0), space('desk-1'), seat('hall-1'));
    });
    expect(values).toEqual(
      (['hushed', 'normal', 'raised', 'loud'] as const).map((voice) => expect.closeTo(free(4, voice), 9)),
    );
    for (let k = 1; k < values.length; k++) expect(values[k]).toBeGreaterThan(values[k - 1]);
  });
});

describe('within one place', () => {
  const TWINS = `spaces: { desk-1: { at: [1, 1], size: [3, 3] }, desk-2: { type: desk, at: [1, 1], size: [3, 3] },
    desk-3: { type: desk, at: [1, 1], size: [3, 3.1] }, desk-4: { type: desk } }`;

  it('nothing is overheard: in the space, and in any on the very same rectangle', () => {
    const { hearing } = listening(FIELD, TWINS);
    expect(hearing.sti(0, 0, 0)).toBe(0);
    expect(hearing.sti(0, 0, 1)).toBe(0);
    expect(hearing.sti(0, 1, 0)).toBe(0);
    expect(hearing.sti(0, 0, 2)).toBeGreaterThan(0.9);
  });

  it('nor masked, nor heard by its loop', () => {
    const floor = listening(FIELD, TWINS, 'spaceTypes: { desk: { loop: 5 m } }');
    for (const vantage of [0, 1]) {
      expect(arriving(floor, 0, vantage)).toEqual([0, 0, 0, 0, 0, 0, 0]);
      expect(floor.hearing.isInLoop(0, vantage)).toBe(false);
    }
    expect(floor.hearing.isInLoop(0, 2)).toBe(true);
  });

  it('a space without a place on the floor hears nothing, and is not heard', () => {
    const { hearing } = listening(FIELD, TWINS, 'spaceTypes: { desk: { loop: 500 m } }');
    expect([hearing.sti(0, 3, 0), hearing.sti(0, 0, 3), hearing.sti(0, 3, 3)]).toEqual([0, 0, 0]);
    expect([hearing.isInLoop(3, 0), hearing.isInLoop(0, 3)]).toEqual([false, false]);
  });
});

describe('on a way', () => {
  /** From the hall at (1, 0) to the room whose middle is at (20, 0), through its door at (18, 0). */
  const ROOM = `
    spaceTypes: { room: { enclosure: closed }, hall: { partition: pod A } }
    spaces: { room-1: { type: room, at: [18, -2], size: [4, 4], door: [18, 0] } }`;

  it('nothing is round the listener, but in an enclosed space', () => {
    const { hearing, vantages, space } = listening(FIELD, seatAt([1, 0]), ROOM);
    const { at } = vantages.way(space('hall-1'), space('room-1'));
    const points = [...at].map((vantage) => vantages.points[vantage]);
    expect(points[0]).toMatchObject({ space: -1 });
    expect(points.at(-1)).toMatchObject({ space: space('room-1') });
    at.forEach((vantage, k) => {
      const sti = hearing.sti(0, space('desk-1'), vantage);
      if (points[k].space === -1) expect(sti).toBeCloseTo(free(points[k].x), 9);
      else expect(sti).toBeLessThan(free(points[k].x) / 10);
      if (points[k].space >= 0) expect(hearing.sti(0, space('room-1'), vantage)).toBe(0);
    });
  });

  it('who walks within the screens of a desk has none before them', () => {
    const field = listening(FIELD, 'spaces: { desk-1: { at: [5, -3], size: [6, 6] } }', seatAt([1, 0]), ROOM);
    const screened = listening(
      FIELD,
      'spaces: { desk-1: { at: [5, -3], size: [6, 6] } }',
      'spaceTypes: { desk: { enclosure: screened } }',
      seatAt([1, 0]),
      ROOM,
    );
    const stis = [field, screened].map(({ hearing, vantages, space }) =>
      [...vantages.way(space('hall-1'), space('room-1')).at].map((vantage) => ({
        within: Math.abs(vantages.points[vantage].x - 8) < 3,
        sti: hearing.sti(0, space('desk-1'), vantage),
      })),
    );
    stis[0].forEach(({ within, sti }, k) => {
      if (within) expect(stis[1][k].sti).toBe(sti);
      else expect(stis[1][k].sti).toBeLessThanOrEqual(sti);
    });
    expect(stis[0].some(({ within }) => within)).toBe(true);
  });
});

describe('babble', () => {
  const OTHERS = `
    spaces: { desk-2: { type: desk, at: [4, 4] }, desk-3: { type: desk, at: [4, -2] }, desk-4: { type: desk, at: [7, 0] } }`;

  it('of one talk at 4 m is what one voice brings there, visitor and clerk in turns', () => {
    const floor = listening(FIELD, OTHERS, seatAt([4, 0]));
    const voice = intensitiesOf(ISO_3382_3_SPEECH);
    expect(arriving(floor, floor.space('desk-2'), floor.seat('hall-1'))).toEqual(
      [...voice].map((intensity) => expect.closeTo(intensity / 16, 6)),
    );
  });

  it('on a headset is half of it, since the other side is silent half of the time', () => {
    const floor = listening(
      FIELD,
      OTHERS,
      seatAt([4, 0]),
      'roles: { clerk: { kind: remote-expert, sound: headset } }',
    );
    const both = arriving(floor, floor.space('desk-2'), floor.seat('hall-1'));
    const headset = arriving(
      floor,
      floor.space('desk-2'),
      floor.seat('hall-1'),
      floor.hearing.mannerOf(0, 0),
    );
    expect(headset).toEqual(both.map((intensity) => expect.closeTo(intensity / 2, 9)));
  });

  it('adds to the noise', () => {
    const floor = listening(FIELD, OTHERS, seatAt([4, 0]));
    const others = ['desk-2', 'desk-3'].map((id) => arriving(floor, floor.space(id), floor.seat('hall-1')));
    const babble = Float64Array.from(others[0], (intensity, k) => intensity + others[1][k]);
    const all = sumOfSpectra([fortyDb, levelsOf(babble)]);
    expect(floor.hearing.stiAmid(0, 0, floor.seat('hall-1'), babble)).toBeCloseTo(free(4, 'normal', all), 9);
    expect(floor.hearing.stiAmid(0, 0, floor.seat('hall-1'), new Float64Array(7))).toBe(free(4));
  });

  it('is the same whether what is asked again is kept or not', () => {
    const kept = listening(FIELD, OTHERS, seatAt([4, 0]), 'acoustics: { babble: true }');
    const not = listening(FIELD, OTHERS, seatAt([4, 0]));
    const babble = Float64Array.of(900, 900, 900, 900, 90, 90, 90);
    for (const floor of [kept, kept, not]) {
      for (let space = 0; space < 4; space++) {
        for (let vantage = 0; vantage < floor.vantages.places; vantage++) {
          expect(arriving(floor, space, vantage)).toEqual(arriving(not, space, vantage));
          expect(floor.hearing.stiAmid(0, space, vantage, babble)).toBe(
            not.hearing.stiAmid(0, space, vantage, babble),
          );
        }
      }
    }
  });

  const field = listening(FIELD, OTHERS, seatAt([2, 1]));
  const amid = ({ hearing, space, seat }: Listening, babble: readonly number[]) =>
    hearing.stiAmid(0, space('desk-1'), seat('hall-1'), Float64Array.from(babble));
  const level = fc.double({ min: -20, max: 90, noNaN: true });
  const spectrum = fc
    .array(level, { minLength: 7, maxLength: 7 })
    .map((levels) => levels.map((dB) => 10 ** (dB / 10)));

  it('of any kind never lets more be understood than without', () => {
    const quiet = field.hearing.sti(0, field.space('desk-1'), field.seat('hall-1'));
    fc.assert(fc.property(spectrum, (babble) => amid(field, babble) <= quiet));
  });

  // A band that falls silent takes its redundancy with the next one along: the index of speech in speech rises by up to
  // 0.00006 so (the most of three million pairs).
  const REDUNDANCY = 1e-4;

  it('the more there is, the less is understood, but for the redundancy of bands', () => {
    const talkers = [1, 2, 3].map((space) => arriving(field, space, field.seat('hall-1')));
    const times = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 3, maxLength: 3 });
    const sum = (shares: readonly number[]) =>
      talkers[0].map((_, k) =>
        shares.reduce((total, share, talker) => total + share * talkers[talker][k], 0),
      );
    fc.assert(
      fc.property(times, times, (some, more) => {
        const all = some.map((share, k) => share + more[k]);
        expect(amid(field, sum(all))).toBeLessThanOrEqual(amid(field, sum(some)) + REDUNDANCY);
      }),
    );
  });
});

describe('a hearing loop', () => {
  const loop = (point: readonly [number, number], ...changes: string[]) => {
    const { hearing, space, seat } = listening(
      FIELD,
      'spaceTypes: { desk: { loop: 5 m } }',
      'spaces: { desk-1: { at: [-1, -2], size: [2, 4] } }',
      seatAt(point),
      ...changes,
    );
    return hearing.isInLoop(space('desk-1'), seat('hall-1'));
  };

  it('reaches as far from the middle of the space as the file says', () => {
    expect(loop([5, 0])).toBe(true);
    expect(loop([5.01, 0])).toBe(false);
    expect(loop([3, 4])).toBe(true);
    expect(loop([3.01, 4])).toBe(false);
    expect(loop([5, 0], 'spaceTypes: { desk: { loop: null } }')).toBe(false);
  });

  it('goes through walls', () => {
    expect(loop([4, 0], 'floor: { walls: { w: { line: [[2, -9], [2, 9]] } } }')).toBe(true);
    expect(loop([4, 0], 'spaceTypes: { desk: { enclosure: closed }, hall: { enclosure: closed } }')).toBe(
      true,
    );
  });
});

describe('all of it', () => {
  it('is not there without a floor, or without a limit to what may be heard', () => {
    const model = (...changes: string[]) => compile(storyScenario([FIELD, ...changes]));
    expect(model().hearing).not.toBeNull();
    expect(model().vantages).not.toBeNull();
    expect(model('floor: null')).toMatchObject({ hearing: null, vantages: null });
    expect(model('sensitivities: { secret: { speech: null } }').hearing).toBeNull();
    expect(model('sensitivities: { secret: { speech: null } }').vantages).not.toBeNull();
  });

  it('does not depend on the order in which it is asked', () => {
    const changes = [
      FIELD,
      'spaces: { hall-1: { type: hall, at: [3, 3], size: [9, 6], seats: 50 }, desk-2: { type: desk, at: [1, 9], size: [3, 2] } }',
    ];
    const ahead = listening(...changes);
    const back = listening(...changes);
    const asked: number[] = [];
    for (let vantage = 0; vantage < ahead.vantages.places; vantage++)
      asked.push(ahead.hearing.sti(0, 0, vantage));
    const first = [...ahead.vantages.way(0, 1).at];
    asked.push(...first.map((vantage) => ahead.hearing.sti(0, 0, vantage)));
    const last = [...back.vantages.way(1, 0).at].reverse();
    const again = last.map((vantage) => back.hearing.sti(0, 0, vantage));
    for (let vantage = back.vantages.places - 1; vantage >= 0; vantage--)
      again.push(back.hearing.sti(0, 0, vantage));
    expect(again.slice(last.length).reverse()).toEqual(asked.slice(0, ahead.vantages.places));
    expect(again.slice(0, last.length)).toEqual(asked.slice(ahead.vantages.places));
    expect(asked.every((sti) => sti >= 0 && sti <= 1)).toBe(true);
    expect(compileHearing(ahead.scenario, ahead.vantages)?.sti(0, 2, 40)).toBe(ahead.hearing.sti(0, 2, 40));
  });
});
