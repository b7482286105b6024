import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY, newStretch, OpenExposures, STRETCH } from '../../engine/privacy/open-exposures.ts';

function stretch(from: number, to: number, seconds: number, strength: number) {
  const row = newStretch();
  row[STRETCH.from] = from;
  row[STRETCH.to] = to;
  row[STRETCH.seconds] = seconds;
  row[STRETCH.strength] = strength;
  return row;
}

describe('exposures that go on', () => {
  it('are one for each owner, kind and witness', () => {
    const open = new OpenExposures();
    const first = open.entry(3, 0, 17);
    open.lengthen(first, stretch(10, 20, 10, 0.3), 5);
    expect(open.entry(3, 0, 17)).toBe(first);
    open.lengthen(first, stretch(40, 45, 4, 0.4), 6);
    const of = (position: number) => open.rows[first + position];
    expect([of(ENTRY.seconds), of(ENTRY.from), of(ENTRY.to)]).toEqual([14, 10, 45]);
    // The longest counts.
    expect([of(ENTRY.strength), of(ENTRY.vantage)]).toEqual([0.3, 5]);
    expect(new Set([first, open.entry(3, 1, 17), open.entry(3, 0, 18), open.entry(4, 0, 17)]).size).toBe(4);
  });

  it('use their room anew once closed, and any number of them has room', () => {
    const open = new OpenExposures();
    for (let witness = 0; witness < 1000; witness++) open.entry(witness % 7, 0, witness);
    const { length } = open.rows;
    for (let owner = 0; owner < 7; owner++) open.close(owner);
    expect(open.firstOf(0)).toBe(-1);
    for (let witness = 0; witness < 1000; witness++)
      open.lengthen(open.entry(500, 2, witness), stretch(0, 1, 1, 0), 0);
    expect(open.rows.length).toBe(length);
    let count = 0;
    for (let entry = open.firstOf(500); entry >= 0; entry = open.rows[entry + ENTRY.next]) count++;
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
          for (let entry = open.firstOf(owner); entry >= 0; entry = open.rows[entry + ENTRY.next])
            found.push(entry);
          expect(found).toEqual(list);
        });
      }),
    );
  });
});
