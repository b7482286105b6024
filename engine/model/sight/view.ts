/**
 * Who sees what, and how well: every target from every viewpoint, in flat arrays. Computed once for a floor and a
 * state of its doors; on a ground floor with 65 targets and 200 viewpoints it takes some 5 ms.
 */
import type { WallIndex } from '../wall-index.ts';
import { isFaceRecognisable, isPaperLegible, isScreenLegible } from './legibility.ts';
import { lineOfSight } from './line-of-sight.ts';
import type { Obstacle, Sight, Spot } from './obstacle.ts';
import { spotsOf, type Target } from './target.ts';

/** What `seen` holds. */
export const SEEN: Readonly<Record<Sight, number>> = { blocked: 0, blurred: 1, clear: 2 };

/** All by target × viewpoints + viewpoint. */
export interface Views {
  readonly viewpoints: number;
  /** A value of SEEN: whether there is a line to it, wherever it faces. */
  readonly seen: Uint8Array;
  /** 1 where a screen or paper could be read, or a face recognised; else 0. */
  readonly readable: Uint8Array;
  /** From the eye, in metres. */
  readonly distance: Float64Array;
  /**
   * Between where the target faces and where the eye is, in radians: in the plan for a screen or a face, from straight
   * above for a paper.
   */
  readonly angle: Float64Array;
}

export function viewsOf(
  targets: readonly Target[],
  viewpoints: readonly Spot[],
  obstacles: WallIndex<Obstacle>,
): Views {
  const size = targets.length * viewpoints.length;
  const seen = new Uint8Array(size);
  const readable = new Uint8Array(size);
  const distance = new Float64Array(size);
  const angle = new Float64Array(size);
  targets.forEach((target, row) => {
    const spots = spotsOf(target);
    viewpoints.forEach((eye, column) => {
      const view = row * viewpoints.length + column;
      distance[view] = Math.hypot(eye.x - target.x, eye.y - target.y, eye.height - target.height) / 1000;
      angle[view] = angleTo(eye, target);
      seen[view] = bestOf(spots, eye, obstacles);
      if (seen[view] !== SEEN.clear) return;
      readable[view] = isReadable(target, distance[view], angle[view]) ? 1 : 0;
    });
  });
  return { viewpoints: viewpoints.length, seen, readable, distance, angle };
}

function bestOf(spots: readonly Spot[], eye: Spot, obstacles: WallIndex<Obstacle>): number {
  let best = SEEN.blocked;
  for (const spot of spots) {
    best = Math.max(best, SEEN[lineOfSight(eye, spot, obstacles)]);
    if (best === SEEN.clear) break;
  }
  return best;
}

/** 0 where the eye is straight in front, and where there is no direction to it. */
function angleTo(eye: Spot, { x, y, height, facing }: Target): number {
  const dx = eye.x - x;
  const dy = eye.y - y;
  if (facing === null) return Math.atan2(Math.hypot(dx, dy), eye.height - height);
  const [facingX, facingY] = facing;
  return Math.abs(Math.atan2(dx * facingY - dy * facingX, dx * facingX + dy * facingY));
}

function isReadable({ kind, privacyFilter }: Target, distance: number, angle: number): boolean {
  if (kind === 'screen') return isScreenLegible(distance, angle, { privacyFilter });
  return kind === 'paper' ? isPaperLegible(distance, angle) : isFaceRecognisable(distance, angle);
}
