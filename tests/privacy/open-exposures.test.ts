import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY, INTEGER, OpenExposures, Stretch } from '../../engine/privacy/open-exposures.ts';

function stretch(from: number, to: number, seconds: number, strength: number, probability = 1): Stretch {
  return Object.assign(new Stretch(), { from, to, seconds, strength, probability });
}

describe('exposures that go on', () => {
  it('are one for each owner, kind and witness', () => {
    const open = new OpenExposures();
    const first = open.entry(3, 0, 17);
    const perceives = (one: Stretch, vantage: number) => {
      open.trace(first, one, 2, vantage);
      open.lengthen(first, one);
    };
    perceives(stretch(10, 20, 10, 0.3, 0.2), 5);
    expect(open.entry(3, 0, 17)).toBe(first);
    expect(open.find(3, 0, 17)).toBe(first);
    perceives(stretch(40, 45, 4, 0.4, 0.5), 6);
    // The longest counts, and the highest probability.
    expect(open.rows[first + ENTRY.strength]).toBe(0.3);
    expect(open.told(first)).toEqual({
      from: 10,
      to: 45,
      seconds: 14,
      witness: 17,
      persons: 2,
      probability: 0.5,
      vantage: 5,
    });
    expect([open.find(3, 1, 17), open.find(3, 0, 18), open.find(4, 0, 17)]).toEqual([-1, -1, -1]);
    expect(new Set([first, open.entry(3, 1, 17), open.entry(3, 0, 18), open.entry(4, 0, 17)]).size).toBe(4);
  });

  it('use their room anew once closed, and any number of them has room', () => {
    const open = new OpenExposures();
    for (let witness = 0; witness < 1000; witness++) open.entry(witness % 7, 0, witness);
    const { length } = open.rows;
    for (let owner = 0; owner < 7; owner++) open.close(owner);
    expect(open.firstOf(0)).toBe(-1);
    for (let witness = 0; witness < 1000; witness++)
      open.lengthen(open.entry(500, 2, witness), stretch(0, 1, 1, 0));
    expect(open.rows.length).toBe(length);
    let count = 0;
    for (let entry = open.firstOf(500); entry >= 0; entry = open.integers[entry + INTEGER.next]) count++;
    expect(count).toBe(1000);
    open.clear();
    expect(open.firstOf(500)).toBe(-1);
  });

  it('are found, and listed by owner with the last one first, like a map of lists', () => {
    const step = fc.record({
      owner: fc.nat(3),
      kind: fc.nat(2),
      witness: fc.integer({ min: -1, max: 60 }),
      closes: fc.nat(30).map((one) => one === 0),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const open = new OpenExposures();
        const known = new Map<string, number>();
        const lists: number[][] = [[], [], [], []];
        for (const { owner, kind, witness, closes } of steps) {
          const name = `${owner} ${kind} ${witness}`;
          const entry = open.entry(owner, kind, witness);
          if (known.has(name)) expect(entry).toBe(known.get(name));
          else lists[owner].unshift(entry);
          known.set(name, entry);
          if (!closes) continue;
          open.close(owner);
          lists[owner] = [];
          for (const one of known.keys()) if (one.startsWith(`${owner} `)) known.delete(one);
        }
        lists.forEach((list, owner) => {
          const found: number[] = [];
          for (let entry = open.firstOf(owner); entry >= 0; entry = open.integers[entry + INTEGER.next])
            found.push(entry);
          expect(found).toEqual(list);
        });
      }),
    );
  });
});
