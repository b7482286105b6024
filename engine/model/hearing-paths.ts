/**
 * The ways of speech over the floor: which share of a talker's intensity at 1 m reaches an ear, by band. It falls off
 * with the distance as the hall's finish has it, and loses what the talkers' own partition, the listener's, and the walls
 * and screens between take from it.
 *
 * A partition counts where the straight line crosses it. A wall of the floor on the line is taken for one without end and
 * its doors for shut, and of several the best counts; sound round its ends is left out.
 */
import type { Scenario } from '../scenario/schema.ts';
import { meets, type Segment, toMillimetres } from './segment.ts';
import { SCREEN_HEIGHT } from './sight/obstacle.ts';
import { EYE_HEIGHT, type Posture } from './sight/viewpoint.ts';
import { BAND_COUNT, type Bands, intensityOf } from './speech/bands.ts';
import { pathDifference } from './speech/barrier.ts';
import { type Enclosure, enclosureDifference, type Partition } from './speech/partition.ts';
import { type RoomDecay, writeReceivedShares } from './speech/propagation.ts';
import type { Vantage, Vantages } from './vantage.ts';
import { pieces } from './walls.ts';

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

/** What a partition does: a screen has a top in metres, an enclosure lets a share of intensity through in each band. */
type Barrier = { readonly top: number } | { readonly through: Bands };
type FloorWall = Segment & { readonly barrier: Barrier };
type Space = Scenario['spaces'][string];

const NO_SCREEN = Number.NEGATIVE_INFINITY;

export class SpeechPaths {
  private readonly room: RoomDecay;
  private readonly spaces: readonly Space[];
  /** By space: what bounds it; null for nothing. */
  private readonly barriers: readonly (Barrier | null)[];
  /** Gone through one by one: for the walls of a hall that takes less than to search an index. */
  private readonly walls: readonly FloorWall[];

  /** Of the path at hand: a screen that it crosses, and how long it is in metres. */
  private readonly crossing = {
    screenHeight: 0,
    talkerHeight: 0,
    listenerHeight: 0,
    talkerDistance: 0,
    listenerDistance: 0,
  };
  private distance = 0;
  /** Of the screen so far that takes most. */
  private detour = NO_SCREEN;
  /** What partitions, and the best of the walls, let through. */
  private readonly through = new Float64Array(BAND_COUNT);
  private readonly throughWalls = new Float64Array(BAND_COUNT);

  /** @param partitions by space */
  constructor(scenario: Scenario, partitions: readonly Partition[], room: RoomDecay) {
    this.room = room;
    this.spaces = Object.values(scenario.spaces);
    const known = new Map<Partition, Barrier | null>();
    this.barriers = partitions.map((partition) => {
      const barrier = known.get(partition) ?? barrierOf(partition);
      known.set(partition, barrier);
      return barrier;
    });
    this.walls = floorWalls(scenario);
  }

  /** Writes the seven shares of the path to `to` from `toAt` on. */
  write(mouth: Mouth, ear: Vantage, to: Float64Array, toAt: number): void {
    const dx = ear.x - mouth.x;
    const dy = ear.y - mouth.y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    this.distance = distance;
    this.detour = NO_SCREEN;
    this.through.fill(1);
    this.crossing.talkerHeight = mouth.height;
    this.crossing.listenerHeight = HEAD_HEIGHT[ear.posture];
    const leaves = distanceToEdge(mouth.x, mouth.y, dx, dy, distance, this.spaces[mouth.space]);
    if (leaves < distance) this.pass(this.barriers[mouth.space], leaves);
    if (ear.space >= 0) {
      const enters = distanceToEdge(ear.x, ear.y, -dx, -dy, distance, this.spaces[ear.space]);
      if (enters < distance) this.pass(this.barriers[ear.space], distance - enters);
    }
    this.passWalls(mouth, ear);
    writeReceivedShares(this.room, distance, this.detour, this.through, to, toAt);
  }

  /** A partition so many metres from the talker. */
  private pass(barrier: Barrier | null, fromTalker: number): void {
    if (barrier === null) return;
    if ('top' in barrier) {
      this.passScreen(barrier.top, fromTalker);
      return;
    }
    for (let k = 0; k < BAND_COUNT; k++) this.through[k] *= barrier.through[k];
  }

  private passScreen(top: number, fromTalker: number): void {
    const { crossing, distance } = this;
    crossing.screenHeight = top;
    crossing.talkerDistance = Math.min(distance, Math.max(0, fromTalker));
    crossing.listenerDistance = Math.max(0, distance - fromTalker);
    this.detour = Math.max(this.detour, pathDifference(crossing));
  }

  private passWalls(mouth: Mouth, ear: Vantage): void {
    const { through, throughWalls } = this;
    const ax = toMillimetres(mouth.x);
    const ay = toMillimetres(mouth.y);
    const bx = toMillimetres(ear.x);
    const by = toMillimetres(ear.y);
    throughWalls.fill(1);
    for (const wall of this.walls) {
      if (!meets(ax, ay, bx, by, wall)) continue;
      const { barrier } = wall;
      if ('top' in barrier) {
        this.passScreen(barrier.top, crossingShare(ax, ay, bx, by, wall) * this.distance);
      } else {
        for (let k = 0; k < BAND_COUNT; k++) throughWalls[k] = Math.min(throughWalls[k], barrier.through[k]);
      }
    }
    for (let k = 0; k < BAND_COUNT; k++) through[k] *= throughWalls[k];
  }
}

function barrierOf(partition: Partition): Barrier | null {
  if (partition.type === 'none') return null;
  return partition.type === 'screen' ? { top: partition.height } : enclosureOf(partition);
}

function enclosureOf(enclosure: Enclosure): Barrier {
  return { through: enclosureDifference(enclosure).map((difference) => intensityOf(-difference)) };
}

/** To the ceiling they are as a full room's, or of glass, clear or frosted, as a glazed room's; lower ones are screens. */
function floorWalls(scenario: Scenario): FloorWall[] {
  const full = enclosureOf({ type: 'full room' });
  const glazed = enclosureOf({ type: 'glazed room' });
  return Object.values(scenario.floor?.walls ?? {}).flatMap(({ line, kind, height }) => {
    const isScreen = kind === 'screen' || height !== undefined;
    const barrier = isScreen ? { top: height ?? SCREEN_HEIGHT } : kind === 'wall' ? full : glazed;
    return pieces(line).map((segment) => ({ ...segment, barrier }));
  });
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
