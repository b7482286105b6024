/** The marks of visitors as small pictures. */
import { DOING } from '../replay/doing.ts';
import type { CrowdPicture } from './crowd-picture.ts';
import { drawMark, type Inks, REACH } from './marks.ts';
import { type DrawStamp, StampSheet } from './stamp-sheet.ts';

/** Directions that walkers are told apart by. */
const TURNS = 16;
const TURN = (2 * Math.PI) / TURNS;
/** Shapes: those that have no direction, and after them the two that have. */
const SHAPES = 7 + 2 * TURNS;
const BADGES = 8;
/** Marks larger than this, in pixels, are few, and drawn. */
const LARGEST = 14;

export class Stamps {
  private readonly sheet = new StampSheet();
  private inks: readonly Inks[] = [];
  private radius = 0;

  /** By agency, and last without one. Forgets what was drawn where anything has changed. */
  dress(inks: readonly Inks[], radius: number): void {
    if (radius === this.radius && inks === this.inks) return;
    this.inks = inks;
    this.radius = radius;
    if (radius <= LARGEST) this.sheet.renew(inks.length * SHAPES * BADGES, Math.ceil(2 * REACH * radius) + 2);
  }

  stamp(
    pen: CanvasRenderingContext2D,
    x: number,
    y: number,
    ink: number,
    state: number,
    angle: number,
    badge: number,
  ): void {
    if (this.radius > LARGEST) {
      drawMark(pen, x, y, this.radius, state, angle, badge, this.inks[ink]);
      return;
    }
    const [picture, draw] = this.pictureOf(ink, state, angle, badge);
    this.sheet.stamp(pen, picture, x, y, draw);
  }

  /** Into the picture of a crowd; false where marks are so large that they are drawn. */
  add(
    crowd: CrowdPicture,
    x: number,
    y: number,
    ink: number,
    state: number,
    angle: number,
    badge: number,
  ): boolean {
    if (this.radius > LARGEST) return false;
    const points = this.sheet.points(...this.pictureOf(ink, state, angle, badge));
    if (points !== null) crowd.add(points, x, y);
    return points !== null;
  }

  private pictureOf(
    ink: number,
    state: number,
    angle: number,
    badge: number,
  ): readonly [picture: number, draw: DrawStamp] {
    const { radius, inks } = this;
    const turn = Math.round(angle / TURN + TURNS) % TURNS;
    const shape = state === DOING.walking ? 7 + turn : state === DOING.leaving ? 7 + TURNS + turn : state;
    return [
      (ink * SHAPES + shape) * BADGES + badge,
      (pen, x, y) => drawMark(pen, x, y, radius, state, turn * TURN, badge, inks[ink]),
    ];
  }
}
