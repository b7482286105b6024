/**
 * Sound insulation by octave band and as one number, after ISO 717-1: from a rating (R_w, R'w, D_nT,w) to bands that
 * have just this rating, and back; walls of several parts, openings in them, and walls one behind the other.
 */
import { BAND_COUNT, type Bands, bandsOf } from './bands.ts';

/** Octave-band reference values from 125 Hz to 2 kHz: ISO 717-1, Table 3. The rating is read at 500 Hz. */
const REFERENCE_CURVE = [36, 45, 52, 55, 56] as const;
const REFERENCE_AT_500 = REFERENCE_CURVE[2];
/** The most that the unfavourable deviations of octave bands may sum to, dB: ISO 717-1, 4.4. */
const DEVIATIONS_MAX = 10;
/** The curve at its rating deviates by this much in all five bands, so a wall of just this shape is that much worse. */
const SHAPE_OFFSET = DEVIATIONS_MAX / REFERENCE_CURVE.length;

/**
 * The shape of a level difference relative to 500 Hz, dB: the reference curve of ISO 717-1. That 4 and 8 kHz are like
 * 2 kHz is an assumption; the curve ends there.
 */
export const INSULATION_SHAPE: Bands = bandsOf(
  Array.from({ length: BAND_COUNT }, (_, k) => (REFERENCE_CURVE[k] ?? REFERENCE_CURVE[4]) - REFERENCE_AT_500),
);

/** Level difference by band of a partition that is rated so many dB and has the shape of the curve; never below 0. */
export const differenceOfRating = (rating: number): Float64Array =>
  INSULATION_SHAPE.map((offset) => Math.max(0, rating - SHAPE_OFFSET + offset));

/**
 * The weighted rating of a level difference, in whole dB: the reference curve is shifted in steps of 1 dB until the sum
 * of deviations below it is as large as possible, at most 10 dB, and read at 500 Hz (ISO 717-1, 4.4, octave bands).
 */
export function weightedRating(difference: Bands): number {
  const tenths = difference.map((d) => Math.round(d * 10) / 10);
  const deviations = (rating: number): number =>
    REFERENCE_CURVE.reduce(
      (sum, value, k) => sum + Math.max(0, value - REFERENCE_AT_500 + rating - tenths[k]),
      0,
    );
  let rating = Math.ceil(Math.max(...tenths)) + 2 * DEVIATIONS_MAX + REFERENCE_AT_500;
  while (deviations(rating) > DEVIATIONS_MAX + 1e-9) rating -= 1;
  return rating;
}

/** A part of a wall: its area in m² and its level difference by band. */
export interface WallPart {
  readonly area: number;
  readonly difference: Bands;
}

/** The level difference of a wall of several parts: 10 lg(sum S / sum S_i 10^(-R_i/10)), by band. */
export function compositeDifference(parts: readonly WallPart[]): Float64Array {
  const area = parts.reduce((sum, part) => sum + part.area, 0);
  if (!(area > 0)) throw new RangeError(`a wall needs an area above 0 m², got ${area}`);
  return new Float64Array(BAND_COUNT).map((_, k) => {
    const through = parts.reduce((sum, part) => sum + part.area * 10 ** (-part.difference[k] / 10), 0);
    return 10 * Math.log10(area / through);
  });
}

/** The level difference of a wall of which a share, 0 to 1, is open: a door that stands ajar. */
export function withOpening(difference: Bands, share: number): Float64Array {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`an open share is from 0 to 1, got ${share}`);
  return compositeDifference([
    { area: 1 - share, difference },
    { area: share, difference: new Float64Array(BAND_COUNT) },
  ]);
}

/**
 * Two partitions one behind the other, such as the talker's room and the listener's: their differences add, if there is
 * an absorbing room between them. Limits: not for leaves that share a cavity or a frame, nor for adjacent rooms, whose
 * one wall counts once; and flanking paths (ceiling void, floor, ducts) hold what is built to some 55 or 60 dB,
 * where nothing is understood any more.
 */
export const inSeries = (first: Bands, second: Bands): Float64Array =>
  first.map((difference, k) => difference + second[k]);
