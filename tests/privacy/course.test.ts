import { expect, it } from 'vitest';
import { beginOf, Course } from '../../engine/privacy/course.ts';
import { Stay } from '../../engine/privacy/presence.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** One who set out at 100 for place 7 and is there from 140 on; by ways of these pieces. */
function walker(pieces: { at: number[]; ends: number[] } | null) {
  const { at, ends } = pieces ?? { at: [], ends: [] };
  const vantages = {
    wayOf: (id: number) => ({ id, at: Int32Array.from(at), ends: Float64Array.from(ends) }),
  };
  const way = pieces === null ? -1 : 0;
  const stay = Object.assign(new Stay(0), { way, setOut: 100, since: 140, place: 7 });
  return { stay, vantages, begin: beginOf(stay, vantages) };
}

function taken(pieces: { at: number[]; ends: number[] } | null, from: number, course = new Course()): Course {
  const { stay, vantages } = walker(pieces);
  course.take(stay, vantages, from);
  return course;
}

const THREE = { at: [20, 21, 22], ends: [0.25, 0.5, 1] };

it('goes from piece to piece of the way, each for its share of the time, and stays at the place', () => {
  const course = taken(THREE, 100);
  const passed = [100, 110, 119, 120, 140].map((time) => {
    course.goTo(time);
    return [course.vantage, course.until];
  });
  expect(passed).toEqual([
    [20, 110],
    [21, 120],
    [21, 120],
    [22, 140],
    [7, NEVER],
  ]);
});

it('may begin anywhere on the way', () => {
  expect([100, 110, 130].map((from) => taken(THREE, from).vantage)).toEqual([20, 21, 22]);
});

it('is at the place alone without a way, or after it', () => {
  for (const course of [taken(null, 140, taken(THREE, 100)), taken(THREE, 140, taken(THREE, 100))]) {
    course.goTo(1000);
    expect([course.vantage, course.until]).toEqual([7, NEVER]);
  }
});

it('begins with the way, if that leads anywhere, and else at the place', () => {
  const begins = [THREE, null, { at: [], ends: [] }].map((pieces) => walker(pieces).begin);
  expect(begins).toEqual([100, 140, 140]);
});
