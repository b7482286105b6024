/**
 * Whether an eye sees a spot: nothing on the line between them reaches up to it, save what can be seen through. The
 * answer is exact, the same from either end, and does not depend on the pieces in which a wall was drawn.
 */
import type { WallIndex } from '../wall-index.ts';
import { type Obstacle, passesOver, type Sight, type Spot } from './obstacle.ts';

/**
 * How well a target is seen by an eye. A line that touches is stopped: the end of a wall and the top of a screen hide
 * what is exactly behind them. People hide nothing, which is the safe side.
 */
export function lineOfSight(eye: Spot, target: Spot, obstacles: WallIndex<Obstacle>): Sight {
  let sight: Sight = 'clear';
  obstacles.anyBetween(eye.x, eye.y, target.x, target.y, (obstacle) => {
    if (obstacle.through === 'clear' || passesOver(eye, target, obstacle)) return false;
    sight = obstacle.through;
    return sight === 'blocked';
  });
  return sight;
}
