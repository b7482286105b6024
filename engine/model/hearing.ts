/**
 * Who could understand whom: the speech transmission index from every space where people talk to every place where
 * others are, computed once for a design.
 *
 * Visitor and clerk are taken to talk at the middle of their space, at 1.2 m above the floor, and to be heard
 * alike in all directions (ISO 3382-3). On the way to the listener speech falls off as the hall's finish has it, and
 * loses what the talkers' own partition, the listener's, and the walls and screens between take from it. A
 * wall of the floor that the straight line crosses is taken for one without end, of the rating of a full or a glazed
 * room, and of several the best counts; sound round its ends is left out. A convertible space has the partition of
 * its first type.
 */
import type { Scenario } from '../scenario/schema.ts';
import { type HearingPlace, type HearingPlaces, hearingPlaces } from './hearing-places.ts';
import { type Segment, toMillimetres } from './segment.ts';
import { SCREEN_HEIGHT } from './sight/obstacle.ts';
import { type Bands, intensitiesOf } from './speech/bands.ts';
import { backgroundNoise } from './speech/noise.ts';
import {
  bothLosses,
  type Crossing,
  enclosureDifference,
  type Partition,
  partitionLoss,
  ROOM_RATINGS,
} from './speech/partition.ts';
import { type PathLoss, ROOM_FINISHES, type RoomDecay, receivedLevels } from './speech/propagation.ts';
import { speechSpectrum } from './speech/speech-spectrum.ts';
import { roomModulation, stiOfIntensities, stiOfReverberantIntensities } from './speech/sti.ts';
import { WallIndex } from './wall-index.ts';
import { pieces } from './walls.ts';

/** Mouths and ears of people who sit, in metres. An assumption, as for eyes. */
const HEAD_HEIGHT = 1.2;
const BAND_COUNT = 7;

/** How one talks: a voice, and how the clerk's side is heard. */
export interface Manner {
  readonly voice: (typeof VOICES)[number];
  /** The clerk is there, or heard through a loudspeaker, or through a headset and not at all. */
  readonly clerk: 'present' | 'loudspeaker' | 'headset';
}

export interface Hearing {
  /** All that occur; first the hall's voice with a clerk who is present. */
  readonly manners: readonly Manner[];
  /** In which a matter is talked about with a clerk of the role. */
  mannerOf(matter: number, role: number): number;
  /**
   * The speech transmission index of talk in the space at a vantage, without babble: the better of what the visitor and
   * the clerk say. 0 within the space itself and within any other on the very same rectangle.
   */
  sti(manner: number, space: number, vantage: number): number;
  /** The same with other talk at the time, given as intensities by band. */
  stiAmid(manner: number, space: number, vantage: number, babble: Float64Array): number;
  /** Adds the intensities by band with which talk in the space arrives at the vantage. */
  addBabble(manner: number, space: number, vantage: number, to: Float64Array): void;
  /** Whether the vantage, in another space, is within reach of the space's hearing loop. */
  isInLoop(space: number, vantage: number): boolean;
}

interface FloorWall extends Segment {
  readonly partition: Partition;
}

/** Null where there is no floor, and so no distance, or no sensitivity with a limit. */
export function compileHearing(scenario: Scenario): Hearing | null {
  const hasLimit = Object.values(scenario.sensitivities).some(({ speech }) => speech !== undefined);
  if (scenario.floor === undefined || !hasLimit) return null;
  const listening = hearingPlaces(scenario);
  const { places } = listening;
  const spaces = Object.values(scenario.spaces);
  const partitions = spaces.map((space) => partitionOf(scenario.spaceTypes[space.type]));
  const walls = new WallIndex(floorWalls(scenario));
  const indexOf = stiFunction(scenario);
  const sti = new Float64Array(spaces.length * places.length);
  for (let talker = 0; talker < spaces.length; talker++) {
    const { use } = scenario.spaceTypes[spaces[talker].type];
    if (use === 'waiting' || use === 'back-office' || use === 'closed') continue;
    places.forEach((listener, place) => {
      if (listener.space === talker) return;
      const loss = pathLoss(places[talker], listener, partitions, walls, spaces);
      sti[talker * places.length + place] = indexOf(distanceBetween(places[talker], listener), loss);
    });
  }
  return { ...listening, sti };
}

/** Acoustic figures of a scenario's hall: what hides speech there, and how it carries. */
export function hallOf({ acoustics }: Scenario): {
  noise: Float64Array;
  room: RoomDecay;
  speech: Float64Array;
} {
  const { noise, masking, finish, voice } = acoustics;
  return {
    noise: backgroundNoise([{ level: noise }, ...(masking === undefined ? [] : [{ level: masking }])]),
    room:
      typeof finish === 'string'
        ? ROOM_FINISHES[finish]
        : { decayRate: finish.decay, levelAt4m: finish.at4m },
    speech: speechSpectrum(voice),
  };
}

/** From the distance in metres and what is lost on the way to the STI. */
function stiFunction(scenario: Scenario): (distance: number, loss: PathLoss) => number {
  const { noise, room, speech } = hallOf(scenario);
  const hidden = intensitiesOf(noise);
  const { reverberation } = scenario.acoustics;
  const modulation =
    reverberation === undefined ? null : roomModulation(new Float64Array(BAND_COUNT).fill(reverberation));
  return (distance, loss) => {
    const received = intensitiesOf(receivedLevels(speech, room, distance, loss));
    return Math.max(
      0,
      modulation === null
        ? stiOfIntensities(received, 0, hidden, 0)
        : stiOfReverberantIntensities(received, 0, hidden, 0, modulation),
    );
  };
}

/** What bounds a space of the type, for sound. */
export function partitionOf(type: Scenario['spaceTypes'][string]): Partition {
  const { partition, enclosure, openShare } = type;
  const named = partition ?? DEFAULT_PARTITIONS[enclosure];
  if (typeof named === 'object') {
    if ('screen' in named) return { type: 'screen', height: named.screen };
    if ('bands' in named) return { type: 'measured', difference: named.bands, openShare };
    return { type: 'full room', rating: named.rating, openShare };
  }
  switch (named) {
    case 'none':
      return { type: 'none' };
    case 'semi-closed booth':
      return { type: 'semi-closed booth' };
    case 'glazed room':
    case 'full room':
      return { type: named, openShare };
    default:
      return { type: 'pod', class: POD_CLASSES[named], openShare };
  }
}

const DEFAULT_PARTITIONS = {
  open: 'none',
  screened: { screen: SCREEN_HEIGHT },
  'semi-closed': 'semi-closed booth',
  closed: 'full room',
} as const;

const POD_CLASSES = { 'pod A+': 'A+', 'pod A': 'A', 'pod B': 'B', 'pod C': 'C', 'pod D': 'D' } as const;

function floorWalls(scenario: Scenario): FloorWall[] {
  return Object.values(scenario.floor?.walls ?? {}).flatMap(({ line, kind, height }) => {
    const partition: Partition =
      kind === 'screen' || height !== undefined
        ? { type: 'screen', height: height ?? SCREEN_HEIGHT }
        : { type: 'full room', rating: ROOM_RATINGS[kind === 'glass' ? 'glazed room' : 'full room'] };
    return pieces(line).map((segment) => ({ ...segment, partition }));
  });
}

function pathLoss(
  talker: HearingPlace,
  listener: HearingPlace,
  partitions: readonly Partition[],
  walls: WallIndex<FloorWall>,
  spaces: readonly Scenario['spaces'][string][],
): PathLoss {
  const distance = distanceBetween(talker, listener);
  const own = lossOf(
    partitions[talker.space],
    crossing(distance, edgeDistance(talker, listener, spaces[talker.space])),
  );
  const fromListener = edgeDistance(listener, talker, spaces[listener.space]);
  const theirs = lossOf(partitions[listener.space], crossing(distance, distance - fromListener));
  return [own, theirs, wallsBetween(talker, listener, walls)].reduce(bothLosses, {});
}

/** As `partitionLoss`; what encloses takes the same on every path, and is found once. */
function lossOf(partition: Partition, onPath: Crossing): PathLoss {
  if (partition.type === 'none' || partition.type === 'screen') return partitionLoss(partition, onPath);
  let loss = enclosureLosses.get(partition);
  if (loss === undefined) {
    loss = { enclosure: enclosureDifference(partition) };
    enclosureLosses.set(partition, loss);
  }
  return loss;
}

const enclosureLosses = new WeakMap<Partition, PathLoss>();

/** Of the walls and screens on the line: the screens, and the best of the walls. */
function wallsBetween(talker: HearingPlace, listener: HearingPlace, walls: WallIndex<FloorWall>): PathLoss {
  const [px, py, qx, qy] = [talker.x, talker.y, listener.x, listener.y].map(toMillimetres);
  let screens: PathLoss = {};
  let enclosure: Bands | undefined;
  const distance = distanceBetween(talker, listener);
  walls.anyBetween(px, py, qx, qy, ({ partition, ...wall }) => {
    if (partition.type === 'screen') {
      const at = crossingShare(px, py, qx, qy, wall) * distance;
      screens = bothLosses(screens, lossOf(partition, crossing(distance, at)));
    } else if (partition.type !== 'none') {
      const difference = lossOf(partition, NO_CROSSING).enclosure ?? new Float64Array(BAND_COUNT);
      enclosure =
        enclosure === undefined
          ? difference
          : difference.map((loss, k) => Math.max(loss, enclosure?.[k] ?? 0));
    }
    return false;
  });
  return enclosure === undefined ? screens : { ...screens, enclosure };
}

const NO_CROSSING: Crossing = { talkerHeight: 0, listenerHeight: 0, talkerDistance: 0, listenerDistance: 0 };

const crossing = (distance: number, fromTalker: number): Crossing => ({
  talkerHeight: HEAD_HEIGHT,
  listenerHeight: HEAD_HEIGHT,
  talkerDistance: Math.min(distance, Math.max(0, fromTalker)),
  listenerDistance: Math.max(0, distance - fromTalker),
});

const distanceBetween = (a: HearingPlace, b: HearingPlace): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Metres from a place in a rectangle to its edge, on the way to another place. */
function edgeDistance(
  from: HearingPlace,
  to: HearingPlace,
  { at, size }: Scenario['spaces'][string],
): number {
  if (at === undefined || size === undefined) return 0;
  const distance = distanceBetween(from, to);
  const dx = (to.x - from.x) / distance;
  const dy = (to.y - from.y) / distance;
  const alongX =
    dx > 0 ? (at[0] + size[0] - from.x) / dx : dx < 0 ? (at[0] - from.x) / dx : Number.POSITIVE_INFINITY;
  const alongY =
    dy > 0 ? (at[1] + size[1] - from.y) / dy : dy < 0 ? (at[1] - from.y) / dy : Number.POSITIVE_INFINITY;
  return Math.min(alongX, alongY, distance);
}

/** Where on the line from p to q the wall is, from 0 at p to 1 at q. */
function crossingShare(px: number, py: number, qx: number, qy: number, { ax, ay, bx, by }: Segment): number {
  const cross = (qx - px) * (by - ay) - (qy - py) * (bx - ax);
  if (cross === 0) return 0.5;
  return Math.min(1, Math.max(0, ((ax - px) * (by - ay) - (ay - py) * (bx - ax)) / cross));
}
