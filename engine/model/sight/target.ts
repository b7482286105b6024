/**
 * What there is to be seen at a place: the screen, the papers and the visitor's face, where each is and where it faces.
 * A place is laid out along the direction in which its clerk looks; all measures of it are assumptions.
 */
import type { Scenario } from '../../scenario/schema.ts';
import { toMillimetres } from '../segment.ts';
import { solidWalls } from '../walls.ts';
import { clerkFacing, type Direction, opposite } from './facing.ts';
import type { Spot } from './obstacle.ts';
import { EYE_HEIGHT, type Posture } from './viewpoint.ts';

export interface Target extends Spot {
  readonly kind: 'screen' | 'paper' | 'face';
  /** Index of the space that it is in. */
  readonly space: number;
  /** Null for a paper, which lies on the desk and faces up. */
  readonly facing: Direction | null;
  /** Whether a screen can be read from near the front only. */
  readonly privacyFilter: boolean;
}

/** Half of the sides of a screen of 24 inches, in mm. */
const SCREEN_HALF = { width: 266, height: 150 } as const;
/** Of the middle of a screen and of papers on a desk, in mm. */
const SCREEN_HEIGHT = 1100;
const PAPER_HEIGHT = 750;
/** Between the faces of clerk and visitor over a desk of 0.8 m, and at most this share of the space's depth; in mm. */
const FACE_TO_FACE = 1500;
const FACE_TO_FACE_SHARE = 0.6;
/** From who reads a screen to it, in mm. */
const READER_TO_SCREEN = 600;
/** From the wall behind a kiosk to its screen, in mm, and at most this share of the space's depth. */
const WALL_TO_KIOSK = 300;
const WALL_TO_KIOSK_SHARE = 0.2;

/** Where a space is on the floor, in metres. */
export interface Rectangle {
  readonly at: readonly [number, number];
  readonly size: readonly [number, number];
}

export interface Layout {
  readonly space: number;
  /** Where the clerk looks; at a kiosk, where its screen faces. */
  readonly facing: Direction;
  readonly privacyFilter?: boolean;
  /** Of the visitor at a desk. */
  readonly posture?: Posture;
}

/**
 * A desk with clerk and visitor opposite in the middle of the space. The screen is between them and faces the clerk, the
 * papers lie halfway, the visitor faces the clerk.
 */
export function deskTargets(
  place: Rectangle,
  { space, facing, privacyFilter = false, posture = 'seated' }: Layout,
): Target[] {
  const apart = Math.min(FACE_TO_FACE, FACE_TO_FACE_SHARE * depthOf(place, facing));
  const at = (towardsVisitor: number) => ahead(place, facing, towardsVisitor);
  const toClerk = opposite(facing);
  const screen = Math.min(READER_TO_SCREEN, apart / 2) - apart / 2;
  return [
    { kind: 'screen', space, ...at(screen), height: SCREEN_HEIGHT, facing: toClerk, privacyFilter },
    { kind: 'paper', space, ...at(0), height: PAPER_HEIGHT, facing: null, privacyFilter: false },
    {
      kind: 'face',
      space,
      ...at(apart / 2),
      height: EYE_HEIGHT[posture],
      facing: toClerk,
      privacyFilter: false,
    },
  ];
}

/** A kiosk stands at the wall; its screen faces the hall, and the visitor stands before it and faces the wall. */
export function kioskTargets(place: Rectangle, { space, facing, privacyFilter = false }: Layout): Target[] {
  const depth = depthOf(place, facing);
  const screen = Math.min(WALL_TO_KIOSK, WALL_TO_KIOSK_SHARE * depth) - depth / 2;
  const visitor = screen + Math.min(READER_TO_SCREEN, depth / 2);
  return [
    {
      kind: 'screen',
      space,
      ...ahead(place, facing, screen),
      height: SCREEN_HEIGHT,
      facing,
      privacyFilter,
    },
    {
      kind: 'face',
      space,
      ...ahead(place, facing, visitor),
      height: EYE_HEIGHT.standing,
      facing: opposite(facing),
      privacyFilter: false,
    },
  ];
}

/**
 * What is to be seen at all places of service, greeting and self-service that have a place on the floor; a convertible
 * space is as in the first of its uses of these kinds. Who is greeted stands.
 */
export function targetsOf(scenario: Scenario): Target[] {
  const walls = solidWalls(scenario);
  return Object.values(scenario.spaces).flatMap((one, space) => {
    const { at, size } = one;
    const types = servingTypes(one, scenario);
    if (at === undefined || size === undefined || types.length === 0) return [];
    const [{ use }] = types;
    // A filter that is there at times only is not relied on.
    const privacyFilter = types.every(({ screenFilter }) => screenFilter);
    const layout = { space, facing: clerkFacing(one, scenario, walls), privacyFilter };
    if (use === 'kiosk') return kioskTargets({ at, size }, layout);
    return deskTargets({ at, size }, { ...layout, posture: use === 'greeting' ? 'standing' : 'seated' });
  });
}

/** Of the types that the space has at any time, those with something private to be seen. */
function servingTypes({ type, timetable }: Scenario['spaces'][string], { spaceTypes }: Scenario) {
  return [type, ...timetable.map((entry) => entry.type)]
    .map((id) => spaceTypes[id])
    .filter(({ use }) => use === 'service' || use === 'greeting' || use === 'kiosk');
}

/**
 * The spots of which one must be seen for the target to be. Of a screen they are the middle and the ends of its upper
 * edge, since obstacles stand on the floor: where any of a screen is seen, the edge above it is too.
 */
export function spotsOf(target: Target): Spot[] {
  if (target.kind !== 'screen' || target.facing === null) return [target];
  const [dx, dy] = target.facing;
  return [0, SCREEN_HALF.width, -SCREEN_HALF.width].map((along) => ({
    x: target.x + dy * along,
    y: target.y + dx * along,
    height: target.height + SCREEN_HALF.height,
  }));
}

/** In mm, along the direction. */
function depthOf({ size: [width, depth] }: Rectangle, [dx]: Direction): number {
  return toMillimetres(dx === 0 ? depth : width);
}

/** The point so many mm ahead of the middle of the place. */
function ahead({ at: [x, y], size: [width, depth] }: Rectangle, [dx, dy]: Direction, distance: number) {
  return {
    x: Math.round(toMillimetres(x + width / 2) + dx * distance),
    y: Math.round(toMillimetres(y + depth / 2) + dy * distance),
  };
}
