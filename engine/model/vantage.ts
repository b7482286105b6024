/**
 * Where people are who might hear or see what is not for them: where visitors are served, in each seat of a waiting
 * area, standing in it, and on their ways over the floor.
 */
import type { Scenario } from '../scenario/schema.ts';
import type { Walking } from './floor.ts';
import { targetsOf } from './sight/target.ts';
import { type Posture, seatsIn } from './sight/viewpoint.ts';
import { isEnclosed } from './walls.ts';

export interface Vantage {
  /** The space that it is in; -1 on a way that leads through no enclosed one. */
  readonly space: number;
  /** In metres. */
  readonly x: number;
  readonly y: number;
  readonly posture: Posture;
}

/** A way in pieces, each seen and heard from its middle. */
export interface WayPieces extends Pieces {
  /** Dense, in the order in which ways were asked for. */
  readonly id: number;
}

interface Pieces {
  /** Vantages, in the order in which they are passed. */
  readonly at: Int32Array;
  /** By piece: where it ends, as a share of the way; the last is 1. */
  readonly ends: Float64Array;
}

/** Above this many seats are not told apart: a waiting area without limit has none. */
const SEATS_MAX = 2000;
/** In metres: pieces of ways are no longer. At a walk it is passed in a second and a half. */
export const PIECE = 2;

export class Vantages {
  /**
   * First one for each space: where the visitor is, or who finds no seat there. Then the seats, and from `places` on
   * the pieces of those ways that have been asked for.
   */
  readonly points: Vantage[];
  /** How many of them are spaces and seats. */
  readonly places: number;
  /** By space: its first seat, -1 for none, and how many there are. */
  readonly firstSeat: Int32Array;
  readonly seats: Int32Array;
  /** By space: the first one on the very same rectangle, which is as good as itself; -1 without a place on the floor. */
  readonly rectangles: readonly number[];
  private readonly walking: Walking;
  private readonly enclosed: readonly (readonly [number, Scenario['spaces'][string]])[];
  /** By from × ends + to; sparse. */
  private readonly ways: WayPieces[] = [];
  /** By from × ends + to: the way's id, or -1. */
  private readonly wayBetween: Int32Array;

  constructor(scenario: Scenario, walking: Walking) {
    this.walking = walking;
    const spaces = Object.values(scenario.spaces);
    this.enclosed = spaces.flatMap((space, index) =>
      isEnclosed(space, scenario) ? [[index, space] as const] : [],
    );
    this.points = spaces.map((space, index) => spaceVantage(scenario, space, index));
    for (const { kind, space, x, y } of targetsOf(scenario)) {
      if (kind === 'face') this.points[space] = { ...this.points[space], x: x / 1000, y: y / 1000 };
    }
    this.rectangles = rectanglesOf(spaces);
    this.firstSeat = new Int32Array(spaces.length).fill(-1);
    this.wayBetween = new Int32Array((spaces.length + 2) ** 2).fill(-1);
    this.seats = new Int32Array(spaces.length);
    spaces.forEach(({ at, size, seats: count = 0 }, space) => {
      if (at === undefined || size === undefined || count === 0 || count > SEATS_MAX) return;
      this.firstSeat[space] = this.points.length;
      this.seats[space] = count;
      for (const { x, y } of seatsIn(at, size, count))
        this.points.push({ space, x: x / 1000, y: y / 1000, posture: 'seated' });
    });
    this.places = this.points.length;
  }

  /** The way from a space to another; after the spaces come the doors, and then the protected visitors' exit. */
  way(from: number, to: number): WayPieces {
    return this.ways[this.wayId(from, to)];
  }

  /** The id of that way. */
  wayId(from: number, to: number): number {
    const ends = this.firstSeat.length + 2;
    const known = this.wayBetween[from * ends + to];
    return known >= 0 ? known : this.findWay(from, to);
  }

  /** The way of an id that was given. */
  wayOf(id: number): WayPieces {
    return this.ways[id];
  }

  private findWay(from: number, to: number): number {
    const ends = this.firstSeat.length + 2;
    // From space to space it is the same way there and back.
    const isBack = to < from && from < ends - 2;
    const found = isBack ? backwards(this.way(to, from)) : this.cut(this.walking.pathBetween(from, to));
    const pieces = { ...found, id: this.ways.length };
    this.ways.push(pieces);
    this.wayBetween[from * ends + to] = pieces.id;
    return pieces.id;
  }

  private cut(path: readonly (readonly [number, number])[]): Pieces {
    const legs = path
      .slice(1)
      .map(([x, y], k) => ({ from: path[k], dx: x - path[k][0], dy: y - path[k][1] }));
    const lengths = legs.map(({ dx, dy }) => Math.hypot(dx, dy));
    const length = lengths.reduce((sum, leg) => sum + leg, 0);
    const at: number[] = [];
    const ends: number[] = [];
    let before = 0;
    legs.forEach(({ from: [x, y], dx, dy }, leg) => {
      const count = Math.ceil(lengths[leg] / PIECE);
      for (let k = 0; k < count; k++) {
        const middle = (k + 0.5) / count;
        at.push(this.points.push(this.standing(x + middle * dx, y + middle * dy)) - 1);
        ends.push((before + ((k + 1) / count) * lengths[leg]) / length);
      }
      before += lengths[leg];
    });
    if (ends.length > 0) ends[ends.length - 1] = 1;
    return { at: Int32Array.from(at), ends: Float64Array.from(ends) };
  }

  private standing(x: number, y: number): Vantage {
    const inside = this.enclosed.find(
      ([, { at = [0, 0], size = [0, 0] }]) =>
        x > at[0] && x < at[0] + size[0] && y > at[1] && y < at[1] + size[1],
    );
    return { space: inside?.[0] ?? -1, x, y, posture: 'standing' };
  }
}

function backwards({ at, ends }: Pieces): Pieces {
  const starts = ends.map((_, piece) => (piece === 0 ? 0 : ends[piece - 1]));
  return { at: at.toReversed(), ends: starts.toReversed().map((start) => 1 - start) };
}

function rectanglesOf(spaces: readonly Scenario['spaces'][string][]): number[] {
  const names = spaces.map(({ at, size }) => (at === undefined ? null : JSON.stringify([at, size])));
  return names.map((name) => (name === null ? -1 : names.indexOf(name)));
}

/** The middle of the space; who is in a waiting area, or at a kiosk, stands there. */
function spaceVantage(
  scenario: Scenario,
  { at = [0, 0], size = [0, 0], type }: Scenario['spaces'][string],
  space: number,
): Vantage {
  const { use } = scenario.spaceTypes[type];
  return {
    space,
    x: at[0] + size[0] / 2,
    y: at[1] + size[1] / 2,
    posture: use === 'service' ? 'seated' : 'standing',
  };
}
