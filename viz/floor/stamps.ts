/** Small pictures of marks, each drawn once and then copied: to copy is several times as fast as to draw. */
import { DOING } from '../replay/doing.ts';
import { drawMark, type Inks, REACH } from './marks.ts';

/** Directions that walkers are told apart by. */
const TURNS = 16;
const TURN = (2 * Math.PI) / TURNS;
/** Shapes: those that have no direction, and after them the two that have. */
const SHAPES = 7 + 2 * TURNS;
const BADGES = 8;
/** Marks larger than this, in pixels, are few, and drawn. */
const LARGEST = 14;

export class Stamps {
  private readonly sheet = document.createElement('canvas');
  private readonly pen = this.sheet.getContext('2d');
  private inks: readonly Inks[] = [];
  private radius = 0;
  private cell = 1;
  private columns = 1;
  /** By ink × shapes × badges …: 1 where the mark has been drawn. */
  private drawn = new Uint8Array(0);

  /** By agency, and last without one. Forgets what was drawn where anything has changed. */
  dress(inks: readonly Inks[], radius: number): void {
    if (radius === this.radius && inks === this.inks) return;
    this.inks = inks;
    this.radius = radius;
    this.cell = Math.ceil(2 * REACH * radius) + 2;
    const count = inks.length * SHAPES * BADGES;
    this.columns = Math.ceil(Math.sqrt(count));
    this.drawn = new Uint8Array(count);
    if (radius > LARGEST) return;
    this.sheet.width = this.columns * this.cell;
    this.sheet.height = Math.ceil(count / this.columns) * this.cell;
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
    if (this.radius > LARGEST || this.pen === null) {
      drawMark(pen, x, y, this.radius, state, angle, badge, this.inks[ink]);
      return;
    }
    const turn = Math.round(angle / TURN + TURNS) % TURNS;
    const shape = state === DOING.walking ? 7 + turn : state === DOING.leaving ? 7 + TURNS + turn : state;
    const index = (ink * SHAPES + shape) * BADGES + badge;
    const { cell } = this;
    const left = (index % this.columns) * cell;
    const top = Math.floor(index / this.columns) * cell;
    if (this.drawn[index] === 0) {
      this.drawn[index] = 1;
      const [middleX, middleY] = [left + cell / 2, top + cell / 2];
      drawMark(this.pen, middleX, middleY, this.radius, state, turn * TURN, badge, this.inks[ink]);
    }
    pen.drawImage(this.sheet, left, top, cell, cell, x - cell / 2, y - cell / 2, cell, cell);
  }
}
