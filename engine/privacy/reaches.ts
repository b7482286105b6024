/**
 * From how far services can be perceived at all: by the same ids as impressions, with the distances to compare. In a large
 * hall most ways and places are beyond, and need not be listened to, or looked at, one by one.
 */
import { PIECE, type Vantages, type WayPieces } from '../model/vantage.ts';
import { reach } from '../statistics/sheet.ts';

export class Reaches {
  /** By id: metres from where the visitor is, beyond which nothing is heard, nothing is read, and no face recognised. */
  hearing: Float64Array = new Float64Array(64);
  reading: Float64Array = new Float64Array(64);
  face: Float64Array = new Float64Array(64);
  private readonly vantages: Vantages;
  /** By id: where the visitor is. */
  private x: Float64Array = new Float64Array(64);
  private y: Float64Array = new Float64Array(64);
  private count = 0;
  /** By way × 4: the least and the most x, and y, of its vantages; NaN as long as nobody has asked. */
  private boxes = new Float64Array(4 * 64).fill(Number.NaN);

  constructor(vantages: Vantages) {
    this.vantages = vantages;
  }

  /** The service with the next id is in the space, and is perceived from so far. */
  add(space: number, hearing: number, reading: number, face: number): void {
    const id = this.count++;
    const { x, y } = this.vantages.points[space];
    this.x = put(this.x, id, x);
    this.y = put(this.y, id, y);
    this.hearing = put(this.hearing, id, hearing);
    this.reading = put(this.reading, id, reading);
    this.face = put(this.face, id, face);
  }

  /** From the visitor to the vantage, in metres. */
  distance(id: number, vantage: number): number {
    const { x, y } = this.vantages.points[vantage];
    return distance(x - this.x[id], y - this.y[id]);
  }

  /** Whether nothing of the service is perceived anywhere on the way. */
  isBeyond(id: number, way: WayPieces): boolean {
    const at = 4 * way.id;
    if (at >= this.boxes.length || Number.isNaN(this.boxes[at])) this.measure(way);
    const { boxes } = this;
    const x = this.x[id];
    const y = this.y[id];
    const dx = Math.max(0, boxes[at] - x, x - boxes[at + 1]);
    const dy = Math.max(0, boxes[at + 2] - y, y - boxes[at + 3]);
    return distance(dx, dy) > this.farthest(id);
  }

  /** The next piece of the way, from the given one on, at which anything might be perceived. */
  next(id: number, at: Int32Array, from: number): number {
    const farthest = this.farthest(id);
    let piece = from;
    while (piece < at.length) {
      const beyond = this.distance(id, at[piece]) - farthest;
      if (beyond <= 0) return piece;
      // From middle to middle it is no farther than a piece is long.
      piece += Math.max(1, Math.ceil(beyond / PIECE - ROUNDING));
    }
    return piece;
  }

  private farthest(id: number): number {
    return Math.max(this.hearing[id], this.reading[id], this.face[id]);
  }

  private measure({ id, at }: WayPieces): void {
    this.boxes = reach(this.boxes, 4 * id + 3, Number.NaN);
    const box = [Infinity, -Infinity, Infinity, -Infinity];
    for (const vantage of at) {
      const { x, y } = this.vantages.points[vantage];
      box[0] = Math.min(box[0], x);
      box[1] = Math.max(box[1], x);
      box[2] = Math.min(box[2], y);
      box[3] = Math.max(box[3], y);
    }
    this.boxes.set(box, 4 * id);
  }
}

/** In pieces. */
const ROUNDING = 1e-6;

const distance = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);

function put(column: Float64Array, id: number, value: number): Float64Array {
  const wide = reach(column, id, 0);
  wide[id] = value;
  return wide;
}
