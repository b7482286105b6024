/**
 * The speech transmission index (STI) of IEC 60268-16:2020 (male speech), predicted from octave-band levels of speech
 * and noise at the listener, with auditory masking, reception threshold and, if wanted, the room's reverberation.
 *
 * `stiOfIntensities` is for tables of many pairs: it reads rows of intensities, allocates nothing and needs a logarithm
 * for no band that is wholly understood or wholly lost. When babble changes only the noise, its row is all that has
 * to be summed anew.
 *
 * The index is not monotone to the last thousandth: a band that falls silent takes its redundancy with the next one
 * along, which can raise STI by 0.003 while speech fades; and speech above some 80 dB hides itself.
 */
import { BAND_COUNT, type Bands, intensitiesOf } from './bands.ts';

/** Weight of each band: alpha, male; Table A.1. */
const ALPHA: Bands = Float64Array.of(0.085, 0.127, 0.23, 0.233, 0.309, 0.224, 0.173);
/** Redundancy of each band with the one below: beta, male; Table A.1. */
const BETA: Bands = Float64Array.of(0, 0.085, 0.078, 0.065, 0.011, 0.047, 0.095);
/** Absolute speech reception threshold in dB; Table A.3. */
const RECEPTION_THRESHOLD: Bands = Float64Array.of(46, 27, 12, 6.5, 7.5, 8, 12);
const RECEPTION_INTENSITY: Bands = intensitiesOf(RECEPTION_THRESHOLD);

/** Modulation frequencies in Hz; A.2.2. */
export const MODULATION_FREQUENCIES = [
  0.63, 0.8, 1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8, 10, 12.5,
] as const;
const MODULATION_COUNT = MODULATION_FREQUENCIES.length;

/** The effective signal-to-noise ratio is held between -15 and +15 dB: here as ratios of intensity. */
const RANGE_DB = 15;
const RATIO_MAX = 10 ** (RANGE_DB / 10);
const RATIO_MIN = 1 / RATIO_MAX;

const clampRatio = (ratio: number): number => Math.min(RATIO_MAX, Math.max(RATIO_MIN, ratio));

/** Transmission index of a ratio of speech to all that hides it: 0 at -15 dB or less, 1 at +15 dB or more. */
const transmissionIndex = (ratio: number): number =>
  ratio <= RATIO_MIN ? 0 : ratio >= RATIO_MAX ? 1 : (10 * Math.log10(ratio) + RANGE_DB) / (2 * RANGE_DB);

/**
 * Auditory masking amdB of the next higher band, in dB, by the level of speech and noise in this one: Table A.2. It
 * has a step of 0.2 dB at 100 dB, as the table has.
 */
export function auditoryMasking(level: number): number {
  if (level < 63) return 0.5 * level - 65;
  if (level < 67) return 1.8 * level - 146.9;
  if (level < 100) return 0.5 * level - 59.8;
  return -10;
}

const INTENSITY_63 = 10 ** 6.3;
const INTENSITY_67 = 10 ** 6.7;
const INTENSITY_100 = 10 ** 10;
const FACTOR_LOW = 10 ** -6.5;
const FACTOR_STEEP = 10 ** -14.69;
const FACTOR_HIGH = 10 ** -5.98;

/** The intensity that masks the next higher band: i · 10^(amdB/10), where 10^(0.05 L) is the root of i. */
function maskingIntensity(i: number): number {
  if (i < INTENSITY_63) return FACTOR_LOW * i * Math.sqrt(i);
  if (i < INTENSITY_67) return FACTOR_STEEP * i ** 2.8;
  if (i < INTENSITY_100) return FACTOR_HIGH * i * Math.sqrt(i);
  return 0.1 * i;
}

/**
 * STI of a row of seven speech intensities against a row of seven noise intensities, without reverberation, which suits
 * paths where the direct sound rules.
 *
 * @param speech intensities at the listener, relative to 20 µPa; the row begins at `speechAt`
 * @param noise all that is not this talker: background and babble; the row begins at `noiseAt`
 */
export function stiOfIntensities(speech: Bands, speechAt: number, noise: Bands, noiseAt: number): number {
  let sti = 0;
  let masking = 0;
  let below = 0;
  for (let k = 0; k < BAND_COUNT; k += 1) {
    const s = speech[speechAt + k];
    const n = noise[noiseAt + k];
    const index = transmissionIndex(s / (n + masking + RECEPTION_INTENSITY[k]));
    sti += ALPHA[k] * index - BETA[k] * Math.sqrt(below * index);
    masking = maskingIntensity(s + n);
    below = index;
  }
  return Math.min(1, sti);
}

/**
 * The same in a reverberant room.
 *
 * @param reverberation modulation transfer that `roomModulation` gives for the room
 */
export function stiOfReverberantIntensities(
  speech: Bands,
  speechAt: number,
  noise: Bands,
  noiseAt: number,
  reverberation: Bands,
): number {
  let sti = 0;
  let masking = 0;
  let below = 0;
  for (let k = 0; k < BAND_COUNT; k += 1) {
    const s = speech[speechAt + k];
    const n = noise[noiseAt + k];
    const m = s / (s + n + masking + RECEPTION_INTENSITY[k]);
    const index = meanTransmissionIndex(m, reverberation, k * MODULATION_COUNT);
    sti += ALPHA[k] * index - BETA[k] * Math.sqrt(below * index);
    masking = maskingIntensity(s + n);
    below = index;
  }
  return Math.min(1, sti);
}

/**
 * The highest STI of any speech that is in no band louder than this: whatever of it is lost on the way, in whichever
 * bands. To lose a band whole, or else nothing of it, is what can raise the index most, since it is convex in the root of
 * each band's transmission index; auditory masking, which only lowers it, is left out.
 *
 * @param modulation transfer that `roomModulation` gives for the room; null without reverberation
 */
export function stiAtMost(speech: Bands, noise: Bands, modulation: Bands | null): number {
  /** Of the bands so far: the most with the last one whole, and with it lost. */
  let kept = Number.NEGATIVE_INFINITY;
  let lost = 0;
  let below = 0;
  for (let k = 0; k < BAND_COUNT; k += 1) {
    const hidden = noise[k] + RECEPTION_INTENSITY[k];
    const index =
      modulation === null
        ? transmissionIndex(speech[k] / hidden)
        : meanTransmissionIndex(speech[k] / (speech[k] + hidden), modulation, k * MODULATION_COUNT);
    const redundant = BETA[k] * Math.sqrt(below * index);
    const whole = ALPHA[k] * index + Math.max(lost, kept - redundant);
    lost = Math.max(lost, kept);
    kept = whole;
    below = index;
  }
  return Math.min(1, Math.max(lost, kept));
}

/** Mean of a band's 14 transmission indices: the logarithm of a product instead of 14 logarithms. */
function meanTransmissionIndex(m: number, modulation: Bands, at: number): number {
  let product = 1;
  for (let f = 0; f < MODULATION_COUNT; f += 1) {
    const transfer = m * modulation[at + f];
    product *= clampRatio(transfer / (1 - transfer));
  }
  return Math.max(0, (10 * Math.log10(product)) / MODULATION_COUNT + RANGE_DB) / (2 * RANGE_DB);
}

/**
 * STI from levels at the listener.
 *
 * @param speech levels of speech, dB by band
 * @param noise levels of everything else, dB by band
 * @param reverberation reverberation times T in seconds by band, where they matter
 */
export function speechTransmissionIndex(speech: Bands, noise: Bands, reverberation?: Bands): number {
  const s = intensitiesOf(speech);
  const n = intensitiesOf(noise);
  return reverberation === undefined
    ? stiOfIntensities(s, 0, n, 0)
    : stiOfReverberantIntensities(s, 0, n, 0, roomModulation(reverberation));
}

/**
 * Modulation transfer of a diffuse exponential decay, m = 1/sqrt(1 + (2 pi F T / 13.8)^2) (Schroeder; IEC 60268-16,
 * Annex L): 7 bands of 14 modulation frequencies each.
 *
 * @param reverberation reverberation time T in seconds by band
 */
export function roomModulation(reverberation: Bands): Float64Array {
  const modulation = new Float64Array(BAND_COUNT * MODULATION_COUNT);
  for (let k = 0; k < BAND_COUNT; k += 1) {
    MODULATION_FREQUENCIES.forEach((frequency, f) => {
      modulation[k * MODULATION_COUNT + f] =
        1 / Math.hypot(1, (2 * Math.PI * frequency * reverberation[k]) / 13.8);
    });
  }
  return modulation;
}

/**
 * STI of a matrix of modulation transfer, 7 bands of 14 frequencies, without masking or threshold (A.5.4 to A.5.6).
 * A RangeError if it has not 98 values.
 */
export function stiFromModulation(modulation: Bands): number {
  if (modulation.length !== BAND_COUNT * MODULATION_COUNT) {
    throw new RangeError(`a matrix of 7 bands by 14 frequencies has 98 values, got ${modulation.length}`);
  }
  const indices = new Float64Array(BAND_COUNT);
  for (let k = 0; k < BAND_COUNT; k += 1) {
    indices[k] = meanTransmissionIndex(1, modulation, k * MODULATION_COUNT);
  }
  return stiFromTransferIndices(indices);
}

/** STI of signal-to-noise ratios in dB by band, without masking or threshold: (SNR + 15)/30 if all are the same. */
export const stiFromSignalToNoise = (ratios: Bands): number =>
  stiFromTransferIndices(ratios.map((ratio) => transmissionIndex(10 ** (ratio / 10))));

/** STI of the modulation transfer index (MTI) of each band, 0 to 1: A.5.6, capped at 1 as the note on Table A.1 asks. */
export function stiFromTransferIndices(indices: Bands): number {
  let sti = 0;
  for (let k = 0; k < BAND_COUNT; k += 1) {
    const below = k === 0 ? 0 : indices[k - 1];
    sti += ALPHA[k] * indices[k] - BETA[k] * Math.sqrt(below * indices[k]);
  }
  return Math.min(1, sti);
}

/** Qualification bands of Annex F from the best down, and the least STI of each. */
const LETTERS = [
  ['A+', 0.76],
  ['A', 0.72],
  ['B', 0.68],
  ['C', 0.64],
  ['D', 0.6],
  ['E', 0.56],
  ['F', 0.52],
  ['G', 0.48],
  ['H', 0.44],
  ['I', 0.4],
  ['J', 0.36],
  ['U', Number.NEGATIVE_INFINITY],
] as const;

export type StiLetter = (typeof LETTERS)[number][0];

/** The letter of IEC 60268-16, Annex F: U below 0.36, J from there in steps of 0.04, A+ from 0.76. */
export const stiLetter = (sti: number): StiLetter => LETTERS.find(([, least]) => sti >= least)?.[0] ?? 'U';
