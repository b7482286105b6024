/**
 * What could be heard and seen where on a floor, by the engine's own models: the STI of talk in a space over a grid of
 * points, and from which places something of a service can be made out. Worked out when first asked for.
 */
import type { Walking } from '../../engine/model/floor.ts';
import { compileHearing, type Hearing } from '../../engine/model/hearing.ts';
import type { Model } from '../../engine/model/model.ts';
import { type Vantage, Vantages } from '../../engine/model/vantage.ts';
import { floorPlan, type Rectangle } from './floor-plan.ts';

/** Values over a grid of points: the first is at (x, y), in metres, and they go on to the right and then upwards. */
export interface Field {
  readonly x: number;
  readonly y: number;
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

/** Bits of what can be made out of a service from a place. */
export const SEEN = { face: 1, paper: 2, screen: 4 } as const;

/** Below this nothing is drawn: at an STI of 0.2 the privacy distance of ISO 3382-3 ends. */
const LEAST_STI = 0.2;
/** Metres between points, and how many points there are at most: else they are farther apart. */
const STEP = 0.3;
const POINTS_MAX = 12_000;
/** Metres beyond the outermost walls and places. */
const BEYOND = 0.5;

export class Perception {
  private readonly model: Model;
  private readonly vantages: Vantages;
  private readonly hearing: Hearing | null;
  private readonly bounds: Rectangle;
  private readonly types: readonly { readonly use: string }[];
  /** By point of the plane, in steps: its vantage. */
  private readonly known = new Map<string, number>();

  constructor(model: Model, walking: Walking) {
    const { scenario } = model;
    this.model = model;
    // A table of places of its own, to which the points are added: the model's are for people.
    this.vantages = new Vantages(scenario, walking);
    this.hearing = compileHearing(scenario, this.vantages);
    this.bounds = floorPlan(model).bounds;
    this.types = Object.values(scenario.spaceTypes);
  }

  /** Until a page that has turned to another design has its day, it asks of the spaces of the one before. */
  private isThere(space: number): boolean {
    return space < this.model.spaces.length;
  }

  /** Of talk in the space in a manner, without other talk; 1 in the space itself. Null where nothing is heard. */
  speech(space: number, manner: number): Field | null {
    const { hearing } = this;
    if (hearing === null || !this.isThere(space) || this.vantages.rectangles[space] < 0) return null;
    const { x, y } = this.vantages.points[space];
    const reach = hearing.reach(manner, space, LEAST_STI) + BEYOND;
    const { bounds } = this;
    const left = Math.max(bounds.x, x - reach);
    const bottom = Math.max(bounds.y, y - reach);
    const width = Math.min(bounds.x + bounds.width, x + reach) - left;
    const depth = Math.min(bounds.y + bounds.depth, y + reach) - bottom;
    const coarse = Math.ceil(Math.sqrt((width * depth) / (STEP * STEP * POINTS_MAX)));
    const step = STEP * Math.max(1, coarse);
    const [firstColumn, firstRow] = [Math.floor(left / step), Math.floor(bottom / step)];
    const columns = Math.ceil(width / step) + 1;
    const rows = Math.ceil(depth / step) + 1;
    const values = new Float32Array(columns * rows);
    for (let k = 0; k < values.length; k++) {
      const [pointX, pointY] = [
        (firstColumn + (k % columns)) * step,
        (firstRow + Math.floor(k / columns)) * step,
      ];
      const vantage = this.vantageAt(pointX, pointY);
      values[k] = this.vantages.points[vantage].space === space ? 1 : hearing.sti(manner, space, vantage);
    }
    return { x: firstColumn * step, y: firstRow * step, step, columns, rows, values };
  }

  /** Bits of SEEN by place, in the order of the model's vantages: those of spaces, and then of seats. */
  sight(space: number): Uint8Array | null {
    const { seeing, vantages } = this.model;
    if (seeing === null || vantages === null || !this.isThere(space)) return null;
    return Uint8Array.from({ length: vantages.places }, (_, vantage) =>
      Object.entries(SEEN).reduce(
        (bits, [what, bit]) => bits | (seeing.makesOut(what as keyof typeof SEEN, space, vantage) ? bit : 0),
        0,
      ),
    );
  }

  private vantageAt(x: number, y: number): number {
    const key = `${x} ${y}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const vantage = this.vantages.points.push(this.vantageOf(x, y)) - 1;
    this.known.set(key, vantage);
    return vantage;
  }

  /** Whoever is at the point: in the smallest space around it, as one who is served, waits or stands there would be. */
  private vantageOf(x: number, y: number): Vantage {
    const spaces = Object.values(this.model.scenario.spaces);
    let space = -1;
    let least = Number.POSITIVE_INFINITY;
    spaces.forEach(({ at, size }, index) => {
      if (at === undefined || size === undefined) return;
      const isIn = x >= at[0] && y >= at[1] && x <= at[0] + size[0] && y <= at[1] + size[1];
      if (!isIn || size[0] * size[1] >= least) return;
      least = size[0] * size[1];
      space = index;
    });
    const use = space < 0 ? '' : this.types[this.model.spaces[space].type].use;
    return { space, x, y, posture: use === 'service' || use === 'waiting' ? 'seated' : 'standing' };
  }
}
