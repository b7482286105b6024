import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitOf, FreeList } from '../../engine/simulation/free-list.ts';

const GROUPS = 70;
const MEMBERS = 12;

/** Members come and go at random; each of the pairs adds the member to the group, or takes it out. */
const moves = fc.array(fc.tuple(fc.nat(MEMBERS - 1), fc.nat(GROUPS - 1)));

describe('FreeList', () => {
  it("gives a group's members in the order in which they became free", () => {
    const list = new FreeList(2, 4);
    list.add(1, 3, 10);
    list.add(1, 0, 20);
    list.add(0, 2, 30);
    list.add(1, 1, 40);
    list.remove(0);
    expect([list.longest(1), list.after(3), list.after(1)]).toEqual([3, 1, -1]);
    expect([list.count[0], list.count[1], list.has(0)]).toEqual([1, 2, false]);
  });

  it('has a mask in which no group is missing that somebody is in, and no bit is set for nothing', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const list = new FreeList(GROUPS, MEMBERS);
        const groupOf = new Map<number, number>();
        for (const [member, group] of steps) {
          if (list.has(member)) list.remove(member);
          else list.add(group, member, 0);
          if (!groupOf.delete(member)) groupOf.set(member, group);
          const expected = [...groupOf.values()].reduce((mask, one) => mask | bitOf(one), 0);
          expect(list.mask).toBe(expected);
        }
        list.clear();
        expect(list.mask).toBe(0);
      }),
    );
  });
});
