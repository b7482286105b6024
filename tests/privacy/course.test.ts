import { expect, it } from 'vitest';
import { Course } from '../../engine/privacy/course.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** One visitor, who set out at 100 for place 7 and is there from 140 on. */
function presence(pieces: { at: number[]; ends: number[] } | null): Parameters<Course['take']>[0] {
  const { at, ends } = pieces ?? { at: [], ends: [] };
  return {
    vantages: { wayOf: (id) => ({ id, at: Int32Array.from(at), ends: Float64Array.from(ends) }) },
    wayId: Int32Array.of(pieces === null ? -1 : 0),
    wayStart: Float64Array.of(100),
    since: Float64Array.of(140),
    place: Int32Array.of(7),
  };
}

it('goes from piece to piece of the way, each for its share of the time, and stays at the place', () => {
  const course = new Course();
  course.take(presence({ at: [20, 21, 22], ends: [0.25, 0.5, 1] }), 0);
  expect(course.from).toBe(100);
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
  const course = new Course();
  course.take(presence({ at: [20, 21, 22], ends: [0.25, 0.5, 1] }), 0);
  course.goTo(130);
  expect(course.vantage).toBe(22);
});

it('is at the place alone without a way, from the time of arrival', () => {
  const course = new Course();
  course.take(presence({ at: [20], ends: [1] }), 0);
  course.take(presence(null), 0);
  expect([course.from, course.vantage, course.until]).toEqual([140, 7, NEVER]);
});
