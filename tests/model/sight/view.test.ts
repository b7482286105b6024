/** Who makes out what: one desk worked by hand. */
import { describe, expect, it } from 'vitest';
import type { Obstacle, Spot } from '../../../engine/model/sight/obstacle.ts';
import { deskTargets, kioskTargets, type Target } from '../../../engine/model/sight/target.ts';
import { angleTo, distanceBetween, isMadeOut } from '../../../engine/model/sight/view.ts';
import { WallIndex } from '../../../engine/model/wall-index.ts';

// The middle of the desk is the origin; the clerk is at y = -0.75 m, the visitor at 0.75 m, the screen at -0.15 m.
const desk = deskTargets({ at: [-1, -1.5], size: [2, 3] }, { space: 0, facing: [0, 1] });
const [screen, paper, face] = desk;

const seated = (x: number, y: number): Spot => ({ x: x * 1000, y: y * 1000, height: 1200 });
const standing = (x: number, y: number): Spot => ({ x: x * 1000, y: y * 1000, height: 1600 });

function view(target: Target, eye: Spot, ...obstacles: Obstacle[]) {
  return {
    readable: isMadeOut(target, eye, new WallIndex(obstacles)),
    distance: distanceBetween(eye, target),
    degrees: (angleTo(eye, target) * 180) / Math.PI,
  };
}

describe('a screen', () => {
  it('is read by its clerk', () => {
    const { readable, distance, degrees } = view(screen, seated(0, -0.75));
    expect(readable).toBe(true);
    expect(distance).toBeCloseTo(Math.hypot(0.6, 0.1), 12);
    expect(degrees).toBe(0);
  });

  it('shows its back to the visitor, and to who waits behind', () => {
    for (const eye of [seated(0, 0.75), standing(0, 2.5), standing(2, 4)])
      expect(view(screen, eye).readable).toBe(false);
    expect(view(screen, seated(0, 0.75)).degrees).toBe(180);
  });

  it('is read over the clerk’s shoulder within 4.13 m', () => {
    // 0.5 m higher: 4.08 m away in the plan is 4.11 m from the eye, and 4.12 m is 4.15 m.
    expect(view(screen, standing(0, -4.23)).readable).toBe(true);
    expect(view(screen, standing(0, -4.27)).readable).toBe(false);
  });

  it('is read from the side up to 70°', () => {
    // 1 m aside and 0.4 m before it: atan 2.5 = 68.2°; 0.3 m before it: 73.3°.
    expect(view(screen, standing(1, -0.55))).toMatchObject({ readable: true });
    expect(view(screen, standing(1, -0.55)).degrees).toBeCloseTo(68.2, 1);
    expect(view(screen, standing(-1, -0.45))).toMatchObject({ readable: false });
    expect(view(screen, standing(-1, -0.45)).degrees).toBeCloseTo(73.3, 1);
  });

  it('with a filter is read from within 30° only', () => {
    const filtered = { ...screen, privacyFilter: true };
    // 1 m aside and 1 m before it is 45°, 2 m before it 26.6°.
    expect(view(screen, standing(1, -1.15)).readable).toBe(true);
    expect(view(filtered, standing(1, -1.15)).readable).toBe(false);
    expect(view(filtered, standing(1, -2.15)).readable).toBe(true);
  });

  it('is seen if an end of it is', () => {
    // A wall at y = -1 m from far left to x = 0.2 m: the right end, at x = 0.266 m, is not hidden from straight behind.
    const wall: Obstacle = { ax: -9000, ay: -1000, bx: 200, by: -1000, through: 'blocked', top: 3000 };
    expect(view(screen, standing(0.3, -2), wall).readable).toBe(true);
    expect(view(screen, standing(0, -2), wall).readable).toBe(false);
    expect(view(screen, standing(0, -2), { ...wall, through: 'blurred' }).readable).toBe(false);
    expect(view(screen, standing(0, -2), { ...wall, through: 'clear' }).readable).toBe(true);
  });
});

describe('a paper', () => {
  it('lies flat: it is read from 1.66 m aside by who stands, from 1.23 m by who sits', () => {
    // Standing, 0.85 m above it: r = 2.75 m * sqrt(0.85 / r), so r is the cube root of 2.75^2 * 0.85, 1.86 m.
    expect(view(paper, standing(1.65, 0)).readable).toBe(true);
    expect(view(paper, standing(1.66, 0)).readable).toBe(false);
    // Seated, 0.45 m above it, the angle of 70° comes first: 0.45 m * tan 70°.
    expect(view(paper, seated(1.23, 0)).readable).toBe(true);
    expect(view(paper, seated(1.24, 0)).readable).toBe(false);
    expect(view(paper, seated(0, 1.23)).degrees).toBeCloseTo(69.9, 1);
  });

  it('is read from straight above, not from under the desk', () => {
    expect(view(paper, standing(0, 0))).toMatchObject({ readable: true, degrees: 0 });
    expect(view(paper, { x: 100, y: 0, height: 500 }).readable).toBe(false);
  });
});

describe('a face', () => {
  it('is turned to the clerk: recognised from that side within 15 m, from behind not', () => {
    expect(view(face, seated(0, -0.75))).toMatchObject({ readable: true, degrees: 0, distance: 1.5 });
    expect(view(face, seated(0, -14.25)).readable).toBe(true);
    expect(view(face, seated(0, -14.26)).readable).toBe(false);
    expect(view(face, seated(10, 0.74)).readable).toBe(true);
    expect(view(face, seated(10, 0.76)).readable).toBe(false);
  });

  it('is seen from the front by an eye where it is', () => {
    expect(view(face, standing(0, 0.75))).toMatchObject({ readable: true, degrees: 0, distance: 0.4 });
  });

  it('of who uses a kiosk is turned to the wall', () => {
    const [kiosk, user] = kioskTargets({ at: [-1, 0], size: [2, 2] }, { space: 0, facing: [0, 1] });
    expect(view(user, standing(0, 3)).readable).toBe(false);
    expect(view(kiosk, standing(0, 3)).readable).toBe(true);
  });
});
