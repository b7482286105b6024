/**
 * What stands in one line across a path of speech: the outline of a space where the path crosses it, the walls of the floor
 * that run along it there, and the outline of the space on its other side. However often it was drawn, it is one wall and counts
 * once: the better of what it was drawn as.
 */
import type { Scenario } from '../scenario/schema.ts';
import { type Closure, type ClosureKind, haveOneWall } from './hearing-barriers.ts';
import { area, lengthOf, type Segment, toMillimetres } from './segment.ts';
import { BAND_COUNT, type Bands } from './speech/bands.ts';
import { ON_WALL, PARALLEL } from './walls.ts';

/** The path difference of no screen at all. */
export const NO_SCREEN = Number.NEGATIVE_INFINITY;

/** Of a light wall, in mm: two rooms may be drawn by its middle, by its sides, or with it between them, which is along both. */
const THICKNESS = 2 * ON_WALL;

/** Which of what is in a line counts: what reaches the ceiling, the screens, or both. */
export interface Choice {
  readonly closed: boolean;
  readonly screened: boolean;
}

const ALL: readonly Choice[] = [{ closed: true, screened: true }];
const EITHER: readonly Choice[] = [
  { closed: true, screened: false },
  { closed: false, screened: true },
];

export class Line {
  /** By band: what the enclosure in it lets through, and what the best of the walls along it does. */
  readonly through = new Float64Array(BAND_COUNT);
  readonly walls = new Float64Array(BAND_COUNT);
  /** Path difference in metres of the screen in it that takes most. */
  screen = NO_SCREEN;
  private isClosed = false;
  /** Of the enclosure in it. */
  private kind: ClosureKind | null = null;
  /** Where the path crosses the outline, in mm, and on which of its sides that is: both at a corner, none without an outline. */
  private x = 0;
  private y = 0;
  private onUpright = false;
  private onLevel = false;

  clear(): void {
    this.through.fill(1);
    this.walls.fill(1);
    this.screen = NO_SCREEN;
    this.isClosed = false;
    this.kind = null;
    this.onUpright = false;
    this.onLevel = false;
  }

  /** The path crosses the outline of the space at a point in metres. */
  crossOutline(x: number, y: number, { at, size }: Scenario['spaces'][string]): void {
    this.x = toMillimetres(x);
    this.y = toMillimetres(y);
    if (at === undefined || size === undefined) return;
    this.onUpright = isOnEnd(this.x, at[0], size[0]);
    this.onLevel = isOnEnd(this.y, at[1], size[1]);
  }

  /** Whether the wall, which the path crosses, runs along the outline there. */
  runsAlong(wall: Segment): boolean {
    if (!this.onUpright && !this.onLevel) return false;
    const { ax, ay, bx, by } = wall;
    const length = lengthOf(wall);
    const isUpright = Math.abs(bx - ax) <= PARALLEL * length;
    const isLevel = Math.abs(by - ay) <= PARALLEL * length;
    if (!(this.onUpright && isUpright) && !(this.onLevel && isLevel)) return false;
    return Math.abs(area(ax, ay, bx, by, this.x, this.y)) <= ON_WALL * length;
  }

  /** Whether no more than the thickness of a wall is between the outlines where the path crosses them. */
  isBeside(other: Line): boolean {
    if (this.onUpright && other.onUpright && Math.abs(this.x - other.x) <= THICKNESS) return true;
    return this.onLevel && other.onLevel && Math.abs(this.y - other.y) <= THICKNESS;
  }

  /** Takes over all that is in the other line, which is this one too. */
  takeIn(other: Line): void {
    const isOneWall = this.kind !== null && other.kind !== null && haveOneWall(this.kind, other.kind);
    for (let k = 0; k < BAND_COUNT; k++) {
      const own = this.through[k];
      const others = other.through[k];
      this.through[k] = isOneWall ? Math.min(own, others) : own * others;
      this.walls[k] = Math.min(this.walls[k], other.walls[k]);
    }
    this.screen = Math.max(this.screen, other.screen);
    this.isClosed ||= other.isClosed;
    other.clear();
  }

  enclose({ through, kind }: Closure): void {
    this.isClosed = true;
    this.kind = kind;
    for (let k = 0; k < BAND_COUNT; k++) this.through[k] = through[k];
  }

  addWall(through: Bands): void {
    this.isClosed = true;
    for (let k = 0; k < BAND_COUNT; k++) this.walls[k] = Math.min(this.walls[k], through[k]);
  }

  /** The share that the walls leave of what the enclosure lets through. */
  left(k: number): number {
    return Math.min(1, this.walls[k] / this.through[k]);
  }

  addScreen(difference: number): void {
    this.screen = Math.max(this.screen, difference);
  }

  /** A screen along what reaches the ceiling is the same wall; which of the two takes more depends on the band. */
  get choices(): readonly Choice[] {
    return this.isClosed && this.screen !== NO_SCREEN ? EITHER : ALL;
  }
}

/** Whether a coordinate in mm is that of either end of what begins at `low`, in metres. */
function isOnEnd(at: number, low: number, length: number): boolean {
  const isNear = (end: number) => Math.abs(at - toMillimetres(end)) <= ON_WALL;
  return isNear(low) || isNear(low + length);
}
