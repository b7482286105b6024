/**
 * The marks of a crowd, put together point by point into one picture: to copy five thousand small pictures one by one takes the
 * processor longer than all the rest of a frame.
 */

/** With more marks than these, one picture of all of them is faster than one after another. */
export const CROWD = 400;

/** Points of a picture, with red, green and blue as they are without the opacity. */
export interface Points {
  readonly width: number;
  readonly height: number;
  /** Four bytes a point, and the same as one number a point. */
  readonly data: Uint8ClampedArray;
  readonly whole: Uint32Array;
}

export const pointsOf = ({ width, height, data }: ImageData): Points => ({
  width,
  height,
  data,
  whole: new Uint32Array(data.buffer, data.byteOffset, width * height),
});

/** Lays a picture over another, with its upper left corner at a whole point; what is beyond the edges is left out. */
export function layOver(to: Points, mark: Points, left: number, top: number): void {
  const { data, whole, width, height } = mark;
  const first = Math.max(0, -left);
  const end = Math.min(width, to.width - left);
  for (let row = Math.max(0, -top); row < height && row + top < to.height; row++) {
    let from = row * width + first;
    let at = (row + top) * to.width + left + first;
    for (let column = first; column < end; column++, from++, at++) {
      const opacity = data[4 * from + 3];
      if (opacity === 0) continue;
      // Most points are all of the mark, or have nothing below.
      if (opacity === 255 || to.whole[at] === 0) to.whole[at] = whole[from];
      else blend(to.data, 4 * at, data, 4 * from);
    }
  }
}

function blend(to: Uint8ClampedArray, at: number, mark: Uint8ClampedArray, from: number): void {
  const opacity = mark[from + 3];
  const below = (to[at + 3] * (255 - opacity)) / 255;
  const both = opacity + below;
  for (let colour = 0; colour < 3; colour++)
    to[at + colour] = (mark[from + colour] * opacity + to[at + colour] * below) / both;
  to[at + 3] = both;
}

export class CrowdPicture {
  private readonly canvas = document.createElement('canvas');
  private readonly pen = this.canvas.getContext('2d');
  private image: ImageData | null = null;
  private points: Points | null = null;

  /** An empty picture of so many pixels. */
  begin(width: number, height: number): void {
    if (this.points?.width === width && this.points.height === height) this.points.whole.fill(0);
    else {
      this.canvas.width = width;
      this.canvas.height = height;
      this.image = this.pen?.createImageData(width, height) ?? null;
      this.points = this.image === null ? null : pointsOf(this.image);
    }
  }

  /** With its middle at (x, y). */
  add(mark: Points, x: number, y: number): void {
    if (this.points !== null)
      layOver(this.points, mark, Math.round(x - mark.width / 2), Math.round(y - mark.height / 2));
  }

  draw(pen: CanvasRenderingContext2D): void {
    if (this.image === null) return;
    this.pen?.putImageData(this.image, 0, 0);
    pen.drawImage(this.canvas, 0, 0);
  }
}
