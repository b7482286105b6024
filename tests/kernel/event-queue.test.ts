import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from '../../engine/kernel/event-queue.ts';

interface Pending {
  time: number;
  priority: number;
  payload: number;
  token: number;
}

/** The same by a sorted list: the model that the queue is held against. */
class SortedList {
  private readonly events: Pending[] = [];
  private tokens = 0;

  push(time: number, priority: number, payload: number): number {
    const token = this.tokens++;
    this.events.push({ time, priority, payload, token });
    this.events.sort((a, b) => a.time - b.time || a.priority - b.priority || a.token - b.token);
    return token;
  }

  pop(): Pending | undefined {
    return this.events.shift();
  }

  get size(): number {
    return this.events.length;
  }

  get peekTime(): number {
    return this.events[0]?.time ?? Number.POSITIVE_INFINITY;
  }

  clear(): void {
    this.events.length = 0;
    this.tokens = 0;
  }
}

function popped(queue: EventQueue): Pending | undefined {
  if (!queue.pop()) return undefined;
  return { time: queue.time, priority: queue.priority, payload: queue.payload, token: queue.token };
}

function drain(queue: EventQueue): number[] {
  const payloads: number[] = [];
  while (queue.pop()) payloads.push(queue.payload);
  return payloads;
}

describe('EventQueue', () => {
  it('gives the events in the order of their times', () => {
    const queue = new EventQueue();
    for (const time of [30, 10, 20, -5, 0]) queue.push(time, 0, time);
    expect(drain(queue)).toEqual([-5, 0, 10, 20, 30]);
  });

  it('gives at equal times the lower priority first, then the one pushed first', () => {
    const queue = new EventQueue();
    queue.push(8, 3, 1);
    queue.push(8, 0, 2);
    queue.push(8, 15, 3);
    queue.push(8, 3, 4);
    queue.push(8, 0, 5);
    queue.push(7, 15, 6);
    expect(drain(queue)).toEqual([6, 2, 5, 1, 4, 3]);
  });

  it('takes an event pushed at the time of the last popped after those that already wait at that time', () => {
    const queue = new EventQueue();
    queue.push(1, 0, 1);
    queue.push(1, 0, 2);
    queue.pop();
    queue.push(1, 0, 3);
    expect(drain(queue)).toEqual([2, 3]);
  });

  it('returns tokens that rise with each push, and gives them back with the event', () => {
    const queue = new EventQueue();
    expect([queue.push(2, 1, 70), queue.push(1, 9, 71), queue.push(3, 15, 72)]).toEqual([0, 1, 2]);
    expect(popped(queue)).toEqual({ time: 1, priority: 9, payload: 71, token: 1 });
    expect(queue.push(0, 0, 73)).toBe(3);
    expect(popped(queue)).toEqual({ time: 0, priority: 0, payload: 73, token: 3 });
    expect(popped(queue)).toEqual({ time: 2, priority: 1, payload: 70, token: 0 });
    expect(popped(queue)).toEqual({ time: 3, priority: 15, payload: 72, token: 2 });
    expect(popped(queue)).toBeUndefined();
  });

  it('tells size and next time, also between a pop and the push after it', () => {
    const queue = new EventQueue();
    expect([queue.size, queue.peekTime()]).toEqual([0, Number.POSITIVE_INFINITY]);
    queue.push(4, 0, 0);
    queue.push(6, 0, 0);
    expect([queue.size, queue.peekTime()]).toEqual([2, 4]);
    queue.pop();
    expect(queue.size).toBe(1);
    expect(queue.peekTime()).toBe(6);
    queue.push(5, 0, 0);
    expect([queue.size, queue.peekTime()]).toEqual([2, 5]);
  });

  it('keeps the last event in view when there is none left', () => {
    const queue = new EventQueue();
    queue.push(4, 2, 9);
    queue.pop();
    expect(queue.pop()).toBe(false);
    expect([queue.time, queue.priority, queue.payload, queue.token]).toEqual([4, 2, 9, 0]);
  });

  it('carries the whole range of int32 and of finite times', () => {
    const queue = new EventQueue();
    queue.push(Number.MAX_VALUE, 0, 2 ** 31 - 1);
    queue.push(-Number.MAX_VALUE, 0, -(2 ** 31));
    queue.push(Number.MIN_VALUE, 0, 1);
    queue.push(0, 1, 2);
    queue.push(-0, 0, 3);
    expect(drain(queue)).toEqual([-(2 ** 31), 3, 2, 1, 2 ** 31 - 1]);
  });

  it('refuses what never happens', () => {
    const queue = new EventQueue();
    expect(() => queue.push(Number.NaN, 0, 0)).toThrow('an event at time NaN never happens');
    expect(() => queue.push(Number.POSITIVE_INFINITY, 0, 0)).toThrow(RangeError);
    expect(queue.size).toBe(0);
  });

  it('forgets all at clear, and counts tokens anew', () => {
    const queue = new EventQueue();
    for (let k = 0; k < 100; k++) queue.push(k, 0, k);
    queue.pop();
    queue.clear();
    expect([queue.size, queue.pop(), queue.peekTime()]).toEqual([0, false, Number.POSITIVE_INFINITY]);
    expect([queue.push(5, 0, 1), queue.push(4, 0, 2)]).toEqual([0, 1]);
    expect(drain(queue)).toEqual([2, 1]);
  });

  it('keeps the order of a burst at one time through several doublings', () => {
    const queue = new EventQueue();
    for (let k = 0; k < 10_000; k++) queue.push(3600, 15 - (k % 16), k);
    const expected = Array.from({ length: 10_000 }, (_, k) => k).sort((a, b) => (b % 16) - (a % 16) || a - b);
    expect(drain(queue)).toEqual(expected);
  });

  it('does as a sorted list does, over any pushes, pops, looks and clears', () => {
    const time = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 5 }) },
      { weight: 2, arbitrary: fc.double({ min: 0, max: 1e5, noNaN: true }) },
      { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    );
    const push = fc.tuple(time, fc.integer({ min: 0, max: 15 }));
    const step = fc.oneof(
      { weight: 50, arbitrary: push },
      { weight: 45, arbitrary: fc.constant('pop' as const) },
      { weight: 10, arbitrary: fc.constant('peek' as const) },
      { weight: 1, arbitrary: fc.constant('clear' as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300, size: 'max' }), (steps) => {
        const queue = new EventQueue();
        const list = new SortedList();
        steps.forEach((what, k) => {
          if (what === 'pop') expect(popped(queue)).toEqual(list.pop());
          else if (what === 'peek') expect(queue.peekTime()).toBe(list.peekTime);
          else if (what === 'clear') {
            queue.clear();
            list.clear();
          } else expect(queue.push(what[0], what[1], k)).toBe(list.push(what[0], what[1], k));
          expect(queue.size).toBe(list.size);
        });
        while (list.size > 0) expect(popped(queue)).toEqual(list.pop());
        expect(queue.pop()).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
