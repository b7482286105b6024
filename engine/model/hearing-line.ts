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

/** As much as goes through where there is nothing. */
export const ALL: Bands = new Float64Array(BAND_COUNT).fill(1);

/** Which of what is in a line counts: what reaches the ceiling, the screens, or both. */
export interface Choice {
  readonly closed: boolean;
  readonly screened: boolean;
}

export const BOTH: Choice = { closed: true, screened: true };
const ONLY_BOTH: readonly Choice[] = [BOTH];
const EITHER: readonly Choice[] = [
  { closed: true, screened: false },
  { closed: false, screened: true },
];

export class Line {
  /** By band: what gets through the enclosure in it. */
  through = ALL;
  /** Path difference in metres of the screen in it that takes most. */
  screen = NO_SCREEN;
  /** Of the enclosure: what its walls let through, and that without openings; and how much builds up behind them. */
  private bare = ALL;
  private shut = ALL;
  private gain = 1;
  private kind: ClosureKind | null = null;
  /** By band: what the best of the walls along it lets through. */
  private readonly walls = new Float64Array(BAND_COUNT).fill(1);
  private hasWalls = false;
  /** The space whose outline it is, and where the path crosses that, in metres. */
  private space: Space | null = null;
  private x = 0;
  private y = 0;
  private readonly ofBoth = new Float64Array(BAND_COUNT);

  clear(): void {
    this.through = ALL;
    this.screen = NO_SCREEN;
    this.bare = this.shut = ALL;
    this.gain = 1;
    this.kind = null;
    this.space = null;
    this.dropWalls();
  }

  dropWalls(): void {
    if (!this.hasWalls) return;
    this.walls.fill(1);
    this.hasWalls = false;
  }

  /** Whether anything in it reaches the ceiling. */
  get isClosed(): boolean {
    return this.hasWalls || this.kind !== null;
  }

  /** A screen along what reaches the ceiling is the same wall; which of the two takes more depends on the band. */
  get isMixed(): boolean {
    return this.screen !== NO_SCREEN && this.isClosed;
  }

  get choices(): readonly Choice[] {
    return this.isMixed ? EITHER : ONLY_BOTH;
  }

  /** The path crosses the outline of the space at a point in metres. */
  crossOutline(x: number, y: number, space: Space): void {
    this.space = space;
    this.x = x;
    this.y = y;
  }

  /** Whether the wall, which the path crosses, runs along the outline there. */
  runsAlong(wall: Segment): boolean {
    if (this.space === null) return false;
    const { ax, ay, bx, by } = wall;
    const length = lengthOf(wall);
    const isUpright = Math.abs(bx - ax) <= PARALLEL * length;
    const isLevel = Math.abs(by - ay) <= PARALLEL * length;
    if (!(isUpright && this.isOnUpright()) && !(isLevel && this.isOnLevel())) return false;
    return Math.abs(area(ax, ay, bx, by, toMillimetres(this.x), toMillimetres(this.y))) <= ON_WALL * length;
  }

  /** Whether no more than the thickness of a wall is between the outlines where the path crosses them. */
  isBeside(other: Line): boolean {
    if (this.space === null || other.space === null) return false;
    if (isNear(this.x, other.x, THICKNESS) && this.isOnUpright() && other.isOnUpright()) return true;
    return isNear(this.y, other.y, THICKNESS) && this.isOnLevel() && other.isOnLevel();
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
      const inSeries = this.through[k] * other.through[k];
      this.ofBoth[k] = isOneWall
        ? Math.min(this.byWall(other, k), this.byShutWall(other, k) + inSeries)
        : inSeries;
      this.walls[k] = Math.min(this.walls[k], other.walls[k]);
    }
    this.through = this.ofBoth;
    this.hasWalls ||= other.hasWalls;
    this.kind ??= other.kind;
    this.screen = Math.max(this.screen, other.screen);
    other.clear();
  }

  /** Through the better of the two as the one wall between. */
  private byWall({ bare }: Line, k: number): number {
    return shareOut(Math.min(this.bare[k], bare[k]), this.gain);
  }

  /** The same without their openings, which are not in that wall: by those it goes out of the one and then into the other. */
  private byShutWall({ shut }: Line, k: number): number {
    return shareOut(Math.min(this.shut[k], shut[k]), this.gain);
  }

  enclose({ through, bare, shut, gain, kind }: Closure): void {
    this.through = through;
    this.bare = bare;
    this.shut = shut;
    this.gain = gain;
    this.kind = kind;
  }

  addWall({ bare }: Closure): void {
    this.hasWalls = true;
    for (let k = 0; k < BAND_COUNT; k++) this.walls[k] = Math.min(this.walls[k], bare[k]);
  }

  /** The share that the walls leave of what gets through the enclosure. What builds up behind it does so behind them. */
  left(k: number): number {
    return this.hasWalls ? Math.min(1, shareOut(this.walls[k], this.gain) / this.through[k]) : 1;
  }

  addScreen(difference: number): void {
    this.screen = Math.max(this.screen, difference);
  }
}

/** Whether a coordinate is that of either end of what begins at `low`; in metres. */
const isOnEnd = (at: number, low: number, length: number): boolean =>
  isNear(at, low, ON_WALL) || isNear(at, low + length, ON_WALL);

/** Whether coordinates in metres are so many mm apart at most. */
const isNear = (one: number, other: number, millimetres: number): boolean =>
  Math.abs(toMillimetres(one) - toMillimetres(other)) <= millimetres;
