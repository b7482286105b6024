/**
 * Walls in a spatial index, for the questions that walking and seeing ask: is the way free, what is on the line,
 * and which walls are near.
 */
import Flatbush from 'flatbush';
import { meets, type Segment } from './segment.ts';

export class WallIndex<Wall extends Segment = Segment> {
  readonly segments: readonly Wall[];
  private readonly index: Flatbush | null;

  constructor(segments: readonly Wall[]) {
    this.segments = segments;
    this.index = segments.length === 0 ? null : new Flatbush(segments.length);
    for (const { ax, ay, bx, by } of segments) {
      this.index?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    this.index?.finish();
  }

  /** Whether one can go straight from p to q without meeting a wall; in mm. */
  isFree(px: number, py: number, qx: number, qy: number): boolean {
    return !this.anyBetween(px, py, qx, qy, () => true);
  }

  /** A wall that the line from p to q meets; null where it meets none; in mm. */
  wallBetween(px: number, py: number, qx: number, qy: number): Wall | null {
    let found: Wall | null = null;
    this.anyBetween(px, py, qx, qy, (wall) => {
      found = wall;
      return true;
    });
    return found;
  }

  /** Whether any of the walls that the line from p to q meets is such a one; in mm. Stops at the first. */
  anyBetween(px: number, py: number, qx: number, qy: number, isSuch: (wall: Wall) => boolean): boolean {
    if (this.index === null) return false;
    const isOne = (wall: number) => meets(px, py, qx, qy, this.segments[wall]) && isSuch(this.segments[wall]);
    return this.index.collides(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy), isOne);
  }

  /** Walls whose box comes within the reach of the point; in mm. */
  around(x: number, y: number, reach: number): Wall[] {
    const found = this.index?.search(x - reach, y - reach, x + reach, y + reach) ?? [];
    return found.map((wall) => this.segments[wall]);
  }
}
