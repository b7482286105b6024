/** A sheet of small pictures, each drawn once and then copied: to copy is several times as fast as to draw. */
import { type Points, pointsOf } from './crowd-picture.ts';

/** Draws it with its middle at (x, y). */
export type DrawStamp = (pen: CanvasRenderingContext2D, x: number, y: number) => void;

export class StampSheet {
  private readonly sheet = document.createElement('canvas');
  private readonly pen = this.sheet.getContext('2d', { willReadFrequently: true });
  private cell = 1;
  private columns = 1;
  /** By picture: 1 where it has been drawn. */
  private drawn = new Uint8Array(0);
  private known: (Points | null | undefined)[] = [];

  /** Forgets all, and makes room for so many pictures of so many pixels. */
  renew(count: number, cell: number): void {
    this.cell = cell;
    this.columns = Math.ceil(Math.sqrt(count));
    this.drawn = new Uint8Array(count);
    this.known = [];
    this.sheet.width = this.columns * cell;
    this.sheet.height = Math.ceil(count / this.columns) * cell;
  }

  /** With its middle at (x, y); `draw` makes it where it has not been drawn yet. */
  stamp(pen: CanvasRenderingContext2D, picture: number, x: number, y: number, draw: DrawStamp): void {
    const { cell } = this;
    const [left, top] = this.cornerOf(picture, draw);
    pen.drawImage(this.sheet, left, top, cell, cell, x - cell / 2, y - cell / 2, cell, cell);
  }

  /** The points of a picture; null where there are none to be had. */
  points(picture: number, draw: DrawStamp): Points | null {
    let points = this.known[picture];
    if (points === undefined) {
      const [left, top] = this.cornerOf(picture, draw);
      points = this.pen === null ? null : pointsOf(this.pen.getImageData(left, top, this.cell, this.cell));
      this.known[picture] = points;
    }
    return points;
  }

  private cornerOf(picture: number, draw: DrawStamp): readonly [number, number] {
    const { cell } = this;
    const left = (picture % this.columns) * cell;
    const top = Math.floor(picture / this.columns) * cell;
    if (this.drawn[picture] === 0 && this.pen !== null) {
      this.drawn[picture] = 1;
      draw(this.pen, left + cell / 2, top + cell / 2);
    }
    return [left, top];
  }
}
