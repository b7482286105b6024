/** What bounds spaces and stands on the floor, as it stops speech. */
import type { Scenario } from '../scenario/schema.ts';
import type { Segment } from './segment.ts';
import { SCREEN_HEIGHT } from './sight/obstacle.ts';
import { type Bands, intensityOf } from './speech/bands.ts';
import { type Enclosure, enclosureDifference, type Partition } from './speech/partition.ts';
import { pieces } from './walls.ts';

/** A screen has a top, in metres; what reaches the ceiling lets a share of intensity through in each band. */
export type Barrier = { readonly top: number } | { readonly through: Bands };

export type FloorWall = Segment & { readonly barrier: Barrier };

/** Null for nothing. */
export function barrierOf(partition: Partition): Barrier | null {
  if (partition.type === 'none') return null;
  return partition.type === 'screen' ? { top: partition.height } : enclosureOf(partition);
}

function enclosureOf(enclosure: Enclosure): Barrier {
  return { through: enclosureDifference(enclosure).map((difference) => intensityOf(-difference)) };
}

/** To the ceiling they are as a full room's, or of glass, clear or frosted, as a glazed room's; lower ones are screens. */
export function floorWalls(scenario: Scenario): FloorWall[] {
  const full = enclosureOf({ type: 'full room' });
  const glazed = enclosureOf({ type: 'glazed room' });
  return Object.values(scenario.floor?.walls ?? {}).flatMap(({ line, kind, height }) => {
    const isScreen = kind === 'screen' || height !== undefined;
    const barrier = isScreen ? { top: height ?? SCREEN_HEIGHT } : kind === 'wall' ? full : glazed;
    return pieces(line).map((segment) => ({ ...segment, barrier }));
  });
}
