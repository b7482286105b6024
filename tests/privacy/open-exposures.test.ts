import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FreeExposures,
  type OpenExposure,
  OpenExposures,
  Stretch,
} from '../../engine/privacy/open-exposures.ts';

function stretch(from: number, to: number, seconds: number, strength: number, probability = 1): Stretch {
  return Object.assign(new Stretch(), { from, to, seconds, strength, probability });
}

function listed(open: OpenExposures): OpenExposure[] {
  const list: OpenExposure[] = [];
  for (let one = open.first; one !== null; one = one.next) list.push(one);
  return list;
}

function perceive(one: OpenExposure, goes: Stretch, vantage: number, seenAt?: number): void {
  one.follow(goes, 2, vantage, seenAt);
  one.lengthen(goes);
}

describe('exposures that go on', () => {
  it('are one for each kind and witness', () => {
    const open = new OpenExposures(new FreeExposures());
    const first = open.of(0, 17);
    const perceives = (one: Stretch, vantage: number) => perceive(first, one, vantage);
    perceives(stretch(10, 20, 10, 0.3, 0.2), 5);
    expect(open.of(0, 17)).toBe(first);
    expect(open.find(0, 17)).toBe(first);
    perceives(stretch(40, 45, 4, 0.4, 0.5), 6);
    // The longest counts, and the highest probability.
    expect(first.strength(false)).toBe(0.3);
    expect(first.told()).toEqual({
      from: 10,
      to: 45,
      seconds: 14,
      witness: 17,
      persons: 2,
      probability: 0.5,
      vantage: 5,
      seenAt: -1,
    });
    expect([open.find(1, 17), open.find(0, 18)]).toEqual([null, null]);
    expect(new Set([first, open.of(1, 17), open.of(0, 18)]).size).toBe(3);
  });

  it('were longest from where they lasted for longest, however often that was cut by other talk', () => {
    const one = new OpenExposures(new FreeExposures()).of(0, 17);
    perceive(one, stretch(0, 10, 10, 0.6), 5);
    perceive(one, stretch(10, 16, 6, 0.3), 6);
    perceive(one, stretch(16, 22, 6, 0.4), 6);
    expect(one.told()).toMatchObject({ seconds: 22, vantage: 6 });
    expect(one.trace.bySound.longest).toMatchObject({ seconds: 12, strength: 0.4 });
    // The face that is seen from there moves on.
    perceive(one, stretch(22, 35, 13, 0), 6, 7);
    expect(one.told()).toMatchObject({ vantage: 6, seenAt: 7 });
  });

  it('are told as they were to those to whom they are a conflict: by ear, or else in the loop', () => {
    const one = new OpenExposures(new FreeExposures()).of(0, 17);
    const near = stretch(0, 40, 40, 0.6);
    perceive(one, near, 5);
    const far = stretch(40, 300, 0, 0);
    far.inLoop = 260;
    far.byAid = 0.1;
    perceive(one, far, 6);
    expect([one.isInLoopAlone(30), one.isInLoopAlone(60)]).toEqual([false, true]);
    expect(one.told(false)).toMatchObject({ seconds: 40, vantage: 5 });
    expect(one.strength(false)).toBe(0.6);
    expect(one.told(true)).toMatchObject({ seconds: 260, vantage: 6 });
    expect(one.strength(true)).toBe(1);
  });

  it('are used anew once they are over, with nothing of what they were', () => {
    const free = new FreeExposures();
    const [one, other] = [new OpenExposures(free), new OpenExposures(free)];
    const before = Array.from({ length: 20 }, (_, witness) => one.of(witness % 3, witness));
    for (const each of before) each.lengthen(stretch(0, 1, 1, 0));
    one.close();
    expect(listed(one)).toEqual([]);
    const after = Array.from({ length: 20 }, (_, witness) => other.of(2, witness));
    expect(new Set(after)).toEqual(new Set(before));
    expect(after.map(({ seconds, probability }) => seconds + probability)).toEqual(after.map(() => 0));
    expect(other.of(2, 20)).not.toBe(before[0]);
    expect(one.find(2, 19)).toBeNull();
  });

  it('are found, and listed with the last one first, like a map and a list, few or many', () => {
    const step = fc.record({
      owner: fc.nat(1),
      kind: fc.nat(2),
      witness: fc.integer({ min: -1, max: 20 }),
      closes: fc.nat(30).map((one) => one === 0),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const free = new FreeExposures();
        const owners = [0, 1].map(() => ({
          open: new OpenExposures(free),
          known: new Map<string, OpenExposure>(),
        }));
        for (const { owner, kind, witness, closes } of steps) {
          const { open, known } = owners[owner];
          const name = `${kind} ${witness}`;
          expect(open.find(kind, witness)).toBe(known.get(name) ?? null);
          const one = open.of(kind, witness);
          if (known.has(name)) expect(one).toBe(known.get(name));
          known.set(name, one);
          if (!closes) continue;
          open.close();
          known.clear();
        }
        for (const { open, known } of owners) expect(listed(open)).toEqual([...known.values()].reverse());
      }),
    );
  });
});
