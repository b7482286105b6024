/** The marks of visitors as small pictures. */
import { DOING } from '../replay/doing.ts';
import { drawMark, type Inks, REACH } from './marks.ts';
import { StampSheet } from './stamp-sheet.ts';

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
    const { radius, inks } = this;
    if (radius > LARGEST) {
      drawMark(pen, x, y, radius, state, angle, badge, inks[ink]);
      return;
    }
    const turn = Math.round(angle / TURN + TURNS) % TURNS;
    const shape = state === DOING.walking ? 7 + turn : state === DOING.leaving ? 7 + TURNS + turn : state;
    this.sheet.stamp(pen, (ink * SHAPES + shape) * BADGES + badge, x, y, (on, middleX, middleY) =>
      drawMark(on, middleX, middleY, radius, state, turn * TURN, badge, inks[ink]),
    );
  }
}
