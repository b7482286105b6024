/**
 * What can be seen of the people at a place, and who can be recognised: from each vantage, through walls, glass and
 * screens. Worked out when first asked for, and kept.
 *
 * Doors are as `shutDoors` has them. People hide nothing and look wherever they like, which is the safe side.
 */
import type { Scenario } from '../scenario/schema.ts';
import { isFaceRecognisable } from './sight/legibility.ts';
import { lineOfSight } from './sight/line-of-sight.ts';
import { Memo, PairMemo } from './sight/memo.ts';
import { type Obstacle, obstaclesOf, type Spot } from './sight/obstacle.ts';
import { type Target, targetsOf } from './sight/target.ts';
import { angleTo, distanceBetween, farthest, isMadeOut } from './sight/view.ts';
import { eyesAt } from './sight/viewpoint.ts';
import type { Vantages } from './vantage.ts';
import type { WallIndex } from './wall-index.ts';

/** What `view` gives: the most telling of what can be made out of a service. */
export const VIEW = { nothing: 0, face: 1, paper: 2, screen: 3 } as const;
export type View = (typeof VIEW)[keyof typeof VIEW];

export interface Seeing {
  /**
   * Of the service or kiosk in the space, from a vantage: the screen or the papers if they can be read, or else the
   * visitor's face if it can be recognised. Nothing from within the space itself, and from any other on the very same
   * rectangle.
   */
  view(space: number, vantage: number): View;
  /** The same in full: whether this can be made out, besides whatever else can. */
  makesOut(what: Target['kind'], space: number, vantage: number): boolean;
  /**
   * Whether somebody at one vantage would recognise who is at the other, at their posture there. Who is served faces
   * the clerk or the kiosk, and is recognised from that side only; of anybody else, and within a space, it is not known
   * where they look, and any direction counts.
   */
  recognises(from: number, who: number): boolean;
  /** Metres from the eye at a vantage to this thing at the space; infinite where there is no such thing. */
  metresTo(what: Target['kind'], space: number, vantage: number): number;
  /** Metres from the eye at one vantage to the face of who is at the other. */
  metresBetween(from: number, who: number): number;
  /**
   * Metres in the plan, from where the visitor of the space is, beyond which none of these is made out from any vantage.
   */
  reach(space: number, what: readonly Target['kind'][]): number;
}

/** Null where there is no floor, or no sensitivity that limits what may be seen. */
export function compileSeeing(scenario: Scenario, vantages: Vantages): Seeing | null {
  const hasLimit = Object.values(scenario.sensitivities).some(
    ({ sight, seen, presence }) => sight !== undefined || seen !== undefined || presence !== undefined,
  );
  return scenario.floor === undefined || !hasLimit ? null : new FloorSeeing(scenario, vantages);
}

/** A bit for each thing that is made out, and one for that it is known which are. */
const BIT = { face: 1, paper: 2, screen: 4 } as const satisfies Record<Target['kind'], number>;
const KNOWN = 8;
/** Kept of a pair. */
const NO = 1;
const YES = 2;

class FloorSeeing implements Seeing {
  private readonly vantages: Vantages;
  private readonly obstacles: WallIndex<Obstacle>;
  /** By space: what is to be seen there, and the visitor's face among it; null where nobody is served. */
  private readonly targets: readonly (readonly Target[])[];
  private readonly faces: readonly (Target | null)[];
  /** By vantage × spaces + space. */
  private readonly views = new Memo();
  private readonly recognised: PairMemo;

  constructor(scenario: Scenario, vantages: Vantages) {
    const targets = targetsOf(scenario);
    this.vantages = vantages;
    this.obstacles = obstaclesOf(scenario);
    this.targets = vantages.rectangles.map((_, space) => targets.filter((target) => target.space === space));
    this.faces = this.targets.map((all) => all.find(({ kind }) => kind === 'face') ?? null);
    this.recognised = new PairMemo(vantages.places);
  }

  view(space: number, vantage: number): View {
    const seen = this.seen(space, vantage);
    if ((seen & BIT.screen) !== 0) return VIEW.screen;
    if ((seen & BIT.paper) !== 0) return VIEW.paper;
    return (seen & BIT.face) !== 0 ? VIEW.face : VIEW.nothing;
  }

  makesOut(what: Target['kind'], space: number, vantage: number): boolean {
    return (this.seen(space, vantage) & BIT[what]) !== 0;
  }

  recognises(from: number, who: number): boolean {
    const known = this.recognised.at(from, who);
    if (known !== 0) return known === YES;
    const isRecognised = this.wouldRecognise(from, who);
    this.recognised.keep(from, who, isRecognised ? YES : NO);
    return isRecognised;
  }

  metresTo(what: Target['kind'], space: number, vantage: number): number {
    const target = this.targets[space].find(({ kind }) => kind === what);
    return target === undefined ? Number.POSITIVE_INFINITY : distanceBetween(this.eyes(vantage), target);
  }

  metresBetween(from: number, who: number): number {
    return distanceBetween(this.eyes(from), this.eyes(who));
  }

  reach(space: number, what: readonly Target['kind'][]): number {
    const visitor = this.eyes(space);
    const reaches = this.targets[space]
      .filter(({ kind }) => what.includes(kind))
      .map((target) => Math.hypot(target.x - visitor.x, target.y - visitor.y) / 1000 + farthest(target));
    return Math.max(0, ...reaches) + ROUNDING;
  }

  private seen(space: number, vantage: number): number {
    const index = vantage * this.targets.length + space;
    const known = this.views.at(index);
    if (known !== 0) return known;
    const seen = KNOWN | this.look(space, vantage);
    this.views.keep(index, seen);
    return seen;
  }

  private look(space: number, vantage: number): number {
    const within = this.rectangleAt(vantage);
    if (within === UNPLACED || within === this.vantages.rectangles[space]) return 0;
    const eye = this.eyes(vantage);
    return this.targets[space]
      .filter((target) => isMadeOut(target, eye, this.obstacles))
      .reduce((seen, { kind }) => seen | BIT[kind], 0);
  }

  private wouldRecognise(from: number, who: number): boolean {
    if (from === who) return true;
    const [eyesWithin, faceWithin] = [this.rectangleAt(from), this.rectangleAt(who)];
    if (eyesWithin === UNPLACED || faceWithin === UNPLACED) return false;
    const eye = this.eyes(from);
    const spot = this.eyes(who);
    const face = who < this.faces.length && eyesWithin !== faceWithin ? this.faces[who] : null;
    const angle = face === null ? 0 : angleTo(eye, face);
    return (
      isFaceRecognisable(distanceBetween(eye, spot), angle) &&
      lineOfSight(eye, spot, this.obstacles) === 'clear'
    );
  }

  /** Of the space that the vantage is in. */
  private rectangleAt(vantage: number): number {
    const { points, rectangles } = this.vantages;
    const { space } = points[vantage];
    return space < 0 ? NOWHERE : rectangles[space];
  }

  private eyes(vantage: number): Spot {
    const { x, y, posture } = this.vantages.points[vantage];
    return eyesAt([x, y], posture);
  }
}

/** In metres: targets and eyes are in whole millimetres, vantages are not. */
const ROUNDING = 0.002;

/** For a space without a place on the floor, as in `rectangles`, and for a vantage that is in no space. */
const UNPLACED = -1;
const NOWHERE = -2;
