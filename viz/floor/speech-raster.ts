/**
 * The talk of a large hall as one picture of the whole floor: a thousand outlines laid over each other take half a second to
 * fill; to count for each point by how many it is understood, and to paint the points, takes a few milliseconds.
 */
import * as d3 from 'd3';
import { element } from '../app/element.ts';
import type { Rectangle } from '../engine/floor-plan.ts';
import type { Field } from '../engine/perception.ts';
import type { Projection } from './projection.ts';

/** In metres: as far apart as the points of fields are; more where there would be too many. */
const STEP = 0.3;
const CELLS_MAX = 500_000;

export interface RasterTalk {
  /** The same for the same talk. */
  readonly key: number;
  readonly field: Field;
  /** Where it is talk among those who are there. */
  readonly place: Rectangle;
}

export class SpeechRaster {
  private readonly x: number;
  private readonly y: number;
  private readonly step: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly steps: readonly number[];
  /** By step and cell, from below upwards: how many talks reach it there; and how many have their place there. */
  private readonly reached: readonly Uint16Array[];
  private readonly own: Uint16Array;
  /** What is counted, by key. */
  private present = new Map<number, RasterTalk>();
  private readonly picture: HTMLCanvasElement;

  /** With a further shade from each of the STI on, in ascending order. */
  constructor({ x, y, width, depth }: Rectangle, steps: readonly number[]) {
    this.x = x;
    this.y = y;
    this.steps = steps;
    this.step = Math.max(STEP, Math.sqrt((width * depth) / CELLS_MAX));
    this.columns = Math.ceil(width / this.step) + 1;
    this.rows = Math.ceil(depth / this.step) + 1;
    const cells = this.columns * this.rows;
    this.reached = steps.map(() => new Uint16Array(cells));
    this.own = new Uint16Array(cells);
    this.picture = element('canvas', { width: this.columns, height: this.rows });
  }

  draw(
    pen: CanvasRenderingContext2D,
    to: Projection,
    talks: readonly RasterTalk[],
    colour: string,
    shade: number,
  ): void {
    this.count(talks);
    this.paint(colour, shade);
    // The middle of a cell is the point that it stands for.
    const half = this.step / 2;
    pen.imageSmoothingEnabled = true;
    pen.drawImage(
      this.picture,
      to.x(this.x - half),
      to.y(this.y - half + this.rows * this.step),
      this.columns * this.step * to.scale,
      this.rows * this.step * to.scale,
    );
  }

  /** Adds talks that are new, and takes away those that are over: of a thousand, few change from one picture to the next. */
  private count(talks: readonly RasterTalk[]): void {
    const before = this.present;
    this.present = new Map(talks.map((talk) => [talk.key, talk]));
    for (const [key, talk] of before) if (!this.present.has(key)) this.change(talk, -1);
    for (const [key, talk] of this.present) if (!before.has(key)) this.change(talk, 1);
  }

  private change({ field, place }: RasterTalk, by: number): void {
    const { x, y, step, columns, rows, values } = field;
    // Points farther apart than cells each stand for the cells round them.
    const wide = Math.max(1, Math.round(step / this.step));
    for (let point = 0; point < columns * rows; point++) {
      let count = 0;
      while (count < this.steps.length && values[point] >= this.steps[count]) count++;
      if (count === 0) continue;
      const left = Math.round((x + (point % columns) * step - this.x) / this.step);
      const bottom = Math.round((y + Math.floor(point / columns) * step - this.y) / this.step);
      for (let shade = 0; shade < count; shade++)
        this.add(this.reached[shade], left, bottom, left + wide - 1, bottom + wide - 1, by);
    }
    this.add(
      this.own,
      Math.ceil((place.x - this.x) / this.step),
      Math.ceil((place.y - this.y) / this.step),
      Math.floor((place.x + place.width - this.x) / this.step),
      Math.floor((place.y + place.depth - this.y) / this.step),
      by,
    );
  }

  /** To the cells from one to another, both with their ends. */
  private add(
    cells: Uint16Array,
    left: number,
    bottom: number,
    right: number,
    top: number,
    by: number,
  ): void {
    for (let row = Math.max(0, bottom); row <= top && row < this.rows; row++)
      for (let column = Math.max(0, left); column <= right && column < this.columns; column++)
        cells[row * this.columns + column] += by;
  }

  private paint(colour: string, shade: number): void {
    const pen = this.picture.getContext('2d');
    if (pen === null) return;
    const { r, g, b } = d3.rgb(colour);
    const image = pen.createImageData(this.columns, this.rows);
    const pixels = image.data;
    const { reached, own, columns, rows } = this;
    for (let row = 0; row < rows; row++) {
      // Pictures go downwards, the plan upwards.
      let at = 4 * (rows - 1 - row) * columns;
      for (let cell = row * columns; cell < (row + 1) * columns; cell++, at += 4) {
        if (reached[0][cell] === 0 || own[cell] > 0) continue;
        let count = 1;
        while (count < reached.length && reached[count][cell] > 0) count++;
        pixels[at] = r;
        pixels[at + 1] = g;
        pixels[at + 2] = b;
        pixels[at + 3] = 255 * (1 - (1 - shade) ** count);
      }
    }
    pen.putImageData(image, 0, 0);
  }
}
