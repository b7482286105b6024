/**
 * Whether an eye makes out what there is to be seen at a place: the target must be near enough, turned far enough to
 * the eye, and in its line of sight.
 */
import type { WallIndex } from '../wall-index.ts';
import {
  isFaceRecognisable,
  isPaperLegible,
  isScreenLegible,
  LETTER,
  RECOGNITION_DISTANCE,
  readingDistance,
} from './legibility.ts';
import { lineOfSight } from './line-of-sight.ts';
import type { Obstacle, Spot } from './obstacle.ts';
import { spotsOf, type Target } from './target.ts';

/** Whether a screen or paper could be read, or a face recognised. */
export function isMadeOut(target: Target, eye: Spot, obstacles: WallIndex<Obstacle>): boolean {
  const distance = distanceBetween(eye, target);
  if (distance > farthest(target) || !isReadable(target, distance, angleTo(eye, target))) return false;
  return spotsOf(target).some((spot) => lineOfSight(eye, spot, obstacles) === 'clear');
}

/** From how far in metres it can be made out, from in front and in the best light. */
export function farthest({ kind }: Target): number {
  return kind === 'face' ? RECOGNITION_DISTANCE : READING_DISTANCE[kind];
}

const READING_DISTANCE = { screen: readingDistance(LETTER.screen), paper: readingDistance(LETTER.paper) };

/** In metres. */
export function distanceBetween(one: Spot, other: Spot): number {
  return Math.hypot(one.x - other.x, one.y - other.y, one.height - other.height) / 1000;
}

/**
 * Between where the target faces and where the eye is, in radians: in the plan for a screen or a face, from straight
 * above for a paper. 0 where the eye is straight in front, and where there is no direction to it.
 */
export function angleTo(eye: Spot, { x, y, height, facing }: Target): number {
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
