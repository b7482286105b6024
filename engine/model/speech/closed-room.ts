/**
 * A closed room lets out more of its talk than its rating says. A rating is the difference of the level in the room, where sound builds
 * up between the walls, and that beyond; the power of speech is reduced by less.
 */
import { type Bands, intensityOf, levelOf } from './bands.ts';

/** Reverberation time of a furnished room, in s: the one that D_nT refers to (ISO 16283-1). That the room has it is an assumption. */
const REVERBERATION = 0.5;
/** Of Sabine's formula, in s/m: A = 0.16 V / T (ISO 354). */
const SABINE = 0.16;

/**
 * How many times the power of a talker meets the walls of a room: S / A, their area over the equivalent absorption area; at least 1.
 * The level in the room is LW + 10 lg(4/A), and walls of the area S and reduction R send out 6 dB less than that, less R,
 * plus 10 lg S (ISO 12354-4): LW - R + 10 lg(S/A). Both areas go with the height of the ceiling, which does not matter then.
 *
 * @param size width and depth in metres
 */
export function roomGain([width, depth]: readonly [number, number]): number {
  return Math.max(1, (2 * (width + depth) * REVERBERATION) / (SABINE * width * depth));
}

/**
 * Share of the power of talk in a room that gets out of it, or of the power outside that gets in: by reciprocity they are the same. No
 * less than the walls let through, and no more than all, as what has got out builds up no more.
 *
 * @param through share that the walls let through
 * @param gain of the room; of two with one wall between them, the product
 */
export const shareOut = (through: number, gain: number): number =>
  (through * gain) / (1 + through * (gain - 1));

/** By how much the power of speech is reduced, in dB by band, by walls of this level difference. */
export const reductionOfRoom = (difference: Bands, gain: number): Float64Array =>
  difference.map((level) => -levelOf(shareOut(intensityOf(-level), gain)));
