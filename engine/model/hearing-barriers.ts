/** What bounds spaces and stands on the floor, as it stops speech. */
import type { Scenario } from '../scenario/schema.ts';
import type { Segment } from './segment.ts';
import { openDoorways, SCREEN_HEIGHT } from './sight/obstacle.ts';
import { type Bands, intensityOf } from './speech/bands.ts';
import { shareOut } from './speech/closed-room.ts';
import { type Enclosure, enclosureDifference, enclosureGain, type Partition } from './speech/partition.ts';
import { opened, pieces, solidWalls } from './walls.ts';

/** Of what reaches the ceiling; shares are by band. */
export interface Closure {
  /** Share of the power of speech within that gets out. */
  readonly through: Bands;
  /** Share that its walls let through, and the same without what of them is open; how often what builds up within meets them, as for `roomGain`. */
  readonly bare: Bands;
  readonly shut: Bands;
  readonly gain: number;
  readonly kind: ClosureKind;
}

/** A room is bounded by walls, a pod has its own and stands free, a booth is open on one side. */
export type ClosureKind = 'room' | 'pod' | 'booth';

/** A screen has a top, in metres. */
export type Barrier = { readonly top: number } | Closure;

export type FloorWall = Segment & { readonly barrier: Barrier };

/**
 * Whether two enclosures side by side have one wall between them, which has no opening: doors lead elsewhere. A pod has its own beside any other. What gets from a booth to
 * another leaves and enters by their open sides, not by the wall between; into a room beside a booth it goes by that wall.
 */
export const haveOneWall = (one: ClosureKind, other: ClosureKind): boolean =>
  one !== 'pod' && other !== 'pod' && (one === 'room' || other === 'room');

/** By space, with the partition round each; null for nothing. */
export function barriersOf(
  partitions: readonly Partition[],
  spaces: readonly Scenario['spaces'][string][],
): (Barrier | null)[] {
  const known = new Map<Enclosure, Shares>();
  return partitions.map((partition, space) => {
    if (partition.type === 'none') return null;
    if (partition.type === 'screen') return { top: partition.height };
    const shares = known.get(partition) ?? sharesThrough(partition);
    known.set(partition, shares);
    return closed(partition, shares, spaces[space].size);
  });
}

type Shares = Pick<Closure, 'bare' | 'shut'>;

function sharesThrough(enclosure: Enclosure): Shares {
  const of = (one: Enclosure) => enclosureDifference(one).map((difference) => intensityOf(-difference));
  const bare = of(enclosure);
  const isOpen = 'openShare' in enclosure && (enclosure.openShare ?? 0) > 0;
  return { bare, shut: isOpen ? of({ ...enclosure, openShare: 0 }) : bare };
}

function closed(enclosure: Enclosure, { bare, shut }: Shares, size?: readonly [number, number]): Closure {
  const gain = enclosureGain(enclosure, size);
  return {
    through: bare.map((share) => shareOut(share, gain)),
    bare,
    shut,
    gain,
    kind: KINDS[enclosure.type],
  };
}

/** A wall of the floor, with a hall on either side. */
const asWall = (type: 'full room' | 'glazed room'): Closure => closed({ type }, sharesThrough({ type }));

const KINDS: Readonly<Record<Enclosure['type'], ClosureKind>> = {
  'semi-closed booth': 'booth',
  pod: 'pod',
  'glazed room': 'room',
  'full room': 'room',
  measured: 'room',
};

/**
 * With gaps where doors stand open. To the ceiling they are as a full room's, or of glass, clear or frosted, as a glazed room's;
 * lower ones are screens. A shut door is as good as the wall that it is in.
 */
export function floorWalls(scenario: Scenario): FloorWall[] {
  const full = asWall('full room');
  const glazed = asWall('glazed room');
  const walls = Object.values(scenario.floor?.walls ?? {}).flatMap(({ line, kind, height }) => {
    const isScreen = kind === 'screen' || height !== undefined;
    const barrier = isScreen ? { top: height ?? SCREEN_HEIGHT } : kind === 'wall' ? full : glazed;
    return pieces(line).map((segment) => ({ ...segment, barrier }));
  });
  const left = opened(walls, openDoorways(scenario, solidWalls(scenario)));
  // Alike in layout, since they are gone through for every path.
  return left.map(({ ax, ay, bx, by, barrier }) => ({ ax, ay, bx, by, barrier }));
}
