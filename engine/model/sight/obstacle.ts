/**
 * What stands between an eye and what it looks at: walls, glass, screens and furniture, each with a height and with
 * what can be seen through it. Heights and places are in whole millimetres, so that whether a line passes over one is
 * decided exactly on floors up to a kilometre across.
 */
import type { Scenario } from '../../scenario/schema.ts';
import type { Point } from '../corners.ts';
import { area, type Segment, toMillimetres } from '../segment.ts';
import { WallIndex } from '../wall-index.ts';
import { DOOR_WIDTH, isEnclosed, type Opening, opened, openingsOf, outline, pieces } from '../walls.ts';

/** A place of an eye, or of what it looks at; all in whole mm. */
export interface Spot extends Point {
  readonly height: number;
}

/** How well something is seen. Blurred is a figure without features: neither print nor face can be made out. */
export type Sight = 'clear' | 'blurred' | 'blocked';

export type Material = 'wall' | 'glass' | 'frosted' | 'screen';

/** What is seen through each. That frosting leaves no print legible and no face recognisable is an assumption. */
export const THROUGH: Readonly<Record<Material, Sight>> = {
  wall: 'blocked',
  glass: 'clear',
  frosted: 'blurred',
  screen: 'blocked',
};

/** Of a screen that the scenario gives no height, in metres. Assumed: the least at an open desk. */
export const SCREEN_HEIGHT = 1.6;

export interface Obstacle extends Segment {
  readonly through: Sight;
  /** Its top above the floor, in mm; infinite where it reaches the ceiling. */
  readonly top: number;
}

/** All that blocks or blurs sight on the floor. A shut leaf is of the same make as the wall it is in. */
export function obstaclesOf(scenario: Scenario, shut = shutDoors(scenario)): WallIndex<Obstacle> {
  const solid = [...floorWalls(scenario), ...enclosures(scenario)];
  return new WallIndex(opened(solid, openDoorways(scenario, solid, shut)));
}

/**
 * The gaps in all walls of a floor for sight and sound. A door that stands open is one as wide as itself; of those of spaces all
 * but the shut ones do, of the floor's all but those of staff.
 */
export function openDoorways(
  scenario: Scenario,
  solid: readonly Segment[],
  shut = shutDoors(scenario),
): Opening[] {
  return [
    ...Object.values(scenario.floor?.doors ?? {}).flatMap(({ at, width, use }) =>
      use === 'staff' ? [] : openingsOf(at, width, solid),
    ),
    ...Object.entries(scenario.spaces).flatMap(([id, space]) =>
      space.door === undefined || !isEnclosed(space, scenario) || shut.has(id)
        ? []
        : openingsOf(space.door, DOOR_WIDTH, solid),
    ),
  ];
}

/**
 * Ids of the spaces whose door is shut while somebody is served: closed ones, unless a share of their walls is open, as
 * by a door ajar. A semi-closed booth has an entry without a leaf, and a door to where people wait or pass is taken to
 * stand open, which is the safe side. Assumptions.
 */
export function shutDoors({ spaces, spaceTypes }: Scenario): ReadonlySet<string> {
  const isShut = ({ type }: Scenario['spaces'][string]) => {
    const { enclosure, use, openShare } = spaceTypes[type];
    const serves = use === 'service' || use === 'greeting' || use === 'kiosk';
    return enclosure === 'closed' && serves && openShare === 0;
  };
  return new Set(Object.keys(spaces).filter((id) => isShut(spaces[id])));
}

function floorWalls(scenario: Scenario): Obstacle[] {
  return Object.values(scenario.floor?.walls ?? {}).flatMap(({ line, kind, height }) => {
    const metres = height ?? (kind === 'screen' ? SCREEN_HEIGHT : Number.POSITIVE_INFINITY);
    return made(pieces(line), THROUGH[kind], metres);
  });
}

/**
 * The walls of enclosed spaces. They reach the ceiling and let nothing through, but for a glazed room, of clear glass
 * (a frosted wall drawn along it frosts it), and for screens, of their own height. An open or screened space has only
 * the screens that the floor draws: on which side it is open, nobody knows otherwise.
 */
function enclosures(scenario: Scenario): Obstacle[] {
  return Object.values(scenario.spaces)
    .filter((space) => isEnclosed(space, scenario))
    .flatMap((space) => {
      const { partition } = scenario.spaceTypes[space.type];
      const height =
        typeof partition === 'object' && 'screen' in partition ? partition.screen : Number.POSITIVE_INFINITY;
      return made(outline(space), THROUGH[partition === 'glazed room' ? 'glass' : 'wall'], height);
    });
}

function made(walls: readonly Segment[], through: Sight, height: number): Obstacle[] {
  return walls.map((wall) => ({ ...wall, through, top: toMillimetres(height) }));
}

/**
 * Whether the line from one spot to another is higher than the obstacle wherever the two meet in the plan, which they
 * must. A line that grazes the top does not pass.
 */
export function passesOver(from: Spot, to: Spot, obstacle: Obstacle): boolean {
  const { ax, ay, bx, by, top } = obstacle;
  if (Math.min(from.height, to.height) > top) return true;
  if (Math.max(from.height, to.height) <= top) return false;
  // The crossing divides the line in the proportion of the ends' distances from the obstacle.
  const near = Math.abs(area(ax, ay, bx, by, from.x, from.y));
  const far = Math.abs(area(ax, ay, bx, by, to.x, to.y));
  if (near + far > 0) return from.height * far + to.height * near > top * (near + far);
  // They run along each other: the line is lowest at an end of what they share.
  return isAbove(from, to, ax, ay, top) && isAbove(from, to, bx, by, top);
}

/**
 * Whether the line, drawn on as far as need be, is higher than the top at (x, y), a point of it. Where the obstacle
 * goes on beyond the line's lower end, it stands there as high as that end at least, and is in the way as well.
 */
function isAbove(from: Spot, to: Spot, x: number, y: number, top: number): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.max(Math.abs(dx), Math.abs(dy));
  const near = Math.abs(dx) === length ? (x - from.x) * Math.sign(dx) : (y - from.y) * Math.sign(dy);
  return from.height * (length - near) + to.height * near > top * length;
}
