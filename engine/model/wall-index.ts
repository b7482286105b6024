/**
 * Walls in a spatial index, for the questions that walking asks: is the way free, and which walls are near.
 */
import Flatbush from 'flatbush';
import { meets, type Segment } from './segment.ts';

export class WallIndex {
  readonly segments: readonly Segment[];
  private readonly index: Flatbush | null;

  constructor(segments: readonly Segment[]) {
    this.segments = segments;
    this.index = segments.length === 0 ? null : new Flatbush(segments.length);
    for (const { ax, ay, bx, by } of segments) {
      this.index?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    this.index?.finish();
  }

  /** Whether one can go straight from p to q without meeting a wall; in mm. */
  isFree(px: number, py: number, qx: number, qy: number): boolean {
    if (this.index === null) return true;
    let free = true;
    this.index.search(Math.min(px, qx), Math.min(py, qy), Math.max(px, qx), Math.max(py, qy), (wall) => {
      if (free && meets(px, py, qx, qy, this.segments[wall])) free = false;
      return false;
    });
    return free;
  }

  /** Walls whose box comes within the reach of the point; in mm. */
  around(x: number, y: number, reach: number): Segment[] {
    const found = this.index?.search(x - reach, y - reach, x + reach, y + reach) ?? [];
    return found.map((wall) => this.segments[wall]);
  }
}
