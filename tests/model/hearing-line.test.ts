/** Walls that are drawn more than once, as a space's outline and along it: they count once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomGain, shareOut } from '../../engine/model/speech/closed-room.ts';
import { storyScenario } from '../simulation/story.ts';
import { arriving, FIELD, listening, listeningTo, stiAt } from './listening.ts';

/** A room of 2 m by 2 m with the desk in it, whose right wall is at x = 1; the listener is at (4, 0). */
const ROOM = 'spaces: { desk-1: { at: [-1, -1], size: [2, 2], faces: up } }';
const LOUD = 'acoustics: { voice: loud, noise: 30 }';
const enclosed = (partition: string, ...changes: string[]) =>
  stiAt([4, 0], ROOM, LOUD, `spaceTypes: { desk: { partition: ${partition} } }`, ...changes);
const walls = (...lines: string[]) =>
  `floor: { walls: { ${lines.map((line, k) => `w${k}: { ${line} }`).join(', ')} } }`;
/** So long that nothing goes round its ends. */
const upright = (x: number, kind = 'wall') => `line: [[${x}, -3000], [${x}, 3000]], kind: ${kind}`;

describe('a wall along the outline of a space', () => {
  it('adds nothing if it is no better than that: frosting a glazed room leaves it as it is', () => {
    const glazed = enclosed('glazed room');
    expect(glazed).toBeGreaterThan(0.2);
    expect(enclosed('glazed room', walls(upright(1, 'frosted')))).toBe(glazed);
    expect(enclosed('full room', walls(upright(1, 'frosted')))).toBe(enclosed('full room'));
  });

  it('counts instead of it if it is better', () => {
    const full = enclosed('full room');
    expect(full).toBeGreaterThan(0);
    expect(enclosed('glazed room', walls(upright(1)))).toBeCloseTo(full, 6);
    expect(enclosed('semi-closed booth', walls(upright(1)))).toBeLessThan(enclosed('semi-closed booth'));
  });

  it('is along it up to 5 cm off, on either side, and across a corner of the drawing', () => {
    const glazed = enclosed('glazed room');
    for (const x of [0.95, 0.98, 1.02, 1.05])
      expect(enclosed('glazed room', walls(upright(x, 'glass')))).toBe(glazed);
    expect(enclosed('glazed room', walls('line: [[0.98, -1], [1.02, 1]], kind: glass'))).toBe(glazed);
    for (const x of [0.9, 1.1])
      expect(enclosed('glazed room', walls(upright(x, 'glass')))).toBeLessThan(glazed / 2);
    expect(enclosed('glazed room', walls('line: [[0.9, -1], [1.1, 1]], kind: glass'))).toBeLessThan(
      glazed / 2,
    );
  });

  it('counts once round the listener too', () => {
    const heard = (...changes: string[]) =>
      stiAt([4, 0], LOUD, 'spaceTypes: { hall: { partition: glazed room } }', ...changes);
    expect(heard()).toBeGreaterThan(0.2);
    // Of the area of 0.2 m by 0.2 m that the seat is in.
    expect(heard(walls(upright(3.9, 'frosted')))).toBe(heard());
  });

  it('is one of several walls, of which the best counts', () => {
    const behind = enclosed('glazed room', walls(upright(3)));
    expect(behind).toBeLessThan(enclosed('glazed room'));
    expect(enclosed('glazed room', walls(upright(3), upright(1, 'frosted')))).toBe(behind);
  });

  it('takes the place of a screen in the same line', () => {
    const behind = stiAt([4, 0], ROOM, LOUD, walls(upright(1)));
    const screened = enclosed('{ screen: 1.6 m }');
    expect(enclosed('{ screen: 1.6 m }', walls(upright(1)))).toBeCloseTo(behind, 12);
    expect(enclosed('{ screen: 1.6 m }', walls(upright(1)))).toBeLessThan(screened);
    expect(enclosed('full room', walls(`${upright(1)}, height: 1.9 m`))).toBe(enclosed('full room'));
  });
});

describe('two spaces side by side', () => {
  const bands = (level: number) => `{ bands: [${Array(7).fill(level).join(', ')}] }`;
  /** What arrives in a space of 2 m by 2 m so far beyond the right wall of that of the desk, each with its partition. */
  const beside = (one: string, other: string, gap = 0, ...changes: string[]) => {
    const floor = listening(
      FIELD,
      ROOM,
      `spaceTypes: {
        desk: { partition: ${one} }, other: { name: Other, use: service, partition: ${other} } }`,
      `spaces: { desk-2: { type: other, at: [${1 + gap}, -1], size: [2, 2], faces: up } }`,
      ...changes,
    );
    return arriving(floor, floor.space('desk-1'), floor.space('desk-2'));
  };
  /** The share of it that is left of what arrives without them. */
  const shares = (one: string, other: string, gap = 0, ...changes: string[]) => {
    const bare = beside('none', 'none', gap);
    return beside(one, other, gap, ...changes).map((intensity, k) => intensity / bare[k]);
  };
  const all = (share: number) => Array(7).fill(expect.closeTo(share, 9));
  /** Of a room of 2 m by 2 m. */
  const gain = roomGain([2, 2]);

  it('have one wall if both are rooms: the better counts, with what builds up in either', () => {
    expect(shares(bands(30), bands(20))).toEqual(all(shareOut(0.001, gain * gain)));
    expect(shares(bands(20), bands(30))).toEqual(all(shareOut(0.001, gain * gain)));
    expect(shares(bands(20), bands(20))).toEqual(all(shareOut(0.01, gain * gain)));
  });

  it('have one wall if one is a room and the other a booth', () => {
    for (const [one, other] of [
      [bands(30), 'semi-closed booth'],
      ['semi-closed booth', bands(30)],
    ])
      expect(shares(one, other)).toEqual(all(shareOut(0.001, gain)));
  });

  it('have no opening in it: what is open leads out of the one, and from there into the other', () => {
    // A door ajar, 5 % of the walls: 0.95 of 30 dB, and all of the rest.
    const ajar = `${bands(30)}, openShare: 0.05`;
    const bare = 0.95 * 0.001 + 0.05;
    const out = shareOut(bare, gain);
    const shut = shareOut(0.001, gain * gain);
    expect(shares(ajar, bands(30))).toEqual(all(shut));
    const twice = shut + out * out;
    expect(twice).toBeGreaterThan(2 * shut);
    expect(shares(ajar, ajar)).toEqual(all(twice));
    // No more than gets out of the room at all.
    const booth = shares('semi-closed booth', 'none');
    const throughBooth = shareOut(0.001, gain);
    expect(shares(ajar, 'semi-closed booth')).toEqual(
      booth.map((share) => expect.closeTo(Math.min(out, throughBooth + out * share), 9)),
    );
  });

  it('have one wall up to the thickness of a light one apart, and two beyond', () => {
    const once = all(shareOut(0.001, gain * gain));
    expect(shares(bands(30), bands(30), 0.1)).toEqual(once);
    expect(shares(bands(30), bands(30), 0.12)).toEqual(all(shareOut(0.001, gain) ** 2));
    // Drawn in the middle of it as well, and on either side.
    for (const x of [1, 1.05, 1.1]) {
      const walled = shares(bands(60), bands(60), 0.1, walls(upright(x, 'glass')));
      expect(walled).toEqual(all(shareOut(1e-6, gain * gain)));
    }
  });

  it('both count if they are booths, or a pod is one of them', () => {
    const [booth, pod] = [shares('semi-closed booth', 'none'), shares('pod D', 'none')];
    const product = (...some: number[][]) =>
      some[0].map((_, k) =>
        expect.closeTo(
          some.reduce((left, one) => left * one[k], 1),
          9,
        ),
      );
    expect(shares('semi-closed booth', 'semi-closed booth')).toEqual(product(booth, booth));
    expect(shares('pod D', 'pod D')).toEqual(product(pod, pod));
    expect(shares(bands(15), 'pod D')).toEqual(product(shares(bands(15), 'none'), pod));
  });

  it('with a wall of the floor between them have the best of what is in the line', () => {
    const full = shares('full room', 'full room');
    const closeTo = (share: number) => expect.closeTo(share, 6);
    expect(shares('glazed room', 'glazed room', 0, walls(upright(1)))).toEqual(full.map(closeTo));
    const wall = shares('none', 'none', 0, walls(upright(1)));
    const booths = shares('semi-closed booth', 'semi-closed booth', 0);
    expect(shares('semi-closed booth', 'semi-closed booth', 0, walls(upright(1)))).toEqual(
      wall.map((share, k) => closeTo(Math.min(share, booths[k]))),
    );
  });
});

/** On a grid of metres, so that walls run along outlines more often than not. */
const metre = fc.integer({ min: 0, max: 4 });
const bound = fc.constantFrom(
  'none',
  'semi-closed booth',
  'pod C',
  'glazed room',
  'full room',
  '{ screen: 1.5 m }',
);
const wall = fc
  .tuple(metre, metre, metre, fc.boolean(), fc.constantFrom('wall', 'glass', 'screen, height: 1.9 m'))
  .map(([at, from, to, isUpright, kind]) =>
    isUpright
      ? `line: [[${at}, ${from}], [${at}, ${to}]], kind: ${kind}`
      : `line: [[${from}, ${at}], [${to}, ${at}]], kind: ${kind}`,
  );
const grid = fc.record({
  bounds: fc.tuple(bound, bound),
  walls: fc.array(wall, { maxLength: 3 }),
  at: fc.tuple(metre, metre, metre, metre),
});

function onGrid({ bounds, walls: drawn, at }: typeof grid extends fc.Arbitrary<infer T> ? T : never) {
  return listeningTo(
    storyScenario([
      FIELD,
      'acoustics: { noise: 30, finish: medium }',
      walls(...drawn),
      `spaceTypes: { desk: { partition: ${bounds[0]} }, other: { name: O, use: service, partition: ${bounds[1]} } }`,
      `spaces:
        desk-1: { at: [${at[0]}, ${at[1]}], size: [1, 2], faces: up }
        desk-2: { type: other, at: [${at[2]}, ${at[3]}], size: [2, 1], faces: left }`,
      'roles: { clerk: { kind: remote-expert, sound: headset } }',
    ]),
  );
}

describe('on a grid of walls and outlines', () => {
  it('speech is no louder in any band with one wall or screen more', () => {
    fc.assert(
      fc.property(grid, wall, (one, more) => {
        const bare = onGrid(one);
        const walled = onGrid({ ...one, walls: [...one.walls, more] });
        const manner = bare.hearing.mannerOf(0, 0);
        const [without, louder] = [bare, walled].map((floor) =>
          arriving(floor, floor.space('desk-1'), floor.space('desk-2'), manner),
        );
        louder.forEach((intensity, k) => {
          expect(intensity).toBeLessThanOrEqual(without[k] * (1 + 1e-12));
        });
      }),
    );
  });

  it('speech is alike there and back', () => {
    fc.assert(
      fc.property(grid, (one) => {
        const { hearing, space } = onGrid(one);
        const manner = hearing.mannerOf(0, 0);
        const [there, back] = [space('desk-1'), space('desk-2')];
        expect(hearing.sti(manner, there, back)).toBeCloseTo(hearing.sti(manner, back, there), 9);
      }),
    );
  });
});

describe('a wall across an outline', () => {
  it('counts beside it', () => {
    const across = walls('line: [[1, -2], [2, 2]], kind: glass');
    expect(enclosed('glazed room', across)).toBeLessThan(enclosed('glazed room') / 2);
    expect(stiAt([4, 0], LOUD, across)).toBeLessThan(stiAt([4, 0], LOUD));
  });
});
