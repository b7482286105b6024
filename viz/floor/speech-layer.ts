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

/** STI from which the shades begin: the privacy and distraction distances of ISO 3382-3, and halfway. */
export const STI_STEPS = [0.2, 0.35, 0.5] as const;
/** Of one shade; they lie over each other. */
export const SHADE = 0.11;

/** Outlines in steps of the grid, and where that lies. */
interface Outlines {
  readonly field: Field;
  readonly shades: readonly Path2D[];
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
    if (!this.isShown) return;
    const { spaces } = this.context.house.plan;
    const shades = STI_STEPS.map(() => new Path2D());
    const elsewhere = new Path2D();
    elsewhere.rect(0, 0, pen.canvas.width, pen.canvas.height);
    const lines = new Path2D();
    for (const { space, manner, limit } of this.talks) {
      const outlines = this.outlines(space, manner);
      if (outlines === null) continue;
      const { field } = outlines;
      const scale = to.scale * field.step;
      // Outlines have the middle of the first cell at (0.5, 0.5).
      const [left, bottom] = [to.x(field.x - field.step / 2), to.y(field.y - field.step / 2)];
      const placed = new DOMMatrix([scale, 0, 0, -scale, left, bottom]);
      for (const [k, shade] of shades.entries()) shade.addPath(outlines.shades[k], placed);
      const { x, y, width, depth } = spaces[space];
      elsewhere.rect(to.x(x), to.y(y + depth), width * to.scale, depth * to.scale);
      if (isAnywhere(field, limit)) lines.addPath(this.limitOf(outlines, limit), placed);
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

  /** Asks the worker where they are not known. */
  private outlines(space: number, manner: number): Outlines | null {
    const key = manner * this.context.house.plan.spaces.length + space;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, null);
    const { engine, store } = this.context;
    void engine.speech(store.state.design, space, manner).then((field) => {
      if (field === null) return;
      this.known.set(key, { field, shades: STI_STEPS.map((sti) => outline(field, sti)), limits: new Map() });
      this.isKnown();
    });
    return null;
  }
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
