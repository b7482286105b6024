/**
 * What stands in one line across a path of speech: the outline of a space where the path crosses it, the walls of the floor
 * that run along it there, and the outline of the space on its other side. However often it was drawn, it is one wall and counts
 * once: the better of what it was drawn as.
 */
import type { Scenario } from '../scenario/schema.ts';
import { type Closure, type ClosureKind, haveOneWall } from './hearing-barriers.ts';
import { area, lengthOf, type Segment, toMillimetres } from './segment.ts';
import { BAND_COUNT, type Bands } from './speech/bands.ts';
import { shareOut } from './speech/closed-room.ts';
import { ON_WALL, PARALLEL } from './walls.ts';

type Space = Scenario['spaces'][string];

/** The path difference of no screen at all. */
export const NO_SCREEN = Number.NEGATIVE_INFINITY;

/** Of a light wall, in mm: two rooms may be drawn by its middle, by its sides, or with it between them, which is along both. */
const THICKNESS = 2 * ON_WALL;

const NOTHING: Bands = new Float64Array(BAND_COUNT);

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
  /** By band: what gets through the enclosure in it, and what the best of the walls along it lets through. */
  readonly through = new Float64Array(BAND_COUNT);
  readonly walls = new Float64Array(BAND_COUNT);
  /** Path difference in metres of the screen in it that takes most. */
  screen = NO_SCREEN;
  /** Whether anything in it reaches the ceiling. */
  isClosed = false;
  /** Of the enclosure in it: what its walls let through, and how much builds up behind them. */
  private bare: Bands = NOTHING;
  private gain = 1;
  private kind: ClosureKind | null = null;
  /** The space whose outline it is, and where the path crosses that, in mm. */
  private space: Space | null = null;
  private x = 0;
  private y = 0;

  constructor() {
    this.through.fill(1);
    this.walls.fill(1);
  }

  clear(): void {
    this.space = null;
    this.screen = NO_SCREEN;
    if (!this.isClosed) return;
    this.through.fill(1);
    this.walls.fill(1);
    this.isClosed = false;
    this.gain = 1;
    this.kind = null;
  }

  /** The path crosses the outline of the space at a point in metres. */
  crossOutline(x: number, y: number, space: Space): void {
    this.space = space;
    this.x = toMillimetres(x);
    this.y = toMillimetres(y);
  }

  /** Whether the wall, which the path crosses, runs along the outline there. */
  runsAlong(wall: Segment): boolean {
    if (this.space === null) return false;
    const { ax, ay, bx, by } = wall;
    const length = lengthOf(wall);
    const isUpright = Math.abs(bx - ax) <= PARALLEL * length;
    const isLevel = Math.abs(by - ay) <= PARALLEL * length;
    if (!(isUpright && this.isOnUpright()) && !(isLevel && this.isOnLevel())) return false;
    return Math.abs(area(ax, ay, bx, by, this.x, this.y)) <= ON_WALL * length;
  }

  /** Whether no more than the thickness of a wall is between the outlines where the path crosses them. */
  isBeside(other: Line): boolean {
    if (this.space === null || other.space === null) return false;
    if (Math.abs(this.x - other.x) <= THICKNESS && this.isOnUpright() && other.isOnUpright()) return true;
    return Math.abs(this.y - other.y) <= THICKNESS && this.isOnLevel() && other.isOnLevel();
  }

  /** On which sides of the outline the path crosses it: at a corner both, and none without an outline. */
  private isOnUpright(): boolean {
    const { at, size } = this.space ?? {};
    return at !== undefined && size !== undefined && isOnEnd(this.x, at[0], size[0]);
  }

  private isOnLevel(): boolean {
    const { at, size } = this.space ?? {};
    return at !== undefined && size !== undefined && isOnEnd(this.y, at[1], size[1]);
  }

  /** Takes over all that is in the other line, which is this one too. */
  takeIn(other: Line): void {
    const isOneWall = this.kind !== null && other.kind !== null && haveOneWall(this.kind, other.kind);
    this.gain *= other.gain;
    for (let k = 0; k < BAND_COUNT; k++) {
      this.through[k] = isOneWall
        ? shareOut(Math.min(this.bare[k], other.bare[k]), this.gain)
        : this.through[k] * other.through[k];
      this.walls[k] = Math.min(this.walls[k], other.walls[k]);
    }
    this.kind ??= other.kind;
    this.screen = Math.max(this.screen, other.screen);
    this.isClosed ||= other.isClosed;
    other.clear();
  }

  enclose({ through, bare, gain, kind }: Closure): void {
    this.isClosed = true;
    this.bare = bare;
    this.gain = gain;
    this.kind = kind;
    for (let k = 0; k < BAND_COUNT; k++) this.through[k] = through[k];
  }

  addWall({ bare }: Closure): void {
    this.isClosed = true;
    for (let k = 0; k < BAND_COUNT; k++) this.walls[k] = Math.min(this.walls[k], bare[k]);
  }

  dropWalls(): void {
    if (!this.isClosed) return;
    this.walls.fill(1);
    this.isClosed = this.kind !== null;
  }

  /** The share that the walls leave of what gets through the enclosure. What builds up behind it does so behind them. */
  left(k: number): number {
    return Math.min(1, shareOut(this.walls[k], this.gain) / this.through[k]);
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
const isOnEnd = (at: number, low: number, length: number): boolean =>
  Math.abs(at - toMillimetres(low)) <= ON_WALL || Math.abs(at - toMillimetres(low + length)) <= ON_WALL;
