/**
 * How far talk of the moment is understood: fields round the talkers, by the engine's speech transmission index (STI),
 * which knows the walls. Without other talk, so that it is the most that is understood.
 */
import * as d3 from 'd3';
import { mannersOf } from '../../engine/model/hearing-manners.ts';
import type { Context } from '../app/context.ts';
import type { Field } from '../engine/perception.ts';
import { colourOf } from './colours.ts';
import type { Moment } from './moment.ts';
import type { Projection } from './projection.ts';
import { SpeechRaster } from './speech-raster.ts';

/** STI from which the shades begin: the privacy and distraction distances of ISO 3382-3, and halfway. */
export const STI_STEPS = [0.2, 0.35, 0.5] as const;
/** Of one shade; they lie over each other. */
export const SHADE = 0.11;
/** More talks in sight than these are one picture, without the lines of their limits. */
const MANY = 60;
const MANY_ASKED = 10;

/** Outlines in steps of the grid, made when first wanted, and where that lies. */
interface Outlines {
  readonly field: Field;
  shades: readonly Path2D[] | null;
  /** By limit. */
  readonly limits: Map<number, Path2D>;
}

interface Talk {
  readonly space: number;
  readonly manner: number;
  /** The STI that the matter's sensitivity allows. */
  readonly limit: number;
}

export class SpeechLayer {
  private readonly context: Context;
  private readonly manners: Int32Array;
  private readonly roles: number;
  /** By matter: the STI that others may have; 1 where it does not matter. */
  private readonly limits: Float64Array;
  /** By space and manner; null as long as it is not known, and where nothing is heard. */
  private readonly known = new Map<number, Outlines | null>();
  private readonly isKnown: () => void;
  private talks: Talk[] = [];
  private last = '';
  /** Whether so much is talked about in sight that limits are not drawn. */
  isCrowd = false;
  private raster: SpeechRaster | null = null;
  /** Fields that the worker has been asked for and has not given yet. */
  private asked = 0;

  /** `isKnown` is called when a field has come from the worker. */
  constructor(context: Context, isKnown: () => void) {
    const { scenario, ids } = context.house;
    this.context = context;
    this.isKnown = isKnown;
    this.manners = mannersOf(scenario).of;
    this.roles = ids.roles.length;
    this.limits = Float64Array.from(
      ids.matters,
      (id) => scenario.sensitivities[scenario.matters[id]?.sensitivity ?? '']?.speech?.sti ?? 1,
    );
  }

  /** Whether so much of what is talked about is not drawn yet that the picture might be taken for all. */
  get isComing(): boolean {
    return this.asked > MANY_ASKED;
  }

  private get isShown(): boolean {
    const { house, store } = this.context;
    return house.hears && store.state.layers.includes('speech');
  }

  /** Whether other people talk than when it was last asked. */
  hasChanged(moment: Moment): boolean {
    if (!this.isShown) {
      const wasShown = this.talks.length > 0;
      this.talks = [];
      this.last = '';
      return wasShown;
    }
    let now = '';
    const { spaceTalk } = moment;
    for (let space = 0; space < spaceTalk.length; space++)
      if (spaceTalk[space] >= 0) now += `${space}:${spaceTalk[space]} `;
    if (now === this.last) return false;
    this.last = now;
    this.talks = this.talksOf(moment);
    return true;
  }

  /** What is talked about that not everybody may hear. */
  private talksOf({ spaceTalk, spaceClerk }: Moment): Talk[] {
    const { house } = this.context;
    const talks: Talk[] = [];
    for (let space = 0; space < spaceTalk.length; space++) {
      const matter = spaceTalk[space];
      if (matter < 0 || this.limits[matter] >= 1) continue;
      const role = house.clerks[spaceClerk[space]]?.role ?? 0;
      talks.push({
        space,
        manner: this.manners[matter * this.roles + role],
        limit: this.limits[matter],
      });
    }
    return talks;
  }

  /** Where several are understood, the shade is that of the one who is understood best. */
  draw(pen: CanvasRenderingContext2D, to: Projection): void {
    this.isCrowd = false;
    if (!this.isShown) return;
    const shown = this.talks.flatMap((talk) => {
      const outlines = this.outlines(talk.space, talk.manner);
      return outlines !== null && isInSight(pen, to, outlines.field) ? [{ talk, outlines }] : [];
    });
    this.isCrowd = shown.length > MANY;
    if (!this.isCrowd) {
      this.drawOutlines(pen, to, shown);
      return;
    }
    const { bounds, spaces } = this.context.house.plan;
    this.raster ??= new SpeechRaster(bounds, STI_STEPS);
    const talks = shown.map(({ talk, outlines }) => ({
      key: this.keyOf(talk.space, talk.manner),
      field: outlines.field,
      place: spaces[talk.space],
    }));
    this.raster.draw(pen, to, talks, colourOf('--speech'), SHADE);
  }

  private drawOutlines(
    pen: CanvasRenderingContext2D,
    to: Projection,
    shown: readonly { readonly talk: Talk; readonly outlines: Outlines }[],
  ): void {
    const { spaces } = this.context.house.plan;
    const shades = STI_STEPS.map(() => new Path2D());
    const elsewhere = new Path2D();
    elsewhere.rect(0, 0, pen.canvas.width, pen.canvas.height);
    const lines = new Path2D();
    for (const { talk, outlines } of shown) {
      const { field } = outlines;
      const scale = to.scale * field.step;
      // Outlines have the middle of the first cell at (0.5, 0.5).
      const [left, bottom] = [to.x(field.x - field.step / 2), to.y(field.y - field.step / 2)];
      const placed = new DOMMatrix([scale, 0, 0, -scale, left, bottom]);
      outlines.shades ??= STI_STEPS.map((sti) => outline(field, sti));
      for (const [k, shade] of shades.entries()) shade.addPath(outlines.shades[k], placed);
      const { x, y, width, depth } = spaces[talk.space];
      elsewhere.rect(to.x(x), to.y(y + depth), width * to.scale, depth * to.scale);
      if (isAnywhere(field, talk.limit)) lines.addPath(this.limitOf(outlines, talk.limit), placed);
    }
    pen.save();
    pen.fillStyle = pen.strokeStyle = colourOf('--speech');
    // In their own place it is meant for those who are there.
    pen.clip(elsewhere, 'evenodd');
    pen.globalAlpha = SHADE;
    for (const shade of shades) pen.fill(shade);
    pen.globalAlpha = 0.9;
    pen.lineWidth = 1.3 * to.ratio;
    pen.setLineDash([5 * to.ratio, 3 * to.ratio]);
    pen.stroke(lines);
    pen.restore();
  }

  private limitOf({ field, limits }: Outlines, limit: number): Path2D {
    let line = limits.get(limit);
    if (line === undefined) {
      line = outline(field, limit);
      limits.set(limit, line);
    }
    return line;
  }

  private keyOf(space: number, manner: number): number {
    return manner * this.context.house.plan.spaces.length + space;
  }

  /** Asks the worker where they are not known. */
  private outlines(space: number, manner: number): Outlines | null {
    const key = this.keyOf(space, manner);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, null);
    const { engine, store } = this.context;
    this.asked++;
    void engine.speech(store.state.design, space, manner).then((field) => {
      this.asked--;
      if (field !== null) this.known.set(key, { field, shades: null, limits: new Map() });
      if (field !== null || this.asked === 0) this.isKnown();
    });
    return null;
  }
}

/** Whether any of the field is on the canvas. */
function isInSight({ canvas }: CanvasRenderingContext2D, to: Projection, field: Field): boolean {
  const { x, y, step, columns, rows } = field;
  return (
    to.x(x) <= canvas.width &&
    to.x(x + columns * step) >= 0 &&
    to.y(y) >= 0 &&
    to.y(y + rows * step) <= canvas.height
  );
}

/** Whether the value is reached outside of the place itself, where it is 1. */
const isAnywhere = ({ values }: Field, value: number): boolean =>
  values.some((one) => one >= value && one < 1);

/** Round where the field is above the value. */
function outline({ columns, rows, values }: Field, value: number): Path2D {
  const contour = d3
    .contours()
    .size([columns, rows])
    .contour(values as unknown as number[], value);
  return new Path2D(d3.geoPath()(contour) ?? '');
}
