/**
 * Who could understand whom: the speech transmission index (STI) from every space where people talk to every place where
 * others are, worked out when first asked for, and kept.
 *
 * Visitor and clerk are taken to talk face to face, each as far from the middle of their space as the other, and to be
 * heard alike in all directions (ISO 3382-3); a loudspeaker stands in the middle. A convertible space has the partition
 * and the loop of its first type. Whether anybody talks in a space at all is not asked here.
 */
import type { Scenario } from '../scenario/schema.ts';
import { ALL } from './hearing-line.ts';
import { type Manner, mannersOf, type Voice } from './hearing-manners.ts';
import { HEAD_HEIGHT, type Mouth, mouthsOf, SpeechPaths } from './hearing-paths.ts';
import { LazyTable } from './lazy-table.ts';
import { SCREEN_HEIGHT } from './sight/obstacle.ts';
import { BAND_COUNT, type Bands, intensitiesOf } from './speech/bands.ts';
import { backgroundNoise } from './speech/noise.ts';
import type { Partition } from './speech/partition.ts';
import { ROOM_FINISHES, type RoomDecay, reachOfSti } from './speech/propagation.ts';
import { speechSpectrum } from './speech/speech-spectrum.ts';
import { roomModulation, stiOfIntensities, stiOfReverberantIntensities } from './speech/sti.ts';
import type { Vantages } from './vantage.ts';

export type { Manner } from './hearing-manners.ts';

export interface Hearing {
  /** All that occur; first the hall's voice with a clerk who is present. */
  readonly manners: readonly Manner[];
  /** In which a matter is talked about with a clerk of the role. */
  mannerOf(matter: number, role: number): number;
  /**
   * The speech transmission index of talk in the space at a vantage, without babble: the better of what the visitor and
   * the clerk say. 0 within the space itself and within any other on the very same rectangle, and where the space of
   * either has no place on the floor.
   */
  sti(manner: number, space: number, vantage: number): number;
  /** The same with other talk at the time, given as intensities by band; never more than without it. */
  stiAmid(manner: number, space: number, vantage: number, babble: Float64Array): number;
  /**
   * Adds the intensities by band with which talk in the space arrives at the vantage, visitor and clerk in turns, each
   * half of the time: an assumption. Nothing where the STI is 0 for the place alone: what one hears of one's own talk
   * has gaps to listen in.
   */
  addBabble(manner: number, space: number, vantage: number, to: Float64Array): void;
  /**
   * Whether the vantage, in another space, is within reach of the space's hearing loop: as far from its middle as the
   * file says, through walls too.
   */
  isInLoop(space: number, vantage: number): boolean;
  /** Metres in the plan, from the middle between those who talk in the space to the vantage. */
  metresTo(space: number, vantage: number): number;
  /**
   * Metres in the plan, from where the visitor of the space is, beyond which there is no vantage in its loop, nor any
   * at which the STI is higher than this, whatever stands between.
   */
  reach(manner: number, space: number, sti: number): number;
}

/** Null where there is no floor, and so no distance, or no sensitivity with a limit to what may be heard. */
export function compileHearing(scenario: Scenario, vantages: Vantages): Hearing | null {
  const hasLimit = Object.values(scenario.sensitivities).some(({ speech }) => speech !== undefined);
  return scenario.floor === undefined || !hasLimit ? null : new FloorHearing(scenario, vantages);
}

/**
 * Acoustic figures of a scenario's hall: the levels by band that hide speech there, how it carries, and how it is blurred; null
 * for not at all.
 */
export function hallOf({ acoustics }: Scenario): {
  noise: Float64Array;
  room: RoomDecay;
  modulation: Float64Array | null;
} {
  const { noise, masking, finish, reverberation } = acoustics;
  return {
    noise: backgroundNoise([{ level: noise }, ...(masking === undefined ? [] : [{ level: masking }])]),
    room:
      typeof finish === 'string'
        ? ROOM_FINISHES[finish]
        : { decayRate: finish.decay, levelAt4m: finish.at4m },
    modulation:
      reverberation === undefined ? null : roomModulation(new Float64Array(BAND_COUNT).fill(reverberation)),
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

/** Who talks at a place; a row of paths each, in the order of `mouthsOf`. */
const VISITOR = 0;
const CLERK = 1;
const LOUDSPEAKER = 2;
const MOUTHS = 3;
/** Nobody. */
const SILENT = -1;

class FloorHearing implements Hearing {
  readonly manners: readonly Manner[];
  private readonly mannerOfPair: Int32Array;
  private readonly roles: number;
  /** By manner: intensities of the visitor at 1 m, who else talks, and theirs. */
  private readonly visitorVoice: readonly Bands[];
  private readonly other: Int8Array;
  private readonly otherVoice: readonly Bands[];
  private readonly vantages: Vantages;
  private readonly spaces: number;
  /** By space: where it is and how large. */
  private readonly outlines: readonly Scenario['spaces'][string][];
  private readonly paths: SpeechPaths;
  private readonly room: RoomDecay;
  /** By mouth × spaces + space. */
  private readonly mouths: readonly Mouth[];
  /** By space: the middle, and the reach of a loop; 0 where there is none. */
  private readonly middles: readonly Mouth[];
  private readonly loops: Float64Array;
  /** By mouth × spaces + space and vantage: shares by band of the intensity at 1 m. */
  private readonly shares: LazyTable;
  /** Babble asks for shares again and again; without it they are needed once. */
  private readonly keepsShares: boolean;
  private readonly passing = new Float64Array(BAND_COUNT);
  /** By manner × spaces + space and vantage. */
  private readonly indices: LazyTable;
  /** How far an STI may be had: by manner, STI and what gets out of the space. */
  private readonly reaches = new Map<string, number>();
  private readonly background: Bands;
  /** Of the reverberant hall; null where that is not given. */
  private readonly modulation: Bands | null;
  private readonly noise = new Float64Array(BAND_COUNT);
  private readonly received = new Float64Array(BAND_COUNT);

  constructor(scenario: Scenario, vantages: Vantages) {
    const { acoustics, spaceTypes } = scenario;
    const spaces = Object.values(scenario.spaces);
    const { noise, room, modulation } = hallOf(scenario);
    const manners = mannersOf(scenario);
    this.manners = manners.all;
    this.mannerOfPair = manners.of;
    this.roles = Object.keys(scenario.roles).length;
    const intensities = (voice: Voice) => intensitiesOf(speechSpectrum(voice));
    this.visitorVoice = this.manners.map(({ voice }) => intensities(voice));
    this.other = Int8Array.from(this.manners, ({ clerk }) => OTHERS[clerk]);
    this.otherVoice = this.manners.map(({ voice, clerk }) =>
      intensities(clerk === 'loudspeaker' ? acoustics.loudspeaker : voice),
    );
    this.vantages = vantages;
    this.spaces = spaces.length;
    this.outlines = spaces;
    const partitions = new Map(Object.entries(spaceTypes).map(([id, type]) => [id, partitionOf(type)]));
    this.paths = new SpeechPaths(
      scenario,
      spaces.map(({ type }) => partitions.get(type) ?? OPEN),
      room,
    );
    this.room = room;
    this.middles = spaces.map(({ at = [0, 0], size = [0, 0] }, space) => ({
      space,
      x: at[0] + size[0] / 2,
      y: at[1] + size[1] / 2,
      height: HEAD_HEIGHT.seated,
    }));
    this.mouths = mouthsOf(this.middles, vantages);
    this.loops = Float64Array.from(spaces, ({ type }) => spaceTypes[type].loop ?? 0);
    this.shares = new LazyTable(MOUTHS * spaces.length, BAND_COUNT);
    this.keepsShares = acoustics.babble;
    this.indices = new LazyTable(this.manners.length * spaces.length, 1);
    this.background = intensitiesOf(noise);
    this.modulation = modulation;
  }

  mannerOf(matter: number, role: number): number {
    return this.mannerOfPair[matter * this.roles + role];
  }

  sti(manner: number, space: number, vantage: number): number {
    const { indices } = this;
    const at = indices.at(manner * this.spaces + space, vantage);
    const known = indices.values[at];
    if (!Number.isNaN(known)) return known;
    const sti = this.stiIn(this.background, manner, space, vantage);
    indices.values[at] = sti;
    return sti;
  }

  stiAmid(manner: number, space: number, vantage: number, babble: Float64Array): number {
    const { noise, background } = this;
    for (let k = 0; k < BAND_COUNT; k++) noise[k] = background[k] + babble[k];
    // The index itself may rise a little when a band is lost, and with it what is redundant to others.
    return Math.min(this.sti(manner, space, vantage), this.stiIn(noise, manner, space, vantage));
  }

  addBabble(manner: number, space: number, vantage: number, to: Float64Array): void {
    const other = this.other[manner];
    this.addHalf(this.visitorVoice[manner], VISITOR, space, vantage, to);
    if (other !== SILENT) this.addHalf(this.otherVoice[manner], other, space, vantage, to);
  }

  isInLoop(space: number, vantage: number): boolean {
    const reach = this.loops[space];
    return reach > 0 && !this.isWithin(space, vantage) && this.metresTo(space, vantage) <= reach;
  }

  metresTo(space: number, vantage: number): number {
    const { x, y } = this.vantages.points[vantage];
    const middle = this.middles[space];
    return Math.hypot(x - middle.x, y - middle.y);
  }

  reach(manner: number, space: number, sti: number): number {
    const { x, y } = this.mouths[space];
    const middle = this.middles[space];
    const toMiddle = Math.hypot(middle.x - x, middle.y - y);
    const other = this.other[manner];
    const toOther = other === CLERK ? 2 * toMiddle : other === LOUDSPEAKER ? toMiddle : 0;
    const loop = this.loops[space];
    return Math.max(this.reachOfVoices(manner, space, sti) + toOther, loop === 0 ? 0 : loop + toMiddle);
  }

  /** Of either side from its own mouth. */
  private reachOfVoices(manner: number, space: number, sti: number): number {
    const open = this.reachThrough(ALL, manner, sti);
    const mostOut = this.paths.mostOut(space);
    if (mostOut === ALL) return open;
    // Whoever stands in the door, on the outline, is not kept off by it.
    const outline = farthestFrom(this.mouths[space], this.outlines[space]);
    return Math.max(this.reachThrough(mostOut, manner, sti), Math.min(open, outline));
  }

  /** What is said being no louder than these shares of it, by band. */
  private reachThrough(shares: Bands, manner: number, sti: number): number {
    const key = `${manner} ${sti} ${shares.join(' ')}`;
    const known = this.reaches.get(key);
    if (known !== undefined) return known;
    const of = (voice: Bands) => {
      const loudest = voice.map((intensity, band) => intensity * shares[band]);
      return reachOfSti(sti, this.room, this.background, loudest, this.modulation);
    };
    const visitor = of(this.visitorVoice[manner]);
    const reach = this.other[manner] === SILENT ? visitor : Math.max(visitor, of(this.otherVoice[manner]));
    this.reaches.set(key, reach);
    return reach;
  }

  /** The better of the two sides, with this noise. */
  private stiIn(noise: Bands, manner: number, space: number, vantage: number): number {
    const other = this.other[manner];
    const visitor = this.stiFrom(this.visitorVoice[manner], VISITOR, space, vantage, noise);
    if (other === SILENT) return visitor;
    return Math.max(visitor, this.stiFrom(this.otherVoice[manner], other, space, vantage, noise));
  }

  private stiFrom(voice: Bands, mouth: number, space: number, vantage: number, noise: Bands): number {
    const { received, modulation } = this;
    const at = this.sharesAt(mouth, space, vantage);
    const shares = this.sharesAtHand;
    for (let k = 0; k < BAND_COUNT; k++) received[k] = voice[k] * shares[at + k];
    const sti =
      modulation === null
        ? stiOfIntensities(received, 0, noise, 0)
        : stiOfReverberantIntensities(received, 0, noise, 0, modulation);
    return Math.max(0, sti);
  }

  private addHalf(voice: Bands, mouth: number, space: number, vantage: number, to: Float64Array): void {
    const at = this.sharesAt(mouth, space, vantage);
    const shares = this.sharesAtHand;
    for (let k = 0; k < BAND_COUNT; k++) to[k] += 0.5 * voice[k] * shares[at + k];
  }

  /** Works out the shares by band unless they are known: where they begin in `sharesAtHand`. */
  private sharesAt(mouth: number, space: number, vantage: number): number {
    const from = mouth * this.spaces + space;
    const at = this.keepsShares ? this.shares.at(from, vantage) : 0;
    const shares = this.sharesAtHand;
    if (this.keepsShares && !Number.isNaN(shares[at])) return at;
    if (this.isWithin(space, vantage)) shares.fill(0, at, at + BAND_COUNT);
    else this.paths.write(this.mouths[from], this.vantages.points[vantage], shares, at);
    return at;
  }

  /** Those that are kept, or else the last. */
  private get sharesAtHand(): Float64Array {
    return this.keepsShares ? this.shares.values : this.passing;
  }

  /** Whether the vantage is in the space or one in its very place, or either has no place. */
  private isWithin(space: number, vantage: number): boolean {
    const { points, rectangles } = this.vantages;
    const other = points[vantage].space;
    const place = rectangles[space];
    return place < 0 || (other >= 0 && (rectangles[other] < 0 || rectangles[other] === place));
  }
}

/** Metres from a point in the rectangle to the farthest of its corners. */
function farthestFrom({ x, y }: Mouth, { at = [x, y], size = [0, 0] }: Scenario['spaces'][string]): number {
  const [left, low] = at;
  const [width, depth] = size;
  return Math.hypot(Math.max(x - left, left + width - x), Math.max(y - low, low + depth - y));
}

const OPEN: Partition = { type: 'none' };
const OTHERS = { present: CLERK, loudspeaker: LOUDSPEAKER, headset: SILENT } as const;
