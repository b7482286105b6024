/** Lines of sight worked by hand, and the laws that they keep on any floor. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOfSight } from '../../../engine/model/sight/line-of-sight.ts';
import type { Obstacle, Sight, Spot } from '../../../engine/model/sight/obstacle.ts';
import { WallIndex } from '../../../engine/model/wall-index.ts';

const tall = Number.POSITIVE_INFINITY;
const spot = (x: number, y: number, height: number): Spot => ({ x, y, height });

/** A wall across the line of sight at x, from y = -1 m to 1 m. */
const across = (x: number, top = tall, through: Sight = 'blocked'): Obstacle => ({
  ax: x,
  ay: -1000,
  bx: x,
  by: 1000,
  through,
  top,
});

const sight = (eye: Spot, target: Spot, ...obstacles: Obstacle[]): Sight =>
  lineOfSight(eye, target, new WallIndex(obstacles));

describe('somebody who stands', () => {
  // From 1.6 m down to a screen at 1.1 m, 4 m away: 12.5 cm lower with every metre.
  const eye = spot(0, 0, 1600);
  const screen = spot(4000, 0, 1100);

  it.each([
    ['nothing is between', [], 'clear'],
    ['a wall is between', [across(2000)], 'blocked'],
    ['a wall is behind the screen', [across(4001)], 'clear'],
    ['a clear pane is between', [across(2000, tall, 'clear')], 'clear'],
    ['a frosted pane is between', [across(2000, tall, 'blurred')], 'blurred'],
    ['a frosted pane is before a wall', [across(1000, tall, 'blurred'), across(2000)], 'blocked'],
    ['a frosted pane is behind a wall', [across(2000), across(3000, tall, 'blurred')], 'blocked'],
    ['a frosted pane ends below the line', [across(2000, 1349, 'blurred')], 'clear'],
    ['a partition of 1.4 m is 1 m away, where the line is at 1.475 m', [across(1000, 1400)], 'clear'],
    ['it is 2 m away, where the line is at 1.35 m', [across(2000, 1400)], 'blocked'],
    ['it is 1.6 m away, where the line grazes it', [across(1600, 1400)], 'blocked'],
    ['it is a millimetre nearer', [across(1599, 1400)], 'clear'],
    ['a counter of 1.1 m is just before the screen', [across(3999, 1100)], 'clear'],
    ['a partition of 1.6 m is at the eye', [across(1, 1600)], 'blocked'],
  ] as const)('sees a screen when %s: %s', (_, obstacles, expected) => {
    expect(sight(eye, screen, ...obstacles)).toBe(expected);
  });

  it('sees past the end of a wall by a millimetre, not at it', () => {
    const wall = { ...across(2000), ay: 0 };
    expect(sight(eye, screen, wall)).toBe('blocked');
    expect(sight(eye, screen, { ...wall, ay: 1 })).toBe('clear');
  });

  it('sees along a low wall as far as the line is above it', () => {
    // Along the line from 1 m to 3 m, where it falls from 1.475 m to 1.225 m.
    const along = (top: number, from = 1000, to = 3000): Obstacle => ({
      ax: from,
      ay: 0,
      bx: to,
      by: 0,
      through: 'blocked',
      top,
    });
    expect(sight(eye, screen, along(1224))).toBe('clear');
    expect(sight(eye, screen, along(1225))).toBe('blocked');
    expect(sight(eye, screen, along(1225, 3000, 1000))).toBe('blocked');
    // Beyond the screen it goes on, and matters as far as the screen only.
    expect(sight(eye, screen, along(1099, 3000, 9000))).toBe('clear');
    expect(sight(eye, screen, along(1100, 3000, 9000))).toBe('blocked');
    expect(sight(eye, screen, along(tall, 4001, 9000))).toBe('clear');
  });
});

it('somebody seated sees less over a screen of 1.2 m than somebody who stands', () => {
  // To papers at 0.75 m, 3 m away, with the screen 1 m before them: at 0.9 m, and at 1.033 m.
  const paper = spot(3000, 0, 750);
  expect(sight(spot(0, 0, 1200), paper, across(2000, 1000))).toBe('blocked');
  expect(sight(spot(0, 0, 1600), paper, across(2000, 1000))).toBe('clear');
});

it('an eye straight above what it looks at is stopped by what it stands on', () => {
  expect(sight(spot(0, 0, 1600), spot(0, 0, 750))).toBe('clear');
  expect(sight(spot(2000, 0, 1600), spot(2000, 0, 750), across(2000, 700))).toBe('clear');
  expect(sight(spot(2000, 0, 1600), spot(2000, 0, 750), across(2000, 800))).toBe('blocked');
});

describe('sight', () => {
  // A small grid, so that lines often touch ends, graze tops and run along walls.
  const at = fc.integer({ min: 0, max: 8 });
  const height = fc.integer({ min: 0, max: 6 });
  const spots = fc.record({ x: at, y: at, height });
  const obstacle = fc.record({
    ax: at,
    ay: at,
    bx: at,
    by: at,
    top: fc.oneof({ weight: 3, arbitrary: height }, { weight: 1, arbitrary: fc.constant(tall) }),
    through: fc.constantFrom<Sight>('clear', 'blurred', 'blocked'),
  });
  const obstacles = fc.array(obstacle, { maxLength: 8 });
  const rank = { blocked: 0, blurred: 1, clear: 2 };

  it('is the same from either end', () => {
    fc.assert(
      fc.property(spots, spots, obstacles, (p, q, walls) => {
        expect(sight(p, q, ...walls)).toBe(sight(q, p, ...walls));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the pieces in which a wall is drawn, nor their direction', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 5 });
    fc.assert(
      fc.property(spots, spots, obstacle, cuts, (p, q, wall, where) => {
        // Twelve times as large, so that the cuts are at whole millimetres.
        const large = (one: Spot) => ({ ...one, x: one.x * 12, y: one.y * 12 });
        const point = (k: number) => ({
          x: wall.ax * 12 + (wall.bx - wall.ax) * k,
          y: wall.ay * 12 + (wall.by - wall.ay) * k,
        });
        const ends = [0, ...where.sort((a, b) => a - b), 12].map(point);
        const pieces = ends.slice(1).map((end, k) => {
          const [a, b] = k % 2 === 0 ? [ends[k], end] : [end, ends[k]];
          return { ...wall, ax: a.x, ay: a.y, bx: b.x, by: b.y };
        });
        const whole = { ...wall, ax: ends[0].x, ay: ends[0].y, bx: point(12).x, by: point(12).y };
        expect(sight(large(p), large(q), ...pieces)).toBe(sight(large(p), large(q), whole));
      }),
      { numRuns: 2000 },
    );
  });

  it('is no better with one obstacle more, and no worse from higher up to higher up', () => {
    fc.assert(
      fc.property(spots, spots, obstacles, obstacle, height, (p, q, walls, one, more) => {
        const before = rank[sight(p, q, ...walls)];
        expect(rank[sight(p, q, ...walls, one)]).toBeLessThanOrEqual(before);
        const raised = (low: Spot) => ({ ...low, height: low.height + more });
        expect(rank[sight(raised(p), raised(q), ...walls)]).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the crossing worked out in fractions of whole numbers', () => {
    fc.assert(
      fc.property(spots, spots, obstacle, (p, q, wall) => {
        fc.pre(wall.through !== 'clear' && cross(p, q, wall) !== 0n);
        expect(sight(p, q, wall)).toBe(stops(p, q, wall) ? wall.through : 'clear');
      }),
      { numRuns: 5000 },
    );
  });

  it('is exact a kilometre away', () => {
    const far = fc.integer({ min: -500_000, max: 500_000 });
    const eyes = fc.record({ x: far, y: far, height: fc.integer({ min: 600, max: 1900 }) });
    const long = fc.record({ ax: far, ay: far, bx: far, by: far, top: fc.integer({ min: 700, max: 1800 }) });
    fc.assert(
      fc.property(eyes, eyes, long, (p, q, line) => {
        const wall: Obstacle = { ...line, through: 'blocked' };
        fc.pre(cross(p, q, wall) !== 0n);
        // The lowest top that the line does not pass, and the next: the hardest question there is.
        const top = Number(heightAt(p, q, wall));
        for (const one of [top - 1, top, top + 1])
          expect(sight(p, q, { ...wall, top: one }) === 'blocked').toBe(stops(p, q, { ...wall, top: one }));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The cross product of the line's and the wall's direction: 0 where they are parallel. */
function cross(p: Spot, q: Spot, { ax, ay, bx, by }: Obstacle): bigint {
  return BigInt(q.x - p.x) * BigInt(by - ay) - BigInt(q.y - p.y) * BigInt(bx - ax);
}

/** The numerators, over the cross product, of how far along the line and along the wall they cross. */
function crossing(p: Spot, q: Spot, wall: Obstacle): { line: bigint; wall: bigint; over: bigint } {
  const over = cross(p, q, wall);
  const [dx, dy] = [BigInt(wall.ax - p.x), BigInt(wall.ay - p.y)];
  const line = dx * BigInt(wall.by - wall.ay) - dy * BigInt(wall.bx - wall.ax);
  const along = dx * BigInt(q.y - p.y) - dy * BigInt(q.x - p.x);
  const sign = over < 0n ? -1n : 1n;
  return { line: sign * line, wall: sign * along, over: sign * over };
}

function heightAt(p: Spot, q: Spot, wall: Obstacle): bigint {
  const { line, over } = crossing(p, q, wall);
  return BigInt(p.height) + (line * BigInt(q.height - p.height)) / over;
}

function stops(p: Spot, q: Spot, wall: Obstacle): boolean {
  const at = crossing(p, q, wall);
  const within = (share: bigint) => share >= 0n && share <= at.over;
  if (!within(at.line) || !within(at.wall)) return false;
  if (wall.top === tall) return true;
  const height = BigInt(p.height) * at.over + at.line * BigInt(q.height - p.height);
  return height <= BigInt(wall.top) * at.over;
}
