/**
 * From the talker to the listener through a room: the direct sound, and the spatial decay of speech that ISO 3382-3
 * measures (D2,S and Lp,A,S,4m), and the distances of comfort, distraction and privacy that follow from them.
 *
 * The rule near the talker: within 1 m the direct sound rules, 20 lg r. From 2 m on, where ISO 3382-3 begins to
 * measure, the level is on the room's line, beyond its 16 m too. Between 1 and 2 m it goes from one to the other in
 * proportion to lg r. No place beyond 1 m is louder than 1 m.
 */
import { BAND_COUNT, type Bands, intensitiesOf, intensityOf, shifted } from './bands.ts';
import { shareOverScreen } from './barrier.ts';
import { lastWhere } from './bisection.ts';
import { ISO_3382_3_SPEECH, NORMAL_SPEECH_LEVEL } from './speech-spectrum.ts';
import { stiAtMost, stiOfIntensities, stiOfReverberantIntensities } from './sti.ts';

/** The straight line of speech level against lg r in a room: ISO 3382-3:2012, 6.2. */
export interface RoomDecay {
  /** D2,S: dB for each doubling of the distance. */
  readonly decayRate: number;
  /** Lp,A,S,4m: dB(A) at 4 m of normal speech, 57.4 dB(A) at 1 m. */
  readonly levelAt4m: number;
}

/** No room: 6 dB for each doubling, from the level at 1 m. */
export const FREE_FIELD: RoomDecay = {
  decayRate: 20 * Math.log10(2),
  levelAt4m: NORMAL_SPEECH_LEVEL - 20 * Math.log10(4),
};

/**
 * Rooms by finish. "Good" and "poor" are the bounds of the informative annex of ISO 3382-3: good D2,S >= 7 dB and
 * Lp,A,S,4m <= 48 dB, poor Lp,A,S,4m > 50 dB (its D2,S < 5 dB is recalled, not seen); "medium" in the middle is an
 * assumption. The bounds are of furnished offices: an empty hall with hard surfaces is worse than poor.
 */
export const ROOM_FINISHES = {
  good: { decayRate: 7, levelAt4m: 48 },
  medium: { decayRate: 6, levelAt4m: 49 },
  poor: { decayRate: 5, levelAt4m: 50 },
} as const satisfies Record<string, RoomDecay>;

export type RoomFinish = keyof typeof ROOM_FINISHES;

/** Nearer than this, in metres, is as loud as this: 20 lg r is the law of a far field. An assumption. */
export const NEAREST = 0.3;
const FULL_DISTANCE = 1;
const LINE_BEGINS = 2;

/** How much lower than at 1 m the level of speech is at a distance in metres, in dB; negative within 1 m. */
export function distanceAttenuation(room: RoomDecay, distance: number): number {
  if (distance >= LINE_BEGINS) return lineAttenuation(room, distance);
  if (distance <= FULL_DISTANCE) return 20 * Math.log10(Math.max(distance, NEAREST));
  return Math.log2(distance) * lineAttenuation(room, LINE_BEGINS);
}

const lineAttenuation = ({ decayRate, levelAt4m }: RoomDecay, distance: number): number =>
  Math.max(0, NORMAL_SPEECH_LEVEL - levelAt4m + decayRate * Math.log2(distance / 4));

/** What stands between talker and listener, in dB by band. */
export interface PathLoss {
  /** Of a screen: it takes from the direct sound only. */
  readonly screen?: Bands;
  /** Of walls round the talker or the listener: it takes from all sound. */
  readonly enclosure?: Bands;
}

/**
 * Levels of speech at the listener, dB by band.
 *
 * A screen stops the direct sound only. What the room adds goes over the top: as much energy as the room's line has over
 * the free field (within 2 m: as at 2 m). So a screen helps little in a room whose line is well above the free field,
 * and it must: such lines were measured across furnished workstations, screens included. A screen never makes louder.
 * The sum falls with distance unless the room decays slower than a free field and is yet no louder than one.
 *
 * An enclosure lowers the sound power that reaches the room, as ISO 23351-1 defines it. The distance is measured from the talker all
 * the same: next to the wall of a room of usual size that comes to the level at the wall, within a few dB.
 *
 * @param source levels at 1 m in a free field, dB by band
 * @param distance in metres
 */
export function receivedLevels(
  source: Bands,
  room: RoomDecay,
  distance: number,
  { screen, enclosure }: PathLoss = {},
): Float64Array {
  const levels = shifted(source, -distanceAttenuation(room, distance));
  if (screen !== undefined) {
    for (let k = 0; k < levels.length; k += 1) levels[k] -= screenedLoss(room, distance, screen[k]);
  }
  return enclosure === undefined ? levels : levels.map((level, k) => level - enclosure[k]);
}

/** What is left of a screen's loss of direct sound when the room has had its say, dB. */
function screenedLoss(room: RoomDecay, distance: number, loss: number): number {
  const open = 10 ** (-distanceAttenuation(room, distance) / 10);
  const past = directShare(distance) * 10 ** (-loss / 10) + roomShare(room, distance);
  return Math.max(0, -10 * Math.log10(past / open));
}

/** Direct sound in a free field, as a share of the intensity at 1 m. */
const directShare = (distance: number): number => Math.max(distance, NEAREST) ** -2;

/** What the room adds to it, likewise. */
function roomShare(room: RoomDecay, distance: number): number {
  const reflected = Math.max(distance, LINE_BEGINS);
  return Math.max(0, 10 ** (-lineAttenuation(room, reflected) / 10) - reflected ** -2);
}

/**
 * The same as `receivedLevels`, as shares of the intensity at 1 m by band: for many paths, since it allocates nothing.
 *
 * @param detour path difference in metres of the screen that takes most, -Infinity where there is none
 * @param through shares of intensity that enclosures let through, by band
 * @param to row of seven that begins at `toAt`
 */
export function writeReceivedShares(
  room: RoomDecay,
  distance: number,
  detour: number,
  through: Bands,
  to: Float64Array,
  toAt: number,
): void {
  const open = 10 ** (-distanceAttenuation(room, distance) / 10);
  if (detour === Number.NEGATIVE_INFINITY) {
    for (let k = 0; k < BAND_COUNT; k += 1) to[toAt + k] = open * through[k];
    return;
  }
  const direct = directShare(distance);
  const byRoom = roomShare(room, distance);
  for (let k = 0; k < BAND_COUNT; k += 1) {
    to[toAt + k] = Math.min(open, direct * shareOverScreen(detour, k) + byRoom) * through[k];
  }
}

/** The level that speech must fall to at the comfort distance, dB(A). */
const COMFORT_LEVEL = 45;

/** Comfort distance rC in metres, where normal speech falls to 45 dB(A) on the room's line: ISO 3382-3:2022. */
export const comfortDistance = ({ decayRate, levelAt4m }: RoomDecay): number =>
  4 * 2 ** ((levelAt4m - COMFORT_LEVEL) / decayRate);

/** Beyond a kilometre no distance is sought. */
const FARTHEST = 1000;

/**
 * The distance in metres at which STI falls to a value, without partitions; 0 if it is lower even next to the talker,
 * Infinity if it is higher a kilometre away.
 *
 * @param noise levels of noise at the listener, dB by band
 * @param source levels of speech at 1 m, dB by band
 * @param modulation transfer that `roomModulation` gives for the room; null without reverberation
 */
export function distanceOfSti(
  sti: number,
  room: RoomDecay,
  noise: Bands,
  source: Bands = ISO_3382_3_SPEECH,
  modulation: Bands | null = null,
): number {
  const hidden = intensitiesOf(noise);
  const exceeds = (distance: number): boolean => {
    const speech = intensitiesOf(receivedLevels(source, room, distance));
    const index =
      modulation === null
        ? stiOfIntensities(speech, 0, hidden, 0)
        : stiOfReverberantIntensities(speech, 0, hidden, 0, modulation);
    return index > sti;
  };
  if (!exceeds(NEAREST)) return 0;
  if (exceeds(FARTHEST)) return Number.POSITIVE_INFINITY;
  return lastWhere(exceeds, NEAREST, FARTHEST);
}

/** Against rounding. */
const STI_MARGIN = 1e-9;

/**
 * The distance in metres beyond which no listener has a higher STI, whatever stands between; Infinity where one may a
 * kilometre away.
 *
 * @param voice intensities of speech at 1 m by band
 * @param noise intensities at the listener by band
 * @param modulation as for `stiAtMost`
 */
export function reachOfSti(
  sti: number,
  room: RoomDecay,
  noise: Bands,
  voice: Bands,
  modulation: Bands | null,
): number {
  const exceeds = (distance: number): boolean => {
    const open = intensityOf(-distanceAttenuation(room, distance));
    return (
      stiAtMost(
        voice.map((intensity) => intensity * open),
        noise,
        modulation,
      ) >
      sti - STI_MARGIN
    );
  };
  if (!exceeds(NEAREST)) return 0;
  if (exceeds(FARTHEST)) return Number.POSITIVE_INFINITY;
  return lastWhere(exceeds, NEAREST, FARTHEST);
}

/**
 * Distraction distance rD in metres, where STI falls to 0.50 (ISO 3382-3:2012, 3.6). Read off the model, while the
 * standard reads it off a straight line through the STI of measured positions, of normal speech.
 */
export const distractionDistance = (
  room: RoomDecay,
  noise: Bands,
  source?: Bands,
  modulation?: Bands | null,
) => distanceOfSti(0.5, room, noise, source, modulation);

/** Privacy distance rP in metres, where STI falls to 0.20 (ISO 3382-3:2012, 3.7). */
export const privacyDistance = (room: RoomDecay, noise: Bands, source?: Bands, modulation?: Bands | null) =>
  distanceOfSti(0.2, room, noise, source, modulation);
