/**
 * The ways of speech over the floor: which share of a talker's intensity at 1 m reaches an ear, by band. It falls off
 * with the distance as the hall's finish has it, and loses what the talkers' own partition, the listener's, and the walls
 * and screens between take from it.
 *
 * A partition counts where the straight line crosses it. Of several walls of the floor on it the best counts, and besides sound goes
 * round them, by their free ends and by doors that stand open. A wall that runs along the outline of the
 * talkers' or the listener's space is the same wall as that, and the better of the two counts; so it is with the one wall between
 * two rooms.
 */
import type { Scenario } from '../scenario/schema.ts';
import { type Barrier, barriersOf, type FloorWall, floorWalls, haveOneWall } from './hearing-barriers.ts';
import { type Detours, detoursOn } from './hearing-detours.ts';
import { ALL, BOTH, type Choice, Line, NO_SCREEN } from './hearing-line.ts';
import { meets, type Segment, toMillimetres } from './segment.ts';
import { EYE_HEIGHT, type Posture } from './sight/viewpoint.ts';
import { BAND_COUNT, type Bands } from './speech/bands.ts';
import { pathDifference } from './speech/barrier.ts';
import { shareOut } from './speech/closed-room.ts';
import type { Partition } from './speech/partition.ts';
import { type RoomDecay, writeReceivedShares } from './speech/propagation.ts';
import type { Vantage, Vantages } from './vantage.ts';

export interface Mouth {
  /** The space that it is in. */
  readonly space: number;
  /** In metres. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Of mouths and ears above the floor, in metres: as for eyes. 1.2 m for who sits is that of ISO 3382-3. */
export const HEAD_HEIGHT: Readonly<Record<Posture, number>> = {
  seated: EYE_HEIGHT.seated / 1000,
  standing: EYE_HEIGHT.standing / 1000,
};

/** By mouth × spaces + space: the visitor's is where a visitor is, the clerk's as far beyond the middle of the space, the loudspeaker's in it. */
export function mouthsOf(middles: readonly Mouth[], { points }: Vantages): Mouth[] {
  const visitors = middles.map(({ space }) => {
    const { x, y, posture } = points[space];
    return { space, x, y, height: HEAD_HEIGHT[posture] };
  });
  const clerks = visitors.map(({ space, x, y, height }) => {
    const middle = middles[space];
    return { space, x: 2 * middle.x - x, y: 2 * middle.y - y, height };
  });
  return [...visitors, ...clerks, ...middles];
}

type Space = Scenario['spaces'][string];

export class SpeechPaths {
  private readonly room: RoomDecay;
  private readonly spaces: readonly Space[];
  /** By space: what bounds it; null for nothing. */
  private readonly barriers: readonly (Barrier | null)[];
  /** Gone through one by one: for the walls of a hall that takes less than to search an index. */
  private readonly walls: readonly FloorWall[];
  /** By wall: its least and greatest x, and y; nearly all are told to be elsewhere by these. */
  private readonly boxes: Int32Array;

  /** Of the path at hand: a screen that it crosses, and how long it is in metres. */
  private readonly crossing = {
    screenHeight: 0,
    talkerHeight: 0,
    listenerHeight: 0,
    talkerDistance: 0,
    listenerDistance: 0,
  };
  private distance = 0;
  /** On the path: the outline of the talkers' space, that of the listener's, and what stands between. */
  private readonly talkers = new Line();
  private readonly listeners = new Line();
  private readonly hall = new Line();
  /** At hand while shares are worked out. */
  private readonly through = new Float64Array(BAND_COUNT);
  private readonly others = new Float64Array(BAND_COUNT);
  /** What both enclosures let through, and what there would be without walls of the floor. */
  private readonly enclosed = new Float64Array(BAND_COUNT);
  private readonly unwalled = new Float64Array(BAND_COUNT);
  private readonly detours: Detours;

  /** @param partitions by space */
  constructor(scenario: Scenario, partitions: readonly Partition[], room: RoomDecay) {
    this.room = room;
    this.spaces = Object.values(scenario.spaces);
    this.barriers = barriersOf(partitions, this.spaces);
    this.walls = floorWalls(scenario);
    this.boxes = Int32Array.from(
      this.walls.flatMap(({ ax, ay, bx, by }) => [
        Math.min(ax, bx),
        Math.max(ax, bx),
        Math.min(ay, by),
        Math.max(ay, by),
      ]),
    );
    const toCeiling = this.walls.filter(({ barrier }) => !('top' in barrier));
    this.detours = detoursOn(scenario.floor ?? {}, toCeiling);
  }

  /**
   * By band, the most that gets out of the space of what is said there, to whoever is not in it; `ALL` where it may be all. Never
   * less than its partition lets through, since sound that gets from there into a room by the wall between builds up in both.
   */
  mostOut(space: number): Bands {
    const barrier = this.barriers[space];
    if (barrier === null || 'top' in barrier) return ALL;
    const { bare, gain, kind } = barrier;
    const beside = this.barriers.flatMap((other) =>
      other === null || other === barrier || 'top' in other || !haveOneWall(kind, other.kind)
        ? []
        : [other.gain],
    );
    const most = Math.max(1, ...beside);
    return bare.map((share) => shareOut(share, gain * most));
  }

  /** Writes the seven shares of the path to `to` from `toAt` on. */
  write(mouth: Mouth, ear: Vantage, to: Float64Array, toAt: number): void {
    const { talkers, listeners, hall } = this;
    const dx = ear.x - mouth.x;
    const dy = ear.y - mouth.y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    this.distance = distance;
    this.crossing.talkerHeight = mouth.height;
    this.crossing.listenerHeight = HEAD_HEIGHT[ear.posture];
    talkers.clear();
    listeners.clear();
    hall.clear();
    const leaves = distanceToEdge(mouth.x, mouth.y, dx, dy, distance, this.spaces[mouth.space]);
    if (leaves < distance) this.cross(talkers, mouth, ear, mouth.space, leaves);
    if (ear.space >= 0) {
      const enters = distanceToEdge(ear.x, ear.y, -dx, -dy, distance, this.spaces[ear.space]);
      if (enters < distance) this.cross(listeners, mouth, ear, ear.space, distance - enters);
    }
    const isWalled = this.passWalls(mouth, ear);
    if (!talkers.isClosed && !listeners.isClosed && !isWalled) {
      const detour = Math.max(talkers.screen, listeners.screen, hall.screen);
      writeReceivedShares(this.room, distance, detour, ALL, to, toAt);
      return;
    }
    if (isWalled)
      for (let k = 0; k < BAND_COUNT; k++) this.enclosed[k] = talkers.through[k] * listeners.through[k];
    if (talkers.isBeside(listeners)) talkers.takeIn(listeners);
    this.writeShares(to, toAt);
    if (isWalled) this.addDetour(mouth, ear, to, toAt);
  }

  /**
   * What goes round the walls, besides what goes through them: as far as the way is, and out of and into the enclosures; and its
   * direct part is screened by as much as the way is longer than the straight one. Screens on it are left out, which is the safe side. In
   * all no more than without the walls.
   */
  private addDetour(mouth: Mouth, ear: Vantage, to: Float64Array, toAt: number): void {
    const { talkers, listeners, hall, unwalled, others, distance } = this;
    talkers.dropWalls();
    listeners.dropWalls();
    hall.dropWalls();
    this.writeShares(unwalled, 0);
    let isSame = true;
    for (let k = 0; k < BAND_COUNT; k++) isSame &&= unwalled[k] === to[toAt + k];
    if (isSame) return;
    const length = Math.max(distance, this.detours.length(mouth, ear));
    if (length === Number.POSITIVE_INFINITY) return;
    writeReceivedShares(this.room, length, length - distance, this.enclosed, others, 0);
    for (let k = 0; k < BAND_COUNT; k++) to[toAt + k] = Math.min(unwalled[k], to[toAt + k] + others[k]);
  }

  /** The outline of a space, so many metres from the talker. */
  private cross(line: Line, mouth: Mouth, ear: Vantage, space: number, fromTalker: number): void {
    const barrier = this.barriers[space];
    if (barrier === null) return;
    const share = fromTalker / this.distance;
    line.crossOutline(
      mouth.x + share * (ear.x - mouth.x),
      mouth.y + share * (ear.y - mouth.y),
      this.spaces[space],
    );
    if ('top' in barrier) line.addScreen(this.overScreen(barrier.top, fromTalker));
    else line.enclose(barrier);
  }

  /** The path difference of a screen so many metres from the talker. */
  private overScreen(top: number, fromTalker: number): number {
    const { crossing, distance } = this;
    crossing.screenHeight = top;
    crossing.talkerDistance = Math.min(distance, Math.max(0, fromTalker));
    crossing.listenerDistance = Math.max(0, distance - fromTalker);
    return pathDifference(crossing);
  }

  /** Returns whether any of them reaches the ceiling. */
  private passWalls(mouth: Mouth, ear: Vantage): boolean {
    let isWalled = false;
    const ax = toMillimetres(mouth.x);
    const ay = toMillimetres(mouth.y);
    const bx = toMillimetres(ear.x);
    const by = toMillimetres(ear.y);
    const left = Math.min(ax, bx);
    const right = Math.max(ax, bx);
    const low = Math.min(ay, by);
    const high = Math.max(ay, by);
    const { walls, boxes } = this;
    for (let k = 0, at = 0; k < walls.length; k++, at += 4) {
      if (boxes[at] > right || boxes[at + 1] < left || boxes[at + 2] > high || boxes[at + 3] < low) continue;
      const wall = walls[k];
      if (!meets(ax, ay, bx, by, wall)) continue;
      const { barrier } = wall;
      const line = this.lineOf(wall);
      if ('top' in barrier) {
        const share = crossingShare(ax, ay, bx, by, wall);
        line.addScreen(this.overScreen(barrier.top, share * this.distance));
      } else {
        line.addWall(barrier);
        isWalled = true;
      }
    }
    return isWalled;
  }

  private lineOf(wall: Segment): Line {
    if (this.talkers.runsAlong(wall)) return this.talkers;
    return this.listeners.runsAlong(wall) ? this.listeners : this.hall;
  }

  /** In each band the least of what the choices in both outlines leave. */
  private writeShares(to: Float64Array, toAt: number): void {
    const { talkers, listeners, others } = this;
    if (!talkers.isMixed && !listeners.isMixed) {
      this.writeChoice(BOTH, BOTH, to, toAt);
      return;
    }
    let isFirst = true;
    for (const leaving of talkers.choices) {
      for (const entering of listeners.choices) {
        if (isFirst) {
          this.writeChoice(leaving, entering, to, toAt);
          isFirst = false;
          continue;
        }
        this.writeChoice(leaving, entering, others, 0);
        for (let k = 0; k < BAND_COUNT; k++) to[toAt + k] = Math.min(to[toAt + k], others[k]);
      }
    }
  }

  /** Enclosures in two lines add up, of walls of the floor and of screens the best counts. */
  private writeChoice(leaving: Choice, entering: Choice, to: Float64Array, toAt: number): void {
    const { talkers, listeners, hall, through } = this;
    for (let k = 0; k < BAND_COUNT; k++) {
      let left = hall.left(k);
      through[k] = 1;
      if (leaving.closed) {
        through[k] *= talkers.through[k];
        left = Math.min(left, talkers.left(k));
      }
      if (entering.closed) {
        through[k] *= listeners.through[k];
        left = Math.min(left, listeners.left(k));
      }
      through[k] *= left;
    }
    const detour = Math.max(
      hall.screen,
      leaving.screened ? talkers.screen : NO_SCREEN,
      entering.screened ? listeners.screen : NO_SCREEN,
    );
    writeReceivedShares(this.room, this.distance, detour, through, to, toAt);
  }
}

/** Metres from (x, y) in the space to its edge, on the way by (dx, dy), which is that long; at most all of it. */
function distanceToEdge(
  x: number,
  y: number,
  dx: number,
  dy: number,
  distance: number,
  { at, size }: Space,
): number {
  if (at === undefined || size === undefined) return 0;
  const along = Math.min(shareToEdge(x, dx, at[0], size[0]), shareToEdge(y, dy, at[1], size[1]));
  return Math.min(along, 1) * distance;
}

function shareToEdge(from: number, by: number, low: number, length: number): number {
  if (by === 0) return Number.POSITIVE_INFINITY;
  return ((by > 0 ? low + length : low) - from) / by;
}

/** Where on the line from p to q the wall is, from 0 at p to 1 at q. */
function crossingShare(px: number, py: number, qx: number, qy: number, wall: Segment): number {
  const { ax, ay, bx, by } = wall;
  const cross = (qx - px) * (by - ay) - (qy - py) * (bx - ax);
  if (cross === 0) return 0.5;
  const share = ((ax - px) * (by - ay) - (ay - py) * (bx - ax)) / cross;
  return Math.min(1, Math.max(0, share));
}
