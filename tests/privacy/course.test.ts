import { expect, it } from 'vitest';
import { Course } from '../../engine/privacy/course.ts';
import { Stay } from '../../engine/privacy/presence.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** Of one who set out at 100 for place 7 and is there from 140 on. */
function taken(pieces: { at: number[]; ends: number[] } | null, course = new Course()): Course {
  const { at, ends } = pieces ?? { at: [], ends: [] };
  const wayOf = (id: number) => ({ id, at: Int32Array.from(at), ends: Float64Array.from(ends) });
  const way = pieces === null ? -1 : 0;
  course.take({ wayOf }, Object.assign(new Stay(0), { way, setOut: 100, since: 140, place: 7 }));
  return course;
}

it('goes from piece to piece of the way, each for its share of the time, and stays at the place', () => {
  const course = taken({ at: [20, 21, 22], ends: [0.25, 0.5, 1] });
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
  const course = taken({ at: [20, 21, 22], ends: [0.25, 0.5, 1] });
  course.goTo(130);
  expect(course.vantage).toBe(22);
});

it('is at the place alone without a way, from the time of arrival', () => {
  const course = taken(null, taken({ at: [20], ends: [1] }));
  expect([course.from, course.vantage, course.until]).toEqual([140, 7, NEVER]);
});
