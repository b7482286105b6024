/** Whose turn it is: the nearest of those that wait, and of those as near the first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearer, NearestFirst } from '../../engine/model/nearest-first.ts';

describe('nodes are taken', () => {
  it('the nearest first, and of those as near the first among the nodes', () => {
    const open = new NearestFirst(Float64Array.of(3, 1, 2, 1, 9));
    for (const node of [3, 0, 1, 2]) open.put(node);
    expect([open.take(), open.take(), open.take(), open.take(), open.take()]).toEqual([1, 3, 2, 0, -1]);
  });

  it('earlier when they have come nearer', () => {
    const distance = Float64Array.of(3, 2, 5);
    const open = new NearestFirst(distance);
    for (const node of [0, 1, 2]) open.put(node);
    distance[2] = 1;
    open.put(2);
    expect([open.take(), open.take(), open.take()]).toEqual([2, 1, 0]);
  });

  it('none where there are none', () => {
    expect(new NearestFirst(new Float64Array(0)).take()).toBe(-1);
  });

  it('as a search through all that wait would, whatever is put in and taken out', () => {
    const action = fc.record({ node: fc.nat({ max: 12 }), metres: fc.nat({ max: 9 }), take: fc.boolean() });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const distance = new Float64Array(13).fill(Number.POSITIVE_INFINITY);
        const open = new NearestFirst(distance);
        const waiting = new Set<number>();
        for (const { node, metres, take } of actions) {
          if (take) {
            const expected = [...waiting].toSorted((a, b) => (isNearer(distance, a, b) ? -1 : 1))[0] ?? -1;
            expect(open.take()).toBe(expected);
            waiting.delete(expected);
          } else if (!waiting.has(node) || metres < distance[node]) {
            distance[node] = metres;
            waiting.add(node);
            open.put(node);
          }
        }
      }),
    );
  });
});
