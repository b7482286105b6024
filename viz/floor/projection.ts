/**
 * From metres on the plan to pixels on a canvas: as large as fits, in the middle, and enlarged and moved as the reader
 * wants. North of the file is up: y grows upwards.
 */
import type { Rectangle } from '../engine/floor-plan.ts';

/** How many times as large, and moved by so many CSS pixels. */
export interface Zoom {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export class Projection {
  /** Device pixels a metre, and a CSS pixel. */
  readonly scale: number;
  readonly ratio: number;
  private readonly left: number;
  private readonly bottom: number;

  /** `width` and `height` in CSS pixels. */
  constructor(
    { x, y, width: metresWide, depth }: Rectangle,
    width: number,
    height: number,
    ratio: number,
    zoom: Zoom = { k: 1, x: 0, y: 0 },
  ) {
    const fits = ratio * Math.min(width / metresWide, height / depth);
    this.ratio = ratio;
    this.scale = fits * zoom.k;
    this.left = zoom.k * ((ratio * width - fits * metresWide) / 2 - fits * x) + ratio * zoom.x;
    this.bottom = zoom.k * ((ratio * height + fits * depth) / 2 + fits * y) + ratio * zoom.y;
  }

  x(metres: number): number {
    return this.left + this.scale * metres;
  }

  y(metres: number): number {
    return this.bottom - this.scale * metres;
  }

  /** Back to metres. */
  metresX(pixels: number): number {
    return (pixels - this.left) / this.scale;
  }

  metresY(pixels: number): number {
    return (this.bottom - pixels) / this.scale;
  }
}
