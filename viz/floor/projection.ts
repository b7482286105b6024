/** From metres on the plan to pixels on a canvas: as large as fits, in the middle. North of the file is up: y grows upwards. */
import type { Rectangle } from '../engine/floor-plan.ts';

export class Projection {
  /** Device pixels a metre. */
  readonly scale: number;
  private readonly left: number;
  private readonly bottom: number;

  /** `width` and `height` in CSS pixels. */
  constructor({ x, y, width: metresWide, depth }: Rectangle, width: number, height: number, ratio: number) {
    this.scale = ratio * Math.min(width / metresWide, height / depth);
    this.left = (ratio * width - this.scale * metresWide) / 2 - this.scale * x;
    this.bottom = (ratio * height + this.scale * depth) / 2 + this.scale * y;
  }

  x(metres: number): number {
    return this.left + this.scale * metres;
  }

  y(metres: number): number {
    return this.bottom - this.scale * metres;
  }
}
